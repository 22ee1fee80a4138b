"""What the annotations of one document name: words, records by mention or event, attributes."""

from __future__ import annotations

from typing import Any

from communique.errors import RecordError
from communique.export.brat.configuration import ACTORS, ATTRIBUTES
from communique.export.brat.standoff import Event, Standoff, Words
from communique.records import Actor, Article, Controversy, Implication, Meeting, Statement
from communique.records.ids import slug

BRIEF = 8
"""So many words of a passage make an id or a name that people can read."""
Json = dict[str, Any]
Record = Actor | Meeting | Controversy | Implication | Statement


class Lookup:
    """Looks up in one document. ``name`` is what errors call its file."""

    def __init__(self, standoff: Standoff, original: Article, name: str) -> None:
        self.standoff, self.original, self.name = standoff, original, name
        self.text = original.text or ""
        self.old = by_id(original)
        self.taken: set[str] = set()
        self.ids: dict[str, str] = {}
        """By mention or event: the id of its actor or record."""
        self.lines: dict[str, list[int]] = {}
        """By list of the article: the lines that its records come from."""

    def value(self, event: Event, name: str) -> str:
        """The value of an attribute that an event must have."""
        value = self.standoff.attributes.get((event.id, name))
        if not value:
            raise self.error(
                event.line,
                f"{event.id}, a {event.type}, has no {name}",
                f"choose one of {', '.join(ATTRIBUTES[name][1])}",
            )
        return value

    def one(self, event: Event, role: str) -> Json:
        """The words in a role that has just one."""
        found = self.spans(event, role)
        if len(found) != 1:
            raise self.error(
                event.line, f"{event.id}, an {event.type}, has {len(found)} {role}", "it needs just one"
            )
        return found[0]

    def spans(self, event: Event, role: str) -> list[Json]:
        """The words in a role."""
        return [self.span(self.words(name, event.line)) for name in event.all(role)]

    def targets(self, event: Event, role: str) -> list[str]:
        """The records in a role, each once."""
        return list(dict.fromkeys(self.target(name, event.line) for name in event.all(role)))

    def target(self, name: str, line: int) -> str:
        """The record that a mention or an event stands for."""
        if name not in self.ids:
            raise self.error(
                line, f"{name} is no mention of an actor, and no record", f"actors are {', '.join(ACTORS)}"
            )
        return self.ids[name]

    def words(self, name: str, line: int) -> Words:
        """Words by their id."""
        if name not in self.standoff.words:
            raise self.error(line, f"{name} is named here, and is nowhere", "take it away in brat")
        return self.standoff.words[name]

    def span(self, words: Words) -> Json:
        """Words as evidence."""
        start, end = words.start, words.end
        return {"start": start, "end": end, "quote": self.text[start:end]}

    def error(self, line: int, message: str, hint: str) -> RecordError:
        """An error at a line of the file."""
        return RecordError(message, where=f"{self.name}:{line}", hint=hint)

    def identity(self, kind: str, said: dict[str, str], words: str, line: int) -> str:
        """The id that a note gives, or a new one made of words."""
        name = said.get("id")
        if name is not None:
            if not name.startswith(f"{kind}:"):
                raise self.error(line, f"a {kind} cannot have the id {name!r}", "correct the note")
            return name
        plain = candidate = f"{kind}:{slug(' '.join(words.split()[:BRIEF]))}"
        number = 1
        while candidate in self.taken:
            number += 1
            candidate = f"{plain}-{number}"
        self.taken.add(candidate)
        return candidate


def by_id(article: Article) -> dict[str, Record]:
    """The records of an article."""
    lists: tuple[tuple[Record, ...], ...] = (
        article.actors,
        article.meetings,
        article.controversies,
        article.implications,
        article.statements,
    )
    return {record.id: record for records in lists for record in records}
