"""The word lists of certainty.toml and negation.toml in the shapes that the rules look them up in."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from communique.analyse import lexicon
from communique.analyse.lexicon import load
from communique.records.base import Certainty

Time = Literal["past", "present", "future"]
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
"""From the surest to the least sure."""


class Effect(NamedTuple):
    """What a word makes of the clause that it takes."""

    certainty: Certainty
    negative: bool


class Embedding(NamedTuple):
    """A group of words that take a clause: what they make of it without and with a negation."""

    group: str
    positive: Effect
    negated: Effect
    time: Time | None
    """The time of what follows, whatever its form."""
    infinitive: Time | None
    """The time of an infinitive that follows: "likely to leave"."""


class Words(NamedTuple):
    """Everything that is looked up by a word in lower case."""

    possible_modals: frozenset[str]
    concluding: frozenset[str]
    denied: frozenset[str]
    adverbs: dict[str, Certainty]
    phrases: dict[str, Certainty]
    adjectives: dict[str, Certainty]
    negative_adjectives: frozenset[str]
    embedding: dict[tuple[str, str], Embedding]
    """By part of speech (``VERB``, ``NOUN``, ``ADJ``) and dictionary form."""
    condition: frozenset[str]
    condition_phrases: tuple[tuple[str, ...], ...]
    no_condition: frozenset[str]
    question: frozenset[str]
    negation: frozenset[str]
    negation_phrases: frozenset[str]
    nearly: frozenset[str]
    determiners: frozenset[str]
    weak: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]


def _effect(written: str) -> Effect:
    certainty, sign = written.split()
    return Effect(cast("Certainty", certainty), sign == "-")


@lexicon.cached
def words() -> Words:
    """The lists, read once."""
    rows, denials = load("certainty"), load("negation")
    modals, adverbs, adjectives, clauses = (rows[k] for k in ("modals", "adverbs", "adjectives", "clauses"))
    embedding: dict[tuple[str, str], Embedding] = {}
    for group, row in rows["embedding"].items():
        entry = Embedding(
            group, _effect(row["positive"]), _effect(row["negated"]), row.get("time"), row.get("infinitive")
        )
        for upos, key in (("VERB", "verbs"), ("ADJ", "adjectives"), ("NOUN", "nouns")):
            for word in row.get(key, "").split():
                embedding.setdefault((upos, word), entry)
    graded: tuple[Certainty, ...] = ("probable", "possible")
    return Words(
        frozenset(modals["possible"].split()),
        frozenset(modals["concluding"].split()),
        frozenset(modals["denied"].split()),
        {word: grade for grade in graded for word in adverbs[grade].split()},
        {phrase: grade for grade in graded for phrase in adverbs[f"{grade}_phrases"]},
        {word: grade for grade in graded for word in adjectives[grade].split()},
        frozenset(adjectives["negative"].split()),
        embedding,
        frozenset(clauses["condition"].split()),
        tuple(tuple(phrase.split()) for phrase in clauses["condition_phrases"]),
        frozenset(clauses["no_condition"].split()),
        frozenset(clauses["question"].split()),
        frozenset(denials["adverbs"]["words"].split()),
        frozenset(denials["adverbs"]["phrases"]),
        frozenset(denials["adverbs"]["nearly"].split()),
        frozenset(denials["determiners"]["words"].split()),
        frozenset(denials["determiners"]["weak"].split()),
        frozenset(denials["pronouns"]["words"].split()),
        frozenset(denials["prepositions"]["words"].split()),
    )
