"""The line right beneath the title that names the authors or the day, whatever its elements are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from communique.document import Piece
from communique.read.byline import LONGEST_BYLINE, byline
from communique.read.fields import key
from communique.read.page_authors import title_place, words_of
from communique.read.people import is_personal

_BENEATH = 12  # elements beneath the title that are looked at
_PROSE = 200  # code points
_MONTH_AND_YEAR = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s(?:\d{1,2},\s)?(?:19|20)\d\d$",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """What the line says, and its words; empty where there is none."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    words: str = ""


def line_beneath(root: HtmlElement, titles: Sequence[str]) -> Line:
    """The first line beneath the title that could be nothing but a byline or a day.

    A line of names alone, as on the cover of a paper, is one where the next line ends in a month and a year:
    by itself it could as well be a heading.
    """
    all_elements = list(root.iter(etree.Element))
    title = title_place(all_elements, titles)
    if title is None:
        return Line()
    lines: list[str] = []
    inside = {all_elements[title], *all_elements[title].iterdescendants()}
    for element in all_elements[title + 1 : title + 1 + _BENEATH]:
        words = words_of(element)
        if len(words) > _PROSE:
            break
        if words and element not in inside:
            lines.append(words)
    for number, words in enumerate(lines):
        row = byline(words) if len(words) <= LONGEST_BYLINE else None
        if row is None:
            continue
        if row.certain and (row.authors or row.published):
            return Line(row.authors, row.published, words)
        follows = lines[number + 1] if number + 1 < len(lines) else ""
        if number == 0 and all(map(is_personal, row.authors)) and _MONTH_AND_YEAR.search(follows):
            return Line(row.authors, None, words)
    return Line()


def without_line(found: Sequence[Piece], line: Line) -> tuple[Piece, ...]:
    """The pieces with that line as boilerplate."""
    words = key(line.words)
    return tuple(
        replace(it, kind="boilerplate", level=0)
        if words and it.kind in ("paragraph", "heading") and key(it.words) == words
        else it
        for it in found
    )
