"""The kind of a statement where its cue leaves it open: what the content says decides.

"called the talks fruitful" praises, "called the report a lie" denies, "assured us that he would go" promises.
"""

from __future__ import annotations

from typing import NamedTuple, get_args

from communique.analyse import lexicon
from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution import Attributed
from communique.analyse.attribution.cues import Kind, cues
from communique.analyse.certainty.clause import lowered
from communique.analyse.lexicon import load

NAMING = frozenset(("call", "portray"))
"""Groups of cues that name what something is, for good or for ill."""
FUTURE = frozenset(("will", "would", "'ll", "’ll", "shall"))


class Verdicts(NamedTuple):
    """The words of verdicts.toml by the kind that they make of a statement, and those who give their word."""

    by_kind: dict[Kind, frozenset[str]]
    assuring: frozenset[str]


@lexicon.cached
def verdicts() -> Verdicts:
    """The lists, read once."""
    rows = load("verdicts")
    return Verdicts(
        {kind: frozenset(rows[kind]["words"].split()) for kind in get_args(Kind) if kind in rows},
        frozenset(rows["assuring"]["verbs"].split()),
    )


def kind(analysis: Analysis, each: Attributed, first: int, last: int) -> Kind:
    """The kind of a statement whose content has the tokens ``[first, last)``."""
    tokens, entry = analysis.tokens, each.entry
    inside = tokens[first:last]
    verb = tokens[each.cue_token]
    if entry.kind == "assert" and any(cue.group in NAMING for cue in cues().verbs.get(cues().verb(verb), ())):
        named = _named(analysis, inside)
        if named is not None:
            return named
    if entry.kind == "assert" and verb.lemma.lower() in verdicts().assuring:
        below = () if each.head < 0 else analysis.children[each.head]
        if any(lowered(tokens[child]) in FUTURE and tokens[child].deprel == "aux" for child in below):
            return "promise"
    # "wants to stay" is a wish, "wants the aid restored" asks somebody for it
    if entry.group == "want" and inside and lowered(inside[0]) not in ("to", "not") and _of_others(inside):
        return "ask"
    return entry.kind


def _of_others(inside: tuple[Token, ...]) -> bool:
    """Whether what is wanted is for something to be done."""
    return any(token.upos == "VERB" and token.xpos in ("VB", "VBN") for token in inside)


def _named(analysis: Analysis, inside: tuple[Token, ...]) -> Kind | None:
    """What the words of a name amount to; ``None`` where there are no such words, or of two kinds."""
    listed = verdicts().by_kind
    found: list[Kind] = []
    for token in inside:
        lemma = token.lemma.lower()
        kinds = [kind for kind, words in listed.items() if lemma in words]
        if kinds:
            below = {lowered(analysis.tokens[child]) for child in analysis.children[token.index]}
            if below & {"not", "no", "n't", "hardly", "never"}:
                return None
            found.extend(kinds)
    return found[0] if len(set(found)) == 1 else None
