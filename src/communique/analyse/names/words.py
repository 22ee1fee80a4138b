"""What single words tell about names: the lexicon lists of names.py, each built once into a set."""

from __future__ import annotations

from dataclasses import dataclass

from communique.analyse import lexicon, tables
from communique.analyse.phrases import Phrases
from communique.analyse.tables import Entry


@dataclass(frozen=True)
class NameWords:
    """The word lists that votes are taken from."""

    table: Phrases[tuple[Entry, ...]]
    ordinary: frozenset[str]
    """Table names that are ordinary words too."""
    personal: frozenset[str]
    """Table names that people bear too."""
    readings: dict[str, dict[str, frozenset[str]]]
    """One name, two countries: the company that tells them apart."""
    endings: dict[str, str]
    """Capitalised last word of an organisation → kind."""
    begins: frozenset[str]
    """First word of an organisation, before "of" or "for"."""
    places: frozenset[str]
    """Capitalised last word of a place."""
    owners: frozenset[str]
    """Plurals that may own an organisation: "Workers' Party"."""
    lower: Phrases[str]
    """Bodies without a capital after a name: "administration" → kind."""
    events: frozenset[str]
    """Capitalised nouns that make an event of a name."""
    dated: frozenset[str]
    """Nouns that make an event of a name after a year."""
    demonyms: Phrases[str]
    """Adjectives and nouns of peoples → country code; an empty one where there is no single country."""
    given: frozenset[str]
    particles: frozenset[str]
    """Small words that may begin a surname: "bin Laden"."""
    titles: Phrases[bool]
    """Titles as they stand before a name, capitalised or not; whether they are part of it."""
    calendar: frozenset[str]
    """Words with a capital that are no names."""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in text.split())


@lexicon.cached
def name_words() -> NameWords:
    """The lists, built on first use."""
    ambiguous = lexicon.load("ambiguous")
    organizations = lexicon.load("organization_endings")
    endings = dict.fromkeys(_words(organizations["others"] + organizations["forces"]), "organization")
    endings |= dict.fromkeys(_words(organizations["bodies_of_state"]), "government")
    lower = {word: kind for kind, text in organizations["lower"].items() for word in _words(text)}
    titles = {form: title.part for form, title in tables.titles().items() if title.before}
    titles |= {form[:1].upper() + form[1:]: part for form, part in titles.items()}
    titles |= {title.text: title.part for title in tables.titles().values() if title.before}
    titles |= {form.title(): part for form, part in titles.items()}
    events = lexicon.load("event_heads")
    return NameWords(
        table=Phrases(_variants()),
        ordinary=frozenset(ambiguous["words"].split()),
        personal=frozenset(ambiguous["persons"].split()),
        readings={
            name: {code: frozenset(company) for code, company in codes.items()}
            for name, codes in ambiguous["readings"].items()
        },
        endings=endings,
        begins=_words(organizations["begins"]),
        places=_words(organizations["places"]),
        owners=_words(organizations["owners"]),
        lower=Phrases(lower.items()),
        events=_words(events["heads"]),
        dated=_words(events["after_a_year"]),
        demonyms=Phrases(_demonyms().items()),
        given=frozenset(tables.given_names()),
        particles=_words(lexicon.load("given_names")["particles"]),
        titles=Phrases(titles.items()),
        calendar=frozenset(ambiguous["calendar"].split()),
    )


def _demonyms() -> dict[str, str]:
    """Those of countries, and without a code those of regions and former states: "European", "Soviet"."""
    groups = [rows for name in ("regions", "historic") for rows in lexicon.load(name).values()]
    found = {form: "" for rows in groups for row in rows.values() for form in row.get("adjectives", ())}
    return found | dict(tables.demonyms())


def _variants() -> list[tuple[str, tuple[Entry, ...]]]:
    """Table forms as they stand in running text: at the start of a sentence, and with either apostrophe."""
    found: dict[str, tuple[Entry, ...]] = {}
    for form, entries in tables.entries().items():
        forms = [form]
        if form.startswith("the "):
            forms.append("The " + form[4:])
        if form[0].islower():
            forms.append(form[0].upper() + form[1:])
        forms.extend([f.replace("'", "\u2019") for f in forms if "'" in f])
        for variant in forms:
            found.setdefault(variant, entries)
    return list(found.items())
