"""Wording: what the values of records are called on the page and in the terminal."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PLURALS = {"controversy": "controversies", "country": "countries"}
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?P<sure>[?~%])?")
_UNSURE = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}

VERBS = {
    "assert": "says",
    "believe": "thinks",
    "accuse": "accuses",
    "deny": "denies",
    "praise": "praises",
    "criticise": "criticises",
    "promise": "promises",
    "threaten": "threatens",
    "ask": "asks",
    "other": "other",
}
"""What a source does in a statement of each kind."""

SIGNS = {"beneficial": "+", "harmful": "−", "mixed": "±", "neutral": "○"}
"""What an implication means for those affected, as one sign."""


def plain(value: str) -> str:
    """A value of the record model as words: ``press_conference`` → ``press conference``."""
    return value.replace("_", " ")


def counted(number: int, noun: str) -> str:
    """``1 meeting``, ``2 controversies``."""
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def columns(text: str) -> int:
    """How wide a text runs, in letters; those of East Asian scripts count for two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def shortened(text: str, widest: int) -> str:
    """A text of at most ``widest`` columns, cut between words where it is too long, and then with "…"."""
    if columns(text) <= widest:
        return text
    while columns(text) >= widest:
        text = text[:-1]
    # A word of which most would be lost is cut within.
    whole = text.rpartition(" ")[0]
    return f"{(whole if 3 * columns(whole) > 2 * widest else text).rstrip()}…"


def dated(edtf: str) -> str:
    """A date of the record model as words: ``2018-07`` → ``July 2018``, ``2017/..`` → ``since 2017``.

    What is not a date of the model comes back as it is.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in {"", ".."}:
        return f"until {_one(last)}"
    if last in {"", ".."}:
        return f"since {_one(first)}" if last else f"from {_one(first)}"
    return f"{_one(first)} to {_one(last)}"


def _one(edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day = match["year"], match["month"], match["day"]
    unsure = _UNSURE.get(match["sure"] or "", "")
    if year.endswith("X"):
        year = f"{year.replace('X', '0')}s"
    if month is None:
        return f"{unsure}{year}"
    if month in _SEASONS:
        return f"{unsure}{_SEASONS[month]} {year}"
    if month == "XX":
        return f"{unsure}some {'day' if day else 'month'} in {year}"
    named = f"{MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else f"{year}-{month}"
    if day is None:
        return f"{unsure}{named}"
    return f"{unsure}some day in {named}" if day == "XX" else f"{unsure}{int(day)} {named}"
