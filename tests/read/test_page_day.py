"""The day that is shown beside the title, and no other day on the page."""

from __future__ import annotations

import pytest

from communique.read.page_day import shown_day
from communique.read.page_tree import tree

H1 = "<h1>Ministers Meet Again</h1>"


def day(body: str) -> str | None:
    root = tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return shown_day(root, ["Ministers Meet Again"])


@pytest.mark.parametrize(
    ("row", "edtf"),
    [
        ("<span class='article-publish-date'>November 19, 2019, 9:02 AM</span>", "2019-11-19"),
        ("<p class='sdc-date-time'>Wednesday 20 November 2019 11:42, UK</p>", "2019-11-20"),
        ("<time>Nov. 19, 2019</time>", "2019-11-19"),
        ("<div class='PostedDate'>Posted 2019-11-19</div>", "2019-11-19"),
        ("<p class='byline'>By Jane Doe<br>Monday, November 18, 2019, 04:05 pm</p>", "2019-11-18"),
        ("<div class='meta'>19.11.2019 | 08:00</div>", "2019-11-19"),
        ("<div class='meta'>04/03/2019</div>", None),  # may be read in two ways
        ("<div class='meta'>November 2019</div>", None),  # no day
        ("<div class='date-updated'>November 19, 2019</div>", None),
        ("<div class='date'>Updated November 19, 2019</div>", None),
        ("<div class='date'>November 18, 2019, and November 19, 2019</div>", None),
        ("<p>They met on November 19, 2019.</p>", None),
        ("<div class='related-date'>November 19, 2019</div>", None),
    ],
)
def test_a_row_beneath_the_title(row: str, edtf: str | None) -> None:
    assert day(H1 + row) == edtf


def test_the_row_beneath_the_title_goes_before_one_above_and_one_farther_down() -> None:
    row = "<p class='date'>{} November 2019</p>"
    assert day(row.format(1) + H1 + row.format(2) + row.format(3)) == "2019-11-02"
    assert day(row.format(1) + row.format(2) + H1) == "2019-11-02"
    assert day(H1 + "<p>They met.</p>" * 200 + row.format(3)) is None


def test_without_a_title_that_agrees_there_is_no_day() -> None:
    assert day("<h1>The Daily</h1><p class='date'>1 November 2019</p>") is None
