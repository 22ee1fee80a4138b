"""Cells of tables: words with their place, dates with their first and last day, places, who said it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from communique.records import Attribution, DateMention, Evidence, PlaceMention
from communique.records.edtf import bounds, fault

Value = str | int | bool | date | list[str] | None
Row = tuple[Value, ...]


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and the last day that a date can mean; ``None`` at an open or unknown end.

    ``~`` and ``?`` add nothing, as EDTF does not say how much they would. No day of the year 0000 is given:
    calendars of programs begin with the year 1.
    """
    if edtf is None or fault(edtf):
        return None, None
    first, _, last = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    return _day(first, 0), _day(last, 1)


def _day(edtf: str, which: int) -> date | None:
    if edtf in {"", ".."}:
        return None
    year, month, day = bounds(edtf)[which]
    return date(year, month, min(day, monthrange(year, month)[1])) if year else None


def span(words: Evidence | None) -> tuple[Value, Value, Value]:
    """The quote, its start and its end; three empty cells where there are no words."""
    return (None, None, None) if words is None else (words.quote, words.start, words.end)


def when(date_: DateMention | None) -> tuple[Value, ...]:
    """The EDTF, the first and the last day, and the words of a date."""
    edtf = date_.edtf if date_ else None
    return (edtf, *days(edtf), *span(date_))


def where(place: PlaceMention | None) -> tuple[Value, ...]:
    """The name, the country and the words of a place."""
    name, country = (place.name, place.country) if place else (None, None)
    return (name, country, *span(place))


def attribution(held: Attribution | None) -> tuple[Value, ...]:
    """The actor who holds it, the words for the source and those of the cue."""
    if held is None:
        return (None,) * 7
    return (held.actor, *span(held.source), *span(held.cue))


def listed(key: str, record: str, names: Iterable[str]) -> Iterator[Row]:
    """A row for each name of a list, numbered from 1."""
    for number, name in enumerate(names, 1):
        yield key, record, number, name


def spans(key: str, record: str, passages: Iterable[Evidence]) -> Iterator[Row]:
    """A row for each passage of a list, numbered from 1."""
    for number, words in enumerate(passages, 1):
        yield (key, record, number, *span(words))
