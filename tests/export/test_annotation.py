"""Web Annotations: offsets in code points, as the recommendation has it, and in UTF-16 beside them."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

import pytest
from rdflib import Graph, URIRef
from rdflib.query import ResultRow
from tests.export.samples import detached, hostile, samples, seed, small

from communique.export import annotation
from communique.export.passages import passages
from communique.records import Article

# The part of the recommendation's context that these annotations use (Web Annotation Vocabulary, appendix A),
# so that the test needs no network.
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Text": "dctypes:Text",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "scope": {"@type": "@id", "@id": "oa:hasScope"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "label": "rdfs:label",
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "first": {"@type": "@id", "@id": "as:first"},
    "last": {"@type": "@id", "@id": "as:last"},
    "partOf": {"@type": "@id", "@id": "as:partOf"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


def read(*articles: Article) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(annotation.render(articles))
    return document


def items(*articles: Article) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(*articles)["first"]["items"]
    return found


def as_row(row: object) -> ResultRow:
    return cast("ResultRow", row)


def selectors(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    place, quote = item["target"]["selector"]
    assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    return place, quote


@pytest.mark.parametrize("article", [*samples(), hostile()], ids=lambda article: article.source.sha256[:6])
def test_every_passage_of_every_record_is_an_annotation_with_both_selectors(article: Article) -> None:
    text = article.text or ""
    utf16 = text.encode("utf-16-le")
    found = items(article)
    wanted = list(passages(article))
    assert len(found) == len(wanted)
    for item, (record, field, words) in zip(found, wanted, strict=True):
        place, quote = selectors(item)
        assert (place["start"], place["end"], quote["exact"]) == (words.start, words.end, words.quote)
        assert text[place["start"] : place["end"]] == quote["exact"]
        # What a browser would cut out with the other offsets.
        cut = utf16[2 * place["utf16Start"] : 2 * place["utf16End"]]
        assert cut.decode("utf-16-le") == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        iri = f"urn:communique:article:{article.source.sha256}:{record}"
        assert (item["body"][0]["source"], item["body"][0]["field"]) == (iri, field)
        assert item["body"][1]["value"] == record.partition(":")[0]


def test_letters_beyond_the_basic_plane_count_once_in_code_points_and_twice_in_utf16() -> None:
    text = "\U0001f30d Ana Ruiz \U00010348 met"
    words = {"start": 2, "end": 12, "quote": text[2:12]}
    mention = small().actors[0].mentions[0].model_copy(update=words)
    actor = small().actors[0].model_copy(update={"mentions": (mention,), "roles": ()})
    empty = dict.fromkeys(("meetings", "controversies", "implications", "statements", "sections"), ())
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = small().source.model_copy(update={"sha256": sha256, "length": len(text)})
    article = small().model_copy(update={**empty, "actors": (actor,), "text": text, "source": source})
    place, quote = selectors(items(article)[0])
    assert (place["start"], place["end"]) == (2, 12)
    assert (place["utf16Start"], place["utf16End"]) == (3, 14)
    assert (quote["prefix"], quote["suffix"]) == ("\U0001f30d ", " met")


def test_it_is_one_collection_of_one_page_with_ids_of_its_own() -> None:
    document = read(*samples(), hostile())
    page = document["first"]
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert document["type"] == "AnnotationCollection"
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == document["id"]
    assert document["total"] == len(page["items"]) > 1000
    ids = [document["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    assert read(seed())["id"] != read(small())["id"] != read(seed(), small())["id"]


def test_the_page_that_the_article_was_published_on_is_its_scope() -> None:
    for item in items(small()):
        assert item["target"]["scope"] == small().source.url
        assert item["target"]["source"]["id"] == f"urn:communique:article:{small().source.sha256}"
    assert not [item for item in items(seed()) if "scope" in item["target"]]


def test_without_the_text_quotations_stand_alone() -> None:
    for item in items(detached(small())):
        place, quote = selectors(item)
        assert set(place) == {"type", "start", "end"}
        assert set(quote) == {"type", "exact"}
    assert any("UTF-16" in sentence for sentence in annotation.lost([detached(small())]))
    assert not any("UTF-16" in sentence for sentence in annotation.lost([small()]))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_rdflib_reads_it_as_the_vocabulary_of_web_annotation() -> None:
    document = read(small())
    document["@context"][0] = ANNO
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    oa = "http://www.w3.org/ns/oa#"
    found = graph.query(
        """SELECT ?exact ?start WHERE {
            ?annotation a oa:Annotation ; oa:motivatedBy oa:identifying ; oa:hasTarget ?target .
            ?target oa:hasSelector [ a oa:TextPositionSelector ; oa:start ?start ] ;
                    oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?exact ] .
        }""",
        initNs={"oa": URIRef(oa)},
    )
    mentions = {(m.quote, m.start) for actor in small().actors for m in actor.mentions}
    assert {(str(row[0]), int(str(row[1]))) for row in map(as_row, found)} == mentions
