"""JSON-LD says what Turtle says, and needs no network to be read."""

from __future__ import annotations

import json
import socket

import pytest
from hypothesis import given, settings
from rdflib import Graph
from rdflib.compare import isomorphic
from tests.export.samples import detached, hostile, samples, seed, several_on_one_text, small
from tests.strategies import articles

from communique.export import jsonld, turtle
from communique.export.vocabulary import context
from communique.records import Article

# rdflib's own parser still builds what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def graphs(*some: Article) -> tuple[Graph, Graph]:
    return (
        Graph().parse(data=jsonld.render(some), format="json-ld"),
        Graph().parse(data=turtle.render(some), format="turtle"),
    )


@pytest.mark.parametrize(
    "some",
    [samples(), (hostile(),), several_on_one_text(), (detached(small()), seed())],
    ids=["real", "hostile", "one text", "detached"],
)
def test_it_is_the_graph_of_the_turtle_read_offline(
    some: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **keywords: object) -> None:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ours, theirs = graphs(*some)
    assert len(ours) > 100
    assert isomorphic(ours, theirs)


@settings(max_examples=15)
@given(articles())
def test_it_is_the_graph_of_the_turtle_whatever_the_article(article: Article) -> None:
    ours, theirs = graphs(article)
    assert set(ours) == set(theirs)


def test_the_context_stands_in_the_file() -> None:
    document = json.loads(jsonld.render([small()]))
    assert document["@context"] == context()
    assert set(document) == {"@context", "@graph"}


def test_it_reads_as_json() -> None:
    document = json.loads(jsonld.render([small()]))
    by_id = {node["id"].rpartition(":meeting:")[2]: node for node in document["@graph"]}
    meeting = by_id["lisbon-2021-05-04"]
    assert meeting["name"] == "Lisbon talks"
    assert meeting["date"]["edtf"] == "2021-05-04"
    assert meeting["place"]["country"] == "PT"
    assert [name.rpartition(":")[2] for name in meeting["attendee"]] == ["ana-ruiz", "joao-lima"]
