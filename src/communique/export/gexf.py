"""GEXF 1.3, for Gephi: actors, records and links with typed attributes.

After the specification at gexf.net and its two schemas, of which that in RELAX NG allows no
``xsi:schemaLocation``. Directed; links of one type between the same two nodes
differ in ``kind``, as Gephi wants it. The graph is static: dates in EDTF are attributes, since GEXF knows no
vague ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.export.drawing import graph as drawn
from communique.export.drawing import lost as left_out
from communique.export.graph import LINK_ATTRIBUTES, VERTEX_ATTRIBUTES, Graph, Link, Type, Vertex, attributes
from communique.export.graphml import replaced, written
from communique.export.xml import escaped
from communique.records import Article

_TYPES: dict[Type, str] = {"string": "string", "integer": "integer", "boolean": "boolean"}

_OPENING = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>communique</creator>
    <description>Actors, records and links</description>
  </meta>"""


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one GEXF document, in UTF-8."""
    return ("\n".join(_lines(drawn(articles))) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What GEXF leaves out of the articles."""
    graph = drawn(articles)
    dated = any("date" in vertex.attributes for vertex in graph.vertices)
    dates = ("Dates are attributes; Gephi's timeline does not know them.",) if dated else ()
    return (*left_out(articles), *replaced(graph), *dates)


def _lines(graph: Graph) -> Iterator[str]:
    yield _OPENING
    yield '  <graph defaultedgetype="directed" mode="static" idtype="string">'
    vertices = list(attributes(graph.vertices, VERTEX_ATTRIBUTES))
    links = list(attributes(graph.links, LINK_ATTRIBUTES))
    yield from _declared("node", {"type": "string", **{name: VERTEX_ATTRIBUTES[name] for name in vertices}})
    yield from _declared("edge", {"type": "string", **{name: LINK_ATTRIBUTES[name] for name in links}})
    yield "    <nodes>"
    for vertex in graph.vertices:
        yield f'      <node id="{escaped(vertex.id)}" label="{_token(vertex.label)}">'
        yield from _values(vertex, "n", vertices)
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    for link, kind in zip(graph.links, _kinds(graph.links), strict=True):
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        yield f'      <edge id="{escaped(link.id)}" {ends} kind="{kind}" label="{link.type}">'
        yield from _values(link, "e", links)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _kinds(links: Sequence[Link]) -> list[str]:
    """Each link's kind. Gephi makes one of two links of one kind between the same nodes, so the next is 2."""
    seen: Counter[tuple[str, str, str]] = Counter()
    kinds = []
    for link in links:
        same = (link.source, link.target, link.type)
        seen[same] += 1
        kinds.append(link.type if seen[same] == 1 else f"{link.type} {seen[same]}")
    return kinds


def _declared(of: str, columns: dict[str, Type]) -> Iterator[str]:
    yield f'    <attributes class="{of}">'
    for name, type_ in columns.items():
        yield f'      <attribute id="{of[0]}_{name}" title="{name}" type="{_TYPES[type_]}"/>'
    yield "    </attributes>"


def _values(thing: Vertex | Link, of: str, columns: list[str]) -> Iterator[str]:
    yield "        <attvalues>"
    yield f'          <attvalue for="{of}_type" value="{thing.type}"/>'
    for name in columns:
        if name in thing.attributes:
            yield f'          <attvalue for="{of}_{name}" value="{written(thing.attributes[name])}"/>'
    yield "        </attvalues>"


def _token(label: str) -> str:
    """A label, which the schema has as a token: one line, single spaces."""
    return escaped(" ".join(label.split()))
