"""The network in DOT, for Graphviz: actors joined by meetings, controversies and implications.

After the grammar at graphviz.org/doc/info/lang.html: names are numbered in order, labels are double-quoted
strings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.export.network import lost, network
from communique.records import Article

__all__ = ["escaped", "lost", "render"]

_SHAPES = {
    "actor": "ellipse",
    "meeting": "box",
    "controversy": "hexagon",
    "source": "plaintext",
    "article": "note",
}

_COLOURS = {"beneficial": "#009E73", "harmful": "#D55E00", "mixed": "#CC79A7", "neutral": "#777777"}

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")

# Within a label a backslash begins an escape, and an ampersand an entity of HTML.
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one directed graph in DOT, in UTF-8."""
    drawn = network(articles)
    names = {vertex.id: f"n{number}" for number, vertex in enumerate(drawn.vertices, 1)}
    lines = ["digraph records {", '    charset="UTF-8" rankdir="LR"', '    node [fontname="sans-serif"]']
    lines.append('    edge [fontname="sans-serif" fontsize="10"]')
    for vertex in drawn.vertices:
        shape = _SHAPES[vertex.type]
        lines.append(f'    {names[vertex.id]} [label="{escaped(vertex.label)}" shape="{shape}"]')
    for edge in drawn.edges:
        said = [f'label="{escaped(edge.label)}"'] if edge.label else []
        said += [f'color="{_COLOURS[edge.sign]}"'] if edge.sign else []
        said += ['style="dashed"'] if edge.tentative else []
        behind = f" [{' '.join(said)}]" if said else ""
        lines.append(f"    {names[edge.source]} -> {names[edge.target]}{behind}")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def escaped(text: str) -> str:
    """The text on one line, as a label of Graphviz shows it letter by letter."""
    return " ".join(_CONTROL.sub(" ", text).split()).translate(_ESCAPES)
