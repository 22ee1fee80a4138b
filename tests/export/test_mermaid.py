"""Mermaid: a flowchart whose syntax no word of an article can touch.

The charts of the first article and of the hostile one were also drawn by Mermaid 11.17 in Chromium: see
docs/exports-graphs.md.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.export.samples import HOSTILE, hostile, samples, seed, several_on_one_text, small

from communique.export import mermaid
from communique.export.network import network
from communique.records import Article

LABEL = r"(?:[^\W_]|[ ,.'’“”…–—-]|#[0-9]+;)*"
"""Letters, digits, spaces, plain punctuation, character references: nothing that Mermaid takes for syntax."""

NODE = re.compile(rf'    (n[0-9]+)(\(\["|\["|\{{\{{"|\[/")({LABEL})("\]\)|"\]|"\}}\}}|"/\])')
EDGE = re.compile(rf'    (n[0-9]+) (-->|-\.->)(?:\|"({LABEL})"\|)? (n[0-9]+)')
STYLE = re.compile(
    r"    linkStyle [0-9]+ stroke:#[0-9A-F]{6}|    linkStyle [0-9]+ stroke:#[0-9A-F]{6},stroke-width:2px"
)


def shown(label: str) -> str:
    return re.sub(r"#([0-9]+);", lambda sign: chr(int(sign[1])), label)


@pytest.mark.parametrize("some", [samples(), (hostile(),), several_on_one_text(), ()], ids=len)
def test_every_line_is_a_node_an_edge_or_a_style(some: tuple[Article, ...]) -> None:
    first, *lines = mermaid.render(some).decode().splitlines()
    drawn = network(some)
    assert first == "flowchart LR"
    nodes = [match for match in map(NODE.fullmatch, lines) if match]
    edges = [match for match in map(EDGE.fullmatch, lines) if match]
    styles = [match for match in map(STYLE.fullmatch, lines) if match]
    assert len(nodes) + len(edges) + len(styles) == len(lines)
    names = {match[1]: vertex for match, vertex in zip(nodes, drawn.vertices, strict=True)}
    for match in nodes:
        assert shown(match[3]) == visible(names[match[1]].label)
    for match, edge in zip(edges, drawn.edges, strict=True):
        assert (names[match[1]].id, names[match[4]].id) == (edge.source, edge.target)
        assert shown(match[3] or "") == visible(edge.label)
        assert (match[2] == "-.->") is edge.tentative
    assert len(styles) == sum(1 for edge in drawn.edges if edge.sign)


def visible(text: str) -> str:
    return " ".join("".join(" " if sign < " " or "\x7f" <= sign <= "\x9f" else sign for sign in text).split())


@given(st.text(max_size=30))
@example(HOSTILE)
@example("%%{init: {}}%% #quot; `md` _a_ **b** ;;; ::: @{} [[x]]")
def test_any_label_is_shown_as_it_is_and_holds_no_syntax(text: str) -> None:
    label = mermaid.escaped(text)
    assert re.fullmatch(LABEL, label)
    assert shown(label) == visible(text.replace("\ufffe", " ").replace("\uffff", " "))


def test_more_links_than_mermaid_draws_are_told() -> None:
    assert not any("maxEdges" in sentence for sentence in mermaid.lost([seed()]))
    meeting, actor = small().meetings[0], small().actors[0]
    actors = tuple(actor.model_copy(update={"id": f"actor:a{number}", "roles": ()}) for number in range(501))
    crowd = small().model_copy(
        update={
            "actors": actors,
            "meetings": (meeting.model_copy(update={"participants": tuple(one.id for one in actors)}),),
            **dict.fromkeys(("controversies", "implications", "statements"), ()),
        }
    )
    assert any("maxEdges" in sentence and "501" in sentence for sentence in mermaid.lost([crowd]))
