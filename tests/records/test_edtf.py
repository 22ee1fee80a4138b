"""Dates: which shapes there are, and which of them are in the calendar."""

from __future__ import annotations

import datetime
import re

import edtf as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import edtf

from communique.records.edtf import bounds, fault, shaped

SOUND = [
    *("2018", "2018-07", "2018-07-16", "199X", "19XX", "2018-XX", "2018-07-XX", "2018-XX-XX"),
    *("2018-21", "2018-22", "2018-23", "2018-24", "2018~", "2018-07?", "2018-07-16%", "199X~"),
    *("2017/2021", "2017-06/2017-08", "2017/..", "../2021", "2017/", "/2021", "2017~/2021?", "2018/2018-03"),
    *("2020-02-29", "2000-02-29", "0000-02-29", "2018-06/2018"),
]


@pytest.mark.parametrize("date", SOUND)
def test_sound(date: str) -> None:
    assert fault(date) is None


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2018-13", "no month 13"),
        ("2018-00", "no month 00"),
        ("2018-02-30", "no day 30 in 2018-02"),
        ("2019-02-29", "no day 29"),
        ("1900-02-29", "no day 29"),
        ("2018-07-00", "no day 00"),
        ("2018-21-03", "season has no day"),
        ("2018-25", "no month 25"),
        ("2021/2017", "before it begins"),
        ("2018-07-16/2018-07-15", "before it begins"),
        ("2018-13/..", "no month 13"),
        *(
            (date, "none of the shapes")
            for date in ("", "/", "..", "../..", "18", "2018-7", "2018-XX-05", "2XXX")
        ),
        *(
            (date, "none of the shapes")
            for date in ("2018T10", "-0044", "Y20180", "2018\n", "２０１８", "1990s", "2018~~")
        ),
        *(
            (date, "none of the shapes")
            for date in ("2017/2018/2019", "201X-05", "2018?-07", "2018-07-16T10:00:00Z")
        ),
    ],
)
def test_unsound(date: str, why: str) -> None:
    assert why in (fault(date) or "")


@given(edtf)
def test_what_the_strategy_makes_is_sound(date: str) -> None:
    assert fault(date) is None


def readers_differ(date: str) -> bool:
    """Unspecified digits in an interval and qualified seasons: ISO 8601-2 has them, this reader not."""
    return ("X" in date and "/" in date) or bool(re.search("-2[1-4][?~%]", date))


@given(edtf)
def test_another_reader_of_edtf_reads_it_too(date: str) -> None:
    if not readers_differ(date):
        assert reference.parse_edtf(date)


@given(st.text("0123456789X-/.~?%", max_size=21))
def test_what_is_sound_another_reader_reads_too(date: str) -> None:
    if fault(date) is None and not readers_differ(date):
        assert reference.parse_edtf(date)


@given(st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_days_are_those_of_the_calendar(day: str) -> None:
    try:
        datetime.date.fromisoformat(day)
        known = True
    except ValueError:
        known = day.startswith("0000") or bool(re.fullmatch(r".{4}-2[1-4]-.*", day))
    if not day.startswith("0000"):
        assert (fault(day) is None) <= known


@given(st.dates())
def test_every_day_of_the_calendar_is_sound(day: datetime.date) -> None:
    assert fault(day.isoformat()) is None
    assert bounds(day.isoformat()) == ((day.year, day.month, day.day),) * 2


def test_bounds() -> None:
    assert bounds("199X") == ((1990, 1, 1), (1999, 12, 31))
    assert bounds("2018-22~") == ((2018, 6, 1), (2018, 8, 31))


def test_shape_is_not_calendar() -> None:
    assert shaped("2018-13")
    assert not shaped("2018-1")
