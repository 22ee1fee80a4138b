"""Rows that stand beside an article: share buttons, slots for advertising, "read more", credits, counters.

Whole rows only, and short ones: a paragraph that mentions an advertisement is prose. The words are in
``boilerplate.toml``; this file says how a row is compared with them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

LONGEST_ROW = 600  # code points; what is longer is prose without looking
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_EDGE = " \t\"'*-_=~|•·>»›<«‹→←↓↑▼▲…#[]"
_HELD = re.compile(r"[(/\[]|getty|afp")  # what every phrase of ``holds`` has in it
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?")


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """``boilerplate.toml``, read once."""
    return tomllib.loads((files("communique.read") / "boilerplate.toml").read_text("utf-8"))


class Row(NamedTuple):
    """A kind of row: its name, whether it is one only beside the prose, and its longest in words."""

    name: str
    edges: bool = False
    longest: int = 8


_SLOT, _COUNTER = Row("advertising"), Row("counter")


def boilerplate(words: str) -> Row | None:
    """The kind of row that a piece is, or ``None`` for the article's own words.

    A kind whose ``edges`` is true counts only before the first and after the last paragraph of prose, or
    beside another row.
    """
    if len(words) > LONGEST_ROW:
        return None
    plain = plain_row(words)
    if not plain:
        return None
    count = plain.count(" ") + 1
    if count <= _SLOT.longest and _is_slot(plain):
        return _SLOT
    if _DIGIT.search(plain) and _counter().fullmatch(plain):
        return _COUNTER
    return next((row for row in _matches(plain) if count <= row.longest), None)


def _matches(plain: str) -> Iterator[Row]:
    """The kinds whose words a row has: as a whole, at its beginning, at its end, anywhere."""
    table = _table()
    bare = plain.rstrip(".:!?")
    yield from table.whole.get(bare) or table.whole.get(plain, ())
    is_sentence = plain[-1] in ".!?"
    if plain.startswith(table.all_opens.get(plain[:2], ())):
        for opening, row, may_be_sentence in table.opens[plain[:2]]:
            if (may_be_sentence or not is_sentence) and _begins(plain, opening):
                yield row
    if bare.endswith(table.all_closes):
        yield from (row for ending, row in table.closes if bare.endswith(ending))
    if _HELD.search(plain):
        yield from (row for part, row in table.holds if part in plain)


def plain_row(words: str) -> str:
    """A row as the lexicon writes it: lower case, straight quotes, single spaces, no marks at the ends."""
    return " ".join(words.translate(_STRAIGHT).lower().split()).strip(_EDGE)


def _begins(plain: str, opening: str) -> bool:
    """Whole words only: "read more" opens "read more on …", not "read moreover"."""
    if not plain.startswith(opening):
        return False
    return len(plain) == len(opening) or not (opening[-1].isalnum() and plain[len(opening)].isalnum())


def _is_slot(plain: str) -> bool:
    """An advertising slot: a word for "advertisement", and nothing else but words for a place on a page.

    A foreign word for it may have any one word beside it: it is not the article that uses it.
    """
    words, slots = _advertising()
    parts = _WORD.findall(plain)
    if words.isdisjoint(parts):
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


class _Table(NamedTuple):
    """The lexicon turned round, so that a row is looked up rather than compared with every phrase."""

    whole: dict[str, tuple[Row, ...]]
    opens: dict[str, list[tuple[str, Row, bool]]]
    """By the first two letters: the phrase, its kind, and whether the row may be a sentence."""
    all_opens: dict[str, tuple[str, ...]]
    closes: list[tuple[str, Row]]
    holds: list[tuple[str, Row]]
    all_closes: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> _Table:
    whole: dict[str, tuple[Row, ...]] = {}
    opens: dict[str, list[tuple[str, Row, bool]]] = {}
    closes: list[tuple[str, Row]] = []
    holds: list[tuple[str, Row]] = []
    for kind in lexicon()["row"]:
        row = Row(kind["name"], kind.get("edges", False), kind["longest"])
        for phrase in kind.get("whole", ()):
            whole[phrase] = (*whole.get(phrase, ()), row)
        for list_, may_be_sentence in (("sentences", True), ("opens", False)):
            for phrase in kind.get(list_, ()):
                entry = (phrase, row, may_be_sentence or phrase.endswith(":"))
                opens.setdefault(phrase[:2], []).append(entry)
        closes += [(phrase, row) for phrase in kind.get("closes", ())]
        holds += [(phrase, row) for phrase in kind.get("holds", ())]
    all_opens = {start: tuple(phrase for phrase, *_ in held) for start, held in opens.items()}
    return _Table(whole, opens, all_opens, closes, holds, tuple(ending for ending, _ in closes))


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda it: (-len(it), it)))
