"""GEXF 1.3 is read by networkx, field by field what the graph holds, and keeps Gephi's rules."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import networkx
import pytest
from hypothesis import given, settings
from lxml import etree
from tests.export.samples import hostile, samples, seed, several_on_one_text
from tests.strategies import articles

from communique.export import gexf
from communique.export.drawing import graph
from communique.export.graph import Attributes
from communique.export.xml import legal
from communique.records import Article

NAMESPACE = "{http://gexf.net/1.3}"


def as_told(attributes: Attributes, **more: str) -> Attributes:
    """The attributes as XML can hold them."""
    every: Attributes = {**attributes, **more}
    return {name: legal(value) if isinstance(value, str) else value for name, value in every.items()}


def compare(some: tuple[Article, ...]) -> None:
    drawn = graph(some)
    read = networkx.read_gexf(BytesIO(gexf.render(some)), version="1.3")
    vertices = {
        vertex.id: as_told(vertex.attributes, label=" ".join(vertex.label.split()), type=vertex.type)
        for vertex in drawn.vertices
    }
    assert dict(read.nodes(data=True)) == vertices
    links = {
        link.id: (
            link.source,
            link.target,
            as_told(link.attributes, id=link.id, label=link.type, type=link.type),
        )
        for link in drawn.links
    }
    found = {data["id"]: (one, other, data) for one, other, data in read.edges(data=True)}
    assert found == links


@pytest.mark.parametrize("some", [samples(), (hostile(),), several_on_one_text()], ids=len)
def test_networkx_reads_back_every_node_link_and_attribute(some: tuple[Article, ...]) -> None:
    compare(some)


@settings(max_examples=25)
@given(articles())
def test_networkx_reads_back_whatever_the_article_holds(article: Article) -> None:
    compare((article,))


def test_it_has_the_shape_of_version_1_3() -> None:
    root = etree.fromstring(gexf.render([*samples(), hostile()]))
    assert root.tag == f"{NAMESPACE}gexf"
    assert root.get("version") == "1.3"
    meta, drawn = root
    assert [part.tag.removeprefix(NAMESPACE) for part in meta] == ["creator", "description"]
    parts = [part.tag.removeprefix(NAMESPACE) for part in drawn]
    assert parts == ["attributes", "attributes", "nodes", "edges"]
    types = {one.get("type") for one in root.iter(f"{NAMESPACE}attribute")}
    assert types <= {"string", "integer", "boolean"}
    declared = {one.get("id") for one in root.iter(f"{NAMESPACE}attribute")}
    assert {one.get("for") for one in root.iter(f"{NAMESPACE}attvalue")} == declared


def test_parallel_links_differ_in_kind() -> None:
    root = etree.fromstring(gexf.render([seed()]))
    seen = Counter(
        (one.get("source"), one.get("target"), one.get("kind")) for one in root.iter(f"{NAMESPACE}edge")
    )
    assert set(seen.values()) == {1}


def test_labels_are_tokens() -> None:
    for node in etree.fromstring(gexf.render([hostile()])).iter(f"{NAMESPACE}node"):
        assert node.get("label") == " ".join(node.get("label", "").split())
