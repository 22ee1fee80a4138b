"""FollowTheMoney's own library takes every entity, and finds nothing in it to clean."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from hypothesis import given, settings
from tests.export.samples import hostile, samples, seed, several_on_one_text, small
from tests.strategies import articles

from communique.export import ftm
from communique.records import Article

pytest.importorskip("followthemoney", reason="needs followthemoney: pip install 'communique[ftm-check]'")
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.schema import ValidationData

REWRITTEN = {"sourceUrl", "location"}
"""The library adds a slash to an address without a path, and makes commas of semicolons in places."""


def read(*some: Article) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ftm.render(some).decode().splitlines()]


def proxies(*some: Article) -> list[EntityProxy]:
    return [model.get_proxy(data, cleaned=True) for data in read(*some)]


def named(some: list[EntityProxy], schema: str, name: str) -> EntityProxy:
    (found,) = (one for one in some if one.schema.name == schema and name in one.get("name"))
    return found


def check(*some: Article) -> None:
    entities = read(*some)
    by_id = {data["id"]: model.get_proxy(data, cleaned=True) for data in entities}
    assert len(by_id) == len(entities)
    for data in entities:
        proxy = by_id[data["id"]]
        proxy.schema.validate(cast("ValidationData", data))
        assert set(proxy.schema.required) <= set(data["properties"])
        cleaned = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            property_ = proxy.schema.properties[name]
            assert not property_.stub
            assert name in REWRITTEN or sorted(cleaned.get(name)) == sorted(values), (name, values)
            if property_.range is not None:
                # An entity may stand only where the model has one of its kind.
                for value in values:
                    assert by_id[value].schema.is_a(property_.range), (name, property_.range)


@pytest.mark.parametrize("some", [samples(), (hostile(),), several_on_one_text()], ids=len)
def test_every_entity_is_valid_and_clean_and_refers_to_entities_of_the_right_kind(
    some: tuple[Article, ...],
) -> None:
    check(*some)


@settings(max_examples=25)
@given(articles())
def test_every_entity_is_valid_whatever_the_article_holds(article: Article) -> None:
    for data in read(article):
        model.get_proxy(data, cleaned=True).schema.validate(cast("ValidationData", data))


def test_actors_have_the_schema_of_their_kind() -> None:
    found = proxies(seed())
    assert named(found, "Person", "Donald Trump")
    assert named(found, "PublicBody", "Russia").get("country") == ["ru"]
    assert named(found, "PublicBody", "Russia").get("wikidataId") == ["Q159"]
    assert named(found, "PublicBody", "Kremlin")
    assert named(found, "LegalEntity", "critics")
    assert named(found, "Person", "Robert Mueller").get("position") == ["Special Counsel"]


def test_the_article_is_the_proof_of_everything() -> None:
    found = proxies(seed())
    (article,) = (one for one in found if one.schema.name == "Article")
    assert article.get("title") == [seed().source.title]
    assert article.get("language") == ["eng"]
    for one in found:
        if one is not article:
            assert one.get("proof", quiet=True) or one.get("document", quiet=True) == [article.id]


def test_a_meeting_is_an_event_with_those_involved() -> None:
    found = proxies(small())
    event = named(found, "Event", "Lisbon talks")
    assert event.get("date") == ["2021-05-04"]
    assert event.get("location") == ["Lisbon"]
    assert event.get("country") == ["pt"]
    people = {named(found, "Person", name).id for name in ("Ana Ruiz", "João Lima")}
    assert set(event.get("involved")) == people
    assert event.get("description") == [small().meetings[0].evidence[0].quote]


def test_who_takes_a_side_against_whom_is_a_link() -> None:
    found = proxies(small())
    (link,) = (
        one for one in found if one.schema.name == "UnknownLink" and "critical" in str(one.first("role"))
    )
    assert link.get("subject") == [named(found, "LegalEntity", "Critics").id]
    assert link.get("object") == [named(found, "Person", "Ana Ruiz").id]
    assert link.get("summary") == ["neglecting coastal towns"]


@pytest.mark.parametrize(
    ("edtf", "properties"),
    [
        ("2021-05", {"date": ["2021-05"]}),
        ("2017/2021-03", {"startDate": ["2017"], "endDate": ["2021-03"]}),
        ("2021~", {}),
        ("2021-21", {}),
        ("199X", {}),
        ("0998", {}),
        ("3000-01-01", {}),
        ("2017/..", {}),
    ],
)
def test_dates_are_written_where_the_model_has_them_and_else_told_as_lost(
    edtf: str, properties: dict[str, list[str]]
) -> None:
    meeting = small().meetings[0]
    assert meeting.date is not None
    date = meeting.date.model_copy(update={"edtf": edtf})
    article = small().model_copy(update={"meetings": (meeting.model_copy(update={"date": date}),)})
    event = named(proxies(article), "Event", "Lisbon talks")
    told = {name: event.get(name) for name in ("date", "startDate", "endDate") if event.get(name)}
    assert told == properties
    assert event.get("notes") == ["When: 4 May 2021"]
    assert any(sentence.startswith("Dates") for sentence in ftm.lost([article])) is not bool(properties)


def test_the_ids_of_an_article_are_the_same_in_any_file() -> None:
    alone = {data["id"] for data in read(small())}
    assert alone < {data["id"] for data in read(seed(), small())}
    assert not alone & {data["id"] for data in read(seed())}


def test_a_name_longer_than_the_model_takes_is_cut_and_told() -> None:
    actor = small().actors[0].model_copy(update={"name": "Ruiz " * 100})
    article = small().model_copy(update={"actors": (actor, *small().actors[1:])})
    check(article)
    assert any("cut" in sentence for sentence in ftm.lost([article]))
    assert not any("cut" in sentence for sentence in ftm.lost([small()]))
