"""Capitals that stand for their states, each beside a sentence in which the same capital is a city."""

from __future__ import annotations

import pytest
from tests.analyse.marked import analysis, entity

from communique.analyse import names
from communique.analyse.analysis import Analysis
from communique.analyse.coreference import resolve
from communique.analyse.model import load
from communique.document import Builder

STATE_AND_CITY = [
    ("Oslo hesitates.", "Oslo grew.", "NO"),
    ("Lima keeps its own counsel.", "Lima celebrated its anniversary.", "PE"),
    ("Tunis has not been consulted.", "Tunis has been bombed.", "TN"),
    ("Accra has doubts of its own.", "Accra has three museums.", "GH"),
    ("The company pays Quito well.", "The company left Quito.", "EC"),
    ("The court ordered Hanoi to withdraw.", "The storm reached Hanoi.", "VN"),
    ("They need allies against Baku.", "They need hotels near Baku.", "AZ"),
    ("A warning to Rabat was sent.", "A train to Rabat was late.", "MA"),
    ("Threats from Harare alarmed the envoy.", "Visitors from Harare greeted the envoy.", "ZW"),
    ("It was Dhaka that put down the receiver.", "It was in Dhaka that he put down the receiver.", "BD"),
    ("Paris says no to the plan.", "Paris grew.", "FR"),
    ("Riga was wary.", "Riga was cold.", "LV"),
]


@pytest.mark.parametrize(("state", "city", "code"), STATE_AND_CITY)
def test_a_capital_is_its_state_where_a_city_could_not_stand(state: str, city: str, code: str) -> None:
    acting = {(each.kind, each.country) for each in analysis(state).entities if each.acts}
    assert ("country", code) in acting
    assert not any(each.kind == "country" and each.acts for each in analysis(city).entities)


def test_whose_ambassador_somebody_is() -> None:
    assert entity("Vienna's ambassador left the room.", "Austria").kind == "country"
    assert all(each.country != "AT" for each in analysis("Vienna's mayor left the room.").entities)


def test_a_state_told_by_its_capital_alone_has_its_own_name() -> None:
    told = entity("Oslo rejected the offer.", "Norway")
    assert (told.kind, told.country, told.aliases) == ("country", "NO", ("Oslo",))
    both = entity("Oslo rejected the offer. Norwegian officials said that Norway was ready.", "Norway")
    assert both.aliases == ("Oslo",)


def headed(title: str, text: str) -> list[str]:
    """The mentions of Ecuador in an article with a title."""
    whole = f"{title}\n\n{text}"
    builder = Builder(whole)
    builder.mark("title", 0, len(title), 1)
    builder.mark("paragraph", len(title) + 2, len(whole))
    document = builder.build()
    tokens, sentences = load().parse(whole, [(len(title) + 2, len(whole))])
    found = resolve(
        Analysis(
            document,
            tokens=tokens,
            sentences=sentences,
            names=names.find_names(tokens, sentences, document),
        )
    )
    return [
        whole[found.mentions[i].start : found.mentions[i].end]
        for each in found.entities
        if each.country == "EC"
        for i in each.mentions
    ]


def test_a_capital_in_a_title_does_what_it_does_in_the_article() -> None:
    assert headed("Quito Says No", "Quito rejected the plan.") == ["Quito", "Quito"]
    assert headed("Talks in Quito", "Quito rejected the plan.") == ["Quito"]
    assert headed("The Quito Summit", "Quito rejected the plan.") == ["Quito"]
    assert headed("Quito Says No", "Ministers met in Quito.") == []


def test_other_cities_act_only_where_they_think() -> None:
    assert not any(each.acts for each in analysis("Geneva succeeds as a place for talks.").entities)
