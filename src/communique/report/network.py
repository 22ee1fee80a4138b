"""The network: actors joined by what they have to do with each other, drawn on two rings.

The actors with the most links stand inside, the others around them, each near those it is joined with.
Nothing is left to chance: the same article gives the same picture.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from communique.records import Article
from communique.report.links import Link, links
from communique.report.wording import SIGNS

WIDTH, HEIGHT = 580, 560
MOST_ACTORS, MOST_LINKS = 24, 90
"""What is drawn; the table has all."""

_INNER = 4
_SIGNS = SIGNS | {"neutral": ""}
_BEND = 30.0
_WIDEST_LABEL = 24


class Node(NamedTuple):
    """An actor, in units of the picture."""

    id: str
    name: str
    label: str
    kind: str
    mentions: int
    x: float
    y: float
    radius: float
    label_y: float


class Edge(NamedTuple):
    """A link as a curve, with its sign where it has one."""

    link: Link
    path: str
    weight: float
    sign: str
    sign_x: float
    sign_y: float


class Network(NamedTuple):
    """The picture, and all links for the table."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    links: tuple[Link, ...]
    more_actors: int
    more_links: int


def network(article: Article) -> Network:
    """The network of an article. Actors that nothing joins with another are left out."""
    found = links(article)
    weights: dict[str, int] = {}
    for link in found:
        for end in (link.source, link.target):
            weights[end] = weights.get(end, 0) + len(link.records)
    actors = {actor.id: actor for actor in article.actors if actor.id in weights}
    ranked = sorted(actors, key=lambda one: (-weights[one], -len(actors[one].mentions), one))
    drawn = ranked[:MOST_ACTORS]
    kept = [link for link in found if link.source in drawn and link.target in drawn][:MOST_LINKS]
    places = _places(drawn, kept)
    nodes = {}
    for one in drawn:
        actor, (x, y) = actors[one], places[one]
        radius = round(min(5 + 1.6 * sqrt(len(actor.mentions)), 22), 1)
        nodes[one] = Node(
            one,
            actor.name,
            _short(actor.name),
            actor.kind,
            len(actor.mentions),
            x,
            y,
            radius,
            _label(y, radius),
        )
    return Network(
        tuple(nodes.values()),
        tuple(_edges(kept, nodes)),
        found,
        len(ranked) - len(drawn),
        len(found) - len(kept),
    )


def _places(ranked: list[str], found: list[Link]) -> dict[str, tuple[float, float]]:
    """Where each actor stands: the first few on the inner ring, the others in the order of their friends."""
    inner = ranked[:_INNER] if len(ranked) > _INNER + 2 else []
    outer = [one for one in ranked if one not in inner]
    angles = {one: 2 * pi * number / len(inner) - pi / 4 for number, one in enumerate(inner)}
    ordered = sorted(outer, key=lambda one: (_leaning(one, found, angles), ranked.index(one)))
    turn = -pi / 2 if not inner else _leaning(ordered[0], found, angles)
    places = {one: _at(angle, 95, 90) for one, angle in angles.items()}
    for number, one in enumerate(ordered):
        places[one] = _at(turn + 2 * pi * number / len(ordered), 205, 235)
    return places


def _leaning(one: str, found: list[Link], angles: dict[str, float]) -> float:
    """The direction in which an actor's friends on the inner ring lie, from -π to π."""
    x = y = 0.0
    for link in found:
        if one in {link.source, link.target}:
            friend = link.target if link.source == one else link.source
            if friend in angles:
                x += len(link.records) * cos(angles[friend])
                y += len(link.records) * sin(angles[friend])
    return round(atan2(y, x), 6)


def _at(angle: float, across: float, down: float) -> tuple[float, float]:
    return round(WIDTH / 2 + across * cos(angle), 1), round(HEIGHT / 2 + down * sin(angle), 1)


def _label(y: float, radius: float) -> float:
    """The line on which a name stands: outwards, above its actor in the upper half and below in the lower."""
    return round(y - radius - 7 if y < HEIGHT / 2 - 1 else y + radius + 16, 1)


def _edges(found: list[Link], nodes: dict[str, Node]) -> list[Edge]:
    beside: dict[tuple[str, str], list[Link]] = {}
    for link in found:
        one, other = sorted((link.source, link.target))
        beside.setdefault((one, other), []).append(link)
    edges = []
    for (one, _), parallel in beside.items():
        for number, link in enumerate(parallel):
            bend = (number - (len(parallel) - 1) / 2) * _BEND
            # Seen from the other end, the same side of the line is the opposite one.
            edges.append(
                _edge(link, nodes[link.source], nodes[link.target], bend if link.source == one else -bend)
            )
    return edges


def _edge(link: Link, source: Node, target: Node, bend: float) -> Edge:
    across, down = target.x - source.x, target.y - source.y
    length = hypot(across, down) or 1
    # The control point of a quadratic curve lies twice as far out as the curve bends.
    control = (
        (source.x + target.x) / 2 - 2 * bend * down / length,
        (source.y + target.y) / 2 + 2 * bend * across / length,
    )
    start = _towards((source.x, source.y), control, source.radius + 2)
    end = _towards((target.x, target.y), control, target.radius + (7 if link.directed else 2))
    # A little before the middle, so that the signs of two links that meet there stand apart.
    t = 0.45
    middle = tuple(
        round((1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * control[axis] + t**2 * end[axis], 1)
        for axis in (0, 1)
    )
    path = f"M{start[0]} {start[1]}Q{control[0]:.1f} {control[1]:.1f} {end[0]} {end[1]}"
    weight = round(1.4 + 0.5 * min(len(link.records) - 1, 5), 1)
    return Edge(link, path, weight, _SIGNS.get(link.direction, ""), middle[0], middle[1])


def _towards(place: tuple[float, float], goal: tuple[float, float], distance: float) -> tuple[float, float]:
    across, down = goal[0] - place[0], goal[1] - place[1]
    length = hypot(across, down) or 1
    return round(place[0] + across * distance / length, 1), round(place[1] + down * distance / length, 1)


def _short(name: str) -> str:
    return name if len(name) <= _WIDEST_LABEL else f"{name[: _WIDEST_LABEL - 1].rstrip()}…"
