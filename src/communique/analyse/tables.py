"""The reference tables as lookups: countries, capitals, seats of government, regions, organisations, titles.

Every lookup takes a name as it stands in a text: white space is collapsed, a leading "the" and a possessive
ending are ignored, a curly apostrophe is a straight one. Case counts, because "US" is a country and "us" is
not; a name in capitals throughout ("RUSSIA") is found too, unless it is short enough to be an abbreviation.
A name that stands in no table gives ``None``.

    >>> country_by_name("the Russian Federation").code
    'RU'
    >>> demonym("Dutchmen"), capital("The Hague"), metonym("the Kremlin").country
    ('NL', 'NL', 'RU')

``entries()`` is everything at once, for matching names in running text: see ``phrases.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from communique.analyse import lexicon

Gender = Literal["female", "male"]
Table = Literal[
    "country", "capital", "city", "region", "historic", "metonym", "organization", "event", "user"
]


@dataclass(frozen=True, slots=True)
class Country:
    """One entry of ISO 3166-1 (and Kosovo, XK)."""

    code: str
    name: str
    wikidata: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[tuple[str, ...], ...]
    """Each city with its spellings, the usual one first."""


class Entry(NamedTuple):
    """What a table says of a name. ``name`` is the canonical one; ``kind`` as in ``analysis.Name``."""

    name: str
    kind: str
    country: str | None
    wikidata: str | None
    table: Table


class Title(NamedTuple):
    """A word that names a person's title or office.

    ``before``: may stand directly before a name ("President Xi"). ``head``: ``state``, ``government`` or
    ``None``: whether its holder leads a country. ``gender``: only where the word itself says so.
    ``part``: belongs to the name itself, as in "Pope Francis".
    """

    text: str
    before: bool
    head: str | None
    gender: Gender | None
    part: bool = False


def plain(text: str) -> str:
    """A name in the form that the tables are keyed by."""
    text = " ".join(text.replace("\u2019", "'").split())
    return text.removesuffix("'s") if len(text) > 3 else text


@lexicon.cached
def countries() -> MappingProxyType[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code, in the order of the table."""
    capitals = lexicon.load("capitals")
    return MappingProxyType(
        {
            code: Country(
                code=code,
                name=row["name"],
                wikidata=row["wikidata"],
                aliases=tuple(row.get("aliases", ())),
                adjectives=tuple(row.get("adjectives", ())),
                people=tuple(row.get("people", ())),
                capitals=tuple(tuple([c] if isinstance(c, str) else c) for c in capitals.get(code, ())),
            )
            for code, row in lexicon.load("countries").items()
        }
    )


def _country_entries() -> Iterator[tuple[str, Entry]]:
    rows = lexicon.load("countries")
    for code, country in countries().items():
        entry = Entry(country.name, "country", code, country.wikidata, "country")
        for form in (country.name, *country.aliases):
            yield form, entry
        for form in rows[code].get("with_the", ()):
            yield f"the {form}", entry
    for code, country in countries().items():
        for spellings in country.capitals:
            for form in spellings:
                yield form, Entry(spellings[0], "place", code, None, "capital")


def _listed(name: str, table: Table, kind: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a list whose rows are ``"Name" = { kind, country, wikidata, aliases }``."""
    rows: dict[str, Any]
    for rows in lexicon.load(name).values():
        for canonical, row in rows.items():
            entry = Entry(canonical, row.get("kind", kind), row.get("country"), row.get("wikidata"), table)
            yield (f"the {canonical}" if row.get("with_the") else canonical), entry
            for form in row.get("aliases", ()):
                yield form, entry


def _cities() -> Iterator[tuple[str, Entry]]:
    for code, cities in lexicon.load("cities").items():
        for city in cities:
            yield city, Entry(city, "place", code, None, "city")


@lexicon.cached
def entries() -> MappingProxyType[str, tuple[Entry, ...]]:
    """Every form in every table, with all that the tables say of it, most usual meaning first.

    Forms that are the name only after the article keep it: "the States".
    """
    found: dict[str, list[Entry]] = {}
    sources = (
        _country_entries(),
        _listed("metonyms", "metonym", "government"),
        _listed("organizations", "organization", "organization"),
        _listed("regions", "region", "place"),
        _listed("historic", "historic", "country"),
        _listed("events", "event", "event"),
        _cities(),
    )
    for source in sources:
        for form, entry in source:
            known = found.setdefault(plain(form), [])
            if all((entry.table, entry.country) != (other.table, other.country) for other in known):
                known.append(entry)
    return MappingProxyType({form: tuple(found[form]) for form in found})


@lexicon.cached
def _capitalised() -> dict[str, str]:
    return {form.upper(): form for form in entries() if len(form) > 4 or not form.isupper()}


@lexicon.cached
def lookup(text: str) -> tuple[Entry, ...]:
    """All that the tables say of a name; empty where none has it."""
    known = entries()
    form = plain(text)
    if form in known:
        return known[form]
    lowered = form[:1].lower() + form[1:]
    if lowered in known:
        return known[lowered]
    bare = re.sub(r"^the ", "", form, flags=re.IGNORECASE)
    if bare in known:
        return known[bare]
    if bare.isupper() and len(bare) > 3 and bare in _capitalised():
        return known[_capitalised()[bare]]
    return ()


def _first(text: str, *tables: Table) -> Entry | None:
    return next((entry for entry in lookup(text) if entry.table in tables), None)


def country_by_name(text: str) -> Country | None:
    """The present-day country that a name is a name of; ``None`` for adjectives, capitals and all else."""
    entry = _first(text, "country")
    return countries()[entry.country] if entry is not None and entry.country is not None else None


@lexicon.cached
def demonyms() -> MappingProxyType[str, str]:
    """Adjectives and nouns for a people, and the code of its country; "Dominican", "Georgian" by usage."""
    found: dict[str, str] = {}
    for code, country in countries().items():
        for form in (*country.adjectives, *country.people):
            found.setdefault(form, code)
    for name in ("regions", "historic"):
        rows: dict[str, Any]
        for rows in lexicon.load(name).values():
            for row in rows.values():
                for form in row.get("adjectives", ()) if row.get("country") else ():
                    found.setdefault(form, row["country"])
    return MappingProxyType(found)


def demonym(text: str) -> str | None:
    """The code of the country whose people or adjective this is: "Russian", "Spaniards", "Scottish"."""
    known, form = demonyms(), plain(text)
    if form in known:
        return known[form]
    return known.get(form.title()) if form.isupper() and len(form) > 3 else None


def capital(text: str) -> str | None:
    """The code of the country whose capital or seat of government this is."""
    entry = _first(text, "capital")
    return entry.country if entry else None


def metonym(text: str) -> Entry | None:
    """The government that a building, street or court stands for: "the Kremlin", "Downing Street"."""
    return _first(text, "metonym")


def organization(text: str) -> Entry | None:
    """An organisation known to the table, by its name or abbreviation; ``kind`` may be ``government``."""
    return _first(text, "organization")


def region(text: str) -> Entry | None:
    """A continent, region, sea, contested or sub-national land, or a former state."""
    return _first(text, "region", "historic")


def place(text: str) -> Entry | None:
    """A place of any size: a capital, city, region or former state. Countries: ``country_by_name``."""
    return _first(text, "capital", "city", "region", "historic")


@lexicon.cached
def titles() -> MappingProxyType[str, Title]:
    """Titles and offices, keyed by their form in lower case."""
    found: dict[str, Title] = {}
    for name in ("titles", "offices"):
        rows: dict[str, Any]
        for rows in lexicon.load(name).values():
            for form, row in rows.items():
                title = Title(
                    form, row.get("before", True), row.get("head"), row.get("gender"), row.get("part", False)
                )
                for alias in (form, *row.get("aliases", ())):
                    found.setdefault(plain(alias).lower(), title)
    return MappingProxyType(found)


@lexicon.cached
def title(text: str) -> Title | None:
    """A title or office, in any case: "President", "foreign minister", "Mr"."""
    return titles().get(plain(text).lower())


@lexicon.cached
def given_names() -> MappingProxyType[str, Gender | None]:
    """Usual given names; ``None`` for those that both women and men bear."""
    lists = lexicon.load("given_names")
    found: dict[str, Gender | None] = dict.fromkeys(lists["either"].split())
    found |= dict.fromkeys(lists["female"].split(), "female")
    found |= dict.fromkeys(lists["male"].split(), "male")
    return MappingProxyType(found)


def gender_of(name: str) -> Gender | None:
    """The gender that a personal name shows by title or given name; ``None`` where it shows none.

    "Mrs Thatcher", "Angela Merkel" → ``female``; "Xi Jinping", "Robin Cook" → ``None``.
    """
    words = plain(name).split()
    for size in (2, 1):
        held = title(" ".join(words[:size]))
        if held is not None and len(words) > size:
            return held.gender or gender_of(" ".join(words[size:]))
    return given_names().get(words[0]) if words else None
