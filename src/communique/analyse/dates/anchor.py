"""What relative dates lean on: the publication date, the year told last, the way a sentence looks."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from communique.analyse.dates import words

Look = Literal["ahead", "back", "either"]
"""``either``: what was planned then, told after it failed ("the talks due in May were called off")."""
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s|\n")
_WORD = re.compile(r"'ll|[A-Za-z]+")
_FAILED = re.compile(r",?\s+(?:was|were|had|has|have|did|never)\b")
_WINDOW = 240


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date is reckoned from."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    told: int | None = None
    """The year of the last date before it in the same paragraph."""
    nearby: int | None = None
    """The same, in this paragraph or one before."""

    @property
    def date(self) -> date | None:
        """The day of publication where it is known to the day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def anchor(published: str | None) -> Anchor:
    """The anchor that a publication date in EDTF gives; an interval or a decade gives none."""
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", published or "")
    if not match or not 1000 <= int(match[1]) <= 9800:
        return Anchor()
    year, month, day = (int(part) if part else None for part in match.groups())
    if year and month and day and not 1 <= day <= monthrange(year, month)[1]:
        day = None
    return Anchor(year, month, day)


def look(text: str, start: int, end: int) -> Look | None:
    """Whether the sentence around a date looks ahead or back: the cue nearest before it, else after it."""
    before = text[max(0, start - _WINDOW) : start]
    breaks = [each.end() for each in _SENTENCE_END.finditer(before)]
    after = _SENTENCE_END.split(text[end : end + _WINDOW], maxsplit=1)[0]
    following = ""
    told = _WORD.findall(before[breaks[-1] if breaks else 0 :].lower())
    for number, word in zip(range(len(told) - 1, -1, -1), reversed(told), strict=True):
        if word in words.FUTURE_CUES or (following in {"to", "for"} and word in words.PROMISES):
            off = word in words.SET_FOR and _FAILED.match(after)
            return "either" if off else "ahead"
        following = word
        if word in words.PAST_CUES and not (number and told[number - 1] == "be"):
            return "back"
        if word in words.PRESENT_CUES:
            return None
    for word in _WORD.findall(after.lower()):
        if word in words.FUTURE_CUES:
            return "ahead"
        if word in words.PAST_CUES or word.endswith("ed"):
            return "back"
    return None


def shifted(day: date | None, days: int) -> str | None:
    """EDTF of a day so many days later; ``None`` beyond the calendar."""
    if day is None:
        return None
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return None
