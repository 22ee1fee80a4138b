"""Dates that lean on another: on the day of publication, or on the last year told in the same paragraph.

    yesterday · on Monday · last month · two years ago · in July · on July 16     the day of publication
    that year · the following year · two years later                              the year before in the text

Without a publication date the first kind is a date mention with no value. With one, a weekday or a month
without a year is the nearest that fits the way its sentence looks: back ("said on Monday") or ahead ("will
meet on Monday"). Where the text has just been speaking of another year, a month alone stays without a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from communique.analyse.dates import words
from communique.analyse.dates.anchor import Anchor, Look, shifted
from communique.analyse.dates.patterns import DAY, MONTH, PART, WEEKDAY, Point, S, edtf
from communique.analyse.dates.steps import month_by, period_by, season_by, told_by, weekday_by

_UNIT = r"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_PERIOD = r"(?:day|week|weekend|month|year|decade|century|quarter|night|morning|evening|afternoon|fall|term)"
_NUMBER = (
    rf"(?:\d{{1,3}}|(?i:{words.any_of(words.NUMBERS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_NEAR_MONTHS = 4
_NEAR_DAYS = 120


def read_day_word(match: re.Match[str], at: Anchor, way: Look | None) -> str | None:
    """today, yesterday, tomorrow, last night. Where a sentence of the present says "today": nowadays."""
    word = match.group().lower()
    if word == "today" and way is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, -1 if word.startswith("last") else 0)
    return shifted(at.date, shift)


def read_weekday(match: re.Match[str], at: Anchor, way: Look | None) -> str | None:
    """The last Monday, the day of publication included; the next where the sentence looks ahead."""
    if at.date is None or way == "either":
        return None
    ahead = (_weekday(match["wd"]) - at.date.isoweekday()) % 7
    if way == "ahead":
        return shifted(at.date, ahead)
    return shifted(at.date, ahead - 7 if ahead else 0)


def _weekday(name: str) -> int:
    return next(value for key, value in words.WEEKDAYS.items() if name[:3] == key[:3])


def read_month(match: re.Match[str], at: Anchor, way: Look | None) -> str | None:
    """ "in July", "on 16 July", "Monday, July 16" without a year."""
    month = words.MONTHS[match["m1"] or match["m2"] or match["m3"]]
    day = words.number(match["d1"] or match["d2"]) if match["d1"] or match["d2"] else None
    if at.year is None or at.month is None or (at.nearby is not None and at.nearby != at.year):
        return None
    if match["wd"] and day:
        return _by_weekday(_weekday(match["wd"]), month, day, at.year)
    years = {"back": (at.year - 1, at.year), "ahead": (at.year, at.year + 1)}
    if day and at.date:
        near = [
            each for each in (_day(year, month, day) for year in (at.year - 1, at.year, at.year + 1)) if each
        ]
        if way == "back":
            near = [each for each in near if each <= at.date][-1:]
        elif way == "ahead":
            near = [each for each in near if each >= at.date][:1]
        else:
            near = [each for each in near if abs((each - at.date).days) <= _NEAR_DAYS]
        return near[0].isoformat() if near else None
    if way in years:
        first, second = years[way]
        # The month of publication itself counts as past and as future.
        earlier = month > at.month if way == "back" else month >= at.month
        return edtf(Point(first if earlier else second, month, day))
    for year in (at.year - 1, at.year, at.year + 1):
        if abs((year - at.year) * 12 + month - at.month) <= _NEAR_MONTHS:
            return edtf(Point(year, month, day))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_weekday(weekday: int, month: int, day: int, year: int) -> str | None:
    for near in (year, year - 1, year + 1):
        found = _day(near, month, day)
        if found and found.isoweekday() == weekday:
            return found.isoformat()
    return None


def read_ago(match: re.Match[str], at: Anchor, _: Look | None) -> str | None:
    """ "two years ago", "three days from now"; with "later" and "earlier" from the year told last."""
    count, unit, way = match["n"], match["unit"].lower().rstrip("s"), match["way"].lower()
    if "-" in count or match["vague"]:
        return None
    number = words.number(count) * (-1 if way in {"ago", "earlier", "before"} else 1)
    if way in {"later", "earlier"}:
        return None if at.told is None or unit != "year" else edtf(Point(at.told + number, None, None))
    if unit == "day":
        return shifted(at.date, number)
    if unit == "week":
        day = shifted(at.date, 7 * number)
        return day + "~" if day else None
    if unit == "month" and at.year is not None and at.month is not None:
        months = at.year * 12 + at.month - 1 + number
        return edtf(Point(months // 12, months % 12 + 1, None))
    if unit == "year" and at.year is not None and 0 < at.year + number < 9999:
        return edtf(Point(at.year + number, None, None))
    return None


def read_period(match: re.Match[str], at: Anchor, _: Look | None) -> str | None:
    """ "last month", "this year", "next Monday", "the following year", "that year"."""
    which, unit = match["which"].lower(), match["unit"]
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if which in {"that", "same", "following", "previous"}:
        return told_by(at, step, match["m"]) if unit == "year" else None
    if which in {"past", "coming"}:
        return None
    if unit in words.MONTHS:
        return month_by(at, step, words.MONTHS[unit])
    if unit in words.WEEKDAYS:
        return weekday_by(at, step, words.WEEKDAYS[unit])
    if unit in words.SEASONS:
        return season_by(at, step, words.SEASONS[unit])
    return period_by(at, step, unit, match["m"])


def read_vague(_: re.Match[str], __: Anchor, ___: Look | None) -> str | None:
    """ "recent years", "the coming weeks": a time, but no date."""
    return None


def read_decade_alone(match: re.Match[str], at: Anchor, _: Look | None) -> str | None:
    """ "the nineties", "the 90s": the last decade of that name that is over at the time of publication."""
    if at.year is None:
        return None
    digit = int(match["d"]) if match["d"] else words.DECADES[match["w"].lower()]
    first = at.year // 100 * 100 + digit * 10
    return f"{(first if first + 10 <= at.year else first - 100) // 10:03}X"


Reader = Callable[[re.Match[str], Anchor, "Look | None"], "str | None"]


@dataclass(frozen=True, slots=True)
class RelativeShape:
    """A row of the table: a pattern, and how to reckon it from an anchor."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


_WHICH = r"(?P<which>(?i:last|this|next|past|previous|coming|following|same|that))"
_MONTH_OF = rf"(?:(?P<m>{MONTH})(?:{S}of)?{S}(?:the{S})?)?"

RELATIVE: tuple[RelativeShape, ...] = tuple(
    RelativeShape(name, re.compile(pattern), read)
    for name, pattern, read in (
        (
            "day-word",
            rf"(?i:today|yesterday|tomorrow|tonight|last{S}night|this{S}(?:morning|afternoon|evening))\b",
            read_day_word,
        ),
        (
            "vague",
            rf"(?i:last|past|coming|next|recent|previous|following){S}"
            rf"(?:(?:few|several|couple{S}of|{_NUMBER}){S})?(?i:days|weeks|months|years|decades|centuries)\b",
            read_vague,
        ),
        (
            "ago",
            rf"(?P<n>{_NUMBER})(?P<vague>{S}or{S}\w+)?(?:{S}|-)(?:full{S})?(?P<unit>(?i:{_UNIT})){S}"
            rf"(?P<way>(?i:ago|later|earlier|from{S}now))\b",
            read_ago,
        ),
        (
            "period",
            rf"{_MONTH_OF}{_WHICH}{S}(?P<unit>{_PERIOD}|{MONTH}|(?:{words.any_of(words.WEEKDAYS)})"
            rf"|{words.any_of(words.SEASONS)})(?![\w-])",
            read_period,
        ),
        (
            "decade-alone",
            r"(?:['\u2019]?(?P<d>[2-9])0['\u2019]?s|(?P<w>(?i:" + words.any_of(words.DECADES) + r")))\b",
            read_decade_alone,
        ),
        (
            "month",
            rf"(?:(?P<wd>{WEEKDAY}),?{S})?(?:(?:the{S})?(?P<d1>{DAY}){S}(?:of{S})?(?P<m1>{MONTH})\b\.?"
            rf"|(?P<m2>{MONTH})\b\.?{S}(?:the{S})?(?P<d2>{DAY})(?![\d,.]*\d)|{PART}?(?P<m3>{MONTH})\b)"
            rf"(?!(?:{S}of)?,?{S}\d{{3}}\b)",
            read_month,
        ),
        ("weekday", rf"(?P<wd>{words.any_of(words.WEEKDAYS)})(?![\w-])", read_weekday),
    )
)
