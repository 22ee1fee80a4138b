"""What makes a record an event: the rules, one article at a time. ``plover`` says them in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.export.event import Event
from communique.export.identity import Told
from communique.records import (
    Actor,
    Controversy,
    DateMention,
    Evidence,
    Meeting,
    PlaceMention,
    Position,
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
STATEMENTS: dict[str, tuple[str, str | None]] = {
    "accuse": ("ACCUSE", "allege"),
    "criticise": ("ACCUSE", "disapprove"),
    "praise": ("SUPPORT", None),
    "threaten": ("THREATEN", None),
    "ask": ("REQUEST", None),
}

_NEXT = len(" the ")
"""So many code points may lie between a cue and whom it is done to: "accused the government"."""


class Coder:
    """The events of one article."""

    def __init__(self, told: Told) -> None:
        self.short, self.article = told.short, told.article
        self.actors = {actor.id: actor for actor in told.article.actors}
        self.repeated: set[str] = set()
        """Statements that say once more what a sentence has said already."""

    def events(self) -> Iterator[Event]:
        """Those of the meetings, the statements and the controversies, in their order."""
        coded = {meeting.id: self._meeting(meeting) for meeting in self.article.meetings}
        yield from (event for event in coded.values() if event)
        said: list[tuple[Statement, str]] = []
        seen: set[tuple[object, ...]] = set()
        for statement in self.article.statements:
            event = self._statement(statement)
            if event is None:
                continue
            said.append((statement, event.event))
            same = (event.event, event.mode, *event.actor_id, None, *event.recipient_id, event.start)
            if same in seen:
                self.repeated.add(statement.id)
            else:
                seen.add(same)
                yield event
        for controversy in self.article.controversies:
            yield from self._positions(controversy, said)

    def _meeting(self, meeting: Meeting) -> Event | None:
        event = {"held": "CONSULT", "planned": "AGREE"}.get(meeting.status)
        if event is None or not meeting.participants:
            return None
        whole = next((one for one in self.article.meetings if one.id == meeting.part_of), None)
        guests, hosts = self._guests(meeting)
        mode = {"call": "phone", "visit": "visit" if hosts else None}.get(meeting.kind)
        return self._event(
            meeting,
            event=event,
            mode=mode if event == "CONSULT" else None,
            actors=guests,
            recipients=hosts,
            words=meeting.evidence[0],
            status=meeting.status,
            several=meeting.several,
            part_of=f"{self.short}:{whole.id}" if whole and self._meeting(whole) else None,
            date=meeting.date,
            place=meeting.place,
        )

    def _guests(self, meeting: Meeting) -> tuple[list[Actor], list[Actor]]:
        """Who visits whom, where the place tells whose guests they are; else all, and none."""
        everybody = [self.actors[actor] for actor in meeting.participants]
        country = meeting.place.country if meeting.place else None
        hosts = [actor for actor in everybody if country and actor.country == country]
        guests = [actor for actor in everybody if actor not in hosts and actor.country]
        if meeting.kind == "visit" and hosts and len(guests) + len(hosts) == len(everybody) and guests:
            return guests, hosts
        return everybody, []

    def _statement(self, statement: Statement) -> Event | None:
        event, mode = STATEMENTS.get(statement.kind, (None, None))
        holder = statement.attribution.actor
        # What was not said, or asked as a question, is unknown to be so.
        if event is None or holder is None or statement.certainty == "unknown":
            return None
        return self._event(
            statement,
            event=event,
            mode=mode,
            actors=[self.actors[holder]],
            recipients=self._to_whom(statement.about, holder, statement.attribution.cue),
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
            if self._only_thought(position, holder):
                continue
            already = (holder, event) in taken or any(
                statement.attribution.actor == holder
                and event == as_what
                and any(_overlap(one, position.claim) for one in statement.evidence)
                for statement, as_what in said
            )
            taken.add((holder, event))
            if not already:
                cue = position.attribution.cue if position.attribution else None
                yield self._event(
                    controversy,
                    part=f":position:{number}",
                    event=event,
                    mode=mode,
                    actors=[self.actors[holder]],
                    recipients=self._to_whom(controversy.about, holder, cue),
                    about=controversy.about,
                    words=next(
                        (one for one in controversy.evidence if _overlap(one, position.claim)), position.claim
                    ),
                    certainty=position.certainty,
                )

    def _only_thought(self, position: Position, holder: str) -> bool:
        """Whether the side is a belief or a fear that the article reports: nobody did anything."""
        return any(
            statement.kind == "believe"
            and statement.attribution.actor == holder
            and _overlap(statement.content, position.claim)
            for statement in self.article.statements
        )

    def _to_whom(self, about: Iterable[str], holder: str, cue: Evidence | None) -> list[Actor]:
        """The one other whom it is about; of several the one who is named directly behind the cue."""
        others = [self.actors[actor] for actor in about if actor != holder]
        if len(others) == 1:
            return others
        behind = [
            actor
            for actor in others
            if cue and any(cue.end <= mention.start <= cue.end + _NEXT for mention in actor.mentions)
        ]
        return behind if len(behind) == 1 else []

    def _event(
        self,
        record: Meeting | Statement | Controversy,
        *,
        event: str,
        mode: str | None,
        actors: Sequence[Actor],
        recipients: Sequence[Actor],
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
        source = self.article.source
        return Event(
            event_id=f"{self.short}:{record.id}{part}",
            event=event,
            mode=mode,
            quad=_QUADS[event],
            actor=[actor.name for actor in actors],
            actor_id=[actor.id for actor in actors],
            actor_country=[actor.country or "" for actor in actors],
            recipient=[actor.name for actor in recipients],
            recipient_id=[actor.id for actor in recipients],
            recipient_country=[actor.country or "" for actor in recipients],
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


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
