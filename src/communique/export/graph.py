"""Articles as a graph of records: what GraphML, GEXF, DOT and Mermaid draw from.

Nodes are the records, and the voices that are no actor ("many", "some"); links say how they belong
together. Both have typed attributes, the same in every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

Type = Literal["string", "integer", "boolean"]
Attributes = dict[str, str | int | bool]

SEPARATOR: Final = " | "
"""Between the values of a list, where a format has one text for them."""


class Vertex(NamedTuple):
    """A record, or a voice that is no actor."""

    id: str
    """Unique among all articles of the file."""
    type: str
    """``actor``, ``meeting``, ``controversy``, ``implication``, ``statement``, ``source`` or ``article``."""
    label: str
    attributes: Attributes


class Link(NamedTuple):
    """How two of them belong together, read from ``source`` to ``target``."""

    id: str
    source: str
    target: str
    type: str
    attributes: Attributes


class Graph(NamedTuple):
    """The nodes in the order of the articles and their records, and the links between them."""

    vertices: tuple[Vertex, ...]
    links: tuple[Link, ...]


VERTEX_ATTRIBUTES: Final[dict[str, Type]] = {
    "article": "string",
    "kind": "string",
    "aliases": "string",
    "country": "string",
    "identifiers": "string",
    "roles": "string",
    "mentions": "integer",
    "status": "string",
    "several": "boolean",
    "date": "string",
    "date_words": "string",
    "place": "string",
    "place_country": "string",
    "topics": "string",
    "event_code": "string",
    "standing": "string",
    "cause": "string",
    "cue": "string",
    "effect": "string",
    "direction": "string",
    "quoted": "boolean",
    "certainty": "string",
    "polarity": "string",
    "time": "string",
    "quote": "string",
    "start": "integer",
    "end": "integer",
    "passages": "integer",
    "found_by": "string",
}
"""What a node can have; ``start`` and ``end`` are the place of ``quote`` in code points of the text."""

LINK_ATTRIBUTES: Final[dict[str, Type]] = {
    "stance": "string",
    "direction": "string",
    "certainty": "string",
    "title": "string",
    "cue": "string",
    "quote": "string",
    "start": "integer",
    "end": "integer",
}
"""What a link can have."""


def attributes(things: Iterable[Vertex] | Iterable[Link], columns: dict[str, Type]) -> Iterator[str]:
    """Those of the columns that some node or link has, in order."""
    used = {name for thing in things for name in thing.attributes}
    return (name for name in columns if name in used)
