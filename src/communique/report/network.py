"""The network: actors on a ring, joined by what they have to do with each other.

Nothing is left to chance: the same article gives the same picture.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from communique.records import Article
from communique.report.curves import Curve, End, curves
from communique.report.links import Link, links
from communique.report.ring import lines_of, places
from communique.report.wording import SIGNS

MOST_ACTORS, MOST_LINKS = 24, 90
"""What is drawn; the table has all."""

LINE = 15
"""From one line of a name to the next."""

_SIGNS = SIGNS | {"neutral": ""}


class Node(NamedTuple):
    """An actor, in units of the picture."""

    id: str
    name: str
    lines: tuple[str, ...]
    """The name as it is written, broken and shortened."""
    kind: str
    mentions: int
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    """Of the first line."""
    label_anchor: str


class Edge(NamedTuple):
    """A link as a curve, with its sign where it has one."""

    link: Link
    curve: Curve
    weight: float
    sign: str


class Network(NamedTuple):
    """The picture, and all links for the table."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    links: tuple[Link, ...]
    more_actors: int
    more_links: int
    alone: int
    """Actors that nothing joins with another."""


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
    nodes = []
    for one, place in places(drawn, kept).items():
        actor = actors[one]
        radius = round(min(5 + 1.4 * sqrt(len(actor.mentions)), 17), 1)
        lines = lines_of(actor.name)
        beside = radius + 8
        nodes.append(
            Node(
                one,
                actor.name,
                lines,
                actor.kind,
                len(actor.mentions),
                place.x,
                place.y,
                radius,
                round(place.x + (beside if place.right else -beside), 1),
                round(place.y + 4.5 - LINE * (len(lines) - 1) / 2, 1),
                "start" if place.right else "end",
            )
        )
    drawn_curves = curves(kept, {node.id: End(node.x, node.y, node.radius) for node in nodes})
    return Network(
        tuple(nodes),
        tuple(_edge(curve) for curve in drawn_curves),
        found,
        len(ranked) - len(drawn),
        len(found) - len(kept),
        len(article.actors) - len(ranked),
    )


def _edge(curve: Curve) -> Edge:
    weight = round(1.7 + 0.5 * min(len(curve.link.records) - 1, 5), 1)
    return Edge(curve.link, curve, weight, _SIGNS.get(curve.link.direction, ""))
