"""Dates as the records write them: a subset of EDTF (ISO 8601-2:2019), levels 0 and 1.

    2018-07-16  2018-07  2018        a day, a month, a year
    199X  19XX                       a decade, a century
    2018-XX  2018-07-XX  2018-XX-XX  some month, some day
    2018-21 … 2018-24                spring, summer, autumn, winter
    2018~  2018-07?  2018%           about, perhaps, both
    2017/2021  2017/..  ../2021      an interval, open at one end (``..``)
    2017/  /2021                     an interval, one end of it unknown

The pattern checks the shape, ``fault`` the calendar. Times of day and years before 0000 are left out:
no article that we read gives them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated, NamedTuple

from communique.records.base import patterned

_DATE = "(?:[0-9]{3}X|[0-9]{2}XX|[0-9]{4}(?:-XX(?:-XX)?|-[0-9]{2}(?:-[0-9]{2}|-XX)?)?)[?~%]?"

PATTERN = rf"^(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE})$"

Edtf = Annotated[str, patterned(PATTERN)]

_SHAPE = re.compile(PATTERN)

# The seasons of EDTF level 1, by the months they cover in the north; only used to compare.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


class Bounds(NamedTuple):
    """The first and the last day that a date can mean, each as (year, month, day)."""

    earliest: tuple[int, int, int]
    latest: tuple[int, int, int]


def shaped(value: str) -> bool:
    """Whether a string has one of the shapes above, as the published pattern has it."""
    return _SHAPE.fullmatch(value) is not None


def fault(value: str) -> str | None:
    """What is wrong with an EDTF date, in a clause; ``None`` where it is sound."""
    if not shaped(value):
        return "it has none of the shapes that the record model allows"
    ends = [part for part in value.split("/") if part not in {"", ".."}]
    for part in ends:
        wrong = _calendar_fault(part)
        if wrong:
            return wrong
    if len(ends) == 2 and bounds(ends[0]).earliest > bounds(ends[1]).latest:
        return f"the interval ends ({ends[1]}) before it begins ({ends[0]})"
    return None


def bounds(date: str) -> Bounds:
    """The first and the last day of one sound date (no interval): ``2018-07`` is 1 to 31 July 2018."""
    year, month, day = _parts(date)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in {"", "XX"}:
        return Bounds((first_year, 1, 1), (last_year, 12, 31))
    if int(month) in _SEASONS:
        first, last = _SEASONS[int(month)]
        return Bounds((first_year, first, 1), (last_year, last, 31))
    if day in {"", "XX"}:
        return Bounds((first_year, int(month), 1), (last_year, int(month), 31))
    return Bounds((first_year, int(month), int(day)), (last_year, int(month), int(day)))


def _parts(date: str) -> tuple[str, str, str]:
    year, month, day = [*date.rstrip("?~%").split("-"), "", ""][:3]
    return year, month, day


def _calendar_fault(date: str) -> str | None:
    year, month, day = _parts(date)
    if month in {"", "XX"}:
        return None
    if int(month) in _SEASONS:
        return f"a season has no day ({date})" if day else None
    if not 1 <= int(month) <= 12:
        return f"there is no month {month}"
    if day in {"", "XX"}:
        return None
    # Year 0 is a leap year of ISO 8601, and monthrange begins at 1: 400 stands for it.
    if not 1 <= int(day) <= monthrange(int(year) or 400, int(month))[1]:
        return f"there is no day {day} in {year}-{month}"
    return None
