"""The lines of a page in reading order: columns from left to right, within bands that wide lines cut.

A column is told by its left edge: several lines begin there, hardly any runs across it, and lines of some
width stand to the left of it. So lists, indented paragraphs and tables of narrow cells make no columns, and a
title or a figure over the full width does not hide any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.read.pdf_lines import Line, merged

_EDGE = 3.0  # points by which the left edges of a column differ at most
_FEWEST = 3  # lines from which a column is told
_NARROWEST = 0.11  # of the page: a column's usual line
_CROSSING = 0.25  # of the lines of a column: so many may run across its left edge
_OTHER = 0.07  # of the usual size: what differs by more is a title, or the caption of a figure
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A line and where on its page it stands."""

    line: Line
    slot: int
    """The column from the left, from 0; -1 for a line over several."""
    run: int
    """Counts stretches of lines on the page: those of the same number stand beneath one another."""


def edges(lines: Sequence[Line], width: float, known: Sequence[float] = ()) -> list[float]:
    """The left edges of the columns of a page but the first, from left to right.

    :param known: edges on other pages, which a few lines are enough for
    """
    found: list[float] = []
    for edge, starting in _clusters(lines):
        told = [_FEWEST, 1] if any(abs(edge - it) <= _EDGE for it in known) else [_FEWEST]
        if any(len(starting) >= it and _is_column(edge, starting, lines, width, it) for it in told):
            found.append(edge)
    apart: list[float] = []
    for edge in sorted(found):
        if not apart or edge - apart[-1] > _NARROWEST * width:
            apart.append(edge)
    return apart[: _MOST_COLUMNS - 1]


def _clusters(lines: Sequence[Line]) -> list[tuple[float, list[Line]]]:
    """Lines that begin at about the same place, by that place."""
    groups: list[list[Line]] = []
    for it in sorted(lines, key=lambda one: one.left):
        if groups and it.left - groups[-1][0].left <= _EDGE:
            groups[-1].append(it)
        else:
            groups.append([it])
    return [(group[0].left, group) for group in groups]


def _is_column(
    edge: float, starting: Sequence[Line], lines: Sequence[Line], width: float, fewest: int
) -> bool:
    top = max(it.baseline for it in starting) + 1
    bottom = min(it.baseline for it in starting) - 1
    level = [it for it in lines if bottom <= it.baseline <= top]
    if fewest == 1:
        level = list(lines)
    place = edge - 2
    crossing = sum(it.left < place < it.right for it in level)
    before = _widths(it for it in level if it.right <= place)
    after = _widths(it for it in level if it.left >= place)
    narrowest = _NARROWEST * width
    return (
        crossing <= _CROSSING * len(starting)
        and len(before) >= fewest
        and min(_middle(before), _middle(after)) >= narrowest
    )


def _widths(lines: Iterable[Line]) -> list[float]:
    """How wide lines are, in ascending order; those on one baseline are one."""
    rows: dict[int, tuple[float, float]] = {}
    for it in lines:
        left, right = rows.get(round(it.baseline / 2), (it.left, it.right))
        rows[round(it.baseline / 2)] = (min(left, it.left), max(right, it.right))
    return sorted(right - left for left, right in rows.values())


def _middle(ascending: Sequence[float]) -> float:
    return ascending[len(ascending) // 2]


def ordered(lines: Sequence[Line], columns: Sequence[float], page: int) -> list[Row]:
    """The lines of a page in reading order, those on one baseline of a column put together."""
    spanning = _spanning(lines, columns)
    bands: list[list[list[Line]]] = [[[] for _ in range(len(columns) + 1)]]
    for it in sorted(lines, key=lambda one: (-one.baseline, one.left)):
        if it in spanning:
            bands.append([[it]])
            bands.append([[] for _ in range(len(columns) + 1)])
        else:
            bands[-1][_column(it.left, columns)].append(it)
    out: list[Row] = []
    at = 0
    for band in _joined(bands, spanning):
        for slot, found in enumerate(band):
            if found:
                place = -1 if found[0] in spanning else slot
                out += [Row(it, place, at) for it in merged(found, page)]
                at += 1
    return out


def _spanning(lines: Sequence[Line], columns: Sequence[float]) -> frozenset[Line]:
    """Lines that run across the left edge of a column, and what goes on beneath them in the same type."""
    found: set[Line] = set()
    above: Line | None = None
    usual = _usual(lines) if lines else 0.0
    for it in sorted(lines, key=lambda one: (-one.baseline, one.left)):
        if any(it.left < edge - 4 and it.right > edge + 4 for edge in columns):
            above = it
            found.add(it)
        elif above is not None and above.size == it.size and above.bold == it.bold:
            gap = above.baseline - it.baseline
            if 0.5 * it.size < gap < 1.6 * it.size and abs(it.size - usual) > _OTHER * usual:
                above = it
                found.add(it)
    return frozenset(found)


def _usual(lines: Sequence[Line]) -> float:
    """The size of the line in the middle, by size."""
    return sorted(it.size for it in lines)[len(lines) // 2]


def _joined(bands: list[list[list[Line]]], spanning: frozenset[Line]) -> list[list[list[Line]]]:
    """Bands of wide lines right beneath one another as one, so that they make paragraphs."""
    out: list[list[list[Line]]] = []
    for band in bands:
        if not any(band):
            continue
        wide = bool(band[0]) and band[0][0] in spanning
        if wide and out and out[-1][0] and out[-1][0][0] in spanning:
            out[-1][0].extend(band[0])
        else:
            out.append(band)
    return out


def _column(left: float, columns: Sequence[float]) -> int:
    return sum(left >= edge - 4 for edge in columns)
