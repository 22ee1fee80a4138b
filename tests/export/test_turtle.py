"""Turtle is read by rdflib, says what the records say, and answers questions in SPARQL."""

from __future__ import annotations

from functools import cache
from typing import cast

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.query import ResultRow
from tests.export.samples import HOSTILE, detached, hostile, samples, seed, several_on_one_text, small

from communique.export import turtle
from communique.export.vocabulary import PREFIXES
from communique.records import Actor, Article, Attribution, Evidence, Statement

CQ, OA, PROV = (Namespace(PREFIXES[name]) for name in ("cq", "oa", "prov"))
SCHEMA = Namespace(PREFIXES["schema"])
EDTF = URIRef(PREFIXES["loc"] + "EDTF")

EVERY = pytest.mark.parametrize(
    "article", [*samples(), hostile()], ids=lambda article: article.source.sha256[:6]
)

QUESTION = """
PREFIX cq: <urn:communique:vocabulary:1.0:>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
SELECT ?who ?words WHERE {
    ?matter a cq:Controversy ; schema:name ?name ; cq:position ?position .
    ?position cq:stance ?stance ; schema:text ?words ; prov:qualifiedAttribution ?held .
    OPTIONAL { ?held prov:agent/schema:name ?actor }
    ?held cq:source/oa:hasSelector/oa:exact ?source .
    BIND(COALESCE(?actor, ?source) AS ?who)
    FILTER(CONTAINS(?name, ?about))
}
ORDER BY ?words
"""


@cache
def read(*articles: Article) -> Graph:
    return Graph().parse(data=turtle.render(articles), format="turtle")


def of(article: Article, part: str) -> URIRef:
    return URIRef(f"urn:communique:article:{article.source.sha256}:{part}")


def at(article: Article, words: Evidence) -> URIRef:
    return of(article, f"text:{words.start}-{words.end}")


def ask(graph: Graph, question: str, **bound: str) -> list[tuple[str, ...]]:
    """The rows of the answer, as strings."""
    names = {"cq": CQ, "oa": OA, "prov": PROV, "schema": SCHEMA}
    values = {name: Literal(value) for name, value in bound.items()}
    rows = graph.query(question, initNs=names, initBindings=values)
    return [tuple(map(str, cast("ResultRow", row))) for row in rows]


def test_who_holds_a_critical_position_on_a_matter() -> None:
    rows = ask(read(seed()), QUESTION, about="handling of other sensitive issues", stance="supportive")
    assert [who for who, _ in rows] == ["Others", "Others"]
    assert "Trump's approach" in [words for _, words in rows]
    ((who, words),) = ask(read(seed()), QUESTION, about="business dealings", stance="critical")
    assert who == "critics"
    assert "conflict of interest" in words


def test_what_only_the_article_itself_asserts() -> None:
    question = """SELECT ?implication WHERE {
        ?implication a cq:Implication FILTER NOT EXISTS { ?implication prov:qualifiedAttribution ?held } }"""
    own = {(str(of(seed(), one.id)),) for one in seed().implications if one.attribution is None}
    assert set(ask(read(seed()), question)) == own


class Told:
    """What the Turtle of one article says of a part of it."""

    def __init__(self, article: Article) -> None:
        self.article, self.graph = article, read(article)

    def several(self, part: str, name: URIRef) -> set[object]:
        return set(self.graph.objects(of(self.article, part), name))

    def one(self, part: str, name: URIRef) -> object:
        values = list(self.graph.objects(of(self.article, part), name))
        assert len(values) <= 1
        return cast("Literal", values[0]).toPython() if values else None

    def ids(self, *records: str | None) -> set[object]:
        return {of(self.article, record) for record in records if record}

    def spans(self, *passages: Evidence | None) -> set[object]:
        return {at(self.article, words) for words in passages if words}

    def held(self, part: str, attribution: Attribution | None) -> bool:
        """Whether who holds a part is told as the record has it."""
        name = f"{part}:attribution"
        if attribution is None:
            return not self.several(part, PROV.qualifiedAttribution)
        return (
            self.several(part, PROV.qualifiedAttribution) == self.ids(name)
            and self.several(part, PROV.wasAttributedTo) == self.ids(attribution.actor)
            and self.several(name, PROV.agent) == self.ids(attribution.actor)
            and self.several(name, CQ.source) == self.spans(attribution.source)
            and self.several(name, CQ.cue) == self.spans(attribution.cue)
        )


@EVERY
def test_every_field_of_an_actor_is_there(article: Article) -> None:
    told = Told(article)
    for actor in article.actors:
        assert told.one(actor.id, SCHEMA.name) == actor.name
        assert told.one(actor.id, CQ.kind) == actor.kind
        assert told.one(actor.id, CQ.country) == actor.country
        assert {str(alias) for alias in told.several(actor.id, SCHEMA.alternateName)} == set(actor.aliases)
        assert len(told.several(actor.id, CQ.mention)) == len(actor.mentions)
        for number, mention in enumerate(actor.mentions, 1):
            name = f"{actor.id}:mention:{number}"
            assert told.one(name, CQ.form) == mention.form
            assert told.several(name, OA.hasTarget) == told.spans(mention)
            assert told.several(name, OA.hasBody) == told.ids(actor.id)
        for number, role in enumerate(actor.roles, 1):
            name = f"{actor.id}:role:{number}"
            assert told.one(name, SCHEMA.roleName) == role.title.quote
            assert told.several(name, CQ.of) == told.ids(role.of)
        for number, (scheme, value) in enumerate(actor.identifiers.items(), 1):
            name = f"{actor.id}:identifier:{number}"
            assert (told.one(name, SCHEMA.propertyID), told.one(name, SCHEMA.value)) == (scheme, value)


@EVERY
def test_every_field_of_a_meeting_is_there(article: Article) -> None:
    told = Told(article)
    for meeting in article.meetings:
        assert told.one(meeting.id, SCHEMA.name) == meeting.name
        assert told.one(meeting.id, CQ.kind) == meeting.kind
        assert told.one(meeting.id, CQ.status) == meeting.status
        assert told.one(meeting.id, CQ.several) is meeting.several
        assert told.one(meeting.id, CQ.eventCode) == meeting.event_code
        assert told.several(meeting.id, SCHEMA.attendee) == told.ids(*meeting.participants)
        assert told.several(meeting.id, CQ.topic) == told.spans(*meeting.topics)
        assert told.several(meeting.id, CQ.evidence) == told.spans(*meeting.evidence)
        assert told.several(meeting.id, SCHEMA.superEvent) == told.ids(meeting.part_of)
        if meeting.date:
            date = {Literal(meeting.date.edtf, datatype=EDTF)} if meeting.date.edtf else set()
            assert told.several(f"{meeting.id}:date", CQ.edtf) == date
            assert told.several(f"{meeting.id}:date", CQ.evidence) == told.spans(meeting.date)
        if meeting.place:
            assert told.one(f"{meeting.id}:place", SCHEMA.name) == meeting.place.name
            assert told.one(f"{meeting.id}:place", CQ.country) == meeting.place.country


@EVERY
def test_every_field_of_a_controversy_is_there(article: Article) -> None:
    told = Told(article)
    for controversy in article.controversies:
        assert told.one(controversy.id, SCHEMA.name) == controversy.name
        assert told.one(controversy.id, CQ.standing) == controversy.standing
        assert told.several(controversy.id, SCHEMA.about) == told.ids(*controversy.about)
        assert told.several(controversy.id, CQ.arisesFrom) == told.ids(*controversy.meetings)
        assert told.several(controversy.id, CQ.evidence) == told.spans(*controversy.evidence)
        assert len(told.several(controversy.id, CQ.position)) == len(controversy.positions)
        for number, position in enumerate(controversy.positions, 1):
            name = f"{controversy.id}:position:{number}"
            assert told.one(name, CQ.stance) == position.stance
            assert told.one(name, CQ.certainty) == position.certainty
            assert told.several(name, CQ.claim) == told.spans(position.claim)
            assert told.held(name, position.attribution)


@EVERY
def test_every_field_of_an_implication_is_there(article: Article) -> None:
    told = Told(article)
    for implication in article.implications:
        for name in ("cause", "effect", "cue"):
            assert told.several(implication.id, CQ[name]) == told.spans(getattr(implication, name))
        for name in ("direction", "certainty", "polarity", "time"):
            assert told.one(implication.id, CQ[name]) == getattr(implication, name)
        assert told.several(implication.id, CQ.causeRef) == told.ids(*implication.cause_refs)
        assert told.several(implication.id, CQ.effectRef) == told.ids(*implication.effect_refs)
        assert told.several(implication.id, CQ.affects) == told.ids(*implication.affects)
        assert told.several(implication.id, CQ.evidence) == told.spans(*implication.evidence)
        assert told.held(implication.id, implication.attribution)


@EVERY
def test_every_field_of_a_statement_is_there(article: Article) -> None:
    told = Told(article)
    for statement in article.statements:
        for name in ("kind", "certainty", "polarity", "quoted"):
            assert told.one(statement.id, CQ[name]) == getattr(statement, name)
        assert told.one(statement.id, SCHEMA.text) == statement.content.quote
        assert told.several(statement.id, CQ.content) == told.spans(statement.content)
        assert told.several(statement.id, SCHEMA.about) == told.ids(*statement.about)
        assert told.held(statement.id, statement.attribution)


@EVERY
def test_every_passage_has_its_words_and_its_place(article: Article) -> None:
    graph, text = read(article), article.text
    assert text is not None
    found = set(graph.subjects(RDF.type, OA.SpecificResource))
    used = {end for name in (CQ.evidence, OA.hasTarget) for end in graph.objects(None, name)}
    assert used <= found
    for passage in found:
        start, end = (
            int(str(graph.value(URIRef(f"{passage}:position"), name))) for name in (OA.start, OA.end)
        )
        quote = URIRef(f"{passage}:quote")
        exact, prefix, suffix = (str(graph.value(quote, name)) for name in (OA.exact, OA.prefix, OA.suffix))
        assert text[start:end] == exact
        assert text[start - len(prefix) : end + len(suffix)] == prefix + exact + suffix


def test_where_it_comes_from() -> None:
    graph, article = read(seed()), seed()
    iri = URIRef(f"urn:communique:article:{article.source.sha256}")
    assert graph.value(of(article, "extraction"), PROV.used) == iri
    engine = graph.value(of(article, "extraction"), PROV.wasAssociatedWith)
    assert (engine, RDF.type, PROV.SoftwareAgent) in graph
    assert graph.value(engine, SCHEMA.name) == Literal(article.extraction.engine)
    records: list[Actor | Statement] = [*article.actors, *article.statements]
    for record in records:
        assert graph.value(of(article, record.id), PROV.wasGeneratedBy) == of(article, "extraction")
        assert graph.value(of(article, record.id), CQ.foundBy) == Literal(record.found_by)
    assert graph.value(iri, SCHEMA.articleBody) == Literal(article.text)


def test_no_node_is_blank_and_no_node_is_nameless() -> None:
    graph = read(*samples(), hostile())
    assert not [part for triple in graph for part in triple if isinstance(part, BNode)]
    for subject in set(graph.subjects()):
        assert (subject, RDF.type, None) in graph


def test_records_of_different_articles_stay_apart() -> None:
    together, one, other = read(small(), seed()), read(small()), read(seed())
    assert len(together) == len(one) + len(other)
    assert set(together) == set(one) | set(other)
    first, second = several_on_one_text()
    both = read(first, second)
    assert set(read(first)) < set(both)
    assert (URIRef(f"urn:communique:article:{first.source.sha256}-2"), RDF.type, SCHEMA.NewsArticle) in both


def test_hostile_text_is_text() -> None:
    graph = read(hostile())
    assert set(graph.objects(None, SCHEMA.headline)) == {Literal(HOSTILE)}
    assert {str(value) for value in graph.objects(None, OA.exact)} == {HOSTILE}


def test_without_the_text_there_is_no_context() -> None:
    graph = read(detached(small()))
    assert not list(graph.objects(None, OA.prefix))
    assert not list(graph.objects(None, SCHEMA.articleBody))
    assert list(graph.objects(None, OA.exact))
