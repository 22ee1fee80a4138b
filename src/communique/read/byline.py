"""Rows about an article: who wrote it and when, as "By Jane Doe, Reuters | 12 March 2021 | 53 views".

A row is cut at its separators; it is a byline where every part is a name, a date, a counter or an agency,
and at least one of them could be nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.read.boilerplate import boilerplate, lexicon, plain_row
from communique.read.stamp import Stamp, stamp

LONGEST_BYLINE = 200  # code points
_SEPARATOR = re.compile(r"\s*[|•·»]\s*|\s+/\s+|\s+[-–—]\s+|\s{3,}|\t")
_TAIL = re.compile(r"\s+\(?(\d[\d.,]*[kKmM]?\+?\s?-?[A-Za-z]+(?:\s[A-Za-z]+)?)\)?$")
_NAME_WORD = re.compile(r"(?:[^\W\d_][^\W\d_’'.-]*(?:[’'.-][^\W\d_]*)*\.?)$")
_BY = re.compile(r"\s+by\s+", re.IGNORECASE)
_HANDLE = re.compile(r"\s+\(?@\w+\)?$")
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?:,\s+[A-Z][\w.'’ -]{2,24}?)?\s*(?:[,|:]|\s[-–—])\s+(?=\w)")
_PLACED = re.compile(r"(?<=\w)\s+(?:in|for|at|of)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a row says: ``authors`` as written, ``published`` in EDTF or ``None``.

    ``certain`` is false where the row is only names, which could as well be a heading.
    """

    authors: tuple[str, ...] = ()
    published: str | None = None
    certain: bool = True


def byline(words: str, *, opened: bool = False) -> Byline | None:
    """The byline in a row, or ``None`` where the row is none.

    ``opened`` asks for one that begins with words like "by": names and dates alone are not enough at the end
    of a text.
    """
    if len(words) > LONGEST_BYLINE or words.endswith(("?", "!", ":", ";", ",")):
        return None
    if opened and not plain_row(words).startswith(_openings()):
        return None
    if (dated := _placed_date(words)) is not None:
        return Byline(published=None if dated.changed else dated.edtf)
    authors: list[str] = []
    published: list[str] = []
    certain = False
    for part in _parts(words):
        found = _part(part)
        if found is None:
            return None
        names, date, sure = found
        authors += [name for name in names if name not in authors]
        published += [date] if date else []
        certain = certain or sure
    if not authors and not certain:
        return None
    return Byline(tuple(authors), published[0] if published else None, certain)


def _placed_date(words: str) -> Stamp | None:
    """The date of a row "Seoul, 14 June 2023" or "Vienna, Austria - June 14, 2023".

    A place is one word, or a city of the lexicon ("Tel Aviv"); other two words before a date ("Jane Doe, 14
    June 2023") are a name.
    """
    found = _PLACE.match(words) or _city().match(words)
    return _dated(words[found.end() :]) if found and _dated(words) is None else None


def _parts(words: str) -> list[str]:
    parts: list[str] = []
    for part in _SEPARATOR.split(words):
        tail = _TAIL.search(part)
        if tail and _is_counter(tail[1]):
            parts += [part[: tail.start()], tail[1]]
        elif part:
            parts.append(part)
    return [part for part in parts if part.strip()]


def _is_counter(words: str) -> bool:
    row = boilerplate(words)
    return row is not None and row.name == "counter"


def _part(part: str) -> tuple[list[str], str | None, bool] | None:
    """Names, date and whether it is surely part of a byline; ``None`` for anything else."""
    if dated := _dated(part):
        return [], (None if dated.changed else dated.edtf), True
    if boilerplate(part) is not None:
        return [], None, False
    plain = plain_row(part)
    if (by := _BY.search(part)) and (dated := _dated(part[: by.start()])):
        return _names(part[by.end() :]), (None if dated.changed else dated.edtf), True
    for opening in _openings():
        if plain.startswith(opening + " ") or (opening.endswith(":") and plain.startswith(opening)):
            rest = part.lstrip()[len(opening) :].strip(" :")
            date = None
            if cut := _trailing_date(rest):
                rest, date = cut
            names = _names(_HANDLE.sub("", rest))
            if not names:
                return None
            return ([] if opening in _words("others") else names), date, True
    if plain in _words("agencies"):
        return [], None, True
    if cut := _trailing_date(part):
        names = _names(cut[0])
        return (names, cut[1], True) if names and all(" " in name for name in names) else None
    names = _names(part)
    return (names, None, False) if names and all(" " in name for name in names) else None


def _trailing_date(words: str) -> tuple[str, str | None] | None:
    """``Jane Doe, 12 March 2021`` or ``Jane Doe on March 12, 2021``: the words before, and the date."""
    for found in re.finditer(r",\s+|\s+on\s+|\s+(?=\d)|\s+(?=[A-Z][a-z]{2,8}\.?\s\d)", words):
        dated = _dated(words[found.end() :])
        if dated and found.start():
            return words[: found.start()], None if dated.changed else dated.edtf
    return None


def _dated(part: str) -> Stamp | None:
    return stamp(part, before=_dated_words(), changed=_words("changed"))


def _names(words: str) -> list[str]:
    """The people in "Jane Doe, Staff Writer, and John Roe in Paris"; empty where it is no name."""
    names: list[str] = []
    for chunk in re.split(r",\s*(?:and\s+)?|;\s*|\s+(?:and|with)\s+|\s*&\s*", words.strip(" .,")):
        name = _PLACED.split(chunk.strip())[0]
        if not name:
            continue
        if names and (plain_row(name) in _words("agencies") or _is_role(name)):
            continue
        if not _is_name(name):
            return []
        names.append(name)
    return names if len(names) == 1 or all(" " in name for name in names) else []


def _is_name(name: str) -> bool:
    parts = name.split()
    if not 1 <= len(parts) <= 8 or parts[0].lower() in _words("never"):
        return False
    particles = _words("particles")
    return any(part[0].isupper() for part in parts) and all(
        _NAME_WORD.match(part) and (part[0].isupper() or not part[0].islower() or part.lower() in particles)
        for part in parts
    )


def _is_role(name: str) -> bool:
    return any(part.strip(".").lower() in _words("roles") for part in name.split())


@lru_cache(maxsize=1)
def _city() -> re.Pattern[str]:
    cities = "|".join(re.escape(city) for city in sorted(_words("cities")))
    return re.compile(
        rf"(?:{cities})(?:,\s+[A-Z][\w.'’ -]{{2,24}}?)?\s*(?:[,|:]|\s[-–—])\s+(?=\w)", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon()["byline"][name])


@lru_cache(maxsize=1)
def _openings() -> tuple[str, ...]:
    return tuple(sorted(lexicon()["byline"]["opens"], key=lambda it: (-len(it), it)))


@lru_cache(maxsize=1)
def _dated_words() -> tuple[str, ...]:
    return tuple(sorted(lexicon()["byline"]["dated"], key=lambda it: (-len(it), it)))
