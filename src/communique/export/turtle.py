"""Turtle: the records as RDF, for triple stores and SPARQL. The same graph as JSON-LD.

Written by hand rather than by a library, in the order of the articles: the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.export.node import Node, Value
from communique.export.nodes import lost, nodes
from communique.export.vocabulary import ARTICLE, PREFIXES, kinds, terms
from communique.records import Article

__all__ = ["lost", "render"]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

# Controls and line breaks that Turtle may hold and that editors would garble.
_UNSAFE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')

_RECORD = re.compile(f"^({ARTICLE}[0-9a-f]{{64}}(?:-[0-9]+)?):([a-z0-9:-]*[a-z0-9])$")


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one Turtle document, in UTF-8."""
    told = nodes(articles)
    bases = _bases(told)
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in PREFIXES.items()]
    lines += [f"@prefix {prefix}: <{base}:> ." for base, prefix in bases.items()]
    for each in told:
        for part in each.all():
            lines += ["", *_block(part, bases)]
    return ("\n".join(lines) + "\n").encode()


def _bases(told: Sequence[Node]) -> dict[str, str]:
    """A prefix for each article: ``a1``, ``a2`` … by its IRI."""
    articles = [each.iri for each in told if "NewsArticle" in each.kinds]
    return {iri: f"a{number}" for number, iri in enumerate(articles, 1)}


def _block(part: Node, bases: dict[str, str]) -> list[str]:
    said = [f"a {', '.join(kinds()[kind].iri for kind in part.kinds)}"]
    grouped: dict[str, list[str]] = {}
    for name, value in part.said:
        grouped.setdefault(name, []).append(_value(name, value, bases))
    said += [f"{terms()[name].iri} {', '.join(values)}" for name, values in grouped.items()]
    ends = [";"] * (len(said) - 1) + ["."]
    return [
        _iri(part.iri, bases),
        *(f"    {words} {end}" for words, end in zip(said, ends, strict=True)),
    ]


def _value(name: str, value: Value, bases: dict[str, str]) -> str:
    if isinstance(value, Node):
        return _iri(value.iri, bases)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    match terms()[name].range:
        case "node":
            return _iri(value, bases)
        case "date":
            return f"{_text(value)}^^loc:EDTF"
        case _:
            return _text(value)


def _iri(iri: str, bases: dict[str, str]) -> str:
    inside = _RECORD.match(iri)
    if inside and inside[1] in bases:
        return f"{bases[inside[1]]}:{inside[2]}"
    return f"<{iri}>"


def _text(value: str) -> str:
    escaped = _UNSAFE.sub(lambda sign: _ESCAPES.get(sign[0]) or f"\\u{ord(sign[0]):04X}", value)
    return f'"{escaped}"'
