"""One article as entities of FollowTheMoney, in the order of its records."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from communique.export.ftm_values import LABEL, PLACE, TEXT, cut, days, line, named
from communique.export.identity import Told
from communique.records import (
    Actor,
    Attribution,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    Statement,
)

Entity = dict[str, str | dict[str, list[str]]]

_SCHEMATA = {
    "person": "Person",
    "country": "PublicBody",
    "government": "PublicBody",
    "organization": "Organization",
    "group": "LegalEntity",
}

# FollowTheMoney writes languages in ISO 639-3; English is what communique reads.
_LANGUAGES = {"en": "eng"}

_QID = re.compile("Q[0-9]+")


class Dossier:
    """The entities of one article."""

    def __init__(self, told: Told) -> None:
        self.key, self.article = told.key, told.article
        self.proof = self._id("article")
        self.names = {actor.id: actor.name for actor in told.article.actors}

    def entities(self) -> Iterator[Entity]:
        """The article, its actors and their mentions, and each record with its links."""
        article = self.article
        yield self._document()
        for actor in article.actors:
            yield from self._actor(actor)
        yield from map(self._meeting, article.meetings)
        for controversy in article.controversies:
            yield from self._controversy(controversy)
        yield from map(self._implication, article.implications)
        for statement in article.statements:
            yield from self._statement(statement)

    def _document(self) -> Entity:
        source, text = self.article.source, self.article.text
        language = _LANGUAGES.get((source.language or "").partition("-")[0])
        return _entity(
            "Article",
            self.proof,
            title=cut([source.title], LABEL),
            author=cut(source.authors, LABEL),
            publisher=cut([source.publisher], LABEL),
            publishedAt=days(source.published)[:1],
            sourceUrl=[source.url],
            language=[language],
            bodyText=["\n".join(map(line, text.splitlines()))] if text and len(text) <= TEXT else [],
            notes=[f"SHA-256 of the text: {source.sha256}"],
        )

    def _actor(self, actor: Actor) -> Iterator[Entity]:
        iri = self._id(actor.id)
        schema = _SCHEMATA[actor.kind]
        titles = cut((role.title.quote for role in actor.roles), LABEL)
        yield _entity(
            schema,
            iri,
            name=named([actor.name], actor.id),
            # Descriptions are names that many may share.
            weakAlias=named(actor.aliases, ""),
            country=[actor.country.lower()] if actor.country else [],
            wikidataId=[value for value in [actor.identifiers.get("wikidata", "")] if _QID.fullmatch(value)],
            notes=[f"{actor.kind}, mentioned {len(actor.mentions)} times"],
            proof=[self.proof],
            **({"position": titles} if schema == "Person" else {"summary": titles}),
        )
        words = (mention.quote for mention in actor.mentions if mention.form == "name")
        for number, name in enumerate(dict.fromkeys(filter(None, named(words, ""))), 1):
            yield _entity(
                "Mention",
                self._id(f"{actor.id}:mention:{number}"),
                document=[self.proof],
                resolved=[iri],
                name=[name],
                detectedSchema=[schema],
                contextCountry=[actor.country.lower()] if actor.country else [],
            )
        for number, role in enumerate(actor.roles, 1):
            if role.of and role.of != actor.id:
                name = f"{actor.id}:role:{number}"
                yield self._link(name, actor.id, role.of, role.title.quote, [role.title])

    def _meeting(self, meeting: Meeting) -> Entity:
        dates = days(meeting.date.edtf if meeting.date else None)
        place = meeting.place
        return _entity(
            "Event",
            self._id(meeting.id),
            name=named([meeting.name], meeting.id),
            involved=map(self._id, meeting.participants),
            date=dates if len(dates) == 1 else [],
            startDate=dates[:1] if len(dates) == 2 else [],
            endDate=dates[1:],
            location=cut([place.name] if place else [], PLACE),
            country=[place.country.lower()] if place and place.country else [],
            keywords=[meeting.kind, meeting.status, *(["several"] if meeting.several else [])],
            summary=cut((f"Topic: {topic.quote}" for topic in meeting.topics), TEXT),
            description=_quotes(meeting.evidence),
            notes=[f"When: {line(meeting.date.quote)}"] if meeting.date else [],
            proof=[self.proof],
        )

    def _controversy(self, controversy: Controversy) -> Iterator[Entity]:
        standing = [f"Standing: {controversy.standing}"] if controversy.standing else []
        date, place = controversy.date, controversy.place
        setting = [f"When: {date.quote}"] if date else []
        setting += [f"Where: {place.name}"] if place else []
        sides = [
            f"{position.stance}, {position.certainty}: {self._who(position.attribution)}: "
            f"“{position.claim.quote}”"
            for position in controversy.positions
        ]
        yield self._note(
            controversy.id,
            controversy.name,
            controversy.about,
            [f"Controversy: {controversy.kind}", *standing, *setting, *sides],
            controversy.evidence,
        )
        for number, position in enumerate(controversy.positions, 1):
            holder = position.attribution.actor if position.attribution else None
            for actor in controversy.about:
                if holder and holder != actor:
                    role = f"{position.stance} of: {controversy.name}"
                    name = f"{controversy.id}:position:{number}:{actor}"
                    yield self._link(name, holder, actor, role, [position.claim])

    def _implication(self, implication: Implication) -> Entity:
        summary = [
            f"Implication: {implication.direction}, {implication.certainty}, {implication.time}"
            + (", said not to be so" if implication.polarity == "negative" else ""),
            f"Held by: {self._who(implication.attribution)}",
        ]
        name = f"{implication.cause.quote} → {implication.effect.quote}"
        return self._note(implication.id, name, implication.affects, summary, implication.evidence)

    def _statement(self, statement: Statement) -> Iterator[Entity]:
        summary = [f"Statement: {statement.kind}, {statement.certainty}: {self._who(statement.attribution)}"]
        yield self._note(statement.id, statement.content.quote, statement.about, summary, statement.evidence)
        holder = statement.attribution.actor
        for actor in statement.about:
            if holder and holder != actor:
                name = f"{statement.id}:{actor}"
                yield self._link(name, holder, actor, f"statement: {statement.kind}", [statement.content])

    def _note(
        self,
        record: str,
        name: str,
        about: Iterable[str],
        summary: Iterable[str],
        passages: Iterable[Evidence],
    ) -> Entity:
        return _entity(
            "Note",
            self._id(record),
            name=named([name], record),
            entity=map(self._id, about),
            keywords=[record.partition(":")[0]],
            summary=cut(summary, TEXT),
            description=_quotes(passages),
            proof=[self.proof],
        )

    def _link(self, name: str, one: str, other: str, role: str, passages: Iterable[Evidence]) -> Entity:
        return _entity(
            "UnknownLink",
            self._id(name),
            subject=[self._id(one)],
            object=[self._id(other)],
            role=cut([role], LABEL),
            summary=_quotes(passages),
            proof=[self.proof],
        )

    def _who(self, attribution: Attribution | None) -> str:
        if attribution is None:
            return "the article"
        if attribution.actor:
            return self.names[attribution.actor]
        return attribution.source.quote if attribution.source else "unnamed"

    def _id(self, part: str) -> str:
        return hashlib.sha1(f"communique:{self.key}:{part}".encode(), usedforsecurity=False).hexdigest()


def _entity(schema: str, id_: str, /, **properties: Iterable[str | None]) -> Entity:
    """An entity with those properties that have values, each value once."""
    told = {key: list(dict.fromkeys(one for one in values if one)) for key, values in properties.items()}
    return {
        "id": id_,
        "schema": schema,
        "properties": {key: values for key, values in told.items() if values},
    }


def _quotes(passages: Iterable[Evidence]) -> list[str]:
    return cut((passage.quote for passage in passages), TEXT)
