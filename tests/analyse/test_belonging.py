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
