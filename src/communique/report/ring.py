"""The ring on which the actors of the network stand, all names outside it and all lines inside.

The actors with the most links are spread around it, each with the actors it is most linked with at its side.
Rows are evenly spaced, half of them on each side, so that no two names can run into each other.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from communique.report.links import Link
from communique.report.wording import columns, shortened

WIDTH, HEIGHT = 580, 560
ACROSS, DOWN = 140, 262
"""The half axes of the ring."""

LINES, WIDEST_LINE = 2, 16
"""A name is written on so many lines of so many columns; what is longer ends in "…"."""

_HUBS = 4


class Place(NamedTuple):
    """Where an actor stands, in units of the picture, and on which side."""

    x: float
    y: float
    right: bool


def places(ranked: list[str], found: list[Link]) -> dict[str, Place]:
    """The place of each actor. ``ranked`` are the ids, those with the most links first."""
    ordered = _order(ranked, found)
    right = (len(ordered) + 1) // 2
    placed = {one: _at(number, right, right=True) for number, one in enumerate(ordered[:right])}
    # Down on the right and up again on the left.
    rest = ordered[right:][::-1]
    return placed | {one: _at(number, len(rest), right=False) for number, one in enumerate(rest)}


def lines_of(name: str) -> tuple[str, ...]:
    """A name on the lines that there is room for, broken between words."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if columns(longer) <= WIDEST_LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    rest = " ".join(lines[LINES - 1 :])
    return tuple(shortened(line, WIDEST_LINE) for line in [*lines[: LINES - 1], *([rest] if rest else [])])


def _at(number: int, of: int, *, right: bool) -> Place:
    # From the top of the ring to its bottom, between -1 and 1.
    height = (2 * number + 1) / of - 1
    across = ACROSS * sqrt(1 - height * height)
    return Place(
        round(WIDTH / 2 + (across if right else -across), 1), round(HEIGHT / 2 + DOWN * height, 1), right
    )


def _order(ranked: list[str], found: list[Link]) -> list[str]:
    """The actors around the ring: each hub in the middle of those that are linked with it most."""
    hubs = ranked[: min(_HUBS, max(1, len(ranked) // 2))]
    friends: dict[str, list[str]] = {hub: [] for hub in hubs}
    weights: dict[tuple[str, str], int] = {}
    for link in found:
        for pair in ((link.source, link.target), (link.target, link.source)):
            weights[pair] = weights.get(pair, 0) + len(link.records)
    for one in ranked[len(hubs) :]:
        # Of hubs that it is linked with alike, the one with the fewest friends so far.
        hub = max(hubs, key=lambda hub: (weights.get((one, hub), 0), -len(friends[hub]), -hubs.index(hub)))
        friends[hub].append(one)
    ordered = []
    for hub in hubs:
        around = friends[hub]
        ordered += [*around[::2], hub, *around[1::2][::-1]]
    return ordered
