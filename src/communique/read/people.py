"""The names in a line of authors: "By Jane Doe, Ph.D., and John Roe in Paris | Reuters" holds two.

The first part of a line is the author, be it a person or an agency. Any other part must look like the name of
a person: two words at least, all of them capitalised, and none that tells a role, a degree or an institution.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from communique.read.boilerplate import lexicon

LONGEST_NAME = 100  # code points
_NO_NAME = re.compile(r"https?:|www\.|@|[<>{}\[\]]|\.(?:com|org|net)\b|^\W*$", re.IGNORECASE)
_E_MAIL = re.compile(r"\S+@\S+")
_HANDLE = re.compile(r"(?:^|(?<=[\s(]))@\w+")
_PART = re.compile(r"\s*(?:[|•·»/;]|\s[-–—])\s*")
_AND = re.compile(r"\s*(?:,\s*(?:and|&)\s|,|&|\band\b|\bwith\b)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_INVERTED = re.compile(r"([^\W\d_][\w’'-]+),\s*([^\W\d_][\w’'-]*\.?(?:\s[^\W\d_]\.?)?)")
_NAME = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:[’'.-][^\W\d_]*)*\.?")
_WHEN = re.compile(
    r"[\s,]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Published|Posted|Updated|Last updated|\d{1,4})\b"
)
_MOST_WORDS = 6


def people(values: Iterable[str]) -> tuple[str, ...]:
    """The names in values that are names, each once: "By Jane Doe and John Roe" holds two, "admin" none."""
    found: dict[str, str] = {}
    for name in (it for value in values for it in _names(value)):
        held = found.setdefault(_key(name), name)
        if " " in name and " " not in held:  # a handle before the name that it is made of
            found[_key(name)] = name
    return tuple(found.values())


def is_personal(name: str) -> bool:
    """Whether words look like the name of a person: two at least, capitalised, and none that tells a role."""
    parts = name.split()
    particles = lexicon()["byline"]["particles"]
    return (
        2 <= len(parts) <= _MOST_WORDS
        and parts[0] != "The"
        and parts[0][0].isupper()
        and all(_NAME.fullmatch(it) and (not it[0].islower() or it in particles) for it in parts)
        and not any(_key(it) in _keys("roles", "institutions", "controls") for it in parts)
        and name.lower() not in lexicon()["byline"]["cities"]
        and not is_agency(name)
    )


def is_agency(words: str) -> bool:
    """Whether words are the name of a news agency, which may be the author of an article."""
    return words.lower() in lexicon()["byline"]["agencies"]


def _names(value: str) -> list[str]:
    value = _HANDLE.sub("", _E_MAIL.sub("", value[: 4 * LONGEST_NAME]))
    value = _WHEN.split(" ".join(value.split()), maxsplit=1)[0]
    value = value[1:-1] if value.startswith("(") and value.endswith(")") else _BRACKETS.sub("", value)
    value = value.strip(" ,;|")
    if _NO_NAME.search(value) or len(value) > 3 * LONGEST_NAME:
        return []
    value = _without_opening(value)
    if (inverted := _INVERTED.fullmatch(value)) and not any(map(_is_none, inverted.groups())):
        return [f"{inverted[2]} {inverted[1]}"]
    if _is_office(value):
        return [value]
    found: list[str] = []
    for words in (it for part in _PART.split(value) for it in _AND.split(part)):
        _add(_without_place(words), found)
    return found


def _is_none(part: str) -> bool:
    """Whether one word is no part of a person's name."""
    return is_agency(part) or _key(part) in _keys("credentials", "suffixes", "roles", "anonymous")


def _is_office(value: str) -> bool:
    """Whether a line is one institution with commas or "and" in its name: "Office for Trade and Fishing"."""
    first = _AND.split(_PART.split(value)[0])[0]
    if is_personal(first) or is_agency(first) or _key(value) in _keys("anonymous"):
        return False
    return " " in value and any(_key(it) in _keys("institutions") for it in value.split())


def _add(name: str, found: list[str]) -> None:
    if found and _key(name) in _keys("suffixes"):
        found[-1] = f"{found[-1]} {name}"
        return
    name = _without_credentials(name)
    if not 1 < len(name) <= LONGEST_NAME or _key(name) in _keys("anonymous", "credentials"):
        return
    if not found or is_personal(name) or (" " not in found[0] and " " not in name):
        found.append(name)


def _without_opening(value: str) -> str:
    """A line without the words that open a byline: "By", "Written by", "Analysis by"."""
    low = value.lower()
    for opening in _openings():
        if low.startswith(opening) and (
            opening.endswith(":") or not low[len(opening) : len(opening) + 1].isalnum()
        ):
            return value[len(opening) :].lstrip(" :")
    return value


def _without_place(words: str) -> str:
    return _before_place().split(words, maxsplit=1)[0].strip()


def _without_credentials(name: str) -> str:
    """A name without the degrees behind it: "Jane Doe PhD"."""
    parts = name.split()
    while len(parts) > 2 and _key(parts[-1]) in _keys("credentials") and parts[-1][:1].isupper():
        parts.pop()
    return " ".join(parts)


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return tomllib.loads((files("communique.read") / "people.toml").read_text("utf-8"))


@lru_cache(maxsize=8)
def _keys(*lists: str) -> frozenset[str]:
    return frozenset(_key(it) for name in lists for it in _table()[name])


@lru_cache(maxsize=1)
def _openings() -> tuple[str, ...]:
    return tuple(sorted(lexicon()["byline"]["opens"], key=lambda it: (-len(it), it)))


@lru_cache(maxsize=1)
def _before_place() -> re.Pattern[str]:
    words = "|".join(re.escape(it) for it in sorted(_table()["before_places"], key=lambda it: (-len(it), it)))
    return re.compile(rf"(?:^|\s+)(?:{words})\s+(?=[A-Z])", re.IGNORECASE)
