"""An article as tables of words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.report.invented import article

from communique.records import Article
from communique.report.summary import Asked, called, heading, summary


def rows(found: Article, kind: str) -> list[dict[str, str]]:
    (table,) = summary(found, Asked(kinds=(kind,)))
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def taking(*stances: str | None) -> Article:
    """The example with a position of each stance, all in the same words."""
    matter: dict[str, Any] = article().model_dump(mode="json")["controversies"][0]
    position = matter["positions"][0]
    positions = [{**position, "stance": stance} for stance in stances]
    return article(controversies=[{**matter, "positions": positions}])


@pytest.mark.parametrize(
    ("stance", "column"), [("critical", "Critical"), ("supportive", "Supportive"), ("neutral", "Neither")]
)
def test_each_side_has_a_column(stance: str, column: str) -> None:
    (row,) = rows(taking(stance), "controversy")
    told = {name for name in ("Critical", "Supportive", "Neither") if row[name] != "–"}
    assert told == {column}
    assert row[column] == "Critics: “neglecting coastal towns”"


def test_what_is_denied_is_said_to_be() -> None:
    one = article().model_dump(mode="json")["implications"][0]
    assert rows(article(), "implication")[0]["Sign"] == "+ beneficial"
    denied = article(implications=[{**one, "polarity": "negative"}])
    assert rows(denied, "implication")[0]["Sign"] == "+ beneficial, denied"


def test_the_heading_holds_what_is_known() -> None:
    source = article().source.model_dump(mode="json")
    bare = {**source, "title": None, "authors": [], "publisher": None, "published": None}
    assert heading(article(source=bare)) == "Untitled article"


def test_an_actor_is_called_by_id_name_alias_or_words_of_the_name() -> None:
    found = article()
    for name in ("actor:ana-ruiz", "Ana Ruiz", "ana", "RUIZ"):
        assert [actor.id for actor in called(found, name)] == ["actor:ana-ruiz"]
    assert called(found, "Anna") == []
    assert called(found, "") == []


def test_an_article_without_records_has_no_tables() -> None:
    bare = article(actors=[], meetings=[], controversies=[], implications=[], statements=[])
    assert summary(bare) == ()
