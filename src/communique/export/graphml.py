"""GraphML: actors, records and links with typed attributes, for networkx, igraph, yEd and Gephi.

After Brandes, Eiglsperger, Lerner, "GraphML Primer" (graphml.graphdrawing.org). Directed; two nodes may be
linked more than once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.export.drawing import graph as drawn
from communique.export.drawing import lost as left_out
from communique.export.graph import LINK_ATTRIBUTES, VERTEX_ATTRIBUTES, Graph, Link, Type, Vertex, attributes
from communique.export.xml import escaped, illegal
from communique.records import Article

_TYPES: dict[Type, str] = {"string": "string", "integer": "long", "boolean": "boolean"}

_OPENING = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one GraphML document, in UTF-8."""
    return ("\n".join(_lines(drawn(articles))) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What GraphML leaves out of the articles."""
    return (*left_out(articles), *replaced(drawn(articles)))


def replaced(graph: Graph) -> tuple[str, ...]:
    """A sentence about the characters that XML cannot hold, where the graph has such."""
    labels = [vertex.label for vertex in graph.vertices]
    things: tuple[Vertex | Link, ...] = (*graph.vertices, *graph.links)
    values = [value for thing in things for value in thing.attributes.values() if isinstance(value, str)]
    count = illegal([*labels, *values])
    return (f"Control characters that XML cannot hold became U+FFFD: {count}.",) if count else ()


def _lines(graph: Graph) -> Iterator[str]:
    yield _OPENING
    vertex_keys = {name: f"v_{name}" for name in attributes(graph.vertices, VERTEX_ATTRIBUTES)}
    link_keys = {name: f"l_{name}" for name in attributes(graph.links, LINK_ATTRIBUTES)}
    yield from (_key(f"v_{name}", "node", name, "string") for name in ("label", "type"))
    yield from (_key(key, "node", name, _TYPES[VERTEX_ATTRIBUTES[name]]) for name, key in vertex_keys.items())
    yield _key("l_type", "edge", "type", "string")
    yield from (_key(key, "edge", name, _TYPES[LINK_ATTRIBUTES[name]]) for name, key in link_keys.items())
    yield '  <graph id="records" edgedefault="directed">'
    for vertex in graph.vertices:
        yield f'    <node id="{escaped(vertex.id)}">'
        yield _data("v_label", vertex.label)
        yield _data("v_type", vertex.type)
        yield from _values(vertex, vertex_keys)
        yield "    </node>"
    for link in graph.links:
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        yield f'    <edge id="{escaped(link.id)}" {ends}>'
        yield _data("l_type", link.type)
        yield from _values(link, link_keys)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _key(key: str, of: str, name: str, type_: str) -> str:
    return f'  <key id="{key}" for="{of}" attr.name="{name}" attr.type="{type_}"/>'


def _values(thing: Vertex | Link, keys: dict[str, str]) -> Iterator[str]:
    return (_data(key, thing.attributes[name]) for name, key in keys.items() if name in thing.attributes)


def _data(key: str, value: str | int | bool) -> str:
    return f'      <data key="{key}">{written(value)}</data>'


def written(value: str | int | bool) -> str:
    """A value as XML has it: ``true`` and ``false`` in small letters, text escaped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escaped(str(value))
