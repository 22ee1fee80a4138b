"""Rows that stand beside an article: share buttons, slots for advertising, "read more", credits, counters.

Whole rows only, and short ones: a paragraph that mentions an advertisement is prose. The words are in
``boilerplate.toml``; this file says how a row is compared with them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

LONGEST_ROW = 600  # code points; what is longer is prose without looking
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_EDGE = " \t\"'*-_=~|•·>»›<«‹→←↓↑▼▲…#[]"
_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?")


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """``boilerplate.toml``, read once."""
    return tomllib.loads((files("communique.read") / "boilerplate.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of row, ready to be compared."""

    name: str
    whole: frozenset[str]
    opens: dict[str, tuple[str, ...]]
    sentences: dict[str, tuple[str, ...]]
    closes: tuple[str, ...]
    holds: tuple[str, ...]
    longest: int
    edges: bool


def boilerplate(words: str, *, edge: bool) -> str | None:
    """The name of the kind of row that a piece is, or ``None`` for the article's own words.

    ``edge`` says that the piece stands before the first or after the last paragraph of prose.
    """
    if len(words) > LONGEST_ROW:
        return None
    plain = plain_row(words)
    if not plain:
        return None
    count = plain.count(" ") + 1
    if _is_slot(plain, count):
        return "advertising"
    if _counter().fullmatch(plain):
        return "counter"
    for row in _rows():
        if count <= row.longest and (edge or not row.edges) and _fits(row, plain):
            return row.name
    return None


def plain_row(words: str) -> str:
    """A row as the lexicon writes it: lower case, straight quotes, single spaces, no marks at the ends."""
    return " ".join(words.translate(_STRAIGHT).lower().split()).strip(_EDGE)


def _fits(row: Row, plain: str) -> bool:
    bare = plain.rstrip(".:!?")
    if bare in row.whole or plain in row.whole:
        return True
    opening = plain[:2]
    if any(_begins(plain, it) for it in row.sentences.get(opening, ())):
        return True
    is_sentence = plain.endswith((".", "!", "?"))
    if any((not is_sentence or it[-1] == ":") and _begins(plain, it) for it in row.opens.get(opening, ())):
        return True
    return bare.endswith(row.closes) or any(part in plain for part in row.holds)


def _begins(plain: str, opening: str) -> bool:
    """Whole words only: "read more" opens "read more on …", not "read moreover"."""
    if not plain.startswith(opening):
        return False
    return len(plain) == len(opening) or not (opening[-1].isalnum() and plain[len(opening)].isalnum())


def _is_slot(plain: str, count: int) -> bool:
    """An advertising slot: a word for "advertisement", and nothing else but words for a place on a page.

    A foreign word for it may have any one word beside it: it is not the article that uses it.
    """
    if count > 8:
        return False
    words, slots = _advertising()
    parts = _WORD.findall(plain)
    hits = sum(part in words for part in parts)
    if not hits:
        return False
    rest = [part for part in parts if part not in words and part not in slots]
    if not rest:
        return True
    foreign = any(part in words and not part.startswith("ad") for part in parts)
    return foreign and len(rest) == 1 and len(parts) <= 3


@lru_cache(maxsize=1)
def _advertising() -> tuple[frozenset[str], frozenset[str]]:
    table = lexicon()["advertising"]
    return frozenset(table["words"]), frozenset(table["slots"])


@lru_cache(maxsize=1)
def _counter() -> re.Pattern[str]:
    """``53 views``, ``views: 53``, ``1.2k shares | 4 comments``, ``4 min read``."""
    table = lexicon()["counters"]
    unit, before = _either(table["units"]), _either(table["before"])
    one = (
        rf"(?:\d[\d.,]*\s?[km]?\+?\s?-?(?:{unit})|(?:{before})\s?:?\s?\d[\d.,]*\s?[km]?(?:\s?-?(?:{unit}))?)"
    )
    return re.compile(rf"{one}(?:[\s|•·,/-]{{1,4}}{one}){{0,5}}\.?")


@lru_cache(maxsize=1)
def _rows() -> tuple[Row, ...]:
    return tuple(
        Row(
            name=table["name"],
            whole=frozenset(table.get("whole", ())),
            opens=_by_first_letters(table.get("opens", ())),
            sentences=_by_first_letters(table.get("sentences", ())),
            closes=tuple(table.get("closes", ())) or ("\0",),
            holds=tuple(table.get("holds", ())),
            longest=table["longest"],
            edges=table.get("edges", False),
        )
        for table in lexicon()["row"]
    )


def _by_first_letters(openings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for opening in openings:
        found.setdefault(opening[:2], []).append(opening)
    return {first: tuple(those) for first, those in found.items()}


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda it: (-len(it), it)))
