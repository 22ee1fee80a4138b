"""A briefing in Markdown (CommonMark): who, meetings, disputes with their sides, consequences, statements.

Everything that comes from the article stands escaped, so that its text can be no heading, link, image or
HTML, and each line that tells something is followed by the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from communique.export.identity import tell_apart
from communique.export.markup import begun, escaped, listed, unseen
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

_COUNTED = 3
"""Of a record's passages this many are quoted; how many more there are is told."""


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one briefing, in UTF-8."""
    briefings = ["\n".join(_Briefing(told.article).lines()) for told in tell_apart(articles)]
    return ("\n\n---\n\n".join(briefings) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the briefing leaves out of the articles."""
    sentences = []
    if any(article.actors for article in articles):
        sentences.append(
            "Offsets, ids, the rules that found the records and the words of each mention are left out; "
            "line breaks within quotations become spaces."
        )
    if any(article.text for article in articles):
        sentences.append(f"The text is left out, and of each record's passages {_COUNTED} are quoted.")
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out.")
    dropped = sum(unseen(article.text or "") for article in articles)
    if dropped:
        sentences.append(f"Control characters and marks of writing direction are left out: {dropped}.")
    return tuple(sentences)


class _Briefing:
    """The briefing of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.names = {actor.id: actor.name for actor in article.actors}
        self.meetings = {meeting.id: meeting.name for meeting in article.meetings}

    def lines(self) -> Iterator[str]:
        article = self.article
        yield f"# {escaped(article.source.title or 'Article without a title')}"
        yield from ("", self._source())
        yield from _section("Who", map(self._who, article.actors))
        yield from _section("Meetings", map(self._meeting, article.meetings))
        yield from _section("Disputes", map(self._dispute, article.controversies))
        yield from _section("Consequences", map(self._consequences, _DIRECTIONS))
        yield from _section("Said", map(self._statement, article.statements))

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
        note = f"{engine} The records say what the article says, not what is true."
        return f"{begun(where)}  \n{note}" if where else note

    def _who(self, actor: Actor) -> Iterator[str]:
        facts = [
            actor.kind,
            *([actor.country] if actor.country else []),
            *(self._role(actor, number) for number in range(len(actor.roles))),
        ]
        aliases = f"; also {listed(actor.aliases)}" if actor.aliases else ""
        count = len(actor.mentions)
        times = {1: "once", 2: "twice"}.get(count, f"{count} times")
        yield f"- **{escaped(actor.name)}** ({', '.join(facts)}), mentioned {times}{aliases}"

    def _role(self, actor: Actor, number: int) -> str:
        role = actor.roles[number]
        return escaped(role.title.quote) + (f" of {escaped(self.names[role.of])}" if role.of else "")

    def _meeting(self, meeting: Meeting) -> Iterator[str]:
        when = [escaped(meeting.date.edtf or meeting.date.quote)] if meeting.date else []
        kind = _KINDS.get(meeting.kind, meeting.kind)
        several = ["several meetings"] if meeting.several else []
        setting = ", ".join([kind, meeting.status, *several, *when, *_where(meeting.place)])
        yield from ("", f"### {escaped(meeting.name)}", "", f"{setting[0].upper()}{setting[1:]}.")
        facts = []
        if meeting.participants:
            facts.append(f"- Participants: {self._actors(meeting.participants)}")
        if meeting.topics:
            facts.append(f"- On the agenda: {listed(topic.quote for topic in meeting.topics)}")
        if meeting.part_of:
            facts.append(f"- Part of: {escaped(self.meetings[meeting.part_of])}")
        if facts:
            yield from ("", *facts)
        yield from _quotations(meeting.evidence)

    def _dispute(self, controversy: Controversy) -> Iterator[str]:
        when = [escaped(controversy.date.edtf or controversy.date.quote)] if controversy.date else []
        standing = [f"{controversy.standing} as the article has it"] if controversy.standing else []
        setting = ", ".join([controversy.kind, *standing, *when, *_where(controversy.place)])
        about = f", about {self._actors(controversy.about)}" if controversy.about else ""
        yield from ("", f"### {escaped(controversy.name)}", "", f"{setting[0].upper()}{setting[1:]}{about}.")
        facts = [self._side(position) for position in controversy.positions]
        if controversy.meetings:
            meetings = listed(self.meetings[meeting] for meeting in controversy.meetings)
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
            implication.certainty,
            "said not to be so" if implication.polarity == "negative" else "",
            f"affects {self._actors(implication.affects)}" if implication.affects else "",
            f"held by {self._holder(implication.attribution)}" if implication.attribution else "",
        ]
        told = ", ".join(fact for fact in facts if fact)
        return (
            f"- {begun(escaped(implication.cause.quote))} → **{escaped(implication.effect.quote)}** ({told})"
        )

    def _statement(self, statement: Statement) -> Iterator[str]:
        sure = "" if statement.certainty == "certain" else f", {statement.certainty}"
        about = f", about {self._actors(statement.about)}" if statement.about else ""
        holder = self._holder(statement.attribution)
        yield f"- {holder} ({statement.kind}{sure}{about}): {_quoted(statement.content)}"

    def _holder(self, attribution: Attribution | None) -> str:
        """Who holds it, in bold, with the words of the cue."""
        if attribution is None:
            return "**the article itself**"
        words = attribution.source.quote if attribution.source else "unnamed"
        name = f"**{escaped(self.names[attribution.actor] if attribution.actor else words)}**"
        return f"{name} “{escaped(attribution.cue.quote)}”" if attribution.cue else name

    def _actors(self, actors: Sequence[str]) -> str:
        return listed(self.names[actor] for actor in actors)


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
    for passage in passages[:_COUNTED]:
        yield from ("", f"> {begun(escaped(passage.quote))}")
    more = len(passages) - _COUNTED
    if more > 0:
        yield from ("", f"… and {more} more {'passage' if more == 1 else 'passages'}.")
