"""A node of RDF with what is said of it; Turtle and JSON-LD write the same nodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Node(NamedTuple):
    """A thing: its IRI, what it is, and what is said of it, in order.

    Classes and properties go by their names in the vocabulary. A string is an IRI where the range of the
    property is ``node``. No node is blank: equal input gives equal bytes.
    """

    iri: str
    kinds: tuple[str, ...]
    said: tuple[tuple[str, Value], ...]

    def all(self) -> Iterable[Node]:
        """This node and the nodes within it, in order."""
        yield self
        for _, value in self.said:
            if isinstance(value, Node):
                yield from value.all()


Value = str | int | bool | Node
Said = Value | None | Iterable[Value | None]


def node(iri: str, *kinds: str, **said: Said) -> Node:
    """A node of these classes. ``None`` says nothing; of several values each is said once, in order."""
    pairs: dict[tuple[str, type, Value], tuple[str, Value]] = {}
    for name, values in said.items():
        # A Node is a tuple, and text is iterable: neither is a list of values.
        several = [values] if values is None or isinstance(values, str | int | Node) else values
        for value in several:
            if value is not None:
                # True equals 1, and is another value.
                pairs.setdefault((name, type(value), value), (name, value))
    return Node(iri, kinds, tuple(pairs.values()))
