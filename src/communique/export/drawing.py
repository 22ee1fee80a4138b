"""Articles drawn as a graph: a node for every record, a link for every reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.export.graph import SEPARATOR, Attributes, Graph, Link, Vertex
from communique.export.identity import Told, tell_apart
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
    Statement,
)


def graph(articles: Sequence[Article]) -> Graph:
    """The articles as one graph. Records of different articles are never joined."""
    parts = [_Drawing(told) for told in tell_apart(articles)]
    vertices = tuple(vertex for part in parts for vertex in part.vertices)
    return Graph(vertices, tuple(link for part in parts for link in part.links))


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the graph leaves out of the articles."""
    sentences = []
    if any(article.text for article in articles):
        sentences.append("The text is left out; of each record's passages, the first is quoted.")
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out.")
    if any(article.actors for article in articles):
        sentences.append("Mentions of actors are counted, not located.")
    if articles:
        sentences.append(
            "Who wrote and published an article, and the settings of its extraction, are left out."
        )
    return tuple(sentences)


class _Drawing:
    """The graph of one article."""

    def __init__(self, told: Told) -> None:
        self.short, self.article = told.short, told.article
        self.voices: dict[str, Vertex] = {}
        self.links: list[Link] = []
        article = told.article
        records = (
            *map(self._actor, article.actors),
            *map(self._meeting, article.meetings),
            *map(self._controversy, article.controversies),
            *map(self._implication, article.implications),
            *map(self._statement, article.statements),
        )
        self.vertices = (*records, *self.voices.values())

    def _actor(self, actor: Actor) -> Vertex:
        for role in actor.roles:
            if role.of:
                self._link("office", actor.id, role.of, title=role.title.quote, **_place(role.title))
        return self._vertex(
            actor,
            actor.name,
            actor.mentions,
            kind=actor.kind,
            aliases=_list(actor.aliases),
            country=actor.country,
            identifiers=_list(f"{scheme}={value}" for scheme, value in actor.identifiers.items()),
            roles=_list(role.title.quote for role in actor.roles),
            mentions=len(actor.mentions),
        )

    def _meeting(self, meeting: Meeting) -> Vertex:
        for actor in meeting.participants:
            self._link("participant", actor, meeting.id)
        if meeting.part_of:
            self._link("part_of", meeting.id, meeting.part_of)
        return self._vertex(
            meeting,
            meeting.name,
            meeting.evidence,
            kind=meeting.kind,
            status=meeting.status,
            several=meeting.several,
            **_setting(meeting.date, meeting.place),
            topics=_list(topic.quote for topic in meeting.topics),
            event_code=meeting.event_code,
        )

    def _controversy(self, controversy: Controversy) -> Vertex:
        for actor in controversy.about:
            self._link("about", controversy.id, actor)
        for position in controversy.positions:
            self._link(
                "position",
                self._holder(position.attribution),
                controversy.id,
                stance=position.stance,
                certainty=position.certainty,
                cue=_cue(position.attribution),
                quote=position.claim.quote,
                **_place(position.claim),
            )
        for meeting in controversy.meetings:
            self._link("arises_from", controversy.id, meeting)
        return self._vertex(
            controversy,
            controversy.name,
            controversy.evidence,
            kind=controversy.kind,
            **_setting(controversy.date, controversy.place),
            standing=controversy.standing,
        )

    def _implication(self, implication: Implication) -> Vertex:
        for record in implication.cause_refs:
            self._link("cause", record, implication.id)
        for record in implication.effect_refs:
            self._link("effect", implication.id, record)
        for actor in implication.affects:
            self._link("affects", implication.id, actor, direction=implication.direction)
        if implication.attribution:
            self._link(
                "holds",
                self._holder(implication.attribution),
                implication.id,
                certainty=implication.certainty,
                cue=_cue(implication.attribution),
            )
        return self._vertex(
            implication,
            f"{implication.cause.quote} → {implication.effect.quote}",
            implication.evidence,
            cause=implication.cause.quote,
            cue=implication.cue.quote,
            effect=implication.effect.quote,
            direction=implication.direction,
            certainty=implication.certainty,
            polarity=implication.polarity,
            time=implication.time,
        )

    def _statement(self, statement: Statement) -> Vertex:
        self._link(
            "says",
            self._holder(statement.attribution),
            statement.id,
            certainty=statement.certainty,
            cue=_cue(statement.attribution),
        )
        for actor in statement.about:
            self._link("about", statement.id, actor)
        return self._vertex(
            statement,
            statement.content.quote,
            statement.evidence,
            kind=statement.kind,
            quoted=statement.quoted,
            certainty=statement.certainty,
            polarity=statement.polarity,
        )

    def _holder(self, attribution: Attribution | None) -> str:
        """The actor who holds it; else the words for the source, or the article, as a node of their own."""
        if attribution and attribution.actor:
            return attribution.actor
        words = attribution.source if attribution else None
        if words:
            voice, type_, label = f"source:{words.start}-{words.end}", "source", words.quote
        elif attribution:
            voice, type_, label = "source:unnamed", "source", "unnamed"
        else:
            voice, type_, label = "article", "article", self.article.source.title or "the article"
        attributes: Attributes = {"article": self.short}
        if words:
            attributes |= {"quote": words.quote, "start": words.start, "end": words.end}
        self.voices.setdefault(voice, Vertex(self._id(voice), type_, label, attributes))
        return voice

    def _vertex(
        self,
        record: Actor | Meeting | Controversy | Implication | Statement,
        label: str,
        passages: Sequence[Evidence],
        **attributes: str | int | bool | None,
    ) -> Vertex:
        first = passages[0]
        told = {
            "article": self.short,
            **attributes,
            "quote": first.quote,
            "start": first.start,
            "end": first.end,
            "passages": len(passages),
            "found_by": record.found_by,
        }
        return Vertex(self._id(record.id), record.id.partition(":")[0], label, _told(told))

    def _link(self, type_: str, source: str, target: str, **attributes: str | int | bool | None) -> None:
        name = self._id(f"link:{len(self.links) + 1}")
        self.links.append(Link(name, self._id(source), self._id(target), type_, _told(attributes)))

    def _id(self, part: str) -> str:
        return f"{self.short}:{part}"


def _told(attributes: dict[str, str | int | bool | None]) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None}


def _list(values: Iterable[str]) -> str | None:
    return SEPARATOR.join(values) or None


def _place(words: Evidence) -> dict[str, int]:
    return {"start": words.start, "end": words.end}


def _cue(attribution: Attribution | None) -> str | None:
    return attribution.cue.quote if attribution and attribution.cue else None


def _setting(date: DateMention | None, place: PlaceMention | None) -> dict[str, str | None]:
    return {
        "date": date.edtf if date else None,
        "date_words": date.quote if date else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
    }
