"""Offsets → Evidence: the words are cut from the text here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from communique.analyse.analysis import Date, Place
from communique.records import DateMention, Evidence, PlaceMention

Span = tuple[int, int]


class Quoter:
    """Quotes from one text. Offsets count its code points."""

    def __init__(self, text: str) -> None:
        self.text = text

    def evidence(self, span: Span) -> Evidence:
        """The words of a span."""
        start, end = span
        return Evidence(start=start, end=end, quote=self.text[start:end])

    def some(self, span: Span | None) -> Evidence | None:
        """The words of a span, if there is one."""
        return None if span is None else self.evidence(span)

    def each(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """The words of several spans."""
        return tuple(self.evidence(span) for span in spans)

    def date(self, date: Date | None) -> DateMention | None:
        """The words of a date and its value."""
        if date is None:
            return None
        words = self.text[date.start : date.end]
        return DateMention(start=date.start, end=date.end, quote=words, edtf=date.edtf)

    def place(self, place: Place | None) -> PlaceMention | None:
        """The words of a place, its name and country."""
        if place is None:
            return None
        return PlaceMention(
            start=place.start,
            end=place.end,
            quote=self.text[place.start : place.end],
            name=place.name,
            country=place.country,
        )
