"""Number, gender and sort: what a pronoun or a noun can stand for, from the word lists alone.

A *sort* is the kind of thing a noun phrase stands for: ``person``, ``group``, ``government``,
``organization``, ``country``, or ``thing`` for all that cannot be an actor.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import lexicon, tables
from communique.analyse.analysis import Token

PLURAL_TAGS = frozenset(("NNS", "NNPS"))


class Pronoun(NamedTuple):
    """What a third-person pronoun shows: number ``s`` or ``p``, gender ``m``, ``f``, ``n`` or empty, case."""

    number: str
    gender: str
    case: str


def words(listed: str) -> frozenset[str]:
    """The words of a list in the lexicon, where it is written as one text."""
    return frozenset(listed.split())


@lexicon.cached
def third_person() -> dict[str, Pronoun]:
    """The personal pronouns that can stand for an actor, by their form in lower case."""
    rows = lexicon.load("pronouns")["third"]
    return {form: Pronoun(**row) for form, row in rows.items()}


@lexicon.cached
def first_person() -> frozenset[str]:
    """The pronouns of a speaker."""
    return frozenset(lexicon.load("pronouns")["first"])


@lexicon.cached
def partisans() -> frozenset[str]:
    """Members of parties and movements, in the singular."""
    return words(lexicon.load("groups")["partisans"]["words"])


@lexicon.cached
def people() -> frozenset[str]:
    """Nouns for a person, as lemmas."""
    rows = lexicon.load("groups")["people"]
    return frozenset(word for theme, listed in rows.items() if theme != "plural" for word in listed.split())


@lexicon.cached
def plurals() -> frozenset[str]:
    """Nouns for people that have no singular of that meaning."""
    return words(lexicon.load("groups")["people"]["plural"])


@lexicon.cached
def bodies() -> dict[str, str]:
    """Singular nouns for a body of people, and the sort of each."""
    rows = lexicon.load("groups")["bodies"]
    found: dict[str, str] = {}
    for sort in ("government", "organization", "country", "group"):
        for word in rows[sort].split():
            found.setdefault(word, sort)
    return found


@lexicon.cached
def lone_bodies() -> frozenset[str]:
    """Bodies that need no article, because a story has one of each."""
    return words(lexicon.load("groups")["bodies"]["lone"])


@lexicon.cached
def gendered() -> dict[str, str]:
    """Nouns and titles that show a gender."""
    rows = lexicon.load("roles")["gender"]
    return {word: gender for gender, listed in rows.items() for word in listed.split()}


@lexicon.cached
def quantifiers() -> frozenset[str]:
    """Words before a plural that say how many and not which."""
    return words(lexicon.load("groups")["quantifiers"]["words"])


@lexicon.cached
def quantity_heads() -> frozenset[str]:
    """Nouns that only measure what follows: "dozens of …", "many in …"."""
    return words(lexicon.load("groups")["quantifiers"]["heads"])


@lexicon.cached
def _person_noun(lemma: str) -> bool:
    if lemma in people():
        return True
    tail = lemma.rpartition("-")[2]
    if tail != lemma and tail in people():
        return True
    return len(lemma) > 6 and lemma.endswith(("woman", "ologist", "ographer", "spokesman", "crat", "sman"))


def sort_of(lemma: str, plural: bool) -> str:
    """The sort of a common noun.

    >>> sort_of("envoy", False), sort_of("envoy", True), sort_of("ministry", False), sort_of("tension", True)
    ('person', 'group', 'government', 'thing')
    """
    if lemma in plurals():
        return "group"
    if _person_noun(lemma):
        return "group" if plural else "person"
    sort = bodies().get(lemma)
    if sort is None:
        return "thing"
    return "group" if plural else sort


def lemma(token: Token) -> str:
    """A token's lemma in lower case; of a plural or a past form that the model left whole, what it would be.

    The lists of verbs and nouns are read by lemma: "sanctions" or "praised" left as it stands is in none.
    """
    return _lemma(token.lemma, token.xpos)


@lexicon.cached
def _lemma(given: str, xpos: str) -> str:
    word = given.lower()
    if (
        xpos == "NNS"
        and len(word) > 4
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ics"))
    ):
        if word.endswith("ies"):
            return word[:-3] + "y"
        return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
    if xpos in ("NN", "NNP") and word.endswith("s") and word[:-1] in people():
        return word[:-1]  # "Aides said …": at the start of a sentence the tag may miss the plural
    if xpos in ("NNS", "NNPS") and word.endswith("men") and f"{word[:-3]}man" in people():
        return f"{word[:-3]}man"
    if xpos in ("VBD", "VBN", "VBG", "VBZ") and word not in verbs() and f"{word}e" in verbs():
        return f"{word}e"
    if xpos in ("VBD", "VBN", "VBG") and word not in verbs():
        # what the model made of a form that it does not know: "emboldene", "detained"
        bare = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else word
        stems = (word[:-1], bare, f"{bare}e", bare[:-1])
        return next((stem for stem in stems if stem in verbs()), word)
    return word


@lexicon.cached
def verbs() -> frozenset[str]:
    """All verbs that the lists name."""
    return frozenset(word for listed in lexicon.load("agency")["verbs"].values() for word in listed.split())


def is_plural(token: Token) -> bool:
    """Whether a noun is plural by its tag, or by its nature ("police")."""
    if token.xpos in PLURAL_TAGS or token.lemma.lower() in plurals():
        return True
    return token.text[-1:] == "s" and _is_plural_form(token.text)


@lexicon.cached
def _is_plural_form(text: str) -> bool:
    """Whether a word is the plural of a noun for people, whatever its tag says."""
    return text.lower() not in people() and text[:-1].lower() in people()


@lexicon.cached
def name_gender(name: str) -> str:
    """``m``, ``f`` or empty: what a personal name shows by its title or given name."""
    found = tables.gender_of(name)
    return {"male": "m", "female": "f"}.get(found or "", "")


def country_of(token: Token) -> str | None:
    """The country that a modifier names: a demonym ("Russian"), or a country's name ("US officials")."""
    text = token.text
    if not text[:1].isupper():
        return None
    return _country_of(text)


@lexicon.cached
def _country_of(text: str) -> str | None:
    code = tables.demonym(text)
    if code is None:
        country = tables.country_by_name(text)
        code = country.code if country else None
    return code
