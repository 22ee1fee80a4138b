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
    army = "He met a general of the Omani army. The army denied it."
    assert "The army" in quotes(army, "Omani army")


def test_a_dateline_is_nobody() -> None:
    assert [each.name for each in analysis("QUITO, March 3 - Peru denied it.").entities if each.acts] == [
        "Peru"
    ]
    assert entity("Quito denied it.", "Quito").kind == "country"


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


def test_a_team_is_no_body_that_was_not_called_so() -> None:
    assert "The team" not in quotes("The WHO warned of flu. The team left on Monday.", "WHO")
    assert "The company" in quotes("Shell paid a fine. The company left on Monday.", "Shell")


@pytest.mark.parametrize(
    ("text", "name", "acts"),
    [
        ("She told reporters in Lima that it failed.", "reporters in Lima", False),
        ("Reporters in Lima complained that it failed.", "reporters in Lima", True),
        ("Peru proposed a joint commission.", "joint commission", False),
        ("Peru praised the joint commission.", "joint commission", True),
        ("Peru may take it to an international tribunal.", "international tribunal", False),
        ("Peru took it to an international tribunal.", "international tribunal", True),
    ],
)
def test_whoever_is_only_told_or_wished_for_takes_no_part(text: str, name: str, acts: bool) -> None:
    found = [each for each in analysis(text).entities if each.name.lower() == name.lower()]
    assert [each.acts for each in found] == [acts]


def test_joined_countries_give_no_one_country() -> None:
    text = "The leaders of Kenya, Uganda and Rwanda met. Omani and Yemeni ministers left."
    assert entity(text, "leaders of Kenya, Uganda and Rwanda").country is None
    assert entity(text, "Omani and Yemeni ministers").country is None


def test_two_governments_leave_the_government_open() -> None:
    text = "The government of Ghana wants a pact. The government of Togo does not. The government will wait."
    assert "The government" not in quotes(text, "government of Togo")
    assert "The government" not in quotes(text, "government of Ghana")
    one = "Ghana wants a pact. The government of Togo does not. The government will wait."
    assert "The government" not in quotes(one, "Ghana")


def test_his_government_is_the_one_that_bears_his_name() -> None:
    text = "Ana Soto won. Her government fell. The Soto government had few friends."
    assert "Her government" in quotes(text, "Soto government")
    other = "Ana Soto won. Her government fell. The Diaz government had few friends."
    assert "Her government" not in quotes(other, "Diaz government")


def test_a_company_is_no_court() -> None:
    text = "The High Court fined Nordhavn. The company paid."
    assert "The company" in quotes(text, "Nordhavn")
