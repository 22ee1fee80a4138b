"""The cue lexicon: verbs, nouns and adjectives with which somebody says, thinks or wants something.

"Critics |claimed| that …": the verb ``claim`` is in the group ``report``, whose kind is ``assert``.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, cast

from communique.analyse import lexicon
from communique.analyse.analysis import Token
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
    idioms: dict[str, frozenset[str]]
    """Verbs with objects that say nothing: "claimed |responsibility|"."""
    forms: dict[str, str]
    """Regular forms of the verbs and the verb of each, for where a lemma was not found: "criticised"."""

    def verb(self, token: Token) -> str:
        """The dictionary form of a verb in the text, as this lexicon writes it."""
        lemma = token.lemma.lower()
        if lemma in self.verbs or lemma in self.phrasal:
            return lemma
        return self.forms.get(token.text.lower(), lemma)


def _cue(group: str, row: dict[str, Any]) -> Cue:
    takes = row["takes"].split()
    return Cue(
        group,
        cast("Kind", row["kind"]),
        frozenset(takes),
        frozenset(each for each in takes if each not in CLAUSAL and "-" not in each),
        frozenset(
            each[4:].removesuffix("-noun")
            for each in takes
            if each.startswith("one-") and each not in CLAUSAL
        ),
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


def _forms(verb: str) -> list[str]:
    """The regular forms of a verb: "deny" → denies, denied, denying."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return [verb + "es", verb + "ed", verb + "ing"]
    doubled = verb + verb[-1]
    return [verb + "s", verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"]


@lexicon.cached
def cues() -> Cues:
    """The lexicon, read once."""
    verbs, nouns, adjectives = load("cues"), load("cue_nouns"), load("cue_adjectives")
    phrasal: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for group, row in verbs.items():
        for phrase in row.get("phrasal", ()):
            first, *rest = phrase.split()
            phrasal.setdefault(first, []).append((tuple(rest), _cue(group, row)))
    single = _listed(verbs, "verbs")
    known = (*single, *(verb for verb in phrasal if verb not in single))
    return Cues(
        single,
        {verb: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for verb, found in phrasal.items()},
        _listed(nouns, "nouns"),
        _listed(adjectives, "adjectives"),
        frozenset(nouns["light"]["verbs"].split()),
        {verb: frozenset(nouns.split()) for verb, nouns in verbs["idioms"].items()},
        {form: verb for verb in known for form in _forms(verb)},
    )
