"""Dates that say themselves when they are: one row per shape, a pattern and how to read it.

    Monday, 16 July 2018 · July 16, 2018 · 2018-07-16 · June 4-5, 2019 · from June to August 2019 ·
    summer 2018 · the second quarter of 2020 · about 1990 · 2017–21 · the 1990s · the 19th century

A reader returns EDTF, ``None`` where the words are a date but do not tell which, ``REFUSED`` where they are
no date. A date keeps the precision of the text: "early 2022" is ``2022`` (EDTF has no "early"); half-years
and quarters are the interval of their months.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from communique.analyse.dates import words
from communique.analyse.dates.patterns import (
    ABOUT,
    DASH,
    DAY,
    ERA,
    MONTH,
    PART,
    REFUSED,
    TAIL,
    YEAR,
    Point,
    S,
    edtf,
    interval,
    parts,
    point,
)


def read_point(match: re.Match[str]) -> str | None:
    """A day, month or year; "about" makes it approximate."""
    value = edtf(parts(match, ""))
    return value + "~" if value and match.groupdict().get("about") else value


def read_range(match: re.Match[str]) -> str | None:
    """ "from June to August 2019": what the first end leaves out, the second gives."""
    first, last = parts(match, "a"), parts(match, "b")
    if first.month is None and first.day is None and first.year is None:
        return None
    if (last.day and not first.day and first.month) or (first.year and not last.year):
        return None
    if first.year is None and (first.month is None or last.month is None):
        return None
    year = first.year if first.year is not None else last.year
    if first.year is None and year is not None and first.month and last.month and first.month > last.month:
        year -= 1
    return interval(edtf(first._replace(year=year)), edtf(last))


def read_days(match: re.Match[str]) -> str | None:
    """ "June 4-5, 2019", "4 and 5 June 2019"; two days that do not touch are no interval."""
    found = {key[:-1]: value for key, value in match.groupdict().items() if value}
    first, last = words.number(found["from"]), words.number(found["to"])
    if first >= last:
        return REFUSED
    if found["join"].strip() in {"and", "&"} and last != first + 1:
        return None
    if "y" not in found:
        return None
    at = Point(int(found["y"]), words.MONTHS[found["m"]], first)
    return interval(edtf(at), edtf(at._replace(day=last)))


def read_short_range(match: re.Match[str]) -> str | None:
    """Years in "2017-21"; a month in "2018-07", where the second part is less; "2007-08" is either."""
    year, tail = int(match["y"]), int(match["t"])
    after = tail > year % 100
    if match["j"] == "-" and 1 <= tail <= 12 and len(match["t"]) == 2:
        return None if after else f"{year:04}-{tail:02}"
    return f"{year:04}/{year // 100:02}{tail:02}" if after else REFUSED


def read_season(match: re.Match[str]) -> str | None:
    """ "summer 2018" → ``2018-22``; a winter across two years keeps both years and no more."""
    if match["y2"]:
        first = int(match["y"])
        return interval(match["y"], f"{first // 100:02}{match['y2'][-2:]}")
    return f"{match['y']}-{words.SEASONS[match['season'].lower()]}"


def read_part_of_year(match: re.Match[str]) -> str | None:
    """Quarters and halves, as the interval of their months."""
    which = int(match["q"]) if match["q"] else words.number(match["nth"])
    months = 3 if match["q"] or match["unit"].lower() == "quarter" else 6
    if not 1 <= which <= 12 // months:
        return REFUSED
    last = which * months
    return f"{match['y']}-{last - months + 1:02}/{match['y']}-{last:02}"


def read_decade(match: re.Match[str]) -> str | None:
    """ "the 1990s" → ``199X``; "the 1800s" is the century, "the 2000s" the decade."""
    return _decade(match["y"])


def _decade(year: str) -> str:
    return f"{year[:2]}XX" if year.endswith("00") and year != "2000" else f"{year[:3]}X"


def read_decades(match: re.Match[str]) -> str | None:
    """ "1980s–1990s"."""
    return f"{_decade(match['y'])}/{_decade(match['y2'])}" if match["y"] < match["y2"] else None


def read_century(match: re.Match[str]) -> str | None:
    """ "the 19th century" → ``18XX``. Before the common era: no EDTF of level 1 that is sure."""
    which = words.number(match["nth"])
    if not 1 <= which <= 30:
        return REFUSED
    return None if (match["era"] or "").startswith("B") else f"{which - 1:02}XX"


def read_era(match: re.Match[str]) -> str | None:
    """ "AD 476", "476 CE" → ``0476``; years BC are left ``None``: the record model begins with year 0."""
    before = match["before"]
    year = match["y2"] if before else match["y"]
    era = before or match["era"]
    return None if era.startswith("B") else f"{int(year):04}"


def read_numeric(match: re.Match[str]) -> str | None:
    """ "25/12/2021"; "03/04/2021" is read one way in Britain and another in America: ``None``."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["y"])
    dotted = match["sep"] == "."
    if not dotted and first != second and first <= 12 and second <= 12:
        return None
    day, month = (first, second) if dotted or first > 12 else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return REFUSED


def read_named(match: re.Match[str]) -> str | None:
    """ "9/11"."""
    return words.NAMED[match.group()]


def read_open(match: re.Match[str]) -> str | None:
    """ "2014–present" → ``2014/..``."""
    return f"{match['y']}/.."


class Shape(NamedTuple):
    """A row of the table."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], str | None]


def _shape(name: str, pattern: str, read: Callable[[re.Match[str]], str | None]) -> Shape:
    return Shape(name, re.compile(pattern), read)


_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{words.any_of(words.ORDINALS)}))"
_JOIN = rf"(?:{DASH}|{S}(?:to|and|or|&){S})"
_Y = rf"(?P<y>{YEAR})"

SHAPES: tuple[Shape, ...] = (
    _shape("named", rf"{words.any_of(words.NAMED)}{TAIL}", read_named),
    _shape("numeric", rf"(?P<n1>\d\d?)(?P<sep>[/.-])(?P<n2>\d\d?)(?P=sep){_Y}{TAIL}", read_numeric),
    _shape(
        "iso",
        rf"{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=\D|$)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
        lambda match: _iso(match.group()[:10]),
    ),
    _shape(
        "from-to", rf"[Ff]rom{S}{point('a')}{S}(?:to|until|till|through){S}{point('b')}{TAIL}", read_range
    ),
    _shape("between", rf"[Bb]etween{S}{point('a')}{S}and{S}{point('b')}{TAIL}", read_range),
    _shape(
        "month-days",
        rf"(?P<m1>{MONTH})\.?{S}(?P<from1>{DAY})(?P<join1>{_JOIN})(?P<to1>{DAY})(?!\d)"
        rf"(?:,?{S}(?P<y1>{YEAR}))?{TAIL}",
        read_days,
    ),
    _shape(
        "days-month",
        rf"(?P<from1>{DAY})(?P<join1>{_JOIN})(?P<to1>{DAY}){S}(?:of{S})?(?P<m1>{MONTH})\b\.?"
        rf"(?:,?{S}(?P<y1>{YEAR}))?{TAIL}",
        read_days,
    ),
    _shape("open", rf"{_Y}{_JOIN}(?:the{S})?present\b", read_open),
    _shape("decades", rf"{PART}?{_Y}['\u2019]?s{_JOIN}(?P<y2>{YEAR})['\u2019]?s\b", read_decades),
    _shape("range", rf"{point('a')}(?:{DASH}|{S}(?:to|through){S}){point('b')}{TAIL}", read_range),
    _shape("short-range", rf"{_Y}(?P<j>[-/]|[ ]?[\u2013\u2014][ ]?)(?P<t>\d\d){TAIL}", read_short_range),
    _shape("slashed-years", rf"{_Y}/(?P<y2>{YEAR}){TAIL}", lambda match: interval(match["y"], match["y2"])),
    _shape(
        "season",
        rf"(?i:{PART}?)(?P<season>(?i:{words.any_of(words.SEASONS)}))(?:{S}of)?{S}{_Y}"
        rf"(?:[-\u2013/](?P<y2>\d\d|\d{{4}}))?{TAIL}",
        read_season,
    ),
    _shape(
        "part-of-year",
        rf"(?:(?P<nth>{_NTH}){S}(?P<unit>quarter|half){S}(?:of|in){S}|Q(?P<q>[1-4])(?:{S}|/)){_Y}{TAIL}",
        read_part_of_year,
    ),
    _shape(
        "century",
        rf"{PART}?(?P<nth>{_NTH})(?:{S}|-)[Cc]entur(?:y|ies)\b(?:{S}(?P<era>{ERA}))?",
        read_century,
    ),
    _shape(
        "era",
        rf"(?:{ABOUT})?(?:(?P<before>A\.?D\.?){S}(?P<y2>\d{{1,4}})|(?P<y>\d{{1,4}}){S}?(?P<era>{ERA}))(?!\w)",
        read_era,
    ),
    _shape("decade", rf"{PART}?(?P<y>[12]\d\d0)['\u2019]?s\b", read_decade),
    _shape("point", rf"(?:{ABOUT})?{point('')}{TAIL}", read_point),
)


def _iso(text: str) -> str | None:
    year, month, day = map(int, text.split("-"))
    return edtf(Point(year, month, day))
