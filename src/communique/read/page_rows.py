"""Rows about an article: byline, date, "Advertisement", "Read more". They become boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from communique.document import Piece
from communique.read.boilerplate import boilerplate, lexicon, plain_row
from communique.read.byline import Byline, byline
from communique.read.headings import LONGEST_HEADING
from communique.read.page_dates import date

_ZONE = 12  # pieces from either end where a byline may stand
_WEEKDAY = re.compile(r",?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_CLOSED = "\"'”’»)]"
_DECK = 7  # spaces from which a sentence under the title is no heading
_MOST = 0.6  # share of the prose above a list of other articles
_LONGEST_TEASER = 300  # code points
_RUN = 3
_HELPED = re.compile(r"[^!?]{3,150}\scontributed\s(?:reporting|research|to this \w+)\b[^!?]{0,80}")
_TO_ADDRESS = re.compile(
    r"(?:Follow|Read|See|Watch|Listen|Visit|Find|Click|More|For more)\b[^\n]*(?:https?://|www\.)\S+[^\s.!?]"
)
_MORE = re.compile(r"More\s[^\n]{0,60}\b(?:stories|news|coverage|headlines|articles)", re.IGNORECASE)
_CONTACT = re.compile(r"[^\s@]*@[^\s@]+|(?:https?://|www\.)?[\w-]+\.(?:com|org|net)/\S*", re.IGNORECASE)
_DOES = (
    "is|was|are|were|has|have|covers?|reports?|writes?|works?|teach(?:es)?|serve[sd]?|leads?|can be reached"
)
_MOST_NOTES = 2
_PROSE = 80  # code points from which a piece that ends a sentence is prose


class Rows(NamedTuple):
    """The pieces, and what the byline among them says."""

    pieces: tuple[Piece, ...]
    authors: tuple[str, ...]
    published: str | None


def with_rows(found: Sequence[Piece]) -> Rows:
    """The pieces with such rows as boilerplate, and what the byline among them says."""
    first, last = _prose(found)
    labelled: list[Piece] = []
    authors: dict[str, None] = {}
    published: list[str] = []
    for number, piece in enumerate(found):
        inside = first < number < last
        if piece.kind in ("title", "boilerplate"):
            labelled.append(piece)
            continue
        if (
            not inside
            and min(number, len(found) - number) <= _ZONE
            and len(piece.words) <= 2 * LONGEST_HEADING
        ):
            found_rows = [_row(line, opened=number >= last) for line in piece.words.split("\n")]
            if all(row is not None and row.certain for row in found_rows):
                for row in filter(None, found_rows):
                    authors.update(dict.fromkeys(row.authors))
                    published += [row.published] if row.published else []
                labelled.append(_out(piece))
                continue
        kind = boilerplate(piece.words)
        is_row = kind is not None and not (kind.edges and inside)
        labelled.append(_out(piece) if is_row else piece)
    return Rows(
        tuple(_without_deck(_without_tail(_without_runs(labelled)))),
        tuple(authors),
        next(iter(published), None),
    )


def _row(line: str, *, opened: bool) -> Byline | None:
    """The byline in a line, or the date that a line is."""
    if not opened and (day := date(line)):
        return Byline(published=day)
    row = byline(line, opened=opened)
    return row and replace(row, authors=tuple(_WEEKDAY.sub("", name) for name in row.authors))


def _prose(found: Sequence[Piece]) -> tuple[int, int]:
    """The numbers of the first and the last paragraph that is prose."""
    prose = [
        number
        for number, it in enumerate(found)
        if it.kind == "paragraph"
        and len(it.words) >= _PROSE
        and it.words.rstrip(_CLOSED).endswith((".", "!", "?", "…"))
    ]
    return (prose[0], prose[-1]) if prose else (0, len(found))


def _without_runs(found: Sequence[Piece]) -> list[Piece]:
    """The pieces with three and more headings on end, of one level, as boilerplate: a list of links."""
    labelled = list(found)
    first = 0
    for number in range(len(labelled) + 1):
        here = labelled[number] if number < len(labelled) else None
        if (
            here is not None
            and here.kind == "heading"
            and here.level == found[first].level
            and found[first].kind == "heading"
        ):
            continue
        if number - first >= _RUN and found[first].kind == "heading":
            labelled[first:number] = map(_out, labelled[first:number])
        first = number
    return labelled


def _without_tail(found: list[Piece]) -> list[Piece]:
    """The pieces with what follows the article as boilerplate.

    That is a heading with nothing beneath it, "More on this story", a last line that thanks a colleague or
    ends in an address, and what stands beneath a row such
    as "Top stories" where most of the prose lies above and no long paragraph beneath.
    """
    prose = [len(it.words) if it.kind == "paragraph" else 0 for it in found]
    total, above = sum(prose), 0
    longest_below = list(accumulate(reversed(prose), max))[::-1]
    for number, piece in enumerate(found):
        above += prose[number]
        if above >= _MOST * total and longest_below[number] <= _LONGEST_TEASER and _heads_a_list(piece):
            found = [*found[:number], *map(_out, found[number:])]
            break
    for number in range(len(found) - 1, -1, -1):
        if found[number].kind == "heading" or _closes(found[number].words):
            found[number] = _out(found[number])
        elif found[number].kind != "boilerplate":
            break
    return found


def _closes(words: str) -> bool:
    """Whether a last line is about the article: who helped, or where there is more."""
    if len(words) > _LONGEST_TEASER:
        return False
    return any(shape.fullmatch(words) for shape in (_HELPED, _TO_ADDRESS, _MORE, _CONTACT))


def without_biography(found: Sequence[Piece], authors: Sequence[str]) -> tuple[Piece, ...]:
    """The pieces with the last paragraphs as boilerplate that tell who the author is: "Jane Doe covers …"."""
    labelled = list(found)
    names = "|".join(re.escape(it) for it in authors if " " in it)
    if not names:
        return tuple(labelled)
    opens = re.compile(rf"(?:{names})(?:\s\([^()]*\))?,?\s(?:and\s(?:{names})\s)?(?:{_DOES})\b")
    last = [number for number, it in enumerate(found) if it.kind != "boilerplate"][-_MOST_NOTES:]
    for number in reversed(last):
        piece = labelled[number]
        if (
            piece.kind != "paragraph"
            or len(piece.words) > 2 * _LONGEST_TEASER
            or not opens.match(piece.words)
        ):
            break
        labelled[number] = _out(piece)
    return tuple(labelled)


def _heads_a_list(piece: Piece) -> bool:
    return piece.kind == "boilerplate" and plain_row(piece.words).rstrip(":") in _list_heads()


@lru_cache(maxsize=1)
def _list_heads() -> frozenset[str]:
    return frozenset(
        it for row in lexicon()["row"] if row["name"] == "read more" for it in row.get("whole", ())
    )


def _without_deck(found: Sequence[Piece]) -> list[Piece]:
    """The pieces with the sentence under the title, which pages set as a heading, as a paragraph."""
    labelled = list(found)
    for number, piece in enumerate(labelled):
        if piece.kind == "heading":
            is_sentence = piece.words.rstrip(_CLOSED).endswith((".", "!", "?", "…"))
            is_alone = not any(it.kind == "heading" for it in labelled[number + 1 :])
            if piece.words.count(" ") >= _DECK and (is_sentence or is_alone):
                labelled[number] = Piece("paragraph", piece.words)
            break
        if piece.kind == "paragraph":
            break
    return labelled


def _out(piece: Piece) -> Piece:
    return replace(piece, kind="boilerplate", level=0)
