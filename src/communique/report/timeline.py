"""The timeline: meetings and matters by date, and those without one by their place in the article.

A date is drawn as long as it is vague: ``2018-07`` is a bar over all of July, ``2017/..`` runs to the edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from communique.records import Article, Controversy, Meeting
from communique.records.edtf import bounds, fault
from communique.report.wording import MONTHS, columns, dated, shortened

WIDTH, MARGIN, ROW, TOP = 560, 10, 40, 34
MOST = 120
"""Rows of each part that are drawn; the table has all."""

_WIDEST_LABEL = 72
_STEPS = (1 / 12, 1 / 4, 1 / 2, *(base * 10**power for power in range(4) for base in (1, 2, 5)))


class Row(NamedTuple):
    """A meeting or a matter, and where it is drawn, in units of the picture."""

    id: str
    kind: str
    name: str
    label: str
    when: str
    y: int
    start: float
    width: float
    label_x: float
    label_anchor: str
    ticks: tuple[float, ...]
    """Of one without a date: where the article tells of it."""


class Tick(NamedTuple):
    """A mark on the axis of time."""

    x: float
    label: str


class Timeline(NamedTuple):
    """The picture. ``more`` are the rows that are not drawn."""

    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: int
    undated_y: int
    more: int
    everything: tuple[Row, ...]
    """All rows, for the table: by date, then those without one as the article tells of them."""


class _Span(NamedTuple):
    start: float | None
    end: float | None


class _Axis(NamedTuple):
    """From when to when, at round dates, and the step between ticks; all in years."""

    first: float
    last: float
    step: float

    def x(self, at: float) -> float:
        scale = (WIDTH - 2 * MARGIN) / (self.last - self.first)
        return round(MARGIN + (at - self.first) * scale, 1)


def timeline(article: Article) -> Timeline:
    """The timeline of an article's meetings and controversies."""
    found: list[Meeting | Controversy] = [*article.meetings, *article.controversies]
    spans = {one.id: _span(one.date.edtf) for one in found if one.date is not None and one.date.edtf}
    timed = sorted((one for one in found if one.id in spans), key=lambda one: (_order(spans[one.id]), one.id))
    rest = sorted(
        (one for one in found if one.id not in spans), key=lambda one: (one.evidence[0].start, one.id)
    )
    axis = _axis(list(spans.values()))
    dated_rows = [_dated(one, spans[one.id], axis, TOP + at * ROW) for at, one in enumerate(timed)]
    drawn = dated_rows[:MOST]
    undated_y = TOP + len(drawn) * ROW + 20 if drawn else 0
    undated_rows = [
        _undated(one, article.source.length, undated_y + TOP + at * ROW) for at, one in enumerate(rest)
    ]
    shown = undated_rows[:MOST]
    return Timeline(
        dated=tuple(drawn),
        undated=tuple(shown),
        ticks=tuple(_ticks(axis)) if drawn else (),
        height=undated_y + (TOP + len(shown) * ROW if shown else 0) + 8,
        undated_y=undated_y,
        more=len(found) - len(drawn) - len(shown),
        everything=(*dated_rows, *undated_rows),
    )


def _span(edtf: str) -> _Span:
    """A date in years, as a decimal number; ``None`` at an open end."""
    if fault(edtf) is not None:
        return _Span(None, None)
    first, slash, last = edtf.partition("/")
    opening, closing = (
        None if part in {"", ".."} else bounds(part) for part in (first, last if slash else first)
    )
    return _Span(
        _years(opening.earliest) if opening else None,
        # To the end of the last day.
        _years(closing.latest) + 1 / 372 if closing else None,
    )


def _years(day: tuple[int, int, int]) -> float:
    return day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 372


def _order(span: _Span) -> tuple[float, float]:
    far = 99_999.0
    return -far if span.start is None else span.start, far if span.end is None else span.end


def _axis(spans: list[_Span]) -> _Axis:
    ends = [end for span in spans for end in span if end is not None]
    if not ends:
        return _Axis(0, 1, 1)
    first, last = min(ends), max(ends)
    if last - first < 0.5:
        first, last = floor(first), ceil(last)
    step = next((one for one in _STEPS if (last - first) / one <= 6), _STEPS[-1])
    first = floor(first / step + 1e-9) * step
    return _Axis(first, max(ceil(last / step - 1e-9) * step, first + step), step)


def _ticks(axis: _Axis) -> Iterator[Tick]:
    for number in range(round((axis.last - axis.first) / axis.step) + 1):
        at = axis.first + number * axis.step
        year, month = divmod(round(at * 12), 12)
        yield Tick(axis.x(at), str(round(at)) if axis.step >= 1 else f"{MONTHS[month][:3]} {year}")


def _dated(one: Meeting | Controversy, span: _Span, axis: _Axis, y: int) -> Row:
    start = axis.x(axis.first if span.start is None else span.start)
    end = axis.x(axis.last if span.end is None else span.end)
    edtf = one.date.edtf if one.date is not None else None
    when = dated(edtf or "")
    label = shortened(f"{when}: {one.name}", _WIDEST_LABEL)
    # Seven units a letter, as wide as the page's sans serif runs: a label that would leave the picture ends
    # where its bar does.
    wide = 7 * columns(label)
    leftwards = start + wide > WIDTH - MARGIN
    at = max(end, min(wide + MARGIN, WIDTH - MARGIN)) if leftwards else start
    width = round(max(end - start, 6), 1)
    anchor = "end" if leftwards else "start"
    return Row(one.id, _kind(one), one.name, label, when, y, start, width, round(at, 1), anchor, ())


def _undated(one: Meeting | Controversy, length: int, y: int) -> Row:
    scale = (WIDTH - 2 * MARGIN) / max(length, 1)
    ticks = tuple(dict.fromkeys(round(MARGIN + each.start * scale, 1) for each in one.evidence))
    # "25 July" of no year has words, but no place on the axis.
    when = f"“{one.date.quote}”" if one.date is not None else ""
    label = shortened(f"{when}: {one.name}" if when else one.name, _WIDEST_LABEL)
    return Row(one.id, _kind(one), one.name, label, when, y, MARGIN, 0, MARGIN, "start", ticks)


def _kind(one: Meeting | Controversy) -> str:
    return "meeting" if isinstance(one, Meeting) else "controversy"
