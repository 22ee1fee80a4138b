"""Values of the record model in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import edtf

from communique.report.wording import counted, dated, plain


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018", "2018"),
        ("2018-07", "July 2018"),
        ("2018-07-16", "16 July 2018"),
        ("2018-07-06", "6 July 2018"),
        ("2018-07-XX", "some day in July 2018"),
        ("2018-XX", "some month in 2018"),
        ("2018-XX-XX", "some day in 2018"),
        ("2018-21", "spring 2018"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2018~", "about 2018"),
        ("2018-07?", "perhaps July 2018"),
        ("2018%", "perhaps about 2018"),
        ("2017/2021", "2017 to 2021"),
        ("2017-01-20/2021-01-20", "20 January 2017 to 20 January 2021"),
        ("2017/..", "since 2017"),
        ("../2021", "until 2021"),
        ("2017/", "from 2017"),
        ("/2021", "until 2021"),
        ("no date", "no date"),
    ],
)
def test_dates(value: str, words: str) -> None:
    assert dated(value) == words


@given(edtf)
def test_every_date_has_words(value: str) -> None:
    assert dated(value).strip()
    assert "X" not in dated(value)


def test_numbers_and_names() -> None:
    assert counted(1, "controversy") == "1 controversy"
    assert counted(2, "controversy") == "2 controversies"
    assert counted(5000, "actor") == "5,000 actors"
    assert plain("press_conference") == "press conference"
