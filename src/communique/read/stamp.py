"""Date rows: "Published 12 March 2021, 10:15 GMT" → ``2021-03-12``. Only what can be read in one way."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from communique.records.edtf import fault

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = (
    r"(?:,?\s*(?:at|-|t|\|)?\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[a-z]{1,5}\)?(?:\s?time)?)?(?:\s*[+-]\d{1,2}:?\d{2})?|,?\s*(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?(?:\s*[a-z]{1,5})?)?"
)
_SHAPES = tuple(
    re.compile(_WEEKDAY + shape + _CLOCK + r"\s*\.?", re.IGNORECASE)
    for shape in (
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>(?:19|20)?\d\d)",
    )
)
LONGEST_STAMP = 80  # code points


class Stamp(NamedTuple):
    """A row that is a date. ``edtf`` is ``None`` where it could be read in two ways; ``changed`` is true
    where it says when the article was last changed, not when it was published."""

    edtf: str | None
    changed: bool


def stamp(words: str, *, before: Sequence[str], changed: Set[str]) -> Stamp | None:
    """The date that a row is, or ``None`` where it is more or something else.

    ``before`` are the words that may open it, longest first; ``changed`` those that date a change.
    """
    if len(words) > LONGEST_STAMP:
        return None
    rest, opened = words.strip(" .,()[]"), ""
    lower = rest.lower()
    for opening in before:
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalnum():
            opened, rest = opening, rest[len(opening) :].strip(" :-–,")
            break
    for shape in _SHAPES:
        if found := shape.fullmatch(rest):
            return Stamp(_edtf(found.groupdict()), opened in changed)
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year, day = parts.get("year"), parts.get("day")
    month = parts.get("number")
    if name := parts.get("month"):
        month = str(_MONTHS.index(name[:3].lower()) + 1)
    if (one := parts.get("one")) and (two := parts.get("two")):
        month, day = _day_and_month(int(one), int(two))
    if year is None or len(year) != 4 or month is None:
        return None
    edtf = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return None if fault(edtf) else edtf


def _day_and_month(one: int, two: int) -> tuple[str | None, str | None]:
    """Month and day of "25/12" and "12/25"; of "03/04", which is read in two ways, neither."""
    if one == two:
        return str(one), str(one)
    if one > 12 >= two:
        return str(two), str(one)
    if two > 12 >= one:
        return str(one), str(two)
    return None, None
