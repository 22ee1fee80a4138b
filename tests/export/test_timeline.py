"""The timeline: meetings and matters in the order of their dates, the undated behind them."""

from __future__ import annotations

import re

import pytest
from tests.export.samples import hostile, samples, seed, small

from communique.export import timeline
from communique.records import Article, DateMention

ENTRY = re.compile(r"    (?:(?:[^\W_]|[ ,.'’“”…–—-]|#[0-9]+;)+|   ) : ?(?:[^\W_]|[ ,.'’“”…–—-]|#[0-9]+;)+")


def dated(*dates: str | None) -> Article:
    """The small article with a meeting on each date."""
    meeting = small().meetings[0]
    meetings = []
    for number, date in enumerate(dates):
        when = DateMention(start=0, end=1, quote="L", edtf=date) if date else None
        meetings.append(
            meeting.model_copy(update={"id": f"meeting:m{number}", "name": f"talks {number}", "date": when})
        )
    return small().model_copy(update={"meetings": tuple(meetings), "controversies": ()})


def periods(article: Article) -> list[str]:
    return [entry.date for entry in timeline.timeline([article])]


def test_meetings_stand_in_the_order_of_the_first_day_that_they_can_mean() -> None:
    assert periods(
        dated("2018-07-16", "2018", "2018-07", "199X", "2018-21", None, "2017/2021", "../2016")
    ) == [
        *("199X", "../2016", "2017/2021", "2018", "2018-21", "2018-07", "2018-07-16", "undated"),
    ]


def test_what_fell_on_the_same_date_stands_together() -> None:
    text = timeline.render([dated("2018-07", "2019", "2018-07")]).decode()
    assert text == (
        "timeline\n"
        "    title Meetings and matters\n"
        "    2018-07 : talks 0, bilateral, held\n"
        "        : talks 2, bilateral, held\n"
        "    2019 : talks 1, bilateral, held\n"
    )


def test_the_undated_are_counted() -> None:
    assert any(one.endswith("behind the others: 2.") for one in timeline.lost([dated(None, "2018", None)]))
    assert len(timeline.lost([dated("2018")])) == 1


def test_no_word_of_an_article_is_syntax() -> None:
    for article in (*samples(), hostile()):
        lines = timeline.render([article]).decode().splitlines()
        assert lines[:2] == ["timeline", "    title Meetings and matters"]
        assert [line for line in lines[2:] if not ENTRY.fullmatch(line)] == []


def test_articles_without_meetings_and_matters_make_a_timeline_all_the_same() -> None:
    assert timeline.render([]).decode().splitlines()[2:] == ["    undated : nothing told"]


@pytest.mark.parametrize("date", ["2018~", "2018-07-16/..", "/2018", "2018-XX-XX", "19XX"])
def test_any_date_of_the_record_model_has_its_place(date: str) -> None:
    assert periods(dated(date, "2030")) == [date, "2030"]


def test_the_first_article() -> None:
    assert "    2018-07 : Helsinki summit, held\n" in timeline.render([seed()]).decode()
