"""Whether a number of four digits, standing alone, is a year.

"in 2016", "the 2016 election", "(2016)" are; "2016 votes", "Resolution 2231", "at least 2000 soldiers",
"$2016", "page 1984", "the 2030 Agenda" are not. Numbers from 1900 to 2099 are years unless something speaks
against it; others, and round ones such as 2000, only where something speaks for it.
"""

from __future__ import annotations

import re

from communique.analyse.dates import words

_BEFORE = re.compile(r"([^\W\d_]+(?:\.(?=\s))?|\S)['\u2019]?[ \t\u00a0\n\r]*$")
_AFTER = re.compile(r"[ \t\u00a0]{0,2}\n?[ \t]*-?([^\W\d_]+|\S)")
_JOINED = re.compile(r"\b(?:pre|post|mid|since|early|late)-$", re.IGNORECASE)
_LISTED = re.compile(r"\b[12]\d{3}(?:,|,? (?:and|or|to)) $")
_WEAK = frozenset({"of", "and", "to", "the", "around", "between"})
_DETERMINERS = frozenset(
    {"the", "its", "his", "her", "their", "our", "this", "that", "s", "a", "an", "each", "any"}
)


def is_year(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether ``text[start:end]``, four digits, is a year; only ``text[first:last]`` is looked at."""
    if not _stands_free(text, start, end, first, last):
        return False
    found = _BEFORE.search(text[max(first, start - 32) : start])
    before = found.group(1) if found else ""
    ahead = _AFTER.match(text[end : min(last, end + 24)])
    after = ahead.group(1).lower() if ahead else ""
    if _JOINED.search(text[max(first, start - 8) : start]):
        return True
    word = before.lower().rstrip(".")
    glued = found is not None and found.end() == found.end(1)
    if word in words.LABEL_BEFORE or word in words.COUNTED_BEFORE or after in words.LABEL_AFTER:
        return False
    if after in words.COUNTED_AFTER and not (before == "In" and int(text[start:end]) > 1900):
        return False
    if before in {"$", "\u20ac", "\u00a3", "\u00a5", "#", "+", "\u2116", "\u00d7", "="} or (
        before == "-" and glued
    ):
        return False
    if before.isdigit() and not re.search(r"[.,;:!?)]", text[max(first, start - 3) : start]):
        return False
    follows_year = _LISTED.search(text[max(first, start - 14) : start]) is not None
    return _spoken_for(text[start:end], before, after, follows_year)


def is_amount(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether a range of numbers ("between 1500 and 2000") counts something or is part of a name."""
    found = _BEFORE.search(text[max(first, start - 32) : start])
    before = found.group(1) if found else ""
    ahead = _AFTER.match(text[end : min(last, end + 24)])
    after = ahead.group(1).lower() if ahead else ""
    word = before.lower().rstrip(".")
    refused = word in words.LABEL_BEFORE or word in words.COUNTED_BEFORE
    return refused or after in words.COUNTED_AFTER or (bool(before) and before in "$\u20ac\u00a3\u00a5#%")


def _stands_free(text: str, start: int, end: int, first: int, last: int) -> bool:
    """No digit, decimal or letter is joined to it."""
    left = text[start - 1] if start > first else " "
    if (
        left.isalnum()
        or left in "$\u20ac\u00a3\u00a5#_/\\@=+"
        or (left in ".,:" and start - 1 > first and text[start - 2].isdigit())
    ):
        return False
    if left in "-\u2013" and start - 1 > first and (text[start - 2].isdigit() or text[start - 2].isupper()):
        return False
    right = text[end] if end < last else " "
    then = text[end + 1] if end + 1 < last else " "
    if right.isalnum() or right in "%\u00b0_$\u20ac\u00a3\u00a5@\\":
        return False
    if right in ",.:/-\u2013" and then.isdigit():
        return False
    return not re.match(
        r"-(?:strong|year|page|mile|member|man|foot|metre|meter|km|hour|day|seat|word|pound)",
        text[end : end + 10],
    )


def _spoken_for(number: str, before: str, after: str, follows_year: bool) -> bool:
    word = before.lower().rstrip(".")
    if follows_year or word in words.YEAR_CUES - _WEAK:
        return True
    brackets = before in {"(", "["} or (before == "," and after in {"", ",", ")", "."})
    if number.endswith("00") or not "1900" <= number <= "2099":
        joined = word in {"and", "to", "around", "between"} or (
            word == "of" and number not in {"1900", "2000"}
        )
        closed = after in {"", ".", ",", ";", ")", "?", "!"}
        return brackets or word == "the" or (word in words.YEAR_CUES and not joined and closed)
    if brackets or not word or word in _DETERMINERS or word in words.YEAR_CUES or not before.isalpha():
        # "Of the 2016 votes" is caught by the words that are counted, "the 2016 elections" is a date.
        return True
    plural = after.endswith("s") and not after.endswith(("ss", "'s")) and len(after) > 3
    return not plural
