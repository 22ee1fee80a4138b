"""Phrases that name a source for the clause around them: "According to |the ministry|, |talks failed|"."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.build import made
from communique.analyse.attribution.contents import Content
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.spans import nodes, piece, trimmed

CUE = Cue(
    "according", "assert", frozenset(("clause",)), frozenset(), frozenset(), "certain", "positive", "unknown",
    False, None,
)  # fmt: skip


def from_phrase(analysis: Analysis, at: int, last: int) -> Attributed | None:
    """The attribution of a phrase that begins with the tokens ``[at, last)``: "according to"."""
    tokens = analysis.tokens
    head = _source_head(analysis, at, last)
    if head is None:
        return None
    without = frozenset(i for i in analysis.children[head] if at <= i < last)
    start, end = trimmed(analysis, *piece(analysis, head, without), that=False)
    start = max(start, last)
    if start >= end:
        return None
    source = sources.Source(start, end, head, (start, end))
    top = head if at <= _below(analysis, head, at, last) < last else at
    clause = _clause(analysis, tokens[top].head)
    if at <= clause < end:
        return None
    outside = nodes(analysis, top)
    first, final = piece(analysis, clause, frozenset((top,)))
    if first <= outside[0] < final:
        first, final = (first, outside[0]) if clause < outside[0] else (end, final)
    first, final = trimmed(analysis, first, final)
    if final - first < 2:
        return None
    content = Content(first, final, clause, "according")
    return made(analysis, CUE, (at, last), source, content, token=at, rule="according")


def _below(analysis: Analysis, head: int, at: int, last: int) -> int:
    """A token of "according to" that hangs on the source; -1 where the source hangs on it."""
    return next((i for i in range(at, last) if analysis.tokens[i].head == head), -1)


def _clause(analysis: Analysis, node: int) -> int:
    """The predicate above a word: a verb, or what has a copula or a subject; "xcomp" goes with its verb."""
    tokens = analysis.tokens
    while tokens[node].head != node and (
        tokens[node].deprel == "xcomp"
        or not (
            tokens[node].upos in ("VERB", "AUX")
            or any(tokens[child].deprel in ("cop", "nsubj") for child in analysis.children[node])
        )
    ):
        node = tokens[node].head
    return node


def _source_head(analysis: Analysis, at: int, last: int) -> int | None:
    """The noun after "according to", however the parser hangs it up."""
    tokens = analysis.tokens
    for index in (last - 1, at):
        head = tokens[index].head
        if head >= last and tokens[index].deprel in ("case", "mark", "fixed", "advmod"):
            return head
    for child in analysis.children[at]:
        if child >= last:
            return child
    return None
