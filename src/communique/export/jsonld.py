"""JSON-LD 1.1: the records as linked data that reads as JSON. The same graph as Turtle.

The context stands in the file, so that no reader needs a network; it is published as
``schemas/1.0/context.jsonld`` too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from communique.export.node import Node
from communique.export.nodes import lost, nodes
from communique.export.vocabulary import context
from communique.records import Article

__all__ = ["lost", "render"]


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one JSON-LD document, in UTF-8: ``@context`` and ``@graph``."""
    document = {"@context": context(), "@graph": [_object(each) for each in nodes(articles)]}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _object(each: Node) -> dict[str, Any]:
    said: dict[str, Any] = {"id": each.iri, "type": list(each.kinds)}
    for name, value in each.said:
        written = _object(value) if isinstance(value, Node) else value
        if name not in said:
            said[name] = written
        elif isinstance(said[name], list):
            said[name].append(written)
        else:
            said[name] = [said[name], written]
    return said
