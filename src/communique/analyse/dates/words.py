"""The words of dates, from the lexicon, as tables to look up and as pieces of patterns."""

from __future__ import annotations

import re

from communique.analyse.lexicon import load

_DATES = load("dates")

MONTHS: dict[str, int] = _DATES["months"]
FULL_MONTHS = frozenset({*(name for name in MONTHS if len(name) > 4), "May", "June", "July"})
WEEKDAYS: dict[str, int] = _DATES["weekdays"]
SEASONS: dict[str, int] = _DATES["seasons"]
NUMBERS: dict[str, int] = _DATES["numbers"]
ORDINALS: dict[str, int] = _DATES["ordinals"]
DECADES: dict[str, int] = _DATES["decades"]
NAMED: dict[str, str] = _DATES["named"]
AMBIGUOUS_MONTHS = frozenset(_DATES["ambiguous"]["months"])
MONTH_CUES = frozenset(_DATES["cues"]["month"])
YEAR_CUES = frozenset(_DATES["cues"]["year"])
FUTURE_CUES = frozenset(_DATES["cues"]["future"])
SET_FOR = frozenset(_DATES["cues"]["set_for"])
PROMISES = frozenset(_DATES["cues"]["promises"])
PAST_CUES = frozenset(_DATES["cues"]["past"])
PRESENT_CUES = frozenset(_DATES["cues"]["present"])
HABIT_CUES = frozenset(_DATES["cues"]["habit"])
COUNTED_AFTER = frozenset(_DATES["counted"]["after"])
COUNTED_BEFORE = frozenset(_DATES["counted"]["before"])
LABEL_BEFORE = frozenset(_DATES["labels"]["before"])
LABEL_AFTER = frozenset(_DATES["labels"]["after"])


def any_of(words: dict[str, int] | dict[str, str] | tuple[str, ...]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"


def number(text: str) -> int:
    """The value of a number in digits or in words: "12", "two", "First", "21st", "twenty-first"."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    lower = text.lower()
    return NUMBERS[lower] if lower in NUMBERS else ORDINALS[lower]
