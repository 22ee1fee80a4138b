"""People without a name: who of them takes part in the story, and who does not."""

from __future__ import annotations

import pytest
from tests.analyse.marked import analysis

ACT = [
    ("The police detained two journalists.", "two journalists"),
    ("The silence emboldened the hardliners in both navies.", "hardliners in both navies"),
    ("The world watches closely.", "world"),
    ("The Paraguayans will not allow it.", "Paraguayans"),
    ("Aid groups called for a truce.", "aid groups"),
    ("Its state media described the deal as a trap.", "state media"),
    ("Young men say that nothing has changed.", "young men"),
    ("Ranchers vowed to sue.", "ranchers"),
    ("Aides said the plan was ready.", "aides"),
]

DO_NOT_ACT = [
    ("The ministry sent advisers.", "advisers"),
    ("The attack changed the world.", "world"),
    ("Two men ran across the square.", "two men"),
    ("A number of groups met.", "groups"),
    ("Social media described the deal as a trap.", "social media"),
    ("The country remained a prisoner of geography.", "prisoner of geography"),
    ("Riyadh kept its own counsel.", "own counsel"),
    ("The two presidents agreed.", "two presidents"),
    ("Senators demanded an envoy.", "envoy"),
]


def acting(text: str) -> set[str]:
    return {each.name.lower() for each in analysis(text).entities if each.acts}


@pytest.mark.parametrize(("text", "name"), ACT)
def test_takes_part(text: str, name: str) -> None:
    assert name.lower() in acting(text)


@pytest.mark.parametrize(("text", "name"), DO_NOT_ACT)
def test_takes_no_part(text: str, name: str) -> None:
    assert name.lower() not in acting(text)


def test_where_people_are_is_no_part_of_their_name_once_their_country_is_told() -> None:
    assert "peruvian senators" in acting("Peruvian senators in Lima wrote a letter.")
    assert "critics in lima" in acting("Critics in Lima wrote a letter.")
    assert "lobbies on both sides of the border" in acting("Lobbies on both sides of the border complained.")
