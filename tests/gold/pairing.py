"""How alike two spans are, and which one-to-one pairing of two lists is the best."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from tests.gold.annotation import Attribution, Span, Spans

WORD = re.compile(r"\w+")
ALIKE = 0.5
"""Token overlap (intersection over union) from which two spans count as the same."""

Left = TypeVar("Left")
Right = TypeVar("Right")


@cache
def words(span: Span) -> frozenset[int]:
    """Where the words of a span begin in the text."""
    return frozenset(span.start + match.start() for match in WORD.finditer(span.quote))


def iou(gold: Spans, found: Spans) -> float:
    """Token intersection over union of the found span and the best gold one; 1 where both are empty."""
    if not gold or not found:
        return float(not gold and not found)
    best, mine = 0.0, found[0]
    for span in gold:
        if span == mine:
            return 1.0
        if span.start < mine.end and mine.start < span.end:
            one, other = words(span), words(mine)
            best = max(best, len(one & other) / (len(one | other) or 1))
    return best


def exact(gold: Spans, found: Spans) -> bool:
    """Whether the found span is one of the gold ones, to the code point."""
    return bool(found) and found[0] in gold


def overlap(gold: Spans, found: Spans) -> bool:
    """Whether the found span shares a code point with a gold one, or both are empty."""
    if not gold or not found:
        return not gold and not found
    return any(span.start < found[0].end and found[0].start < span.end for span in gold)


def same_holder(gold: Attribution, found: Attribution) -> bool:
    """Whether two attributions name the same holder: by actor, by words where the gold names none."""
    if gold.own_voice or found.own_voice:
        return gold.own_voice and found.own_voice
    if gold.actor is not None:
        return gold.actor == found.actor
    return overlap(gold.source, found.source)


def jaccard(one: frozenset[str] | frozenset[int], other: frozenset[str] | frozenset[int]) -> float:
    """Intersection over union; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def pair(
    gold: Sequence[Left], found: Sequence[Right], weight: Callable[[Left, Right], float]
) -> list[tuple[int, int]]:
    """The one-to-one pairing with the greatest sum of weights. Items with weight 0 are never paired.

    The Hungarian algorithm (Kuhn 1955, Munkres 1957) in its shortest-augmenting-path form, O(n³).
    """
    size = max(len(gold), len(found))
    weights = [[0.0] * size for _ in range(size)]
    for i, left in enumerate(gold):
        for j, right in enumerate(found):
            weights[i][j] = weight(left, right)
    columns = _assign(weights, size)
    return [(i, j) for i, j in enumerate(columns[: len(gold)]) if weights[i][j] > 0]


def _assign(weights: list[list[float]], size: int) -> list[int]:
    """For each row the column it gets."""
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(weights, size, row, (row_price, column_price, row_of))
    columns = [0] * size
    for column in range(1, size + 1):
        columns[row_of[column] - 1] = column - 1
    return columns


def _augment(
    weights: list[list[float]], size: int, row: int, state: tuple[list[float], list[float], list[int]]
) -> None:
    row_price, column_price, row_of = state
    slack, came_from = [float("inf")] * (size + 1), [0] * (size + 1)
    done = [False] * (size + 1)
    row_of[0], column = row, 0
    while row_of[column]:
        done[column] = True
        here, step, following = row_of[column], float("inf"), 0
        for other in range(1, size + 1):
            if done[other]:
                continue
            cost = -weights[here - 1][other - 1] - row_price[here] - column_price[other]
            if cost < slack[other]:
                slack[other], came_from[other] = cost, column
            if slack[other] < step:
                step, following = slack[other], other
        for other in range(size + 1):
            if done[other]:
                row_price[row_of[other]] += step
                column_price[other] -= step
            else:
                slack[other] -= step
        column = following
    while column:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
