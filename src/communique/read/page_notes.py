"""Footnotes on a page: their marks in the text, and the notes themselves below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from communique.document import Piece
from communique.read.page_elements import elements, is_longer, name

_NOTE = re.compile(r"\[?[\d*†‡§a-z]{1,3}\]?")
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
_STOPS = ".,;:!?…\"'”’»)]"
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WHOLE_WORD = 3  # letters from which it is a word rather than a symbol
_MOST_TEXTS = 50
_LONGEST_MARK = 50
_OPENS = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})(?:[\].):]|(?=\s)|(?<=[*†‡§]))\s?(?=\S)")


def is_note(element: etree._Element) -> bool:
    """Whether an element is the mark of a note, as ``<sup><a href="#1">1</a></sup>``; not the "th" of 10th.

    A number that is no link is the mark of a note behind a whole word or a stop; behind a figure, a unit or
    a symbol it is a power or an index.
    """
    if name(element) != "sup" or is_longer(element, _LONGEST_MARK):
        return False
    words = "".join(element.itertext()).strip()
    if not _NOTE.fullmatch(words) and not _NUMBERS.fullmatch(words):
        return False
    above = element.getparent()
    if words[0] in "[*†‡§" or element.find(".//a") is not None:
        return True
    if above is not None and name(above) == "a" and "".join(above.itertext()).strip() == words:
        return True
    if not _NUMBERS.fullmatch(words):
        return False
    before = _before(element)
    if not before or before[-1] in _STOPS:
        return bool(before)
    last = _LAST_WORD.search(before)
    return last is not None and len(last[0]) >= _WHOLE_WORD and last[0].lower() not in elements("units")


def _before(element: etree._Element) -> str:
    """The text right before an element, as far as it lies beside it or in the elements before it."""
    above, sibling = element.getparent(), element.getprevious()
    while sibling is not None:
        tail = (sibling.tail or "").rstrip()
        if tail:
            return tail[-_LONGEST_MARK:]
        if name(sibling) != "sup":
            inside = "".join(islice(sibling.itertext(), _MOST_TEXTS)).rstrip()
            if inside:
                return inside[-_LONGEST_MARK:]
        sibling = sibling.getprevious()
    return "" if above is None else (above.text or "").rstrip()[-_LONGEST_MARK:]


def mark(sup: etree._Element) -> str:
    """What the mark of a note says, without brackets."""
    return "".join(sup.itertext()).strip().strip("[]")


def with_notes(found: Sequence[Piece], marks: frozenset[str]) -> tuple[Piece, ...]:
    """The pieces with the notes at their end as boilerplate: paragraphs that open with marks of the text.

    :param marks: the marks that were taken out of the text
    """
    labelled = list(found)
    for number in range(len(labelled) - 1, -1, -1):
        piece = labelled[number]
        if piece.kind == "boilerplate":
            continue
        opening = _OPENS.match(piece.words) if piece.kind == "paragraph" else None
        if opening is None or opening[1] not in marks:
            break
        labelled[number] = replace(piece, kind="boilerplate")
    return tuple(labelled)
