"""A briefing of one article as lines of Markdown: the gist first, then each record with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from communique.export import briefing_order as order
from communique.export.briefing_gist import gist
from communique.export.markup import begun, escaped, listed, opened
from communique.export.passages import context
from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    PlaceMention,
    Position,
    Statement,
)

_SIDES = {"critical": "Critical", "supportive": "Supportive", "neutral": "Neutral"}

_DIRECTIONS = {
    "harmful": "Harmful",
    "beneficial": "Beneficial",
    "mixed": "Mixed",
    "neutral": "Neither good nor bad",
}

_KINDS = {"sidelines": "on the sidelines", "press_conference": "press conference", "other": "meeting"}

COUNTED = 3
"""Of a record's passages this many are quoted; how many more there are is told."""

_SELDOM = 2
"""An actor who is mentioned no more often is told with the words around the first mention."""

_SHORT = 3
"""A cause or effect of no more words than these is told with the records that it is about."""


class Briefing:
    """The briefing of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.names = {actor.id: actor.name for actor in article.actors}
        self.matters = {one.id: one.name for one in article.meetings}
        self.matters |= {one.id: one.name for one in article.controversies}

    def lines(self) -> Iterator[str]:
        """The lines, without line breaks."""
        article = self.article
        yield f"# {escaped(article.source.title or 'Article without a title')}"
        yield from ("", self._source())
        yield from _section("In brief", [gist(article)])
        yield from _section("Who", map(self._who, order.actors(article)))
        yield from _section("Meetings", map(self._meeting, order.meetings(article)))
        yield from _section("Disputes", map(self._dispute, order.disputes(article)))
        yield from _section("Consequences", map(self._consequences, _DIRECTIONS))
        yield from _section("Who said what", (self._said(*each) for each in order.speakers(article)))

    def _source(self) -> str:
        source, extraction = self.article.source, self.article.extraction
        told = [
            f"By {listed(source.authors)}" if source.authors else "",
            escaped(source.publisher or ""),
            escaped(source.published or ""),
            # The record model lets no address hold a bracket or a space.
            f"<{source.url}>" if source.url else "",
        ]
        where = " · ".join(part for part in told if part)
        engine = f"Engine: {escaped(extraction.engine)} {escaped(extraction.version)}."
        note = (
            f"{engine} The records say what the article says, not what is true. Words in “…” are its own. "
            "What is not marked as probable, possible or unknown is told as certain."
        )
        return f"{begun(where)}  \n{note}" if where else note

    def _who(self, actor: Actor) -> Iterator[str]:
        roles = dict.fromkeys(self._role(actor, number) for number in range(len(actor.roles)))
        facts = [actor.kind, *([actor.country] if actor.country else []), *roles]
        aliases = f"; also {listed(actor.aliases)}" if actor.aliases else ""
        count = len(actor.mentions)
        times = {1: "once", 2: "twice"}.get(count, f"{count} times")
        words = f": {self._around(actor.mentions[0])}" if 0 < count <= _SELDOM else ""
        yield f"- **{escaped(actor.name)}** ({', '.join(facts)}), mentioned {times}{aliases}{words}"

    def _around(self, words: Evidence) -> str:
        """A mention with the whole words around it, those of its line."""
        before, behind = context(self.article, words)
        first = (before or "").rpartition("\n")[2]
        last = (behind or "").partition("\n")[0]
        if first == before and words.start > len(first):
            first = f"… {first.partition(' ')[2]}"
        if last == behind and words.end + len(last) < self.article.source.length:
            last = f"{last.rpartition(' ')[0]} …"
        return f"“{escaped(f'{first}{words.quote}{last}')}”"

    def _role(self, actor: Actor, number: int) -> str:
        role = actor.roles[number]
        return escaped(role.title.quote) + (f" of {escaped(self.names[role.of])}" if role.of else "")

    def _meeting(self, meeting: Meeting) -> Iterator[str]:
        when = [escaped(meeting.date.edtf or meeting.date.quote)] if meeting.date else []
        kind = _KINDS.get(meeting.kind, meeting.kind)
        several = ["several meetings"] if meeting.several else []
        setting = ", ".join([kind, meeting.status, *several, *when, *_where(meeting.place)])
        yield from ("", f"### {opened(escaped(meeting.name))}", "", f"{opened(setting)}.")
        facts = []
        if meeting.participants:
            facts.append(f"- Participants: {self._actors(meeting.participants)}")
        if meeting.topics:
            facts.append(f"- On the agenda: {listed(topic.quote for topic in meeting.topics)}")
        if meeting.part_of:
            facts.append(f"- Part of: {escaped(self.matters[meeting.part_of])}")
        if facts:
            yield from ("", *facts)
        yield from _quotations(meeting.evidence)

    def _dispute(self, controversy: Controversy) -> Iterator[str]:
        when = [escaped(controversy.date.edtf or controversy.date.quote)] if controversy.date else []
        standing = [f"{controversy.standing} as the article has it"] if controversy.standing else []
        setting = ", ".join([controversy.kind, *standing, *when, *_where(controversy.place)])
        about = f", about {self._actors(controversy.about)}" if controversy.about else ""
        yield from ("", f"### {opened(escaped(controversy.name))}", "", f"{opened(setting)}{about}.")
        facts = [
            self._side(position)
            for stance in _SIDES
            for position in controversy.positions
            if position.stance == stance
        ]
        if controversy.meetings:
            meetings = listed(self.matters[meeting] for meeting in controversy.meetings)
            facts.append(f"- Arose from: {meetings}")
        if facts:
            yield from ("", *facts)
        yield from _quotations(controversy.evidence)

    def _side(self, position: Position) -> str:
        sure = "" if position.certainty == "certain" else f" ({position.certainty})"
        holder = self._holder(position.attribution)
        return f"- {_SIDES[position.stance]}: {holder}{sure}: {_quoted(position.claim)}"

    def _consequences(self, direction: str) -> Iterator[str]:
        those = [one for one in self.article.implications if one.direction == direction]
        if those:
            yield from ("", f"### {_DIRECTIONS[direction]}")
        for passage, told in groupby(those, key=lambda one: one.evidence[0]):
            yield from ("", *map(self._consequence, told), *_quotations([passage]))

    def _consequence(self, implication: Implication) -> str:
        facts = [
            f"“{escaped(implication.cue.quote)}”",
            implication.time,
            "" if implication.certainty == "certain" else implication.certainty,
            "said not to be so" if implication.polarity == "negative" else "",
            f"affects {self._actors(implication.affects)}" if implication.affects else "",
            f"held by {self._holder(implication.attribution)}" if implication.attribution else "",
        ]
        told = ", ".join(fact for fact in facts if fact)
        cause = begun(escaped(implication.cause.quote)) + self._meant(
            implication.cause, implication.cause_refs
        )
        effect = self._meant(implication.effect, implication.effect_refs)
        return f"- {cause} → **{escaped(implication.effect.quote)}**{effect} ({told})"

    def _meant(self, words: Evidence, records: Sequence[str]) -> str:
        """The matters that a few words ("This") stand for, or else the actors, in brackets as editors do."""
        if len(words.quote.split()) > _SHORT:
            return ""
        said = words.quote.casefold()
        matters = [self.matters[record] for record in records if record in self.matters]
        actors = [self.names[record] for record in records if record in self.names]
        named = [name for name in matters or actors if not any(word in said for word in _telling(name))]
        return f" \\[{listed(dict.fromkeys(named))}\\]" if named else ""

    def _said(self, actor: str | None, statements: Sequence[Statement]) -> Iterator[str]:
        name = escaped(self.names[actor]) if actor else "Others"
        yield from ("", f"**{opened(name)}**", "", *(self._statement(one) for one in statements))

    def _statement(self, statement: Statement) -> str:
        held = statement.attribution
        who = "" if held.actor else f"{escaped(held.source.quote) if held.source else 'unnamed'} "
        cue = f"{who}“{escaped(held.cue.quote)}”: " if held.cue else f"{who}: " if who else ""
        sure = "" if statement.certainty == "certain" else f", {statement.certainty}"
        about = f", about {self._actors(statement.about)}" if statement.about else ""
        return f"- {begun(cue)}{_quoted(statement.content)} ({statement.kind}{sure}{about})"

    def _holder(self, attribution: Attribution | None) -> str:
        """Who holds it, in bold, with the words of the cue."""
        if attribution is None:
            return "**the article itself**"
        words = attribution.source.quote if attribution.source else "nobody named"
        name = f"**{escaped(self.names[attribution.actor] if attribution.actor else words)}**"
        return f"{name} “{escaped(attribution.cue.quote)}”" if attribution.cue else name

    def _actors(self, actors: Sequence[str]) -> str:
        return listed(self.names[actor] for actor in actors)


def _telling(name: str) -> list[str]:
    """The words of a name that tell it from others, in small letters."""
    words = name.casefold().split()
    return [word for word in words if len(word) > _SHORT] or words


def _section(heading: str, parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """The parts beneath a heading; nothing where they are empty."""
    lines = [line for part in parts for line in part]
    if lines:
        yield from ("", f"## {heading}", *([""] if lines[0] else []), *lines)


def _where(place: PlaceMention | None) -> list[str]:
    return [f"in {escaped(place.name)}" + (f" ({place.country})" if place.country else "")] if place else []


def _quoted(words: Evidence) -> str:
    return f"“{escaped(words.quote)}”"


def _quotations(passages: Sequence[Evidence]) -> Iterator[str]:
    for passage in passages[:COUNTED]:
        yield from ("", f"> {begun(escaped(passage.quote))}")
    more = len(passages) - COUNTED
    if more > 0:
        yield from ("", f"… and {more} more {'passage' if more == 1 else 'passages'}.")
