"""Finds the dates in a text and writes them in EDTF (ISO 8601-2:2019), as precisely as the text and no more.

    "met in Helsinki in July 2018, and again on Monday"  →  July 2018: 2018-07 · Monday: no value

The text is walked once, word by word. A word that can begin a date (a number, a month, "last", "from" …) is
tried against the shapes that begin with it, in the order of the tables; the first that reads as a date wins,
and the walk goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from communique.analyse import lexicon
from communique.analyse.analysis import Date
from communique.analyse.dates import words
from communique.analyse.dates.anchor import Anchor, Look, anchor, look
from communique.analyse.dates.patterns import REFUSED
from communique.analyse.dates.relative import RELATIVE, RelativeShape
from communique.analyse.dates.written import SHAPES, Shape
from communique.analyse.dates.years import is_amount, is_year

_Shapes = tuple[Shape | RelativeShape, ...]
_WORD = re.compile(r"\d+|[^\W\d_]+")
_YEAR_IN = re.compile(r"(\d{4})(?![XY])")
_PARAGRAPH = 1500
"""How far back, in code points, a year told in the same paragraph still counts."""
_LONGEST = 120
"""No date is longer, in code points; a pattern never looks further."""

_NUMBER = (
    "named",
    "numeric",
    "iso",
    "days-month",
    "open",
    "decades",
    "range",
    "short-range",
    "slashed-years",
    "part-of-year",
    "century",
    "era",
    "decade",
    "point",
    "ago",
    "decade-alone",
    "month",
)
_MONTH = ("named", "month-days", "period", "range", "point", "month")
_PART = ("season", "decades", "decade", "century", "range", "point", "month")
_COUNT = ("ago",)
_WHICH = ("day-word", "vague", "period")


class _Scan(NamedTuple):
    """What is read: a stretch of a text, and what its relative dates lean on."""

    text: str
    start: int
    end: int
    given: Anchor


def find_dates(
    text: str,
    start: int = 0,
    end: int | None = None,
    published: str | None = None,
    before: tuple[Date, ...] = (),
) -> tuple[Date, ...]:
    """The dates in ``text[start:end]``, in order, none within another.

    Args:
        text: the whole text; offsets of the dates count its code points.
        start: where to begin; nothing before it is looked at.
        end: where to stop; ``None`` for the end of the text.
        published: publication date in EDTF. It decides what "on Monday", "last month" or "in July" mean;
            without one such dates have no value.
        before: dates already found in the text before ``start``: whether the text has been speaking of
            another year.
    """
    last = len(text) if end is None else min(end, len(text))
    scan = _Scan(text, start, last, anchor(published))
    table = _beginnings()
    found: list[Date] = list(before[-6:])
    kept = len(found)
    done = start
    for word in _WORD.finditer(text, start, last):
        at = word.start()
        if at < done:
            continue
        first = text[at]
        shapes = table["0"] if first.isdigit() else table.get(word.group()) or table.get(word.group().lower())
        if (
            not shapes
            or (at > start and (text[at - 1].isalnum() or text[at - 1] == "_"))
            or word.end() - at > 20
        ):
            continue
        date = _first(shapes, at, scan, found)
        if date is not None:
            found.append(date)
            done = date.end
    return tuple(found[kept:])


@lexicon.cached
def _beginnings() -> dict[str, _Shapes]:
    """For each word that can begin a date, the shapes to try; ``"0"`` stands for all numbers."""
    shapes: dict[str, Shape | RelativeShape] = {}
    shapes.update((shape.name, shape) for shape in SHAPES)
    shapes.update((shape.name, shape) for shape in RELATIVE)
    table: dict[str, tuple[str, ...]] = {"0": _NUMBER}

    def put(beginnings: Iterable[str], names: tuple[str, ...]) -> None:
        for each in beginnings:
            table[each] = (*table.get(each, ()), *(name for name in names if name not in table.get(each, ())))

    put(words.MONTHS, _MONTH)
    put(words.WEEKDAYS, ("range", "point", "month", "weekday"))
    put(("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"), ("point",))
    put(("from",), ("from-to",))
    put(("between",), ("between",))
    put(("early", "mid", "late"), _PART)
    put(words.SEASONS, ("season",))
    put((*words.ORDINALS, "twenty"), ("part-of-year", "century"))
    put(words.DECADES, ("decade-alone",))
    put(words.NUMBERS, _COUNT)
    put(("about", "around", "circa", "c", "ca", "roughly"), ("era", "point"))
    put(("q",), ("part-of-year",))
    put(("AD",), ("era",))
    put(("today", "yesterday", "tomorrow", "tonight"), ("day-word",))
    put(("last", "this", "next", "past", "previous", "coming", "following", "same", "that", "recent"), _WHICH)
    return {key: tuple(shapes[name] for name in names) for key, names in table.items()}


def _first(shapes: _Shapes, at: int, scan: _Scan, found: list[Date]) -> Date | None:
    text = scan.text
    limit = min(scan.end, at + _LONGEST)
    for shape in shapes:
        match = shape.pattern.match(text, at, limit)
        if match is None or not _stands(shape.name, match, scan):
            continue
        if isinstance(shape, Shape):
            value = shape.read(match)
            # A day or a month without a year: the relative rows reckon the year.
            if value is None and shape.name == "point" and not _YEAR_IN.search(match.group()):
                continue
        else:
            near = replace(scan.given, told=_told(text, at, found), nearby=_nearby(at, found))
            value = shape.read(match, near, _way(text, match, scan.given))
        if value != REFUSED:
            stop = match.end()
            return Date(at, stop - _trailing_stop(text, at, stop), value)
    return None


def _way(text: str, match: re.Match[str], given: Anchor) -> Look | None:
    return look(text, match.start(), match.end()) if given.year is not None else None


def _told(text: str, at: int, found: list[Date]) -> int | None:
    """The year of the last date in this paragraph."""
    for date in reversed(found[-3:]):
        if at - date.end > _PARAGRAPH or "\n" in text[date.end : at]:
            return None
        year = _YEAR_IN.match(date.edtf or "")
        if year:
            return int(year[1])
    return None


def _nearby(at: int, found: list[Date]) -> int | None:
    """The year of the last date before, whatever the paragraph."""
    for date in reversed(found[-6:]):
        year = _YEAR_IN.match(date.edtf or "")
        if year:
            return int(year[1]) if at - date.end <= _PARAGRAPH else None
    return None


def _stands(name: str, match: re.Match[str], scan: _Scan) -> bool:
    """Refusals that need to see around the match: amounts, names that look like months, ages."""
    text, start, end = scan.text, scan.start, scan.end
    groups = match.groupdict()
    words_before = text[max(start, match.start() - 24) : match.start()].split()
    before = words_before[-1].lower() if words_before else ""
    if name == "point" and groups.get("y7"):
        known = bool(groups.get("about"))
        begin, stop = match.span("y7")
        round_number = known and match["y7"].endswith("00") and before not in words.YEAR_CUES
        cued = begin > match.start() and not known
        return cued or (not round_number and is_year(text, begin, stop, start, end))
    if name in {"range", "between", "from-to"}:
        return _ends_stand(groups, match, scan)
    if name in {"point", "month"}:
        alone = groups.get("m8") or groups.get("m3") if name == "month" else groups.get("m8")
        return not alone or _month_stands(str(alone), before, match, text, end)
    if name == "weekday":
        return before not in words.HABIT_CUES
    if name == "decade-alone":
        return before == "the" or before.endswith(("early", "late", "mid", "mid-"))
    return True


def _month_stands(month: str, before: str, match: re.Match[str], text: str, end: int) -> bool:
    """Whether a month alone is one: "in May" is, "Theresa May" and "May said" are not."""
    cued = before.rpartition("(")[2] in words.MONTH_CUES or match.group()[0].islower()
    following = text[match.end() : min(end, match.end() + 4)]
    if month in words.AMBIGUOUS_MONTHS:
        return cued and not (month == "May" and following.startswith(("'s", "\u2019s")))
    named = len(following) > 2 and following[0] == " " and following[1].isupper()
    return cued or not named


def _ends_stand(groups: dict[str, str | None], match: re.Match[str], scan: _Scan) -> bool:
    """Two bare years are a range of years only if no amount is meant."""
    if not (groups.get("y7a") and groups.get("y7b")):
        return True
    return not is_amount(scan.text, match.start(), match.end(), scan.start, scan.end)


def _trailing_stop(text: str, start: int, end: int) -> int:
    """1 where a match took the full stop behind a month written out."""
    if text[end - 1] != ".":
        return 0
    last = re.search(r"[^\W\d_]+(?=\.$)", text[start:end])
    return int(last is not None and last.group() in words.FULL_MONTHS)
