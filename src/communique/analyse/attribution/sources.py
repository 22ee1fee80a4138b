"""Who says it: the subject of a cue, through relative clauses, participles and coordination.

"Allies in Europe, |who| feared …": the subject is "who", the source "Allies in Europe".
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from communique.analyse import agreement
from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution.spans import nodes, piece, trimmed
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import RELATIVE, Clauses
from communique.analyse.lexicon import load

MUTE = frozenset(("it", "this", "that", "these", "those", "there", "which", "what"))
"""Pronouns that mostly stand for things; "it" may be a body and is kept for verbs of saying."""
OUTSIDE = frozenset(("case", "cc", "punct", "mark", "cop", "aux", "parataxis", "advcl", "discourse"))
"""Relations of words that hang on a source and are no part of it."""
OBJECT_FORMS = frozenset(("me", "him", "them", "us", "whom"))


class Source(NamedTuple):
    """The source of an attribution as tokens: the phrase, its head, and the word that is the verb's subject."""

    first: int
    last: int
    head: int
    subject: tuple[int, int]


class Lists(NamedTuple):
    """The lists of sources.toml."""

    bare: frozenset[str]
    documents: frozenset[str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists, read once."""
    rows = load("sources")
    return Lists(frozenset(rows["bare"]["words"].split()), frozenset(rows["documents"]["nouns"].split()))


def phrase(analysis: Analysis, head: int, cue: int = -1) -> tuple[int, int]:
    """The noun phrase of a source, with titles, appositions and relative clauses; what holds the cue is left out."""
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
    return trimmed(analysis, first, last, that=False)


def stands_for_people(token: Token) -> bool:
    """Whether the parser took the subject for a determiner of its verb: "with |some| suggesting that …"."""
    return token.deprel == "det" and lowered(token) in lists().bare


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
    if token.upos == "PRON" or token.upos == "DET":
        return text not in MUTE or (saying and text in ("it", "which", "that"))
    if text in lists().bare or token.upos in ("NUM", "ADJ", "ADV", "SYM"):
        return True
    lemma = token.lemma.lower()
    if agreement.sort_of(lemma, agreement.is_plural(token)) != "thing" or lemma in agreement.quantity_heads():
        return True
    return anything or (saying and lemma in lists().documents)


def subject(clauses: Clauses, verb: int) -> tuple[int, int] | None:
    """The subject of an active verb: what stands in its place ("who"), and what that stands for."""
    tokens = clauses.tokens
    node = verb
    for _ in range(6):
        beside = [
            child
            for child in clauses.children[node]
            if (clauses.base[child] == "nsubj" and lowered(tokens[child]) not in OBJECT_FORMS)
            or stands_for_people(tokens[child])
        ]
        if beside:
            child = min(beside, key=lambda each: (abs(each - node), each))
            if tokens[child].lemma.lower() in RELATIVE and tokens[child].upos == "PRON":
                return child, _antecedent(clauses, node, child)
            return child, child
        token = tokens[node]
        reduced = _reduced(clauses, node)
        if reduced is not None:
            return reduced, reduced
        above, relation = token.head, clauses.base[node]
        if above == node:
            return None
        if relation == "acl":
            return above, above
        if relation == "xcomp":
            for child in clauses.children[above]:
                if tokens[child].deprel in ("obj", "iobj") and child < node:
                    return child, child
        elif relation == "conj":
            if tokens[above].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
                return None
        elif relation in ("advcl", "parataxis"):
            if tokens[node].xpos not in ("VBG", "VB", "VBN"):
                return None
            if any(clauses.base[c] == "mark" and tokens[c].text.lower() in ("of", "from", "for", "by") and
                   tokens[c].text.lower() != "by" for c in clauses.children[node]):  # fmt: skip
                for child in clauses.children[above]:
                    if tokens[child].deprel in ("obj", "nsubj:pass") and child < node:
                        return child, child
        elif relation != "ccomp" or token.xpos not in ("VB", "VBG"):
            return None
        node = above
    return None


def _reduced(clauses: Clauses, verb: int) -> int | None:
    """The subject that a participle behind it was taken to belong to: "|veterans| interviewed there said"."""
    if clauses.tokens[verb].xpos not in ("VBD", "VBZ", "VBP"):
        return None
    for child in clauses.children[verb]:
        if child > verb:
            return None
        if clauses.base[child] in ("ccomp", "csubj") and clauses.tokens[verb - 1].text != ",":
            for below in clauses.children[child]:
                if clauses.base[below] == "nsubj" and below < child:
                    return below
    return None


def _antecedent(clauses: Clauses, verb: int, pronoun: int) -> int:
    node = verb
    for _ in range(6):
        if clauses.tokens[node].deprel.startswith("acl"):
            head = clauses.tokens[node].head
            return head if head < pronoun else pronoun
        if clauses.base[node] not in ("conj", "xcomp", "ccomp") or clauses.tokens[node].head == node:
            return pronoun
        node = clauses.tokens[node].head
    return pronoun


def agent(analysis: Analysis, verb: int) -> int | None:
    """Who does it, in the passive: "was accused |by the opposition|"."""
    for child in analysis.children[verb]:
        token = analysis.tokens[child]
        if token.deprel == "obl:agent" or (
            token.deprel == "obl"
            and any(
                analysis.tokens[c].deprel == "case" and lowered(analysis.tokens[c]) == "by"
                for c in analysis.children[child]
            )
        ):
            return child
    return None


def of(
    analysis: Analysis, clauses: Clauses, verb: int, *, saying: bool, anything: bool = False
) -> Source | None:
    """The source of an active verb."""
    found = subject(clauses, verb)
    if found is None:
        return None
    said, head = found
    if not can_speak(analysis, head, saying=saying, anything=anything):
        return None
    first, last = phrase(analysis, head, verb)
    if first >= last:
        return None
    return Source(first, last, head, (said, said + 1) if said != head else (first, last))


def from_phrase(analysis: Analysis, head: int, cue: int = -1) -> Source | None:
    """A source that stands as a phrase of its own: "by the opposition", "critics'"."""
    first, last = phrase(analysis, head, cue)
    if last > first and analysis.tokens[last - 1].xpos == "POS":
        last -= 1
    return Source(first, last, head, (first, last)) if last > first else None


def negated_token(token: Token) -> bool:
    """Whether a word denies the verb that it stands beside."""
    return lowered(token) in ("not", "n't", "never")
