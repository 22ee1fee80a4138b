"""DOT keeps to the grammar of Graphviz and shows every label letter by letter."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.export.dot_reading import read, shown
from tests.export.samples import HOSTILE, hostile, samples, seed, several_on_one_text, small

from communique.export import dot
from communique.export.network import network
from communique.records import Article


@pytest.mark.parametrize("some", [samples(), (hostile(),), several_on_one_text(), ()], ids=len)
def test_every_node_and_edge_of_the_network_is_read_back(some: tuple[Article, ...]) -> None:
    drawn, found = network(some), read(dot.render(some).decode())
    labels = {name: shown(attributes["label"]) for name, attributes in found.nodes.items()}
    # On one line, without controls, which Graphviz cannot show.
    assert list(labels.values()) == [_seen(vertex.label) for vertex in drawn.vertices]
    names = dict(zip((vertex.id for vertex in drawn.vertices), found.nodes, strict=True))
    assert [(one, other, shown(said.get("label", ""))) for one, other, said in found.edges] == [
        (names[edge.source], names[edge.target], _seen(edge.label)) for edge in drawn.edges
    ]


def _seen(text: str) -> str:
    return " ".join("".join(" " if sign < " " or "\x7f" <= sign <= "\x9f" else sign for sign in text).split())


@given(st.text('ab\\"&;<>{}|#\n\r\tNGnlr\x00é\U0001f30d ', max_size=20))
@example('"] n1 -> n2 [label="')
@example("\\")
@example("&lt;b&gt; \\N \\G")
@example(HOSTILE)
def test_any_label_is_shown_as_it_is(label: str) -> None:
    found = read(f'digraph records {{ a [label="{dot.escaped(label)}"] }}')
    assert shown(found.nodes["a"]["label"]) == _seen(label)


def test_direction_and_doubt_are_drawn() -> None:
    edges = {shown(said["label"]): said for _, _, said in read(dot.render([small()]).decode()).edges if said}
    eased = edges["ease tensions between the two countries"]
    assert eased["style"] == "dashed"
    assert eased["color"] != edges["critical"]["color"]
    assert "style" not in edges["critical"]


def test_it_can_be_walked_as_a_network() -> None:
    found = read(dot.render([seed()]).decode())
    walked = networkx.MultiDiGraph()
    walked.add_nodes_from(found.nodes.items())
    walked.add_edges_from((one, other) for one, other, _ in found.edges)
    names = {shown(said["label"]): node for node, said in found.nodes.items()}
    assert networkx.has_path(walked, names["Donald Trump"], names["Helsinki summit"])
    assert networkx.has_path(walked, names["critics"], names["Donald Trump"])
