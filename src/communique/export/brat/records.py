"""Annotations → records: the way back of ``writing``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from communique.errors import RecordError
from communique.export.brat.configuration import ACTORS, ATTRIBUTES
from communique.export.brat.notes import values
from communique.export.brat.standoff import Event, Standoff, Words
from communique.records import Actor, Article, Controversy, Implication, Meeting, Statement
from communique.records.ids import slug

ANNOTATOR = "annotator"
"""What found a record that has no id of its own yet."""

_IDS = 8
"""So many words of a passage make an id that people can read."""
Json = dict[str, Any]
Record = Actor | Meeting | Controversy | Implication | Statement


class Reader:
    """Reads one document. ``name`` is what errors call its file."""

    def __init__(self, standoff: Standoff, original: Article, name: str) -> None:
        self._standoff, self._original, self._name = standoff, original, name
        self._text = original.text or ""
        self._old = by_id(original)
        self._taken: set[str] = set()
        self._classes = _classes(standoff)
        self._ids: dict[str, str] = {}
        """By mention or event: the id of its actor or record."""

    def dumped(self) -> Json:
        """The JSON of the article, not yet validated."""
        notes = {key: values(note) for key, note in self._standoff.notes.items()}
        known = [said["id"] for said in notes.values() if "id" in said]
        self._taken = set(known)
        heads = [self._head(mentions, notes) for mentions in self._classes]
        for head, mentions in zip(heads, self._classes, strict=True):
            said = notes.get(head.id, {})
            name = self._identity("actor", said, self._name_of(mentions), head.line)
            self._ids |= {one.id: name for one in mentions}
        events = list(self._standoff.events.values())
        for event in events:
            kind = event.type.lower()
            if kind != "position":
                said = notes.get(event.id, {})
                words = said.get("name") or self._words(event.trigger, event.line).quote
                self._ids[event.id] = self._identity(kind, said, words, event.line)
        made: dict[str, list[Json]] = {}
        for event in events:
            if event.type != "Position":
                made.setdefault(event.type, []).append(self._record(event, notes))
        dumped = self._original.model_dump(mode="json")
        dumped["actors"] = [
            self._actor(head, mentions, notes.get(head.id, {}))
            for head, mentions in zip(heads, self._classes, strict=True)
        ]
        lists = {
            "meetings": "Meeting",
            "controversies": "Controversy",
            "implications": "Implication",
            "statements": "Statement",
        }
        for key, kind in lists.items():
            dumped[key] = made.get(kind, [])
        return dumped

    def _head(self, mentions: Sequence[Words], notes: dict[str, dict[str, str]]) -> Words:
        """The mention whose note says who the actor is; the first where none does."""
        said = [one for one in mentions if "id" in notes.get(one.id, {})]
        names = {notes[one.id]["id"] for one in said}
        if len(names) > 1:
            raise self._error(
                said[-1].line,
                f"one actor has the notes of {len(names)}: {', '.join(sorted(names))}",
                "take the notes away that are not to count",
            )
        return (said or list(mentions))[0]

    def _identity(self, kind: str, said: dict[str, str], words: str, line: int) -> str:
        name = said.get("id")
        if name is not None:
            if not name.startswith(f"{kind}:"):
                raise self._error(line, f"a {kind} cannot have the id {name!r}", "correct the note")
            return name
        plain = candidate = f"{kind}:{slug(' '.join(words.split()[:_IDS]))}"
        number = 1
        while candidate in self._taken:
            number += 1
            candidate = f"{plain}-{number}"
        self._taken.add(candidate)
        return candidate

    def _actor(self, head: Words, mentions: Sequence[Words], said: dict[str, str]) -> Json:
        old = self._old.get(self._ids[head.id])
        before = old.model_dump(mode="json") if old is not None else {}
        name = said.get("name") or self._name_of(mentions)
        others = [self._span(one)["quote"] for one in mentions if self._form(one) != "pronoun"]
        spans = {(one.start, one.end): {**self._span(one), "form": self._form(one)} for one in mentions}
        return {
            "id": self._ids[head.id],
            "name": name,
            "kind": self._kind(mentions, before.get("kind")),
            "aliases": before.get("aliases", [alias for alias in dict.fromkeys(others) if alias != name]),
            "country": said.get("country"),
            "identifiers": before.get("identifiers", {}),
            "roles": self._roles(mentions),
            "mentions": [spans[place] for place in sorted(spans)],
            "found_by": before.get("found_by", ANNOTATOR),
        }

    def _kind(self, mentions: Sequence[Words], before: str | None) -> str:
        kinds = {one.type.lower(): one.line for one in mentions}
        new = {kind: line for kind, line in kinds.items() if kind != before}
        if len(new) > 1:
            raise self._error(
                max(new.values()), f"one actor is of several types: {', '.join(new)}", "give it one type"
            )
        return next(iter(new or kinds))

    def _roles(self, mentions: Sequence[Words]) -> list[Json]:
        own = {one.id for one in mentions}
        relations = self._standoff.relations
        of = {one.first: one.second for one in relations if one.type == "RoleOf"}
        return [
            {
                "title": self._span(self._words(one.second, one.line)),
                "of": self._target(of[one.second], one.line) if one.second in of else None,
            }
            for one in relations
            if one.type == "HasRole" and one.first in own
        ]

    def _record(self, event: Event, notes: dict[str, dict[str, str]]) -> Json:
        trigger = self._span(self._words(event.trigger, event.line))
        name, said = self._ids[event.id], notes.get(event.id, {})
        old = self._old.get(name)
        common = {"id": name, "found_by": old.found_by if old is not None else ANNOTATOR}
        match event.type:
            case "Meeting":
                part_of = self._targets(event, "PartOf")
                return common | {
                    "name": said.get("name") or self._brief(trigger),
                    "kind": self._value(event, "MeetingKind"),
                    "status": self._value(event, "Status"),
                    "several": (event.id, "Several") in self._standoff.attributes,
                    "participants": self._targets(event, "Participant"),
                    **self._when_and_where(event, notes),
                    "topics": self._spans(event, "Topic"),
                    "part_of": part_of[0] if part_of else None,
                    "event_code": said.get("code"),
                    "evidence": [trigger, *self._spans(event, "Evidence")],
                }
            case "Controversy":
                return common | {
                    "name": said.get("name") or self._brief(trigger),
                    "kind": self._value(event, "ControversyKind"),
                    "about": self._targets(event, "About"),
                    "positions": [self._position(each, event.line) for each in event.all("Position")],
                    "standing": self._standoff.attributes.get((event.id, "Standing")),
                    "meetings": self._targets(event, "Meeting"),
                    **self._when_and_where(event, notes),
                    "evidence": [trigger, *self._spans(event, "Evidence")],
                }
            case "Implication":
                return common | {
                    "cause": self._one(event, "Cause"),
                    "effect": self._one(event, "Effect"),
                    "cause_refs": self._targets(event, "CauseRef"),
                    "effect_refs": self._targets(event, "EffectRef"),
                    "cue": trigger,
                    "direction": self._value(event, "Direction"),
                    "affects": self._targets(event, "Affects"),
                    "certainty": self._value(event, "Certainty"),
                    "polarity": self._value(event, "Polarity"),
                    "time": self._value(event, "Time"),
                    "attribution": self._attribution(event, "AttributionCue"),
                    "evidence": self._spans(event, "Evidence") or [trigger],
                }
            case "Statement":
                nobody = {"source": None, "actor": None, "cue": None}
                return common | {
                    "attribution": self._attribution(event, "Cue") or nobody,
                    "content": trigger,
                    "kind": self._value(event, "StatementKind"),
                    "quoted": (event.id, "Quoted") in self._standoff.attributes,
                    "about": self._targets(event, "About"),
                    "certainty": self._value(event, "Certainty"),
                    "polarity": self._value(event, "Polarity"),
                    "evidence": self._spans(event, "Evidence") or [trigger],
                }
        raise self._error(event.line, f"{event.type} is no kind of record", "annotation.conf has the kinds")

    def _position(self, name: str, line: int) -> Json:
        event = self._standoff.events.get(name)
        if event is None or event.type != "Position":
            raise self._error(line, f"{name} is no position", "join the controversy to a position")
        return {
            "stance": self._value(event, "Stance"),
            "attribution": self._attribution(event, "Cue"),
            "claim": self._span(self._words(event.trigger, event.line)),
            "certainty": self._value(event, "Certainty"),
        }

    def _attribution(self, event: Event, cue: str) -> Json | None:
        holder, sources, cues = (
            self._targets(event, "Holder"),
            self._spans(event, "Source"),
            self._spans(event, cue),
        )
        if not (holder or sources or cues):
            return None
        return {
            "source": sources[0] if sources else None,
            "actor": holder[0] if holder else None,
            "cue": cues[0] if cues else None,
        }

    def _when_and_where(self, event: Event, notes: dict[str, dict[str, str]]) -> Json:
        date, place = (event.all(role)[:1] for role in ("Date", "Place"))
        made: Json = {"date": None, "place": None}
        if date:
            made["date"] = self._span(self._words(date[0], event.line)) | {
                "edtf": notes.get(date[0], {}).get("edtf")
            }
        if place:
            span, said = self._span(self._words(place[0], event.line)), notes.get(place[0], {})
            made["place"] = span | {"name": said.get("name") or span["quote"], "country": said.get("country")}
        return made

    def _value(self, event: Event, name: str) -> str:
        value = self._standoff.attributes.get((event.id, name))
        if not value:
            raise self._error(
                event.line,
                f"{event.id}, a {event.type}, has no {name}",
                f"choose one of {', '.join(ATTRIBUTES[name][1])}",
            )
        return value

    def _form(self, mention: Words) -> str:
        """How an annotator who did not say would have meant it: what has a capital letter is a name."""
        said = self._standoff.attributes.get((mention.id, "Form"))
        return said or ("name" if any(word[0].isupper() for word in mention.quote.split()) else "description")

    def _name_of(self, mentions: Sequence[Words]) -> str:
        """The longest name, or else the longest words, of an actor; the first of several."""
        named = [one for one in mentions if self._form(one) == "name"] or list(mentions)
        return " ".join(max(named, key=lambda one: len(one.quote)).quote.split())

    def _brief(self, span: Json) -> str:
        return " ".join(str(span["quote"]).split()[:_IDS])

    def _one(self, event: Event, role: str) -> Json:
        found = self._spans(event, role)
        if len(found) != 1:
            raise self._error(
                event.line, f"{event.id}, an {event.type}, has {len(found)} {role}", "it needs just one"
            )
        return found[0]

    def _spans(self, event: Event, role: str) -> list[Json]:
        return [self._span(self._words(name, event.line)) for name in event.all(role)]

    def _targets(self, event: Event, role: str) -> list[str]:
        return list(dict.fromkeys(self._target(name, event.line) for name in event.all(role)))

    def _target(self, name: str, line: int) -> str:
        if name not in self._ids:
            raise self._error(
                line, f"{name} is no mention of an actor, and no record", f"actors are {', '.join(ACTORS)}"
            )
        return self._ids[name]

    def _words(self, name: str, line: int) -> Words:
        if name not in self._standoff.words:
            raise self._error(line, f"{name} is named here, and is nowhere", "take it away in brat")
        return self._standoff.words[name]

    def _span(self, words: Words) -> Json:
        start, end = words.start, words.end
        return {"start": start, "end": end, "quote": self._text[start:end]}

    def _error(self, line: int, message: str, hint: str) -> RecordError:
        return RecordError(message, where=f"{self._name}:{line}", hint=hint)


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


def _classes(standoff: Standoff) -> list[list[Words]]:
    """The mentions of each actor, as ``Equiv`` joins them; actors in the order of their first lines."""
    mentions = [one for one in standoff.words.values() if one.type in ACTORS]
    group = {one.id: [one] for one in mentions}
    for members in standoff.same:
        joined = _distinct(group[name] for name in members if name in group)
        for one in joined:
            group[one.id] = joined
    seen: dict[int, list[Words]] = {}
    for one in mentions:
        seen.setdefault(id(group[one.id]), group[one.id])
    return list(seen.values())


def _distinct(groups: Iterable[list[Words]]) -> list[Words]:
    """The words of several groups, each once, in the order of their lines."""
    found = {one.id: one for group in groups for one in group}
    return sorted(found.values(), key=lambda one: one.line)
