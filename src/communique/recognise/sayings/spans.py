"""Source and content of a record, narrower than those of the attribution.

PolNeAR's sources take appositions in and its accusations the accused; the record model's do not:
"|Ada Obi|, an analyst in Lagos, argued", "accused the ministry of |negligence|".
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import Attributed
from communique.analyse.attribution.arguments import opening, read
from communique.analyse.attribution.spans import nodes

Span = tuple[int, int]
ADDED = frozenset(("appos", "acl", "parataxis", "dep"))
"""Relations of what a comma adds to a name: "Ada Obi, |an analyst|", "a diplomat, |who asked …|"."""


def source(analysis: Analysis, each: Attributed) -> Span | None:
    """The noun phrase of a source, honorific and article included, without what a comma adds to it."""
    if each.source is None or each.source_head < 0:
        return each.source
    tokens = analysis.tokens
    start, end = each.source
    head = tokens[each.source_head]
    for child in analysis.children[head.index]:
        token = tokens[child]
        if child < head.index or token.start >= end:
            continue
        below = nodes(analysis, child)
        first = below[0]
        if head.upos == "NOUN" and token.deprel == "appos" and token.upos == "PROPN":
            return tokens[child - _before(analysis, child)].start, min(end, tokens[below[-1]].end)
        if token.deprel.partition(":")[0] in ADDED and first > head.index:
            opened = first if tokens[first].text in (",", "(", "–", "—") else first - 1
            if tokens[opened].text in (",", "(", "–", "—") and tokens[opened].start > start:
                end = min(end, tokens[opened - 1].end)
    return (start, end) if start <= head.start < end else each.source


def _before(analysis: Analysis, name: int) -> int:
    """How many tokens of a name stand before its head."""
    tokens, count = analysis.tokens, 0
    while (
        tokens[name - count - 1].upos == "PROPN"
        and tokens[name - count - 1].sentence == tokens[name].sentence
    ):
        count += 1
    return count


def content(analysis: Analysis, each: Attributed) -> Span:
    """What is said; of an accusation what the accused is said to have done, where it tells that."""
    entry = each.entry
    if entry.kind != "accuse" or "of" not in entry.paired:
        return each.content
    given = read(analysis, each.cue_token, entry, is_passive=False)
    tokens = analysis.tokens
    if given.clause >= 0:  # "accused him |of being| too soft"
        word, at = opening(analysis, given.clause)
        if word == "of" and tokens[at].start == each.content[0]:
            return tokens[at + 1].start, each.content[1]
    if given.obj < 0 or tokens[given.obj].start < each.content[0]:
        return each.content
    for word, at, _head in given.phrases:
        if word == "of" and given.obj < at and tokens[at].end < each.content[1]:
            return tokens[at + 1].start, each.content[1]
    return each.content
