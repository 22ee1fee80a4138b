"""The pieces of date patterns, and the point in time that a date written out names."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from communique.analyse.dates import words

REFUSED = "refused"
"""What a reader returns when the words are no date after all."""

# A space inside a date: never an empty line.
S = r"(?:[ \t\u00a0\u202f]{1,4}|[ \t]?\r?\n[ \t]?)"
DASH = rf"{S}?[-\u2013\u2014\u2212]{S}?"
MONTH = words.any_of(words.MONTHS)
WEEKDAY = rf"(?:{words.any_of(words.WEEKDAYS)}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?(?=,?[ ]))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"[12]\d{3}"
ERA = r"(?:A\.?D\.?|C\.?E\.?|B\.?C\.?(?:E\.?)?)"
ABOUT = rf"(?P<about>(?:[Aa]bout|[Aa]round|[Cc]irca|c\.|ca\.|[Rr]oughly){S})"
PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:-|\u2013|[ \u00a0])(?:to-late[ -])?)"
TAIL = r"(?![\w/]|[.,]\d|[-\u2013]\d)"


def point(tag: str) -> str:
    """The pattern of a day, a month or a year written out; its groups end in ``tag``."""
    t = tag
    return (
        rf"(?:(?:{WEEKDAY},?{S})?(?:"
        rf"(?P<d1{t}>{DAY})(?:{S}|-)(?:of{S})?(?P<m1{t}>{MONTH})\b\.?(?:,?{S}|-)(?P<y1{t}>{YEAR})"
        rf"|(?P<m2{t}>{MONTH})\b\.?{S}(?P<d2{t}>{DAY}),?{S}(?P<y2{t}>{YEAR})"
        rf"|{PART}?(?P<m3{t}>{MONTH})\b\.?(?:{S}of|,)?{S}(?P<y3{t}>{YEAR})"
        rf"|(?P<y4{t}>{YEAR})-(?P<m4{t}>0[1-9]|1[0-2])-(?P<d4{t}>0[1-9]|[12]\d|3[01])"
        rf"|(?P<d5{t}>{DAY}){S}(?:of{S})?(?P<m5{t}>{MONTH})\b\.?"
        rf"|(?P<m6{t}>{MONTH})\b\.?{S}(?:the{S})?(?P<d6{t}>{DAY})(?!\d)"
        rf"|{PART}?(?P<y7{t}>{YEAR})(?!\d)"
        rf"|{PART}?(?P<m8{t}>{MONTH})\b))"
    )


class Point(NamedTuple):
    """Year, month and day as written; ``None`` for what is not."""

    year: int | None
    month: int | None
    day: int | None


def parts(match: re.Match[str], tag: str) -> Point:
    """What the groups of ``point(tag)`` hold."""
    found: dict[str, str] = {
        key[0]: value
        for key, value in match.groupdict().items()
        if value and key[2:] == tag and key[0] in "ymd" and key[1].isdigit()
    }
    month = found.get("m")
    return Point(
        int(found["y"]) if "y" in found else None,
        None if month is None else words.MONTHS.get(month) or int(month),
        words.number(found["d"]) if "d" in found else None,
    )


def edtf(at: Point) -> str | None:
    """EDTF of a point; ``None`` without a year, or where the calendar has no such day."""
    if at.year is None or not 0 <= at.year <= 9999:
        return None
    if at.month is None:
        return f"{at.year:04}"
    if at.day is None:
        return f"{at.year:04}-{at.month:02}"
    if at.day > monthrange(at.year, at.month)[1]:
        return None
    return f"{at.year:04}-{at.month:02}-{at.day:02}"


def interval(first: str | None, last: str | None) -> str | None:
    """``first/last`` where both are known and in order."""
    if first is None or last is None or first[: len(last)] > last[: len(first)]:
        return None
    return first if first == last else f"{first}/{last}"
