"""An Article as the lines of an ``.ann`` file.

An actor is all its mentions, joined by ``Equiv``; a note on the first says its id, name and country. Every
other record is an event. What the event's own words are: of a meeting or controversy its first passage, of an
implication its cue, of a statement what is said, of a position its claim. Where an event names an actor, it
names the mention that is nearest to its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.export.brat.lines import Arguments, Lines
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


class _Sheet(Lines):
    """The lines of an article."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._mentions: dict[str, list[tuple[int, str]]] = {}
        """By actor: where each mention begins, and its id."""

    def actor(self, actor: Actor) -> None:
        found = []
        for mention in actor.mentions:
            words = self.words(actor.kind.capitalize(), mention)
            if words is not None:
                found.append((mention.start, words))
                self.attribute("Form", words, mention.form)
        if not found:
            return
        self._mentions[actor.id] = found
        if len(found) > 1:
            self.lines.append(f"*\tEquiv {' '.join(words for _, words in found)}")
        self.note(found[0][1], id=actor.id, name=actor.name, country=actor.country)

    def roles(self, actor: Actor) -> None:
        for role in actor.roles:
            holder, title = self._nearest(actor.id, role.title.start), self.words("Title", role.title)
            if holder is None or title is None:
                continue
            self.line("R", f"HasRole Arg1:{holder} Arg2:{title}")
            if whose := self._nearest(role.of, role.title.start):
                self.line("R", f"RoleOf Arg1:{title} Arg2:{whose}")

    def number(self, article: Article) -> None:
        """Give every record its event, so that those that come first can name those that come later."""
        markable: list[tuple[str, bool]] = []
        markable += [(each.id, bool(self.markable(each.evidence))) for each in article.meetings]
        markable += [(each.id, bool(self.markable(each.evidence))) for each in article.controversies]
        for one in article.implications:
            parts = (one.cue, one.cause, one.effect)
            whole = len(self.markable(parts)) == 3 and self.markable(one.evidence)
            markable.append((one.id, bool(whole)))
        for said in article.statements:
            markable.append((said.id, bool(self.markable((said.content,)) and self.markable(said.evidence))))
        self.events = {name: self.new("E") for name, whole in markable if whole}

    def meeting(self, meeting: Meeting) -> None:
        if meeting.id not in self.events:
            return
        first, *rest = self.markable(meeting.evidence)
        event = self.event(
            "Meeting",
            first,
            [
                *self._actors("Participant", meeting.participants, first),
                ("Date", self._date(meeting.date)),
                ("Place", self._place(meeting.place)),
                *self._passages("Topic", meeting.topics),
                ("PartOf", self.events.get(meeting.part_of or "")),
                *self._passages("Evidence", rest),
            ],
            meeting.id,
        )
        self.attribute("MeetingKind", event, meeting.kind)
        self.attribute("Status", event, meeting.status)
        self.mark("Several", event, meeting.several)
        self.note(event, id=meeting.id, name=meeting.name, code=meeting.event_code)

    def controversy(self, matter: Controversy) -> None:
        if matter.id not in self.events:
            return
        first, *rest = self.markable(matter.evidence)
        sides = [self._position(side) for side in matter.positions]
        event = self.event(
            "Controversy",
            first,
            [
                *self._actors("About", matter.about, first),
                *(("Position", side) for side in sides),
                *(("Meeting", self.events.get(meeting)) for meeting in matter.meetings),
                ("Date", self._date(matter.date)),
                ("Place", self._place(matter.place)),
                *self._passages("Evidence", rest),
            ],
            matter.id,
        )
        self.attribute("ControversyKind", event, matter.kind)
        if matter.standing is not None:
            self.attribute("Standing", event, matter.standing)
        self.note(event, id=matter.id, name=matter.name)

    def _position(self, side: Position) -> str | None:
        if not self.markable((side.claim,)):
            return None
        event = self.event("Position", side.claim, self._holder(side.attribution, side.claim, "Cue"))
        self.attribute("Stance", event, side.stance)
        self.attribute("Certainty", event, side.certainty)
        return event

    def implication(self, one: Implication) -> None:
        if one.id not in self.events:
            return
        event = self.event(
            "Implication",
            one.cue,
            [
                ("Cause", self.words("Cause", one.cause)),
                ("Effect", self.words("Effect", one.effect)),
                *self._records("CauseRef", one.cause_refs, one.cause),
                *self._records("EffectRef", one.effect_refs, one.effect),
                *self._actors("Affects", one.affects, one.effect),
                *self._holder(one.attribution, one.cue, "AttributionCue"),
                *self._passages("Evidence", one.evidence),
            ],
            one.id,
        )
        self.attribute("Direction", event, one.direction)
        self.attribute("Time", event, one.time)
        self.attribute("Certainty", event, one.certainty)
        self.attribute("Polarity", event, one.polarity)
        self.note(event, id=one.id)

    def statement(self, said: Statement) -> None:
        if said.id not in self.events:
            return
        event = self.event(
            "Statement",
            said.content,
            [
                *self._holder(said.attribution, said.content, "Cue"),
                *self._actors("About", said.about, said.content),
                *self._passages("Evidence", said.evidence),
            ],
            said.id,
        )
        self.attribute("StatementKind", event, said.kind)
        self.mark("Quoted", event, said.quoted)
        self.attribute("Certainty", event, said.certainty)
        self.attribute("Polarity", event, said.polarity)
        self.note(event, id=said.id)

    def _holder(self, attribution: Attribution | None, near: Evidence, cue: str) -> Arguments:
        if attribution is None:
            return []
        return [
            ("Source", self.words("Source", attribution.source)),
            ("Holder", self._nearest(attribution.actor, near.start)),
            (cue, self.words("Cue", attribution.cue)),
        ]

    def _date(self, date: DateMention | None) -> str | None:
        words = self.words("Date", date)
        if words is not None and date is not None:
            self.note(words, edtf=date.edtf)
        return words

    def _place(self, place: PlaceMention | None) -> str | None:
        words = self.words("Place", place)
        if words is not None and place is not None:
            self.note(words, name=place.name, country=place.country)
        return words

    def _actors(self, role: str, names: Iterable[str], near: Evidence) -> Arguments:
        return [(role, self._nearest(name, near.start)) for name in names]

    def _records(self, role: str, names: Iterable[str], near: Evidence) -> Arguments:
        return [(role, self.events.get(name) or self._nearest(name, near.start)) for name in names]

    def _passages(self, kind: str, spans: Iterable[Evidence]) -> Arguments:
        return [(kind, self.words(kind, span)) for span in spans]

    def _nearest(self, actor: str | None, place: int) -> str | None:
        mentions = self._mentions.get(actor or "")
        return min(mentions, key=lambda one: abs(one[0] - place))[1] if mentions else None
