"""DOT, read strictly by its grammar (graphviz.org/doc/info/lang.html), for digraphs of nodes and edges."""

from __future__ import annotations

import re
from typing import NamedTuple


class Read(NamedTuple):
    """The nodes with their attributes, and the edges."""

    nodes: dict[str, dict[str, str]]
    edges: list[tuple[str, str, dict[str, str]]]


# An ID is a word or a double-quoted string, in which \" is the one escape of the grammar.
_TOKEN = re.compile(r'\s*(?:(->|[{}\[\]=;,])|([A-Za-z_][A-Za-z_0-9]*)|"((?:[^"\\\n\x00]|\\[^\n\x00])*)")')


def shown(label: str) -> str:
    """What Graphviz shows for a label, in which backslashes and ampersands may only be escaped."""
    escapes = re.findall(r"\\.", label)
    assert set(escapes) <= {"\\\\", '\\"'}, escapes
    entities = re.findall(r"&[^&;\s]*;?", label)
    assert set(entities) <= {"&amp;"}, entities
    plain = re.sub(r"\\(.)", r"\1", label)
    return plain.replace("&amp;", "&")


def read(text: str) -> Read:
    """Read a digraph; ``AssertionError`` where the text is none."""
    tokens = _tokens(text)
    assert tokens[:3] == [("word", "digraph"), ("word", "records"), ("sign", "{")]
    assert tokens[-1] == ("sign", "}")
    found = Read({}, [])
    at = 3
    while at < len(tokens) - 1:
        first = _id(tokens[at])
        if tokens[at + 1] == ("sign", "="):
            at += 3
        elif tokens[at + 1] == ("sign", "->"):
            attributes, behind = _attributes(tokens, at + 3)
            found.edges.append((first, _id(tokens[at + 2]), attributes))
            at = behind
        else:
            attributes, at = _attributes(tokens, at + 1)
            if first not in {"node", "edge", "graph"}:
                assert first not in found.nodes
                found.nodes[first] = attributes
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        assert match, f"no token at {text[at : at + 40]!r}"
        sign, word, quoted = match.groups()
        tokens.append(("sign", sign) if sign else ("word", word) if word else ("quoted", quoted))
        at = match.end()
    return tokens


def _id(token: tuple[str, str]) -> str:
    assert token[0] in {"word", "quoted"}, token
    return token[1]


def _attributes(tokens: list[tuple[str, str]], at: int) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    if tokens[at] != ("sign", "["):
        return attributes, at
    at += 1
    while tokens[at] != ("sign", "]"):
        assert tokens[at + 1] == ("sign", "=")
        attributes[_id(tokens[at])] = _id(tokens[at + 2])
        at += 3
    return attributes, at + 1
