from __future__ import annotations

import pytest

from communique.read.stamp import Stamp, stamp

BEFORE = ("last updated", "published", "updated", "on")
CHANGED = frozenset({"last updated", "updated"})


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2021-03-12", "2021-03-12"),
        ("2021-03-12T10:15:00Z", "2021-03-12"),
        ("12 March 2021", "2021-03-12"),
        ("12th of March 2021", "2021-03-12"),
        ("March 12, 2021", "2021-03-12"),
        ("Mar. 12, 2021", "2021-03-12"),
        ("Friday, March 12, 2021", "2021-03-12"),
        ("Fri 12 Mar 2021 11.05 GMT", "2021-03-12"),
        ("Published 12 March 2021, 10:15 GMT", "2021-03-12"),
        ("March 12, 2021 at 4:05 p.m. EST", "2021-03-12"),
        ("March 2021", "2021-03"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("04/04/2021", "2021-04-04"),
        ("03/04/2021", None),  # 3 April in Europe, 4 March in America
        ("25/12/21", None),  # of which century?
        ("30 February 2021", None),  # there is none
    ],
)
def test_dates_are_read_only_where_they_can_be_read_in_one_way(words: str, edtf: str | None) -> None:
    assert stamp(words, before=BEFORE, changed=CHANGED) == Stamp(edtf, changed=False)


def test_a_change_is_not_a_publication() -> None:
    assert stamp("Last updated: 12 March 2021", before=BEFORE, changed=CHANGED) == Stamp(
        "2021-03-12", changed=True
    )


@pytest.mark.parametrize(
    "words",
    ["On 12 March 2021 the talks began", "2021", "March", "12 March", "May 2021 talks", "12", "", "June 5"],
)
def test_what_is_more_or_less_than_a_date_is_none(words: str) -> None:
    assert stamp(words, before=BEFORE, changed=CHANGED) is None
