"""Descriptions of bodies and states, and the names that noun phrases beside them give to bodies."""

from __future__ import annotations

import pytest
from tests.analyse.marked import analysis, entity


def quotes(text: str, name: str) -> list[str]:
    found = analysis(text)
    each = entity(text, name)
    return [text[found.mentions[i].start : found.mentions[i].end] for i in each.mentions]


def test_the_end_of_a_name_is_the_body() -> None:
    text = "The Kenyan coast guard stopped two ships. Later the coast guard freed them."
    assert "the coast guard" in quotes(text, "Kenyan coast guard")
    two = "The Kenyan coast guard met the Omani coast guard. Later the coast guard left."
    assert "the coast guard" not in quotes(two, "Kenyan coast guard")


def test_a_bloc_is_an_organisation_of_states() -> None:
    text = "The African Union sent envoys to Mali. Shell paid a fine. The bloc promised more money."
    assert "The bloc" in quotes(text, "African Union")
    company = "Shell paid a fine. The bloc promised more money."
    assert quotes(company, "Shell") == ["Shell"]


def test_the_government_in_question() -> None:
    text = "Ghana signed the pact. Protests in Accra forced the government to resign."
    assert "the government" in quotes(text, "Ghana")
    two = "Ghana signed the pact with Togo. Protests forced the government to resign."
    assert "the government" not in quotes(two, "Ghana") + quotes(two, "Togo")


def test_a_noun_for_a_body_makes_its_name_one() -> None:
    assert (
        entity("A Danish company, Nordhavn, had paid. Nordhavn denied it.", "Nordhavn").kind == "organization"
    )
    assert entity("A Danish minister, Nordhavn, had paid. Nordhavn denied it.", "Nordhavn").kind == "person"


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("The European Union is split. Brussels accused Peru of dumping.", "organization", None),
        ("Belgium is split. Brussels accused Peru of dumping.", "country", "BE"),
        ("The paper is out. Brussels accused Peru of dumping.", "group", None),
    ],
)
def test_brussels(text: str, kind: str, country: str | None) -> None:
    found = analysis(text)
    (who,) = [
        found.entities[mention.entities[0]]
        for mention in found.mentions
        if text[mention.start : mention.end] == "Brussels"
    ]
    assert (who.kind, who.country) == (kind, country)


@pytest.mark.parametrize(
    "text",
    ["He used excessive force.", "It weakened the union's authority.", "She took office in May."],
)
def test_qualities_are_no_bodies(text: str) -> None:
    assert not [each.name for each in analysis(text).entities if each.acts and each.kind == "organization" and
                each.name not in ("union",)]  # fmt: skip
    assert not [each for each in analysis(text).entities if each.kind == "government"]
