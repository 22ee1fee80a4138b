"""An Article as the lines of an ``.ann`` file.

An actor is all its mentions, joined by ``Equiv``; a note on the first says its id, name and country. Every
other record is an event. What the event's own words are: of a meeting or controversy its first passage, of an
implication its cue, of a statement what is said, of a position its claim. Where an event names an actor, it
names the mention that is nearest to its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.export.brat.notes import note
from communique.export.brat.standoff import pieces, quoted
from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Evidence,
    Implication,
    Meeting,
    PlaceMention,
    Position,
    Statement,
)

Arguments = list[tuple[str, str | None]]


def ann(article: Article, text: str) -> str:
    """The lines. What has no words that brat could mark is left out, and so is what names it."""
    sheet = _Sheet(text)
    for actor in article.actors:
        sheet.actor(actor)
    for actor in article.actors:
        sheet.roles(actor)
    sheet.number(article)
    for meeting in article.meetings:
        sheet.meeting(meeting)
    for matter in article.controversies:
        sheet.controversy(matter)
    for one in article.implications:
        sheet.implication(one)
    for said in article.statements:
        sheet.statement(said)
    return "".join(f"{line}\n" for line in sheet.lines)


class _Sheet:
    """The lines so far, and the ids that they give."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self._counts: dict[str, int] = {}
        self._mentions: dict[str, list[tuple[int, str]]] = {}
        """By actor: where each mention begins, and its id."""
        self._events: dict[str, str] = {}
        """By record: the id of its event."""

    def actor(self, actor: Actor) -> None:
        found = []
        for mention in actor.mentions:
            words = self._words(actor.kind.capitalize(), mention)
            if words is not None:
                found.append((mention.start, words))
                self._attribute("Form", words, mention.form)
        if not found:
            return
        self._mentions[actor.id] = found
        if len(found) > 1:
            self.lines.append(f"*\tEquiv {' '.join(words for _, words in found)}")
        self._note(found[0][1], id=actor.id, name=actor.name, country=actor.country)

    def roles(self, actor: Actor) -> None:
        for role in actor.roles:
            holder, title = self._nearest(actor.id, role.title.start), self._words("Title", role.title)
            if holder is None or title is None:
                continue
            self._line("R", f"HasRole Arg1:{holder} Arg2:{title}")
            if whose := self._nearest(role.of, role.title.start):
                self._line("R", f"RoleOf Arg1:{title} Arg2:{whose}")

    def number(self, article: Article) -> None:
        """Give every record its event, so that those that come first can name those that come later."""
        markable: list[tuple[str, bool]] = []
        markable += [(each.id, bool(self._markable(each.evidence))) for each in article.meetings]
        markable += [(each.id, bool(self._markable(each.evidence))) for each in article.controversies]
        for one in article.implications:
            parts = (one.cue, one.cause, one.effect)
            whole = len(self._markable(parts)) == 3 and self._markable(one.evidence)
            markable.append((one.id, bool(whole)))
        for said in article.statements:
            markable.append(
                (said.id, bool(self._markable((said.content,)) and self._markable(said.evidence)))
            )
        self._events = {name: self._new("E") for name, whole in markable if whole}

    def meeting(self, meeting: Meeting) -> None:
        if meeting.id not in self._events:
            return
        first, *rest = self._markable(meeting.evidence)
        event = self._event(
            "Meeting",
            first,
            [
                *self._actors("Participant", meeting.participants, first),
                ("Date", self._date(meeting.date)),
                ("Place", self._place(meeting.place)),
                *self._passages("Topic", meeting.topics),
                ("PartOf", self._events.get(meeting.part_of or "")),
                *self._passages("Evidence", rest),
            ],
            meeting.id,
        )
        self._attribute("MeetingKind", event, meeting.kind)
        self._attribute("Status", event, meeting.status)
        self._mark("Several", event, meeting.several)
        self._note(event, id=meeting.id, name=meeting.name, code=meeting.event_code)

    def controversy(self, matter: Controversy) -> None:
        if matter.id not in self._events:
            return
        first, *rest = self._markable(matter.evidence)
        sides = [self._position(side) for side in matter.positions]
        event = self._event(
            "Controversy",
            first,
            [
                *self._actors("About", matter.about, first),
                *(("Position", side) for side in sides),
                *(("Meeting", self._events.get(meeting)) for meeting in matter.meetings),
                ("Date", self._date(matter.date)),
                ("Place", self._place(matter.place)),
                *self._passages("Evidence", rest),
            ],
            matter.id,
        )
        self._attribute("ControversyKind", event, matter.kind)
        if matter.standing is not None:
            self._attribute("Standing", event, matter.standing)
        self._note(event, id=matter.id, name=matter.name)

    def _position(self, side: Position) -> str | None:
        if not self._markable((side.claim,)):
            return None
        event = self._event("Position", side.claim, self._holder(side.attribution, side.claim, "Cue"))
        self._attribute("Stance", event, side.stance)
        self._attribute("Certainty", event, side.certainty)
        return event

    def implication(self, one: Implication) -> None:
        if one.id not in self._events:
            return
        event = self._event(
            "Implication",
            one.cue,
            [
                ("Cause", self._words("Cause", one.cause)),
                ("Effect", self._words("Effect", one.effect)),
                *self._records("CauseRef", one.cause_refs, one.cause),
                *self._records("EffectRef", one.effect_refs, one.effect),
                *self._actors("Affects", one.affects, one.effect),
                *self._holder(one.attribution, one.cue, "AttributionCue"),
                *self._passages("Evidence", one.evidence),
            ],
            one.id,
        )
        self._attribute("Direction", event, one.direction)
        self._attribute("Time", event, one.time)
        self._attribute("Certainty", event, one.certainty)
        self._attribute("Polarity", event, one.polarity)
        self._note(event, id=one.id)

    def statement(self, said: Statement) -> None:
        if said.id not in self._events:
            return
        event = self._event(
            "Statement",
            said.content,
            [
                *self._holder(said.attribution, said.content, "Cue"),
                *self._actors("About", said.about, said.content),
                *self._passages("Evidence", said.evidence),
            ],
            said.id,
        )
        self._attribute("StatementKind", event, said.kind)
        self._mark("Quoted", event, said.quoted)
        self._attribute("Certainty", event, said.certainty)
        self._attribute("Polarity", event, said.polarity)
        self._note(event, id=said.id)

    def _holder(self, attribution: Attribution | None, near: Evidence, cue: str) -> Arguments:
        if attribution is None:
            return []
        return [
            ("Source", self._words("Source", attribution.source)),
            ("Holder", self._nearest(attribution.actor, near.start)),
            (cue, self._words("Cue", attribution.cue)),
        ]

    def _date(self, date: DateMention | None) -> str | None:
        words = self._words("Date", date)
        if words is not None and date is not None:
            self._note(words, edtf=date.edtf)
        return words

    def _place(self, place: PlaceMention | None) -> str | None:
        words = self._words("Place", place)
        if words is not None and place is not None:
            self._note(words, name=place.name, country=place.country)
        return words

    def _actors(self, role: str, names: Iterable[str], near: Evidence) -> Arguments:
        return [(role, self._nearest(name, near.start)) for name in names]

    def _records(self, role: str, names: Iterable[str], near: Evidence) -> Arguments:
        return [(role, self._events.get(name) or self._nearest(name, near.start)) for name in names]

    def _passages(self, kind: str, spans: Iterable[Evidence]) -> Arguments:
        return [(kind, self._words(kind, span)) for span in spans]

    def _nearest(self, actor: str | None, place: int) -> str | None:
        mentions = self._mentions.get(actor or "")
        return min(mentions, key=lambda one: abs(one[0] - place))[1] if mentions else None

    def _markable(self, spans: Iterable[Evidence]) -> list[Evidence]:
        return [span for span in spans if pieces(self.text, span.start, span.end)]

    def _words(self, kind: str, span: Evidence | None) -> str | None:
        parts = () if span is None else pieces(self.text, span.start, span.end)
        if not parts:
            return None
        places = ";".join(f"{start} {end}" for start, end in parts)
        return self._line("T", f"{kind} {places}\t{quoted(self.text, parts)}")

    def _event(self, kind: str, words: Evidence, arguments: Arguments, record: str | None = None) -> str:
        trigger = self._words(kind, words)
        counts: dict[str, int] = {}
        said = [f"{kind}:{trigger}"]
        for role, target in arguments:
            if target is not None:
                counts[role] = counts.get(role, 0) + 1
                said.append(f"{role}{counts[role] if counts[role] > 1 else ''}:{target}")
        event = self._new("E") if record is None else self._events[record]
        self.lines.append(f"{event}\t{' '.join(said)}")
        return event

    def _attribute(self, name: str, target: str, value: str) -> None:
        self._line("A", f"{name} {target} {value}")

    def _mark(self, name: str, target: str, wanted: bool) -> None:
        if wanted:
            self._line("A", f"{name} {target}")

    def _note(self, target: str, **values: str | None) -> None:
        if said := note(values):
            self._line("#", f"AnnotatorNotes {target}\t{said}")

    def _line(self, letter: str, rest: str) -> str:
        name = self._new(letter)
        self.lines.append(f"{name}\t{rest}")
        return name

    def _new(self, letter: str) -> str:
        self._counts[letter] = self._counts.get(letter, 0) + 1
        return f"{letter}{self._counts[letter]}"
