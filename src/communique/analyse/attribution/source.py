"""Who says it: the phrase of a source, and what can be one."""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import agreement, lexicon
from communique.analyse.analysis import Analysis
from communique.analyse.attribution.spans import nodes, piece, trimmed
from communique.analyse.certainty.clause import lowered
from communique.analyse.lexicon import load

MUTE = frozenset(("it", "this", "that", "these", "those", "there", "which", "what"))
"""Pronouns that mostly stand for things; "it" may be a body and is kept for verbs of saying."""
OUTSIDE = frozenset(("case", "cc", "punct", "mark", "cop", "aux", "parataxis", "advcl", "discourse"))
"""Relations of words that hang on a source and are no part of it."""
OBJECT_FORMS = frozenset(("me", "him", "them", "us", "whom"))


class Source(NamedTuple):
    """A source as tokens: the phrase ``[first, last)``, its head, and what is the subject of the verb."""

    first: int
    last: int
    head: int
    subject: tuple[int, int]


class Lists(NamedTuple):
    """The lists of sources.toml."""

    bare: frozenset[str]
    documents: frozenset[str]


@lexicon.cached
def lists() -> Lists:
    """The lists, read once."""
    rows = load("sources")
    return Lists(frozenset(rows["bare"]["words"].split()), frozenset(rows["documents"]["nouns"].split()))


def phrase(analysis: Analysis, head: int, cue: int = -1) -> tuple[int, int]:
    """The noun phrase of a source, with titles and appositions; a clause that holds the cue is left out."""
    without: set[int] = set()
    for child in analysis.children[head]:
        token = analysis.tokens[child]
        base = token.deprel.partition(":")[0]
        if (
            base in OUTSIDE
            or (base in ("acl", "ccomp") and cue >= 0 and cue in nodes(analysis, child))
            or (base in ("nsubj", "advmod") and child < head and token.upos != "ADV")
            or (base == "acl" and _after_comma(analysis, head, child))
        ):
            without.add(child)
    first, last = piece(analysis, head, frozenset(without))
    before = first - 1
    token = analysis.tokens[head]
    if cue > head and token.deprel == "nsubj" and token.head != cue and (
        analysis.tokens[token.head].deprel == "ccomp" and analysis.tokens[token.head].head == cue
    ):  # fmt: skip
        last = cue
    if before >= 0 and tokens_side_by_side(analysis, before, head):
        first = piece(analysis, before, frozenset(without))[0]
    if cue >= 0:
        if first <= cue < head:
            first = cue + 1
        elif head < cue < last:
            last = cue
            while last - 1 > head and lowered(analysis.tokens[last - 1]) in (",", "who"):
                last -= 1  # "shipowners in Greece|, who| feared"
    if first <= head and _is_measured(analysis, first):
        first -= 2
    return trimmed(analysis, first, last, that=False)


def _is_measured(analysis: Analysis, first: int) -> bool:
    """Whether "many in" stands before a phrase: "many in |the establishment|, who feared …"."""
    tokens = analysis.tokens
    if first < 2 or lowered(tokens[first - 1]) not in ("in", "within"):
        return False
    return lowered(tokens[first - 2]) in lists().bare and tokens[first - 2].sentence == tokens[first].sentence


def _after_comma(analysis: Analysis, head: int, child: int) -> bool:
    """Whether a clause only adds something: "the envoy, who arrived late", "the envoy, speaking in Oslo"."""
    first = nodes(analysis, child)[0]
    while first > head and analysis.tokens[first].upos == "PUNCT" and analysis.tokens[first].text != ",":
        first += 1
    return "," in (analysis.tokens[first].text, analysis.tokens[first - 1].text)


def tokens_side_by_side(analysis: Analysis, before: int, head: int) -> bool:
    """Whether the parser made two subjects of one phrase: "|frontman| |Anthony Kiedis| revealed"."""
    tokens = analysis.tokens
    return (
        tokens[before].deprel == "nsubj"
        and tokens[before].head == tokens[head].head
        and tokens[head].deprel == "nsubj"
        and tokens[before].upos in ("NOUN", "PROPN")
    )


def can_speak(analysis: Analysis, head: int, *, saying: bool, anything: bool = False) -> bool:
    """Whether a noun can be the source: people, bodies, names, pronouns; documents only of saying.

    ``anything`` lets every noun pass: whatever "said that" is said of has been made a speaker by its verb.
    """
    token = analysis.tokens[head]
    text = lowered(token)
    if token.upos == "PROPN":
        return True
    if token.upos in ("PRON", "DET"):
        return text not in MUTE or (saying and text in ("it", "which", "that"))
    if text in lists().bare or token.upos in ("NUM", "ADJ", "ADV", "SYM"):
        return True
    lemma = token.lemma.lower()
    if agreement.sort_of(lemma, agreement.is_plural(token)) != "thing" or lemma in agreement.quantity_heads():
        return True
    return anything or (saying and lemma in lists().documents)


def from_phrase(analysis: Analysis, head: int, cue: int = -1) -> Source | None:
    """A source that stands as a phrase of its own: "by the opposition", "critics'"."""
    first, last = phrase(analysis, head, cue)
    if last > first and analysis.tokens[last - 1].xpos == "POS":
        last -= 1
    return Source(first, last, head, (first, last)) if last > first else None
