"""Whose country somebody has: each rule beside a sentence in which it must not speak."""

from __future__ import annotations

import pytest
from tests.analyse.marked import entity

GIVEN = [
    ("President Lucia Moreno of Peru spoke on Monday.", "Lucia Moreno", "PE"),
    ("The ambassador of Kenya, Grace Odhiambo, left the room.", "Grace Odhiambo", "KE"),
    ("Nikos Pappas, a spokesman for the Greek navy, denied it.", "Nikos Pappas", "GR"),
    ("Opposition lawmakers in Accra called the bill a mistake.", "opposition lawmakers in Accra", "GH"),
    ("Some in Portugal fear a new tax.", "some in Portugal", "PT"),
    ("A rights group in Nairobi, Open Doors, criticised the law.", "Open Doors", "KE"),
    ("A Danish company, Nordhavn, had paid the fine.", "Nordhavn", "DK"),
    ("President Lucia Moreno of Peru spoke. Her aides denied the report.", "aides", "PE"),
    (
        "President Lucia Moreno of Peru left. Ms Moreno's office denied the report.",
        "Ms Moreno's office",
        "PE",
    ),
]

SILENT = [
    ("Lucia Moreno of the opposition spoke on Monday.", "Lucia Moreno"),
    ("The critics of Kenya left the room.", "critics of Kenya"),
    ("Nikos Pappas, a critic of the Greek navy, denied it.", "Nikos Pappas"),
    ("Nikos Pappas, a reporter for the paper, denied it.", "Nikos Pappas"),
    ("Foreign officials in Accra called the bill a mistake.", "foreign officials in Accra"),
    ("A diplomat in Accra called the bill a mistake.", "diplomat in Accra"),
    ("President Lucia Moreno of Peru spoke. Her rivals denied the report.", "rivals"),
    ("Lucia Moreno spoke. Her aides denied the report.", "aides"),
]


@pytest.mark.parametrize(("text", "name", "country"), GIVEN)
def test_the_text_gives_the_country(text: str, name: str, country: str) -> None:
    assert entity(text, name).country == country


@pytest.mark.parametrize(("text", "name"), SILENT)
def test_the_text_gives_none(text: str, name: str) -> None:
    assert entity(text, name).country is None


FURTHER = [
    ("Lucia Moreno of Peru spoke. President Moreno's predecessors disagreed. The Soto administration, for "
     "example, had signed the pact. Moreno's Peru is rich.", "Soto administration", "PE"),
    ("Lawmakers from Germany joined them.", "lawmakers from Germany", "DE"),
    ("Peru declined, a government spokesman said.", "government spokesman", "PE"),
    ("The Prime Minister arrived. St Lucia's Prime Minister Rose Joseph spoke.", "Rose Joseph", "LC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), FURTHER)
def test_the_country_by_example_government_and_long_name(text: str, name: str, country: str) -> None:
    assert entity(text, name).country == country


def test_an_example_of_nobody_has_no_country() -> None:
    text = "Prices rose. The Soto administration, for example, had signed the pact. Moreno's Peru is rich."
    assert entity(text, "Soto administration").country is None


CONGRESS = [
    ("The Senate and Congress passed a bill. American voters were unmoved.", "US"),
    ("Congress accused the BJP of a plot. Indian voters were unmoved.", "IN"),
    ("Congress removed the president. Peruvian ministers resigned.", "PE"),
    ("Congress passed a bill.", None),
]


@pytest.mark.parametrize(("text", "country"), CONGRESS)
def test_which_congress(text: str, country: str | None) -> None:
    assert entity(text, "Congress").country == country


def test_a_title_keeps_its_words() -> None:
    text = "External Affairs Minister Vikram Rao met Senior General Min Tun."
    titles = [text[role.start : role.end] for role in entity(text, "Vikram Rao").roles]
    assert titles == ["External Affairs Minister"]
    general = entity(text, "Min Tun").roles
    assert [text[role.start : role.end] for role in general] == ["Senior General"]
    plain = "Embattled President Ana Soto left."
    assert [plain[role.start : role.end] for role in entity(plain, "Ana Soto").roles] == ["President"]
