"""Whose id an actor or event has whose note was written over or taken away: a remark is no new record.

An actor is the one that it shares most mentions with, a record the one on the same words; each is claimed
once.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.export.brat.lookup import Lookup, Record
from communique.export.brat.standoff import Words
from communique.records import Actor, Controversy, Evidence, Implication, Meeting, Statement

Notes = dict[str, dict[str, str]]
"""What the notes say, by the id of what they are about."""


def claimed(notes: Notes, groups: Sequence[Sequence[Words]], known: Lookup) -> Notes:
    """The notes, with those that are missing an id given it back where it can be told."""
    found = dict(notes)
    taken = {said["id"] for said in notes.values() if "id" in said}
    for mentions in groups:
        if any("id" in notes.get(one.id, {}) for one in mentions):
            continue
        actor = _actor(mentions, known.original.actors, taken)
        if actor is not None:
            taken.add(actor.id)
            country = {} if actor.country is None else {"country": actor.country}
            head = mentions[0].id
            found[head] = {"id": actor.id, "name": actor.name, **country, **notes.get(head, {})}
    for event in known.standoff.events.values():
        words = known.standoff.words.get(event.trigger)
        if words is None or "id" in notes.get(event.id, {}):
            continue
        record = _record(event.type.lower(), words, known, taken)
        if record is not None:
            taken.add(record.id)
            found[event.id] = {"id": record.id, **_said(record), **notes.get(event.id, {})}
    return found


def _actor(mentions: Sequence[Words], actors: Sequence[Actor], taken: set[str]) -> Actor | None:
    places = {(one.start, one.end) for one in mentions}
    shared = [
        (sum((one.start, one.end) in places for one in actor.mentions), actor)
        for actor in actors
        if actor.id not in taken
    ]
    count, best = max(shared, key=lambda each: each[0], default=(0, None))
    return best if count else None


def _record(kind: str, words: Words, known: Lookup, taken: set[str]) -> Record | None:
    for record in known.old.values():
        if record.id in taken or not record.id.startswith(f"{kind}:") or isinstance(record, Actor):
            continue
        own = _own(record)
        if (own.start, own.end) == (words.start, words.end):
            return record
    return None


def _own(record: Meeting | Controversy | Implication | Statement) -> Evidence:
    """The words that are the event's, as ``writing`` chooses them."""
    match record:
        case Implication():
            return record.cue
        case Statement():
            return record.content
    return record.evidence[0]


def _said(record: Record) -> dict[str, str]:
    """What the note of a record says besides its id."""
    match record:
        case Meeting():
            return {"name": record.name, **({"code": record.event_code} if record.event_code else {})}
        case Controversy():
            return {"name": record.name}
    return {}
