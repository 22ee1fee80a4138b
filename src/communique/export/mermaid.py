"""The network as a Mermaid flowchart: actors joined by meetings, controversies and implications.

Nodes are numbered in order, so that no word of the article can be syntax, and labels stand in quotation marks
with everything but letters, digits and plain punctuation as character references (mermaid.js.org, "Entity
codes to escape characters").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.export.network import Edge, Network, network
from communique.export.network import lost as left_out
from communique.records import Article

# Letters and digits of any script, spaces and marks that mean nothing to Mermaid.
_PLAIN = re.compile(r"[^\w ,.'’“”…–—-]|_")

# Controls have no character reference that a browser would show.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")

_SHAPES = {
    "actor": ('(["', '"])'),
    "meeting": ('["', '"]'),
    "controversy": ('{{"', '"}}'),
    "source": ('(["', '"])'),
    "article": ('[/"', '"/]'),
}

_MOST = 500
"""Links that Mermaid draws unless its setting ``maxEdges`` is raised."""

_COLOURS = {
    "beneficial": "stroke:#009E73,stroke-width:2px",
    "harmful": "stroke:#D55E00,stroke-width:2px",
    "mixed": "stroke:#CC79A7,stroke-width:2px",
    "neutral": "stroke:#777777",
}


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one flowchart, in UTF-8."""
    drawn = network(articles)
    names = {vertex.id: f"n{number}" for number, vertex in enumerate(drawn.vertices, 1)}
    return ("\n".join(["flowchart LR", *_nodes(drawn, names), *_edges(drawn.edges, names)]) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the flowchart leaves out of the articles."""
    count = len(network(articles).edges)
    many = f"Mermaid draws more than {_MOST} links only where maxEdges is raised; here are {count}."
    return (*left_out(articles), many) if count > _MOST else left_out(articles)


def escaped(text: str) -> str:
    """The text on one line, as a label of Mermaid shows it letter by letter."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return _PLAIN.sub(lambda sign: f"#{ord(sign[0])};", line)


def _nodes(drawn: Network, names: dict[str, str]) -> list[str]:
    lines = []
    for vertex in drawn.vertices:
        before, behind = _SHAPES[vertex.type]
        lines.append(f"    {names[vertex.id]}{before}{escaped(vertex.label)}{behind}")
    return lines


def _edges(edges: Sequence[Edge], names: dict[str, str]) -> list[str]:
    lines, styles = [], []
    for number, edge in enumerate(edges):
        line = "-.->" if edge.tentative else "-->"
        label = f'|"{escaped(edge.label)}"|' if edge.label else ""
        lines.append(f"    {names[edge.source]} {line}{label} {names[edge.target]}")
        if edge.sign:
            styles.append(f"    linkStyle {number} {_COLOURS[edge.sign]}")
    return lines + styles
