"""Lines on a page → the tables of data among them, which are no prose.

A table has no marks in a PDF. It is told by its white: at least two strips without a letter run down through
all of its rows, between three columns of cells. A column that is set as prose is, lines filled one beneath
the other, belongs to no table: so columns of text stay text, and a column of text beside a table too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.read.pdf_lines import Line

_LEVEL = 0.35  # of the size: baselines that differ less are one
_STRIP = 0.5  # of the size: how wide the white between columns is at least
_APART = 3.2  # of the size: rows further apart than this are of two tables
_MOST = 2_000  # lines of a page
_COLUMNS = 3
_MOSTLY = 0.6
_ROWS = 3  # that have a cell in three columns and more
_FILLED = 0.85  # of a column: a line of prose is so long
_LETTERS = 24  # in a line of prose, on average
_EDGE = 2.0  # points by which places that are the same differ at most
_IN_LINE = 0.7  # of the cells of a column: so many begin, or end, at one place
_TO_A_ROW = 1.2  # cells of a column on one baseline, on average
_WIDER = 1.3  # of the usual distance of lines …
_MOST_WIDER = 0.3  # … which so many of the lines of a text stand apart at most, as its paragraphs do

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, row by row; the lines of a cell of several lines are in several rows."""

    rows: tuple[tuple[Line, ...], ...]

    def words(self) -> Iterator[str]:
        """The rows, cells parted as in the tables of other formats."""
        for row in self.rows:
            yield " | ".join(cell.text for cell in row if cell.text)


def tables(lines: Sequence[Line]) -> list[Table]:
    """The tables of a page, top to bottom; none are looked for on a page of very many lines."""
    if len(lines) > _MOST:
        return []
    rows = _levels(lines)
    found: list[Table] = []
    at = 0
    while at < len(rows):
        end, strips = _reach(rows, at)
        table = _table(rows[at:end], strips, lines)
        if table is not None and at > 0 and (head := _head(rows[at - 1], table)):
            table = Table((head, *table.rows))
        if table is not None:
            found.append(table)
        at = end if table is not None else at + 1
    return found


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by baseline, top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for it in sorted(lines, key=lambda one: (-one.baseline, one.left)):
        if rows and rows[-1][0].baseline - it.baseline <= _LEVEL * it.size:
            rows[-1].append(it)
        else:
            rows.append([it])
    return [sorted(row, key=lambda it: it.left) for row in rows]


def _reach(rows: Sequence[Sequence[Line]], first: int) -> tuple[int, list[Strip]]:
    """Where the rows end that share two white strips at least with one another, and the strips."""
    strips = _gaps(rows[first])
    if len(strips) < _COLUMNS - 1:
        return first + 1, []
    at = first + 1
    while at < len(rows):
        size = rows[at][0].size
        if rows[at - 1][0].baseline - rows[at][0].baseline > _APART * size:
            break
        left = [it for it in _cut(strips, rows[at]) if it[1] - it[0] >= _STRIP * size]
        if len(left) < _COLUMNS - 1:
            break
        strips = left
        at += 1
    while at > first + 1 and not _is_of_table(rows[at - 1], rows[at - 2], strips):
        at -= 1
    return at, strips


def _gaps(row: Sequence[Line]) -> list[Strip]:
    return [(one.right, two.left) for one, two in pairwise(row) if two.left - one.right >= _STRIP * one.size]


def _cut(strips: Sequence[Strip], row: Sequence[Line]) -> Iterator[Strip]:
    """What a row leaves of the strips."""
    for left, right in strips:
        place = left
        for it in row:
            if it.right <= place or it.left >= right:
                continue
            if it.left > place:
                yield place, it.left
            place = max(place, it.right)
        if place < right:
            yield place, right


def _is_of_table(row: Sequence[Line], above: Sequence[Line], strips: Sequence[Strip]) -> bool:
    """Whether the last of the rows belongs to them: more than one cell, or more of a cell above it."""
    if len(row) > 1:
        return True
    near = above[0].baseline - row[0].baseline <= 1.6 * row[0].size
    return near and _column(row[0], strips) > 0 and row[0].size == above[-1].size


def _column(line: Line, strips: Sequence[Strip]) -> int:
    return sum(line.left >= right - 0.1 for _, right in strips)


def _head(row: Sequence[Line], table: Table) -> tuple[Line, ...]:
    """The cells of a row of headings above a table, whose bold words may leave little white between them."""
    cells = [it for line in table.rows for it in line]
    left, right = min(it.left for it in cells) - _EDGE, max(it.right for it in cells) + _EDGE
    near = row[0].baseline - table.rows[0][0].baseline <= _APART * row[0].size
    held = tuple(it for it in row if left <= it.left and it.right <= right)
    if not near or not all(it.bold for it in held):
        return ()
    # In one: it is as wide as most of the table, and in its type.
    wide = len(held) == 1 and held[0].right - held[0].left > _MOSTLY * (right - left)
    return held if len(held) > 1 or (wide and held[0].size == table.rows[0][0].size) else ()


def _table(rows: Sequence[Sequence[Line]], strips: Sequence[Strip], page: Sequence[Line]) -> Table | None:
    """The table in rows that share strips; ``None`` where it is text in columns, or chance."""
    if not strips:
        return None
    columns: list[list[Line]] = [[] for _ in range(len(strips) + 1)]
    for row in rows:
        for it in row:
            columns[_column(it, strips)].append(it)
    if not all(map(_is_aligned, columns)):
        return None
    prose = {number for number, column in enumerate(columns) if _is_prose(column)}
    if len(prose) == 1 and not any(_goes_beyond(columns[number], page) for number in prose):
        prose = set()  # cells of several words
    held = set(range(len(columns))) - prose
    for number in sorted(held):  # a table is on end: prose between two parts makes none of them
        if number - 1 not in held and not _on_end(held, number):
            held.discard(number)
    if not held:
        return None
    if sum(len({_column(it, strips) for it in row}) >= _COLUMNS for row in rows) < _ROWS:
        return None
    cells = (tuple(it for it in row if _column(it, strips) in held) for row in rows)
    return Table(tuple(row for row in cells if row))


def _on_end(held: set[int], number: int) -> bool:
    return all(number + step in held for step in range(_COLUMNS))


def _goes_beyond(column: Sequence[Line], page: Sequence[Line]) -> bool:
    """Whether the lines of a column go on above or beneath: a text that a table stands beside."""
    top, bottom = column[0], column[-1]
    reach = 1.6 * top.size
    return any(
        abs(it.left - top.left) <= 2 * _EDGE
        and (0 < it.baseline - top.baseline <= reach or 0 < bottom.baseline - it.baseline <= reach)
        for it in page
        if it not in column
    )


def _is_aligned(column: Sequence[Line]) -> bool:
    """Whether the cells of a column stand in line, one to a row: no white that runs through text by chance.

    To the left or in the middle; to the right only figures do, since justified text does as well.
    """
    baselines = {round(it.baseline) for it in column}
    if len(column) > _TO_A_ROW * len(baselines):
        return False
    places = [[it.left for it in column], [(it.left + it.right) / 2 for it in column]]
    if 2 * sum(any(map(str.isdigit, it.text)) for it in column) >= len(column):
        places.append([it.right for it in column])
    return any(_in_line(sorted(it)) for it in places)


def _in_line(ascending: Sequence[float]) -> bool:
    """Whether most of some places are one."""
    need = math.ceil(_IN_LINE * len(ascending))
    return any(two - one <= 2 * _EDGE for one, two in zip(ascending, ascending[need - 1 :], strict=False))


def _is_prose(column: Sequence[Line]) -> bool:
    """Whether the lines of a column fill it, one beneath the other at one distance, as those of a text do."""
    left, right = min(it.left for it in column), max(it.right for it in column)
    widths = sorted(it.right - it.left for it in column)
    letters = sum(len(it.text) for it in column) / len(column)
    if letters < _LETTERS or widths[len(widths) // 2] < _FILLED * (right - left):
        return False
    gaps = [one.baseline - two.baseline for one, two in pairwise(column)]
    usual = min((it for it in gaps if it > _LEVEL * column[0].size), default=0.0)
    return sum(it > _WIDER * usual for it in gaps) <= _MOST_WIDER * len(gaps)
