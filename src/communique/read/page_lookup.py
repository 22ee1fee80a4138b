"""Pieces of a result looked up among the pieces of the page that it was made from.

Both are compared by their letters and digits alone, so that white space, marks and the joints of markup do
not matter. Long pieces that stand once on either side are anchors, kept where their order agrees (patience
sorting); between two anchors the pieces are matched in order, whole or as parts of one another. A piece that
is not found stays as it is: nothing of the result is lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from communique.read.fields import key
from communique.read.page_blocks import Block

_ANCHOR = 20  # letters and digits from which a piece that stands once is an anchor
_WIDEST = 400  # pieces of the page that are looked at between two anchors


def looked_up(chosen: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """For each chosen piece those of the page that have its words, else itself, each piece once."""
    wanted = [key(it.piece.words) for it in chosen]
    there = [key(it.piece.words) for it in page]
    found: list[Block] = []
    anchors = [(-1, -1), *_anchors(wanted, there), (len(wanted), len(there))]
    for (first, start), (after, end) in pairwise(anchors):
        if first >= 0:
            found.append(page[start])
        gap = _between(wanted[first + 1 : after], there[start + 1 : min(end, start + 1 + _WIDEST)])
        for number, places in zip(range(first + 1, after), gap, strict=True):
            if places is None:
                found.append(chosen[number])
            found += [page[start + 1 + place] for place in places or ()]
    return found


def _anchors(wanted: Sequence[str], there: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of pieces that are the same and unique on both sides, rising on both."""
    in_wanted, in_page = Counter(wanted), Counter(there)
    places = {it: place for place, it in enumerate(there) if len(it) >= _ANCHOR and in_page[it] == 1}
    pairs = [(number, places[it]) for number, it in enumerate(wanted) if it in places and in_wanted[it] == 1]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []  # which pair lies on top of each pile
    below: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        below.append(piles[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [number]
    run: list[tuple[int, int]] = []
    at = piles[-1] if piles else None
    while at is not None:
        run.append(pairs[at])
        at = below[at]
    return run[::-1]


def _between(wanted: Sequence[str], there: Sequence[str]) -> list[tuple[int, ...] | None]:
    """For each wanted piece its places, ``()`` where one before holds it too, ``None`` for none."""
    found: list[tuple[int, ...] | None] = []
    place = 0
    held = ""  # what is left of a piece of the page that holds several wanted ones
    for it in wanted:
        if it and held.startswith(it):
            held = held[len(it) :]
            found.append(())
            continue
        places = _from(it, there, place)
        found.append(places)
        if places:
            place = places[-1] + 1
            held = there[places[-1]].removeprefix(it) if len(places) == 1 else ""
    return found


def _from(wanted: str, there: Sequence[str], first: int) -> tuple[int, ...] | None:
    """The places, from the first on, of a piece: the same, one that begins with it, or its parts."""
    for place in range(first, len(there)):
        if there[place] == wanted:
            return (place,)
    for place in range(first, len(there)):
        it = there[place]
        if len(wanted) >= _ANCHOR and it.startswith(wanted):
            return (place,)
        if it and wanted.startswith(it):
            rest, last = wanted[len(it) :], place + 1
            while rest and last < len(there) and there[last] and rest.startswith(there[last]):
                rest, last = rest[len(there[last]) :], last + 1
            if not rest:
                return tuple(range(place, last))
    return None
