"""Dates to EDTF: a text, the dates it holds as (words, value), and why where it is not plain.

To add a case, write a row. ``None`` means: a date, but the text does not tell which.
"""

from __future__ import annotations

import time

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.analyse.dates import find_dates
from communique.records.edtf import fault


def dates(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[each.start : each.end], each.edtf) for each in find_dates(text, published=published)]


WRITTEN_OUT = [
    ("They met in Vienna in July 2018.", [("July 2018", "2018-07")]),
    ("They met on 16 July 2018.", [("16 July 2018", "2018-07-16")]),
    ("They met on July 16, 2018.", [("July 16, 2018", "2018-07-16")]),
    ("They met on Monday, 16 July 2018.", [("Monday, 16 July 2018", "2018-07-16")]),
    ("They met on Monday, July 16, 2018, at noon.", [("Monday, July 16, 2018", "2018-07-16")]),
    ("Signed 2018-07-16 in Oslo.", [("2018-07-16", "2018-07-16")]),
    ("Sent at 2018-07-16T12:30:00Z.", [("2018-07-16T12:30:00Z", "2018-07-16")]),
    ("on the 5th of May 2019", [("5th of May 2019", "2019-05-05")]),
    ("on May 5th, 2019", [("May 5th, 2019", "2019-05-05")]),
    ("on Sept. 11, 2001, the towers fell", [("Sept. 11, 2001", "2001-09-11")]),
    ("on 12 Mar 2021 in Anchorage", [("12 Mar 2021", "2021-03-12")]),
    ("on 1 Jan. 2007 it joined", [("1 Jan. 2007", "2007-01-01")]),
    ("in July, 2018, he left", [("July, 2018", "2018-07")]),
    ("in July of 2018", [("July of 2018", "2018-07")]),
    ("in 2016 the vote was held", [("2016", "2016")]),
    ("since 2014 the war has gone on", [("2014", "2014")]),
    ("The treaty (1987) ended", [("1987", "1987")]),
    ("29 February 2020", [("29 February 2020", "2020-02-29")]),
    ("29 February 2019", [("29 February 2019", None)]),
    ("31 June 2018", [("31 June 2018", None)]),
    ("on 25/12/2021", [("25/12/2021", "2021-12-25")]),
    ("on 12/25/2021", [("12/25/2021", "2021-12-25")]),
    ("on 05/05/2021", [("05/05/2021", "2021-05-05")]),
    ("on 03/04/2021", [("03/04/2021", None)]),
    ("on 3.4.2021", [("3.4.2021", "2021-04-03")]),
    ("9/11 changed everything", [("9/11", "2001-09-11")]),
    ("in July\n2018", [("July\n2018", "2018-07")]),
    ("In July\n\n2018 was a good year", [("July", None), ("2018", "2018")]),
]

NO_MORE_PRECISE_THAN_THE_TEXT = [
    ("in the 1990s", [("1990s", "199X")]),
    ("in the mid-1990s", [("mid-1990s", "199X")]),
    ("in the late 1980\u2019s", [("late 1980\u2019s", "198X")]),
    ("in the 2000s", [("2000s", "200X")]),
    ("in the 1800s", [("1800s", "18XX")]),
    ("from the 1980s\u20131990s", [("1980s\u20131990s", "198X/199X")]),
    ("in the 19th century", [("19th century", "18XX")]),
    ("a twentieth-century idea", [("twentieth-century", "19XX")]),
    ("in the first century BC", [("first century BC", None)]),
    ("in early 2022", [("early 2022", "2022")]),
    ("by mid-2019", [("mid-2019", "2019")]),
    ("in late July 2018", [("late July 2018", "2018-07")]),
    ("at the end of 2018", [("2018", "2018")]),
    ("in summer 2018", [("summer 2018", "2018-22")]),
    ("in the spring of 2014", [("spring of 2014", "2014-21")]),
    ("in the fall of 1989", [("fall of 1989", "1989-23")]),
    ("the winter of 2018-19", [("winter of 2018-19", "2018/2019")]),
    ("in the second quarter of 2020", [("second quarter of 2020", "2020-04/2020-06")]),
    ("in Q3 2020", [("Q3 2020", "2020-07/2020-09")]),
    ("in the first half of 2020", [("first half of 2020", "2020-01/2020-06")]),
    ("about 1990", [("about 1990", "1990~")]),
    ("circa 1850.", [("circa 1850", "1850~")]),
    ("around July 2018", [("around July 2018", "2018-07~")]),
    ("in AD 476 Rome fell", [("AD 476", "0476")]),
    ("in 476 CE", [("476 CE", "0476")]),
    ("in 44 BC", [("44 BC", None)]),
    ("post-2014 sanctions", [("2014", "2014")]),
]

INTERVALS = [
    ("from June to August 2019", [("from June to August 2019", "2019-06/2019-08")]),
    ("from November to February 2019", [("from November to February 2019", "2018-11/2019-02")]),
    ("from June 2018 to August 2019", [("from June 2018 to August 2019", "2018-06/2019-08")]),
    ("between 2014 and 2016", [("between 2014 and 2016", "2014/2016")]),
    ("between May and June 2018", [("between May and June 2018", "2018-05/2018-06")]),
    ("in 2017\u20132021", [("2017\u20132021", "2017/2021")]),
    ("in 2017-21", [("2017-21", "2017/2021")]),
    ("in 2018/19", [("2018/19", "2018/2019")]),
    ("June 4-5, 2019", [("June 4-5, 2019", "2019-06-04/2019-06-05")]),
    ("4 and 5 June 2019", [("4 and 5 June 2019", "2019-06-04/2019-06-05")]),
    ("4 and 9 June 2019", [("4 and 9 June 2019", None)]),
    ("28 June to 3 July 2019", [("28 June to 3 July 2019", "2019-06-28/2019-07-03")]),
    ("June 28 \u2013 July 3, 2019", [("June 28 \u2013 July 3, 2019", "2019-06-28/2019-07-03")]),
    ("chairman (2014\u2013present)", [("2014\u2013present", "2014/..")]),
    ("from June to August", [("from June to August", None)]),
    ("between 1500 and 2000 soldiers fell", []),
]

NO_DATES = [
    "1,500 people came.",
    "2016 votes were lost.",
    "At least 2000 soldiers died.",
    "More than 1900 of them left.",
    "Call +1 202 2010 1984.",
    "Call 555-2016.",
    "Resolution 2231 was adopted.",
    "Resolution 1973 (on Libya)",
    "Apollo 11 landed.",
    "A Boeing 737 crashed.",
    "Turn to page 1984.",
    "It costs $2016.",
    "It costs 2016 dollars.",
    "the 2030 Agenda",
    "Agenda 2030",
    "about 2000 were killed",
    "They march on the capital.",
    "March with us!",
    "You may go.",
    "Theresa May resigned.",
    "May said that she would stay.",
    "He met May's cabinet.",
    "an august assembly",
    "April Smith spoke.",
    "a second term",
    "a man in his nineties",
    "the F-1999 prototype",
    "a 2000-strong crowd",
    "at 20.16 o'clock",
    "3.2016 per cent",
    "In his second quarter as minister",
    "he was aged 2016",
    "every Wednesday",
    "from 10 to 12 people",
    "from Paris to London",
    "between Russia and China",
    "about him",
]

MINIMAL_PAIRS = [
    ("in 2016 the votes", "2016"),
    ("the votes of 2016", "2016"),
    ("In 2016 voters chose", "2016"),
    ("the 2016 presidential election", "2016"),
    ("in March, he marched", "March"),
    ("in May, May said", "May"),
    ("last August the august body met", "last August"),
    ("the nineties", "nineties"),
    ("Resolution 2231 of 2015", "2015"),
    ("In 2000, 2000 soldiers left", "2000"),
]


@pytest.mark.parametrize(
    ("text", "expected"), WRITTEN_OUT + NO_MORE_PRECISE_THAN_THE_TEXT + INTERVALS, ids=lambda x: str(x)[:40]
)
def test_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_is_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(("text", "only"), MINIMAL_PAIRS)
def test_only_the_date_of_the_pair(text: str, only: str) -> None:
    assert [words for words, _ in dates(text)] == [only]


RELATIVE = [
    ("He spoke on Monday.", "Monday", "2018-07-16", "the Monday before a Wednesday"),
    ("They will meet on Monday.", "Monday", "2018-07-23", "the sentence looks ahead"),
    ("He said that they will meet on Friday.", "Friday", "2018-07-20", "the nearest cue counts: will"),
    ("He spoke on Wednesday.", "Wednesday", "2018-07-18", "the day of publication itself"),
    ("He left last month.", "last month", "2018-06", ""),
    ("He left last year.", "last year", "2017", ""),
    ("He leaves next week.", "next week", "2018-07-23/2018-07-29", "a week is its seven days"),
    ("He left yesterday.", "yesterday", "2018-07-17", ""),
    ("He will leave tomorrow.", "tomorrow", "2018-07-19", ""),
    ("Relations are poor today.", "today", None, "nowadays"),
    ("He died today.", "today", "2018-07-18", ""),
    ("two years ago", "two years ago", "2016", "no more precise than a year"),
    ("three months ago", "three months ago", "2018-04", ""),
    ("ten days ago", "ten days ago", "2018-07-08", ""),
    ("two weeks ago", "two weeks ago", "2018-07-04~", "weeks are round"),
    ("this year", "this year", "2018", ""),
    ("in the coming weeks", "coming weeks", None, "no date even when the day of publication is known"),
    ("recent years", "recent years", None, "likewise"),
    ("He died in July.", "July", "2018-07", ""),
    ("They met in June.", "June", "2018-06", ""),
    ("They will meet in September.", "September", "2018-09", ""),
    ("They met in September.", "September", "2017-09", "the past one: it looks back"),
    ("The January talks", "January", None, "half a year away and nothing tells which way"),
    ("They met on July 16.", "July 16", "2018-07-16", ""),
    ("They will meet on 3 January.", "3 January", "2019-01-03", ""),
    ("Monday, July 16", "Monday, July 16", "2018-07-16", "the weekday tells the year"),
    ("last July", "last July", "2017-07", ""),
    ("last Friday", "last Friday", "2018-07-13", ""),
    ("last Monday", "last Monday", None, "said on a Wednesday it may be two days or nine ago"),
    ("last summer", "last summer", "2017-22", ""),
    ("the nineties", "nineties", "199X", "the last one before publication"),
    ("this century", "this century", "20XX", ""),
]


@pytest.mark.parametrize(("text", "words", "value", "why"), RELATIVE)
def test_relative_to_publication(text: str, words: str, value: str | None, why: str) -> None:
    assert dates(text, "2018-07-18") == [(words, value)], why


@pytest.mark.parametrize(("text", "words"), [(row[0], row[1]) for row in RELATIVE])
def test_relative_dates_have_no_value_without_publication(text: str, words: str) -> None:
    assert dates(text) == [(words, None)]


def test_a_publication_date_known_to_the_year_gives_years_only() -> None:
    text = "last year, last month, yesterday"
    assert [value for _, value in dates(text, "2018")] == ["2017", None, None]


def test_year_told_in_the_paragraph() -> None:
    text = "In 2010 he ran. That year he lost. Two years later he won."
    assert dates(text) == [("2010", "2010"), ("That year", "2010"), ("Two years later", "2012")]
    assert dates("He ran in 2010.\n\nThat year he lost.")[1] == ("That year", None)


def test_a_month_is_not_this_year_where_the_text_speaks_of_another() -> None:
    assert dates("In 2010 he ran. In July he left.", "2018-07-18")[1] == ("July", None)
    assert dates("In 2018 he ran. In July he left.", "2018-07-18")[1] == ("July", "2018-07")


FRAGMENTS = st.sampled_from(
    [row[0] for row in WRITTEN_OUT + INTERVALS + NO_MORE_PRECISE_THAN_THE_TEXT]
    + NO_DATES
    + [row[0] for row in RELATIVE]
)
ANY_TEXT = st.lists(FRAGMENTS | st.text(max_size=12), max_size=6).map(" ".join)
PUBLISHED = st.sampled_from(
    [None, "2018", "2018-07", "2018-07-18", "199X", "2018/2019", "0001-01-01", "9999-12-31"]
)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, PUBLISHED)
def test_dates_lie_in_the_text_in_order_and_their_values_are_sound(text: str, published: str | None) -> None:
    last = 0
    for date in find_dates(text, published=published):
        assert last <= date.start < date.end <= len(text)
        last = date.end
        assert text[date.start : date.end].strip() == text[date.start : date.end]
        if date.edtf is not None:
            assert fault(date.edtf) is None, date.edtf
            parse_edtf(date.edtf)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.sampled_from(["A plain paragraph.\n\n", "\n\n", "Zürich 𝔘 x.\n\n"]), PUBLISHED)
def test_a_paragraph_in_front_only_shifts_dates(text: str, front: str, published: str | None) -> None:
    alone = [
        (d.start + len(front), d.end + len(front), d.edtf) for d in find_dates(text, published=published)
    ]
    assert [tuple(d) for d in find_dates(front + text, published=published)] == alone


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.text(max_size=10), st.text(max_size=10))
def test_nothing_outside_the_bounds_is_read(text: str, before: str, after: str) -> None:
    whole = before + text + after
    inside = find_dates(whole, len(before), len(before) + len(text))
    assert [(d.start - len(before), d.end - len(before), d.edtf) for d in inside] == [
        tuple(d) for d in find_dates(text)
    ]


@pytest.mark.parametrize(
    "unit", ["1", "1999 ", "12-", "May ", "last ", "2018-", "between 2014 and ", "a ", "19 May ", "' '"]
)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.perf_counter()
        find_dates(text, published="2018-07-18")
        return time.perf_counter() - begin

    small = min(seconds(50_000) for _ in range(2))
    assert seconds(400_000) < 8 * small * 3 + 0.2


def test_two_million_digits() -> None:
    assert find_dates("1" * 2_000_000) == ()


def test_every_row_is_read_the_same_inside_a_sentence() -> None:
    for text, expected in WRITTEN_OUT[:10]:
        assert dates("Officials say: " + text) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The summit will be held in January.", "2024-01"),
        ("The summit was held in January.", "2023-01"),
        ("The summit planned for June is to go ahead.", "2023-06"),
        ("The summit planned for June was cancelled.", "2023-06"),
        ("The summit planned for February was cancelled.", "2023-02"),
        ("The talks, due in February, never took place.", "2023-02"),
        ("The talks scheduled for Monday will take place.", "2023-03-13"),
        ("The talks scheduled for Monday were cancelled.", None),
    ],
)
def test_what_was_planned_and_failed_is_dated_only_where_one_day_fits(text: str, edtf: str | None) -> None:
    (found,) = find_dates(text, published="2023-03-10")
    assert found.edtf == edtf
