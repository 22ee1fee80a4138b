"""The words that make somebody an actor: verbs, nouns and adjectives of ``lexicon/agency.toml``.

"rejected", "annexation of", "relations with", "wary": each list says in the lexicon what its words show.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import agreement, lexicon


class Lists(NamedTuple):
    """The lists of agency.toml as sets."""

    attitude: frozenset[str]
    action: frozenset[str]
    verdict: frozenset[str]
    deeds: frozenset[str]
    relations: frozenset[str]
    towards: frozenset[str]
    stative: frozenset[str]
    """Verbs that places have as places: no sign that one acts."""
    naming: frozenset[str]
    visits: frozenset[str]
    """Verbs whose object is a place as a place."""
    motion: frozenset[str]
    suffered: frozenset[str]
    of: frozenset[str]
    """Verbs that take "of" behind whom they are done to: "accused the mayor of fraud"."""
    tell: frozenset[str]
    press: frozenset[str]
    devise: frozenset[str]
    compel: frozenset[str]
    """Verbs whose object is one who can be told, made or helped to do something."""
    urban: frozenset[str]
    """Verbs that a capital has as a city."""
    offices: frozenset[str]
    """Nouns for those whom a state has and a city has not."""
    moods: frozenset[str]
    """Adjectives of those who hold a view: "wary"."""
    faceless: frozenset[str]
    """Nouns for anybody: only who says or thinks something is somebody."""
    gaze: frozenset[str]
    lands: frozenset[str]
    held: frozenset[str]
    """Nouns for what a state "has" and a city has not."""
    coerce: frozenset[str]
    addressed: frozenset[str]
    """Nouns for what is sent "to" or meant "for" a state."""


@lexicon.cached
def lists() -> Lists:
    """The word lists, read once."""
    rows = lexicon.load("agency")
    listed = {word: text for table in ("verbs", "nouns", "adjectives") for word, text in rows[table].items()}
    return Lists(**{name: agreement.words(listed[name]) for name in Lists._fields})
