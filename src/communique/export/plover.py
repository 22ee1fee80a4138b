"""PLOVER-style event rows: who did what to whom, as CSV, for users of event data.

The classes and modes are those of PLOVER, the Political Language Ontology for Verifiable Event Records of
the Open Event Data Alliance (manual of September 2021, github.com/openeventdata/PLOVER); what makes a record
one of them is our own rule, below. A row stands only where the record supports it:

- a meeting held with at least one participant is CONSULT (``phone`` for a call); one that is planned is
  AGREE, as the manual has it for meetings to come;
- who accuses does ACCUSE ``allege``, who criticises ACCUSE ``disapprove``, who praises SUPPORT, who threatens
  THREATEN, who asks for something REQUEST;
- who takes a critical side in a controversy does ACCUSE, ``allege`` if it is an allegation and else
  ``disapprove``, who takes a supportive one for others SUPPORT: once for each controversy, and not where a
  statement has said so already.

The participants of a meeting are all actors, none the recipient. Of a statement or a controversy, the one
actor that it is about is the recipient; where it is about several the record does not say whom of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from communique.export.cells import Value
from communique.export.event import Event
from communique.export.identity import Told, tell_apart
from communique.export.separated import text_table
from communique.records import (
    Actor,
    Article,
    Controversy,
    DateMention,
    Evidence,
    Meeting,
    PlaceMention,
    Statement,
)

_QUADS = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "THREATEN": "verbal conflict",
}

# What a statement of this kind does. A denial may refuse something (REJECT) or only contest it, a promise may
# promise harm, and plain assertions and beliefs are no events.
_STATEMENTS: dict[str, tuple[str, str | None]] = {
    "accuse": ("ACCUSE", "allege"),
    "criticise": ("ACCUSE", "disapprove"),
    "praise": ("SUPPORT", None),
    "threaten": ("THREATEN", None),
    "ask": ("REQUEST", None),
}


def render(articles: Sequence[Article]) -> bytes:
    """The events of the articles as one CSV table, written as the other tables are."""
    names = [field.name for field in fields(Event)]
    return text_table(names, (_row(event, names) for event in events(articles)), ",", mark=True)


def events(articles: Sequence[Article]) -> Iterator[Event]:
    """The events, in the order of the articles, their meetings, statements and controversies."""
    for told in tell_apart(articles):
        yield from _Coder(told).events()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """How many records of the articles are no event, and why."""
    left: dict[str, int] = {}
    some = False
    told_apart = tell_apart(articles)
    for told in told_apart:
        coded = {event.record for event in _Coder(told).events()}
        some = some or bool(coded)
        records: tuple[Meeting | Statement | Controversy, ...]
        records = (*told.article.meetings, *told.article.statements, *told.article.controversies)
        for record in records:
            if record.id not in coded:
                why = _why(record)
                left[why] = left.get(why, 0) + 1
    sentences = [f"{why}: {count}." for why, count in sorted(left.items())]
    implications = sum(len(told.article.implications) for told in told_apart)
    if implications:
        sentences.append(f"Implications are no events and are left out: {implications}.")
    if some:
        sentences.append("PLOVER's contexts (military, economic …) and its material classes are not coded.")
    return tuple(sentences)


def _why(record: Meeting | Statement | Controversy) -> str:
    match record:
        case Meeting(status="proposed" | "cancelled"):
            return "Meetings proposed or cancelled are left out, since the record does not say by whom"
        case Meeting():
            return "Meetings without participants are left out"
        case Statement(kind=kind) if kind not in _STATEMENTS:
            return "Statements that only assert, believe, deny or promise something are left out"
        case Statement(certainty="unknown"):
            return "Statements that were not made, or are questions, are left out"
        case Statement():
            return "Statements of those who are no actor are left out"
        case _:
            return (
                "Controversies without an actor who takes a side, or whose sides are statements, are left out"
            )


class _Coder:
    """The events of one article."""

    def __init__(self, told: Told) -> None:
        self.short, self.article = told.short, told.article
        self.actors = {actor.id: actor for actor in told.article.actors}

    def events(self) -> Iterator[Event]:
        coded = {meeting.id: self._meeting(meeting) for meeting in self.article.meetings}
        for meeting in self.article.meetings:
            event = coded[meeting.id]
            if event:
                yield event
        said: list[tuple[Statement, str]] = []
        for statement in self.article.statements:
            event = self._statement(statement)
            if event:
                said.append((statement, event.event))
                yield event
        for controversy in self.article.controversies:
            yield from self._positions(controversy, said)

    def _meeting(self, meeting: Meeting) -> Event | None:
        event = {"held": "CONSULT", "planned": "AGREE"}.get(meeting.status)
        if event is None or not meeting.participants:
            return None
        whole = next((one for one in self.article.meetings if one.id == meeting.part_of), None)
        return self._event(
            meeting,
            event=event,
            mode="phone" if meeting.kind == "call" and event == "CONSULT" else None,
            actors=meeting.participants,
            words=meeting.evidence[0],
            status=meeting.status,
            several=meeting.several,
            part_of=f"{self.short}:{whole.id}" if whole and self._meeting(whole) else None,
            date=meeting.date,
            place=meeting.place,
        )

    def _statement(self, statement: Statement) -> Event | None:
        event, mode = _STATEMENTS.get(statement.kind, (None, None))
        holder = statement.attribution.actor
        # What was not said, or asked as a question, is unknown to be so.
        if event is None or holder is None or statement.certainty == "unknown":
            return None
        return self._event(
            statement,
            event=event,
            mode=mode,
            actors=(holder,),
            about=statement.about,
            words=statement.evidence[0],
            certainty=statement.certainty,
        )

    def _positions(self, controversy: Controversy, said: list[tuple[Statement, str]]) -> Iterator[Event]:
        critical = "allege" if controversy.kind == "allegation" else "disapprove"
        taken: set[tuple[str, str]] = set()
        for number, position in enumerate(controversy.positions, 1):
            holder = position.attribution.actor if position.attribution else None
            if holder is None or position.stance == "neutral" or position.certainty == "unknown":
                continue
            event, mode = ("ACCUSE", critical) if position.stance == "critical" else ("SUPPORT", None)
            # Who defends itself supports nobody else.
            if event == "SUPPORT" and holder in controversy.about:
                continue
            already = (holder, event) in taken or any(
                statement.attribution.actor == holder
                and event == as_what
                and any(_overlap(one, position.claim) for one in statement.evidence)
                for statement, as_what in said
            )
            taken.add((holder, event))
            if not already:
                yield self._event(
                    controversy,
                    part=f":position:{number}",
                    event=event,
                    mode=mode,
                    actors=(holder,),
                    about=controversy.about,
                    words=next(
                        (one for one in controversy.evidence if _overlap(one, position.claim)), position.claim
                    ),
                    certainty=position.certainty,
                )

    def _event(
        self,
        record: Meeting | Statement | Controversy,
        *,
        event: str,
        mode: str | None,
        actors: Iterable[str],
        words: Evidence,
        part: str = "",
        about: Iterable[str] = (),
        status: str = "said",
        several: bool = False,
        part_of: str | None = None,
        date: DateMention | None = None,
        place: PlaceMention | None = None,
        certainty: str | None = None,
    ) -> Event:
        acting = [self.actors[actor] for actor in actors]
        others = [self.actors[actor] for actor in about if self.actors[actor] not in acting]
        source = self.article.source
        return Event(
            event_id=f"{self.short}:{record.id}{part}",
            event=event,
            mode=mode,
            quad=_QUADS[event],
            actor=_names(acting),
            actor_id=[actor.id for actor in acting],
            actor_country=[actor.country or "" for actor in acting],
            recipient=_names(others) if len(others) == 1 else [],
            recipient_id=[actor.id for actor in others] if len(others) == 1 else [],
            recipient_country=[actor.country or "" for actor in others] if len(others) == 1 else [],
            about=list(about),
            status=status,
            several=several,
            part_of=part_of,
            date=date.edtf if date else None,
            place=place.name if place else None,
            place_country=place.country if place else None,
            certainty=certainty,
            quote=words.quote,
            start=words.start,
            end=words.end,
            record=record.id,
            found_by=record.found_by,
            article=source.sha256,
            title=source.title,
            publisher=source.publisher,
            published=source.published,
            url=source.url,
        )


def _row(event: Event, names: Sequence[str]) -> list[Value]:
    return [getattr(event, name) for name in names]


def _names(actors: Iterable[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
