"""The timeline as it is drawn."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.report.invented import article
from tests.report.long_article import long_article
from tests.strategies import articles

from communique.records import Article
from communique.report.timeline import MARGIN, MOST, WIDTH, Timeline, timeline


def on(*dates: str | None) -> Timeline:
    """The timeline of meetings on these dates."""
    meeting: dict[str, Any] = article().model_dump(mode="json")["meetings"][0]
    return timeline(
        article(
            meetings=[
                {
                    **meeting,
                    "id": f"meeting:m-{number}",
                    "name": f"talks {number}",
                    "date": None if date is None else {**meeting["date"], "edtf": date},
                }
                for number, date in enumerate(dates)
            ],
            controversies=[],
            implications=[],
        )
    )


@given(articles())
def test_everything_stands_inside_the_picture(found: Article) -> None:
    drawn = timeline(found)
    for row in (*drawn.dated, *drawn.undated):
        assert MARGIN <= row.start <= WIDTH - MARGIN
        assert row.start + row.width <= WIDTH - MARGIN + 6
        assert row.y + 30 <= drawn.height
        assert all(MARGIN <= tick <= WIDTH - MARGIN for tick in row.ticks)
    assert len(drawn.everything) == len(found.meetings) + len(found.controversies)
    assert len(drawn.dated) + len(drawn.undated) + drawn.more == len(drawn.everything)


def test_what_has_no_date_stands_apart() -> None:
    drawn = on("2018-07", None)
    assert [row.name for row in drawn.dated] == ["talks 0"]
    assert [row.name for row in drawn.undated] == ["talks 1"]
    assert drawn.undated[0].y > drawn.dated[0].y
    assert drawn.undated[0].ticks


def test_a_date_that_has_no_place_on_the_axis_is_told_in_its_words() -> None:
    meeting: dict[str, Any] = article().model_dump(mode="json")["meetings"][0]
    found = article(meetings=[{**meeting, "date": {**meeting["date"], "edtf": None}}], controversies=[])
    (row,) = timeline(found).undated
    assert (row.when, row.label) == ("“4 May 2021”", "“4 May 2021”: Lisbon talks")


def test_a_bar_is_as_long_as_its_date_is_vague() -> None:
    day, month, year = (on("2015", date, "2020").dated[1].width for date in ("2018-07-16", "2018-07", "2018"))
    assert day < month < year
    assert year == pytest.approx(12 * month, rel=0.05)


def test_rows_come_in_the_order_of_time() -> None:
    assert [row.when for row in on("2019", "2017/..", "2018-07-16", "2018-07").dated] == [
        "since 2017",
        "July 2018",
        "16 July 2018",
        "2019",
    ]


def test_an_interval_reaches_from_end_to_end_and_an_open_one_to_the_edge() -> None:
    drawn = on("2010", "2012/2013", "2012/..", "../2012", "2020")
    bars = {row.when: (row.start, row.start + row.width) for row in drawn.dated}
    assert bars["since 2012"][1] == pytest.approx(WIDTH - MARGIN)
    assert bars["until 2012"][0] == MARGIN
    assert bars["2012 to 2013"][0] == bars["since 2012"][0]
    assert bars["2012 to 2013"][1] < bars["since 2012"][1]


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (("2018-07",), ["Jan 2018", "Apr 2018", "Jul 2018", "Oct 2018", "Jan 2019"]),
        (("2016", "2021"), ["2016", "2017", "2018", "2019", "2020", "2021", "2022"]),
        (("1914", "2014"), ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
        ((None,), []),
    ],
)
def test_the_axis_has_round_ticks(dates: tuple[str | None, ...], labels: list[str]) -> None:
    assert [tick.label for tick in on(*dates).ticks] == labels


def test_a_picture_of_very_many_says_what_it_leaves_out() -> None:
    drawn = timeline(long_article())
    assert len(drawn.dated) == len(drawn.undated) == MOST
    assert drawn.more == len(drawn.everything) - 2 * MOST
