"""Rows in an article that are about it: byline, date, "Advertisement", "Read more". They become boilerplate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from communique.document import Piece
from communique.read.boilerplate import boilerplate
from communique.read.byline import byline
from communique.read.headings import LONGEST_HEADING

_ZONE = 12  # pieces from either end where a byline may stand
_PROSE = 80  # code points from which a piece that ends a sentence is prose


class Rows(NamedTuple):
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
            row = byline(piece.words, opened=number >= last)
            if row is not None and row.certain:
                authors.update(dict.fromkeys(row.authors))
                published += [row.published] if row.published else []
                labelled.append(_out(piece))
                continue
        kind = boilerplate(piece.words)
        is_row = kind is not None and not (kind.edges and inside)
        labelled.append(_out(piece) if is_row else piece)
    return Rows(tuple(_without_empty_tail(labelled)), tuple(authors), next(iter(published), None))


def _prose(found: Sequence[Piece]) -> tuple[int, int]:
    """The numbers of the first and the last paragraph that is prose."""
    prose = [
        number
        for number, it in enumerate(found)
        if it.kind == "paragraph"
        and len(it.words) >= _PROSE
        and it.words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))
    ]
    return (prose[0], prose[-1]) if prose else (0, len(found))


def _without_empty_tail(found: list[Piece]) -> list[Piece]:
    """Headings with nothing beneath them at the end head what was left out: "More on this story"."""
    for number in range(len(found) - 1, -1, -1):
        if found[number].kind == "heading":
            found[number] = _out(found[number])
        elif found[number].kind != "boilerplate":
            break
    return found


def _out(piece: Piece) -> Piece:
    return replace(piece, kind="boilerplate", level=0)
