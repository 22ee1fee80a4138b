"""Articles as nodes of RDF: what JSON-LD and Turtle both write, so that both say the same.

Every part of a record has an IRI made from the record's, and a passage that two records share is one node.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.export.identity import tell_apart
from communique.export.node import Node, node
from communique.export.parts import Parts
from communique.export.passages import context, spans
from communique.records import (
    Actor,
    Article,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    Position,
    Statement,
)

_ACTORS = {
    "person": "Person",
    "country": "Country",
    "government": "GovernmentOrganization",
    "organization": "Organization",
    "group": "Group",
}

# schema.org has no word for what is only proposed, and needs none for what took place.
_STATUSES = {
    "planned": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}

_IDENTIFYING = "http://www.w3.org/ns/oa#identifying"
_WIKIDATA = "http://www.wikidata.org/entity/"


def nodes(articles: Sequence[Article]) -> tuple[Node, ...]:
    """Everything the RDF exports say of the articles, in the order of the articles and their records."""
    return tuple(each for told in tell_apart(articles) for each in _Teller(told.key, told.article).nodes())


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the nodes leave out of the articles."""
    sentences = []
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out: their offsets are not exported.")
    if any(len(article.source.authors) > 1 for article in articles):
        sentences.append("The order of the authors is lost: RDF keeps no order among values.")
    return tuple(sentences)


class _Teller(Parts):
    """Turns one article into nodes."""

    def nodes(self) -> Iterator[Node]:
        yield from self._source()
        yield from map(self._actor, self.article.actors)
        yield from map(self._meeting, self.article.meetings)
        yield from map(self._controversy, self.article.controversies)
        yield from map(self._implication, self.article.implications)
        yield from map(self._statement, self.article.statements)
        yield from map(self._span, spans(self.article))

    def _source(self) -> Iterator[Node]:
        article, source, extraction = self.article, self.article.source, self.article.extraction
        yield node(
            self.iri,
            "NewsArticle",
            "Entity",
            schemaVersion=article.schema_version,
            headline=source.title,
            author=source.authors,
            publisher=source.publisher,
            datePublished=source.published,
            url=source.url,
            inLanguage=source.language,
            encodingFormat=source.media_type,
            sha256=source.sha256,
            codePoints=source.length,
            mentions=self.each(actor.id for actor in article.actors),
            articleBody=article.text,
        )
        settings = (
            node(self.of(f"extraction:setting:{number}"), "PropertyValue", name=name, value=value)
            for number, (name, value) in enumerate(extraction.settings.items(), 1)
        )
        yield node(
            self.of("extraction"),
            "Activity",
            used=self.iri,
            wasAssociatedWith=self.of("engine"),
            setting=settings,
        )
        yield node(
            self.of("engine"),
            "SoftwareAgent",
            "SoftwareApplication",
            name=extraction.engine,
            softwareVersion=extraction.version,
        )

    def _actor(self, actor: Actor) -> Node:
        iri = self.of(actor.id)
        identifiers = enumerate(actor.identifiers.items(), 1)
        wikidata = actor.identifiers.get("wikidata", "")
        known = wikidata[:1] == "Q" and wikidata[1:].isascii() and wikidata[1:].isdigit()
        return node(
            iri,
            "Actor",
            _ACTORS[actor.kind],
            "Agent",
            name=actor.name,
            kind=actor.kind,
            alternateName=actor.aliases,
            country=actor.country,
            identifier=(
                node(f"{iri}:identifier:{number}", "PropertyValue", propertyID=scheme, value=value)
                for number, (scheme, value) in identifiers
            ),
            sameAs=_WIKIDATA + wikidata if known else None,
            role=(
                node(
                    f"{iri}:role:{number}",
                    "Role",
                    roleName=role.title.quote,
                    of=self.maybe(role.of),
                    evidence=self.at(role.title),
                )
                for number, role in enumerate(actor.roles, 1)
            ),
            mention=(
                node(
                    f"{iri}:mention:{number}",
                    "Mention",
                    "Annotation",
                    motivatedBy=_IDENTIFYING,
                    hasBody=iri,
                    hasTarget=self.at(mention),
                    form=mention.form,
                )
                for number, mention in enumerate(actor.mentions, 1)
            ),
            **self.origin(actor),
        )

    def _meeting(self, meeting: Meeting) -> Node:
        date = meeting.date.edtf if meeting.date else None
        place = self.place(meeting.id, meeting.place)
        return node(
            self.of(meeting.id),
            "Meeting",
            "Event",
            "Entity",
            name=meeting.name,
            kind=meeting.kind,
            status=meeting.status,
            eventStatus=_STATUSES.get(meeting.status),
            several=meeting.several,
            attendee=self.each(meeting.participants),
            date=self.date(meeting.id, meeting.date),
            startDate=date if date and "/" not in date else None,
            place=place,
            location=place.iri if place else None,
            topic=map(self.at, meeting.topics),
            superEvent=self.maybe(meeting.part_of),
            eventCode=meeting.event_code,
            evidence=map(self.at, meeting.evidence),
            **self.origin(meeting),
        )

    def _controversy(self, controversy: Controversy) -> Node:
        return node(
            self.of(controversy.id),
            "Controversy",
            "Entity",
            name=controversy.name,
            kind=controversy.kind,
            about=self.each(controversy.about),
            standing=controversy.standing,
            arisesFrom=self.each(controversy.meetings),
            date=self.date(controversy.id, controversy.date),
            place=self.place(controversy.id, controversy.place),
            position=(
                self._position(f"{controversy.id}:position:{number}", position)
                for number, position in enumerate(controversy.positions, 1)
            ),
            evidence=map(self.at, controversy.evidence),
            **self.origin(controversy),
        )

    def _position(self, part: str, position: Position) -> Node:
        return node(
            self.of(part),
            "Position",
            "Claim",
            "Entity",
            stance=position.stance,
            quote=position.claim.quote,
            claim=self.at(position.claim),
            certainty=position.certainty,
            **self.held(part, position.attribution),
        )

    def _implication(self, implication: Implication) -> Node:
        return node(
            self.of(implication.id),
            "Implication",
            "Entity",
            cause=self.at(implication.cause),
            effect=self.at(implication.effect),
            causeRef=self.each(implication.cause_refs),
            effectRef=self.each(implication.effect_refs),
            cue=self.at(implication.cue),
            direction=implication.direction,
            affects=self.each(implication.affects),
            certainty=implication.certainty,
            polarity=implication.polarity,
            time=implication.time,
            **self.held(implication.id, implication.attribution),
            evidence=map(self.at, implication.evidence),
            **self.origin(implication),
        )

    def _statement(self, statement: Statement) -> Node:
        return node(
            self.of(statement.id),
            "Statement",
            "Claim",
            *(("Quotation",) if statement.quoted else ()),
            "Entity",
            kind=statement.kind,
            quote=statement.content.quote,
            content=self.at(statement.content),
            quoted=statement.quoted,
            about=self.each(statement.about),
            certainty=statement.certainty,
            polarity=statement.polarity,
            **self.held(statement.id, statement.attribution),
            evidence=map(self.at, statement.evidence),
            **self.origin(statement),
        )

    def _span(self, words: Evidence) -> Node:
        iri = self.at(words)
        before, behind = context(self.article, words)
        place = node(f"{iri}:position", "TextPositionSelector", start=words.start, end=words.end)
        quote = node(f"{iri}:quote", "TextQuoteSelector", exact=words.quote, prefix=before, suffix=behind)
        return node(iri, "SpecificResource", hasSource=self.iri, hasSelector=(place, quote))
