"""GraphML is read by networkx, field by field what the graph holds."""

from __future__ import annotations

from io import BytesIO

import networkx
import pytest
from hypothesis import given, settings
from lxml import etree
from tests.export.samples import hostile, samples, seed, several_on_one_text, small
from tests.strategies import articles

from communique.export import graphml
from communique.export.drawing import graph
from communique.export.graph import Attributes
from communique.export.xml import legal
from communique.records import Article

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def as_told(attributes: Attributes, **more: str) -> Attributes:
    """The attributes as XML can hold them."""
    every: Attributes = {**attributes, **more}
    return {name: legal(value) if isinstance(value, str) else value for name, value in every.items()}


def compare(some: tuple[Article, ...]) -> None:
    drawn = graph(some)
    read = networkx.read_graphml(BytesIO(graphml.render(some)), force_multigraph=True)
    assert read.is_directed()
    vertices = {
        vertex.id: as_told(vertex.attributes, label=vertex.label, type=vertex.type)
        for vertex in drawn.vertices
    }
    assert dict(read.nodes(data=True)) == vertices
    links = {
        (link.source, link.target, link.id): as_told(link.attributes, type=link.type) for link in drawn.links
    }
    assert {(one, other, key): data for one, other, key, data in read.edges(keys=True, data=True)} == links


@pytest.mark.parametrize("some", [samples(), (hostile(),), several_on_one_text(), ()], ids=len)
def test_networkx_reads_back_every_node_link_and_attribute(some: tuple[Article, ...]) -> None:
    compare(some)


@settings(max_examples=25)
@given(articles())
def test_networkx_reads_back_whatever_the_article_holds(article: Article) -> None:
    compare((article,))


def test_types_are_declared_for_what_is_there() -> None:
    root = etree.fromstring(graphml.render([seed()]))
    declared = list(root.iter(f"{NAMESPACE}key"))
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in declared}
    assert types["node", "mentions"] == "long"
    assert types["node", "several"] == "boolean"
    assert types["edge", "stance"] == "string"
    used = {data.get("key") for data in root.iter(f"{NAMESPACE}data")}
    assert used == {key.get("id") for key in declared}


def test_characters_that_xml_cannot_hold_are_replaced_and_counted() -> None:
    assert "\x00" not in graphml.render([hostile()]).decode()
    assert [one for one in graphml.lost([hostile()]) if "U+FFFD" in one]
    assert not [one for one in graphml.lost([small()]) if "U+FFFD" in one]


def test_who_met_whom_and_how_often() -> None:
    read = networkx.read_graphml(BytesIO(graphml.render([seed()])), force_multigraph=True)
    labels = networkx.get_node_attributes(read, "label")
    meetings = [labels[actor] for actor, _, data in read.edges(data=True) if data["type"] == "participant"]
    assert meetings.count("Donald Trump") == meetings.count("Vladimir Putin") == len(seed().meetings)
