"""Phrases that name a source for the clause around them: "According to |the ministry|, |talks failed|"."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.contents import Content
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.spans import nodes, piece, trimmed
from communique.analyse.attribution.verbs import made

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
    top = at if not at <= tokens[head].head < last and tokens[at].head == head else at
    top = head if tokens[at].head == head or (tokens[last - 1].head == head and tokens[at].head != top) else at
    clause = tokens[top].head
    while tokens[clause].upos not in ("VERB", "AUX") and tokens[clause].head != clause and not any(
        tokens[c].deprel in ("cop", "nsubj") for c in analysis.children[clause]
    ):  # fmt: skip
        clause = tokens[clause].head
    if at <= clause < end:
        return None
    outside = nodes(analysis, top)
    below = clause
    while tokens[below].head != below and tokens[below].deprel in ("xcomp",):
        below = tokens[below].head
    first, final = piece(analysis, below, frozenset((top,)))
    if first <= outside[0] < final:
        first, final = (first, outside[0]) if below < outside[0] else (end, final)
    first, final = trimmed(analysis, first, final)
    if final - first < 2:
        return None
    return made(analysis, CUE, at, (at, last), source, Content(first, final, below, "according"), "according")


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
