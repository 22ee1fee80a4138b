"""The network that people can look at: actors joined by meetings, controversies and implications.

The graph of ``communique.export.graph`` has a node for every record. Here implications are arrows, from what
leads to them to whom they affect, and statements are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.export.drawing import graph
from communique.export.graph import Graph, Link, Vertex
from communique.records import Article

SHORTENED = 60
"""Labels are cut at a word after so many characters."""


class Edge(NamedTuple):
    """An arrow with its label."""

    source: str
    target: str
    label: str
    sign: str | None
    """For an implication ``beneficial``, ``harmful``, ``mixed`` or ``neutral``; a stance likewise."""
    tentative: bool
    """Whether it is less than certain, or said not to be so."""


class Network(NamedTuple):
    """Nodes that some edge touches, and all actors, meetings and controversies."""

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]


_LABELS = {"participant": "", "part_of": "part of", "about": "about", "arises_from": "arose from"}
_STANCES = {"critical": "harmful", "supportive": "beneficial", "neutral": "neutral"}


def network(articles: Sequence[Article]) -> Network:
    """The network of the articles; records of different articles are never joined."""
    drawn = graph(articles)
    types = {vertex.id: vertex.type for vertex in drawn.vertices}
    edges = [edge for link in drawn.links for edge in _edge(link, types)]
    edges += [edge for _, arrows in _implications(drawn, types) for edge in arrows]
    edges = list(dict.fromkeys(edges))
    touched = {end for edge in edges for end in (edge.source, edge.target)}
    kept = [
        vertex._replace(label=shortened(vertex.label))
        for vertex in drawn.vertices
        if vertex.type in {"actor", "meeting", "controversy"} or vertex.id in touched
    ]
    return Network(tuple(kept), tuple(edges))


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the network leaves out of the articles."""
    drawn = graph(articles)
    types = {vertex.id: vertex.type for vertex in drawn.vertices}
    sentences = ["The text, passages, roles, aliases and offsets are left out."] if articles else []
    alone = sum(1 for _, arrows in _implications(drawn, types) if not arrows)
    if alone:
        sentences.append(
            f"Implications whose cause or effect is no record of the article are left out: {alone}."
        )
    statements = sum(1 for vertex in drawn.vertices if vertex.type == "statement")
    if statements:
        sentences.append(f"Statements are left out, except as positions: {statements}.")
    if any(len(vertex.label) > SHORTENED for vertex in drawn.vertices):
        sentences.append(f"Labels longer than {SHORTENED} characters are cut.")
    return tuple(sentences)


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= SHORTENED:
        return line
    at = line.rfind(" ", SHORTENED // 2, SHORTENED)
    return line[: at if at > 0 else SHORTENED - 1] + "…"


def _edge(link: Link, types: dict[str, str]) -> Iterator[Edge]:
    if {types[link.source], types[link.target]} & {"implication", "statement"}:
        return
    if link.type == "position":
        stance = str(link.attributes["stance"])
        tentative = link.attributes["certainty"] != "certain"
        yield Edge(link.source, link.target, stance, _STANCES[stance], tentative)
    elif link.type == "office":
        yield Edge(link.source, link.target, shortened(str(link.attributes["title"])), None, False)
    else:
        yield Edge(link.source, link.target, _LABELS[link.type], None, False)


def _implications(drawn: Graph, types: dict[str, str]) -> Iterator[tuple[Vertex, list[Edge]]]:
    """Every implication with its arrows, from each cause to each actor it affects, or else to each effect.

    Where a cause names a matter or a meeting and its actors, the arrow begins at the matter.
    """
    causes: dict[str, list[str]] = {}
    effects: dict[str, list[str]] = {}
    affected: dict[str, list[str]] = {}
    ends = {"cause": causes, "effect": effects, "affects": affected}
    for link in drawn.links:
        if link.type == "cause":
            causes.setdefault(link.target, []).append(link.source)
        elif link.type in ends and types[link.source] == "implication":
            ends[link.type].setdefault(link.source, []).append(link.target)
    for vertex in drawn.vertices:
        if vertex.type == "implication":
            told = vertex.attributes
            tentative = told["certainty"] != "certain" or told["polarity"] == "negative"
            label = shortened(str(told["effect"]))
            if told["polarity"] == "negative":
                label = f"not so: {label}"
            targets = affected.get(vertex.id) or effects.get(vertex.id) or []
            yield (
                vertex,
                [
                    Edge(source, target, label, str(told["direction"]), tentative)
                    for source in _matters(causes.get(vertex.id, []), types)
                    for target in targets
                    if source != target and {types[source], types[target]} <= _DRAWN
                ],
            )


def _matters(records: list[str], types: dict[str, str]) -> list[str]:
    return [record for record in records if types[record] != "actor"] or records


_DRAWN = {"actor", "meeting", "controversy"}
