"""Those who stand for their states: "their leaders", "either country", and the countries that follow."""

from __future__ import annotations

from tests.analyse.marked import analysis, entity

STATES = "Peru and Chile signed a pact. "


def quotes(text: str, name: str) -> list[str]:
    found = analysis(text)
    return [text[found.mentions[i].start : found.mentions[i].end] for i in entity(text, name).mentions]


def test_their_leaders_are_those_named_together() -> None:
    text = "Ana Soto met Luis Rojas. " + STATES + "The pact between the two countries bears on their leaders."
    joined = "Ana Soto and Luis Rojas met. " + text.removeprefix("Ana Soto met Luis Rojas. ")
    assert "their leaders" in quotes(joined, "Ana Soto")
    assert "their leaders" in quotes(joined, "Luis Rojas")
    third = "Ana Soto and Eva Diaz met. " + joined
    assert "their leaders" not in quotes(third, "Luis Rojas")


def test_the_leader_of_the_state_that_is_left() -> None:
    end = STATES + "The pact between the two countries bears on their leaders."
    text = "Ana Soto and Luis Rojas met. Soto's Peru is rich. " + end
    assert (entity(text, "Ana Soto").country, entity(text, "Luis Rojas").country) == ("PE", "CL")
    neither = "Ana Soto and Luis Rojas met. " + end
    assert entity(neither, "Luis Rojas").country is None
    envoys = "Ana Soto and the envoy Luis Rojas met. Soto's Peru is rich. " + end
    assert entity(envoys, "Luis Rojas").country is None


def test_one_of_two() -> None:
    text = "Peru and Chile signed a pact. Neither country is ready for a war."
    assert "Neither country" in quotes(text, "Peru")
    assert "Neither country" in quotes(text, "Chile")
    many = "Peru signed a pact. No country is ready for a war."
    assert quotes(many, "Peru") == ["Peru"]


def test_said_of_a_state_beside_its_name() -> None:
    text = "Lima, her main ally, accused Brazil of meddling."
    assert "her main ally" in quotes(text, "Peru")
