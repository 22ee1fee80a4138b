"""Shortcodes that are still in a body, ``[su_box title="Note"]The talks went on.[/su_box]`` → prose.

WordPress and its plugins fill them in when a page is shown; exports hold them as they were written, and so
does a page whose plugin is gone. The marks go, the words between them stay, but those that are no prose.
``shortcodes.toml`` has the names.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

# No bracket stands within one: each is looked at once, however many are open.
_MARK = re.compile(
    r"\[(?P<closes>/?)(?P<name>[a-z][a-z0-9_-]{0,60})(?P<said>(?:\s|&nbsp;|=)[^\[\]]{0,4000})?\](?!\()"
)
_VALUES = re.compile(r"(?:\s|&nbsp;)*(?:[A-Za-z_][\w:-]{0,60}=(?=\S)|https?://)|=\S")
_PARTS = re.compile("[_-]")
_LONGEST_CAPTION = 5_000  # code points between a mark and the one that closes it


class _Mark(NamedTuple):
    start: int
    end: int
    name: str
    closes: bool
    told: bool
    """Whether it is a shortcode by itself, whatever closes it."""


def without_shortcodes(text: str) -> str:
    """HTML without the shortcodes in it.

    The caption of a picture becomes ``<figcaption>``, words in large type ``<aside>``; notes, and what
    players and forms are told, go. An author's own brackets stay: ``[sic]``, ``[the ministry]``, ``[3]``.
    """
    if "[" not in text:
        return text
    marks = _marks(text)
    closed = {mark.name for mark in marks if mark.closes}
    ends = _ends(marks)
    made: list[str] = []
    place = 0
    for number, mark in enumerate(marks):
        if mark.start < place or not (mark.told or mark.closes or mark.name in closed):
            continue
        made.append(text[place : mark.start])
        place = mark.end
        end = ends.get(number)
        if end is not None and end.start - mark.end > _LONGEST_CAPTION:
            end = None
        if end is not None and mark.name in _names("dropped") | _names("notes"):
            place = end.end
        else:
            made.append(_instead(mark, has_both=end is not None))
    return "".join([*made, text[place:]])


def _marks(text: str) -> list[_Mark]:
    return [
        _Mark(found.start(), found.end(), found["name"], bool(found["closes"]), _is_told(found))
        for found in _MARK.finditer(text)
        if found["closes"] or _is_told(found) or not found["said"]
    ]


def _is_told(found: re.Match[str]) -> bool:
    name, said = found["name"], (found["said"] or "").strip()
    if said and said != "/":
        return _VALUES.match(found["said"]) is not None
    return "_" in name or said == "/" or name in _names("alone")


def _ends(marks: list[_Mark]) -> dict[int, _Mark]:
    """By the number of a mark that opens: the next of its name that closes, where none opens in between."""
    nearest: dict[str, _Mark] = {}
    found: dict[int, _Mark] = {}
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if mark.closes:
            nearest[mark.name] = mark
        elif (end := nearest.pop(mark.name, None)) is not None:
            found[number] = end
    return found


def _instead(mark: _Mark, *, has_both: bool) -> str:
    """What stands in the place of a mark whose content is kept."""
    parts = frozenset(_PARTS.split(mark.name))
    if mark.name in _names("captions"):
        if mark.closes:
            return "</figcaption></figure>"
        return "<figure><figcaption>" if has_both else ""
    if parts & _names("repeated"):
        if mark.closes:
            return "</aside>"
        return "<aside>" if has_both else ""
    return "\n\n" if parts & _names("lines") else ""


@lru_cache(maxsize=8)
def _names(which: str) -> frozenset[str]:
    table = tomllib.loads((files("communique.read") / "shortcodes.toml").read_text("utf-8"))
    return frozenset(table[which])
