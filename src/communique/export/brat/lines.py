"""The lines of an ``.ann`` file, written one after the other, and the ids that they give."""

from __future__ import annotations

from collections.abc import Iterable

from communique.export.brat.notes import note
from communique.export.brat.standoff import pieces, quoted
from communique.records import Evidence

Arguments = list[tuple[str, str | None]]
"""Roles and the ids in them; ``None`` where there is nothing that brat could mark."""


class Lines:
    """The lines so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self.events: dict[str, str] = {}
        """By record: the id of its event."""
        self._counts: dict[str, int] = {}
        self._triggers: dict[tuple[str, int, int], str | None] = {}
        """By type and place: the words of events."""

    def words(self, kind: str, span: Evidence | None) -> str | None:
        """Words of a type; their id, or ``None`` where brat can mark nothing of them."""
        parts = () if span is None else pieces(self.text, span.start, span.end)
        if not parts:
            return None
        places = ";".join(f"{start} {end}" for start, end in parts)
        return self.line("T", f"{kind} {places}\t{quoted(self.text, parts)}")

    def event(self, kind: str, words: Evidence, arguments: Arguments, record: str | None = None) -> str:
        """An event on its words; its id. Events of one type on the same words share these, as in brat."""
        place = (kind, words.start, words.end)
        if place not in self._triggers:
            self._triggers[place] = self.words(kind, words)
        counts: dict[str, int] = {}
        said = [f"{kind}:{self._triggers[place]}"]
        for role, target in arguments:
            if target is not None:
                counts[role] = counts.get(role, 0) + 1
                said.append(f"{role}{counts[role] if counts[role] > 1 else ''}:{target}")
        event = self.new("E") if record is None else self.events[record]
        self.lines.append(f"{event}\t{' '.join(said)}")
        return event

    def attribute(self, name: str, target: str, value: str) -> None:
        """An attribute and its value."""
        self.line("A", f"{name} {target} {value}")

    def mark(self, name: str, target: str, wanted: bool) -> None:
        """An attribute without a value, where it is wanted."""
        if wanted:
            self.line("A", f"{name} {target}")

    def note(self, target: str, **values: str | None) -> None:
        """A note of the values that there are."""
        if said := note(values):
            self.line("#", f"AnnotatorNotes {target}\t{said}")

    def line(self, letter: str, rest: str) -> str:
        """A line that gives an id; the id."""
        name = self.new(letter)
        self.lines.append(f"{name}\t{rest}")
        return name

    def new(self, letter: str) -> str:
        """The next id of a letter."""
        self._counts[letter] = self._counts.get(letter, 0) + 1
        return f"{letter}{self._counts[letter]}"

    def markable(self, spans: Iterable[Evidence]) -> list[Evidence]:
        """Those of the passages that have something brat can mark."""
        return [span for span in spans if pieces(self.text, span.start, span.end)]
