"""The lines of the network: curves inside the ring, with signs that keep clear of each other."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from communique.report.links import Link
from communique.report.ring import HEIGHT, WIDTH

_BEND = 24.0
"""How far the lines between the same two actors bend apart."""
_INWARDS = 0.8
"""How much each line is drawn to the middle, so that it keeps clear of actors between its ends."""
_APART = 17.0
"""How far the middles of two signs are apart, where there is room."""
_ALONG = (0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26)


class End(NamedTuple):
    """The circle of an actor."""

    x: float
    y: float
    radius: float


class Curve(NamedTuple):
    """A link as a path of SVG, with the place of its sign."""

    link: Link
    path: str
    sign_x: float
    sign_y: float


class _Bow(NamedTuple):
    """A quadratic curve."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, part: float) -> tuple[float, float]:
        first, middle, last = (1 - part) ** 2, 2 * part * (1 - part), part**2
        x, y = (
            first * self.start[axis] + middle * self.control[axis] + last * self.end[axis] for axis in (0, 1)
        )
        return round(x, 1), round(y, 1)


def curves(found: list[Link], ends: dict[str, End]) -> list[Curve]:
    """The links as curves, in the order of the links' pairs. Those with a direction get room for a sign."""
    beside: dict[tuple[str, str], list[Link]] = {}
    for link in found:
        one, other = sorted((link.source, link.target))
        beside.setdefault((one, other), []).append(link)
    drawn: list[Curve] = []
    signs: list[tuple[float, float]] = []
    for (one, _), parallel in beside.items():
        for number, link in enumerate(parallel):
            bend = (number - (len(parallel) - 1) / 2) * _BEND
            # Seen from the other end, the same side of the line is the opposite one.
            bow = _bow(link, ends[link.source], ends[link.target], bend if link.source == one else -bend)
            place = _clear(bow, signs)
            if link.directed:
                signs.append(place)
            (x, y), (turn_x, turn_y), (last_x, last_y) = bow
            drawn.append(Curve(link, f"M{x} {y}Q{turn_x:.1f} {turn_y:.1f} {last_x} {last_y}", *place))
    return drawn


def _bow(link: Link, source: End, target: End, bend: float) -> _Bow:
    across, down = target.x - source.x, target.y - source.y
    length = hypot(across, down) or 1
    x, y = (source.x + target.x) / 2, (source.y + target.y) / 2
    # The control point of a quadratic curve lies twice as far out as the curve bends.
    control = (
        x + _INWARDS * (WIDTH / 2 - x) - 2 * bend * down / length,
        y + _INWARDS * (HEIGHT / 2 - y) + 2 * bend * across / length,
    )
    start = _towards((source.x, source.y), control, source.radius + 2)
    end = _towards((target.x, target.y), control, target.radius + (4 if link.directed else 2))
    return _Bow(start, control, end)


def _clear(bow: _Bow, signs: list[tuple[float, float]]) -> tuple[float, float]:
    """The place nearest the middle of a curve that is clear of other signs, or the clearest there is."""

    def room(place: tuple[float, float]) -> float:
        return min((hypot(place[0] - x, place[1] - y) for x, y in signs), default=_APART)

    tried = [bow.at(part) for part in _ALONG]
    return next((place for place in tried if room(place) >= _APART), max(tried, key=room))


def _towards(place: tuple[float, float], goal: tuple[float, float], distance: float) -> tuple[float, float]:
    across, down = goal[0] - place[0], goal[1] - place[1]
    length = hypot(across, down) or 1
    return round(place[0] + across * distance / length, 1), round(place[1] + down * distance / length, 1)
