"""Passages: the text cut where evidence begins or ends, so that each piece has one set of records.

The cutting is done here, in code points, and never in the browser, whose strings count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from communique.report.blocks import Block
from communique.report.known import Known
from communique.report.marks import KINDS, Mark

GAP = "gap"
"""The look of what stands for words that are not known."""


class Passage(NamedTuple):
    """A piece of a block. ``look`` is empty where no evidence lies on it."""

    start: int
    text: str
    look: str
    """Its classes: the initial of each kind that rests on it, with 2 for the words of a field, else 1."""


class Shown(NamedTuple):
    """A block and its passages."""

    block: Block
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Reach:
    """Where the marked passages begin, in order: the stretch of a mark is a range of them."""

    starts: Sequence[int]

    def of(self, mark: Mark) -> tuple[int, int]:
        """The first marked passage that a mark covers, and the one behind its last."""
        return bisect_left(self.starts, mark.start), bisect_left(self.starts, mark.end)


def cut(
    blocks: Iterable[Block], known: Known, marked: Iterable[tuple[str, Sequence[Mark]]]
) -> tuple[tuple[Shown, ...], Reach]:
    """The blocks with their passages. ``marked`` are the marks of each record, with the record's kind."""
    turns = _turns(marked)
    places = sorted(turns)
    counts = [0] * (2 * len(KINDS))
    at = 0
    starts: list[int] = []
    shown = []
    for block in blocks:
        passages: list[Passage] = []
        reached = block.start
        for fragment in known.between(block.start, block.end):
            if fragment.start > reached:
                passages.append(Passage(reached, " […] ", GAP))
            position = fragment.start
            while position < fragment.end:
                while at < len(places) and places[at] <= position:
                    for index, step in turns[places[at]].items():
                        counts[index] += step
                    at += 1
                following = min(places[at], fragment.end) if at < len(places) else fragment.end
                text = fragment.text[position - fragment.start : following - fragment.start]
                look = _look(tuple(map(bool, counts)))
                if look:
                    starts.append(position)
                passages.append(Passage(position, text, look))
                position = following
            reached = fragment.end
        if any(passage.look != GAP for passage in passages):
            if reached < block.end:
                passages.append(Passage(reached, " […] ", GAP))
            shown.append(Shown(block, tuple(passages)))
    return tuple(shown), Reach(starts)


def _turns(marked: Iterable[tuple[str, Sequence[Mark]]]) -> Mapping[int, dict[int, int]]:
    """At which offsets how many marks of each kind begin (above 0) or end (below)."""
    turns: dict[int, dict[int, int]] = {}
    for kind, marks in marked:
        for mark in marks:
            index = 2 * KINDS.index(kind) + mark.exact
            for place, step in ((mark.start, 1), (mark.end, -1)):
                steps = turns.setdefault(place, {})
                steps[index] = steps.get(index, 0) + step
    return turns


@lru_cache(maxsize=2048)
def _look(covered: tuple[bool, ...]) -> str:
    return " ".join(_looks(covered))


def _looks(covered: tuple[bool, ...]) -> Iterator[str]:
    for index, kind in enumerate(KINDS):
        around, exact = covered[2 * index : 2 * index + 2]
        if around or exact:
            yield f"{kind[0]}{2 if exact else 1}"
