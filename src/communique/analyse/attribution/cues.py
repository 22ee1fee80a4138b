"""The cue lexicon: verbs, nouns and adjectives with which somebody says, thinks or wants something.

"Critics |claimed| that …": the verb ``claim`` is in the group ``report``, of kind ``assert``, and takes a clause.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple, cast

from communique.analyse.lexicon import load
from communique.records.base import Certainty, Polarity

Kind = Literal[
    "assert", "believe", "accuse", "deny", "praise", "criticise", "promise", "threaten", "ask", "other"
]
CLAUSAL = frozenset(("clause", "quotation", "to", "ing", "hearer", "so", "as", "thing", "one-to"))
"""Frames that are no preposition."""


class Cue(NamedTuple):
    """What a group of the lexicon says of its words."""

    group: str
    kind: Kind
    takes: frozenset[str]
    prepositions: frozenset[str]
    """Those whose object is the content: "called |for| talks"."""
    paired: frozenset[str]
    """Those that follow an object which belongs to the content: "accused him |of| lying"."""
    certainty: Certainty
    polarity: Polarity
    negated: str
    """What "not" before the cue makes of the content: ``unknown``, ``negative`` or ``kept``."""
    documents: bool
    """Whether only people, bodies and documents can be its source, because anything can "show" something."""
    under: str | None
    """The verb that an adjective needs above it: "|made| clear that"."""


class Cues(NamedTuple):
    """The groups each word stands in, in the order of the files; phrasal verbs by verb and what follows."""

    verbs: dict[str, tuple[Cue, ...]]
    phrasal: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    nouns: dict[str, tuple[Cue, ...]]
    adjectives: dict[str, tuple[Cue, ...]]
    light: frozenset[str]
    """Verbs that only carry a noun: "|voiced| concern"."""


def _cue(group: str, row: dict[str, Any]) -> Cue:
    takes = row["takes"].split()
    return Cue(
        group,
        cast(Kind, row["kind"]),
        frozenset(takes),
        frozenset(each for each in takes if each not in CLAUSAL and "-" not in each),
        frozenset(each[4:] for each in takes if each.startswith("one-") and each not in CLAUSAL),
        row.get("certainty", "certain"),
        row.get("polarity", "positive"),
        row.get("negated", "unknown"),
        row.get("sources") == "documents",
        row.get("under"),
    )


def _listed(rows: dict[str, Any], words: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for group, row in rows.items():
        if words in row and "kind" in row:
            cue = _cue(group, row)
            for word in row[words].split():
                found.setdefault(word, []).append(cue)
    return {word: tuple(groups) for word, groups in found.items()}


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The lexicon, read once."""
    verbs, nouns, adjectives = load("cues"), load("cue_nouns"), load("cue_adjectives")
    phrasal: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for group, row in verbs.items():
        for phrase in row.get("phrasal", ()):
            first, *rest = phrase.split()
            phrasal.setdefault(first, []).append((tuple(rest), _cue(group, row)))
    return Cues(
        _listed(verbs, "verbs"),
        {verb: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for verb, found in phrasal.items()},
        _listed(nouns, "nouns"),
        _listed(adjectives, "adjectives"),
        frozenset(nouns["light"]["verbs"].split()),
    )
