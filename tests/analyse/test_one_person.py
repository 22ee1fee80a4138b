"""One person told in several ways is one entity, and two people are two."""

from __future__ import annotations

import pytest
from tests.analyse.marked import analysis, entity


def quotes(text: str, name: str) -> set[str]:
    found = analysis(text)
    return {text[found.mentions[i].start : found.mentions[i].end] for i in entity(text, name).mentions}


def names(text: str, kind: str = "person") -> set[str]:
    return {each.name for each in analysis(text).entities if each.kind == kind}


def test_what_stands_before_a_name_in_apposition_is_the_same_person() -> None:
    text = "Another diplomat, former special envoy to Ukraine Kurt Volmer, changed his account."
    assert names(text) == {"Kurt Volmer"}
    assert {"Another diplomat", "Kurt Volmer"} <= quotes(text, "Kurt Volmer")
    assert len(names("Another diplomat and Kurt Volmer changed their account.")) == 2


@pytest.mark.parametrize(
    "post", ["ambassador to Ukraine", "ambassador to the European Union", "envoy for Syria"]
)
def test_a_post_abroad_before_a_name_is_a_title(post: str) -> None:
    assert names(f"He denied that {post} Gordon Brandt and Eva Diaz met.") == {"Gordon Brandt", "Eva Diaz"}


def test_a_name_is_no_hill() -> None:
    assert names("Former adviser Fiona Hill agreed.") == {"Fiona Hill"}
    assert names("The troops took Signal Hill and left.") == set()


def test_a_surname_shared() -> None:
    text = "Ukraine would investigate Joe and Hunter Keller. Joe Keller denied it."
    assert names(text) == {"Joe Keller", "Hunter Keller"}
    assert quotes(text, "Joe Keller") == {"Joe", "Joe Keller"}
    assert "Joe" in names("Ukraine would investigate Joe, and Hunter Keller denied it.")


@pytest.mark.parametrize("again", ["Zelinsky", "Zelinskyy", "Zelinskiy", "Zelinskyi"])
def test_spellings_of_one_surname(again: str) -> None:
    assert names(f"Olena Zelinskiy spoke first. President {again} thanked Eva Diaz.") == {
        "Olena Zelinskiy",
        "Eva Diaz",
    }
    assert len(names("Olena Zelinskiy spoke first. President Zelinka thanked Eva Diaz.")) == 3


def test_the_president_of_another_state_is_another() -> None:
    text = "Ukrainian President Olena Diaz spoke. The president of {} smiled."
    assert "The president of Ukraine" in quotes(text.format("Ukraine"), "Olena Diaz")
    assert "The president of Peru" not in quotes(text.format("Peru"), "Olena Diaz")


def test_a_deputy_is_not_whom_they_stand_in_for() -> None:
    text = "Georgian Prime Minister Nino Beridze arrived. The {} held a meeting."
    assert "The prime minister" in quotes(text.format("prime minister"), "Nino Beridze")
    assert "The deputy prime minister" not in quotes(text.format("deputy prime minister"), "Nino Beridze")


def test_somebody_named_after_the_office() -> None:
    text = "Austria's interior minister said the house would be sold. {} Minister Karl Peschner praised it."
    one = entity(text.format("Interior"), "Karl Peschner")
    assert (one.country, "Austria's interior minister" in one.aliases) == ("AT", True)
    assert entity(text.format("Finance"), "Karl Peschner").aliases == ()
    foreign = "Austria's interior minister met Hungarian Interior Minister Karl Peschner."
    assert entity(foreign, "Karl Peschner").country == "HU"


def test_what_an_adviser_knows_about_is_not_their_country() -> None:
    assert entity("Former Russia adviser Fiona Hill agreed.", "Fiona Hill").country is None
    assert entity("Former Russian adviser Fiona Hill agreed.", "Fiona Hill").country == "RU"


def test_the_country_of_two_words() -> None:
    assert entity("Eva Diaz met South Korea's leader, Kim Sang-un.", "Kim Sang-un").country == "KR"


def test_her_country() -> None:
    text = "Peru signed in May. Ana Silva, the {} foreign minister, said her country would wait."
    assert "her country" in quotes(text.format("Peruvian"), "Peru")
    assert "her country" not in quotes(text.format("Chilean"), "Peru")


def test_a_description_begins_with_its_own_words() -> None:
    text = "Ana Silva, the envoy, and therefore the minister agreed. Even Mr Keller's supporters left."
    assert not any(each.name.lower().startswith(("and", "even")) for each in analysis(text).entities)


def test_members_of_a_party_are_many() -> None:
    assert names("He praised his rival Joe Keller and Democrats in the election.") == {"Joe Keller"}


def test_the_seat_of_a_court_is_no_part_of_its_name() -> None:
    text = (
        "Bolivia argued before the International Court of Justice in The Hague. The court ruled against it."
    )
    assert "The court" in quotes(text, "International Court of Justice")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Benin stopped exports of its neighbour's oil.", "neighbour"),
        ("The Council views its mission to rescue the order as holy.", "mission"),
        ("The campaign has begun.", "campaign"),
        ("Eva Diaz told reporters at a press conference to leave.", "reporters at a press conference"),
    ],
)
def test_is_nobody(text: str, name: str) -> None:
    assert name not in {each.name.lower() for each in analysis(text).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her campaign denied it.", "campaign"),
        ("The observer mission denied it.", "observer mission"),
        ("Russian state television reports it.", "Russian state television"),
    ],
)
def test_is_somebody(text: str, name: str) -> None:
    assert name in {each.name for each in analysis(text).entities}
