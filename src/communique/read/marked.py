"""Pieces of a file that marks its headings: which of them are title, byline and rows beside the article.

Formats such as Markdown, Word and PDF tell headings by marks or by type. Bylines, counters and advertising
slots they do not mark: those are told by the rules of plain text, and so are the same in every layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.document import Document, Metadata, Piece, assemble
from communique.read.headings import LONGEST_TITLE, has_heading_shape
from communique.read.pieces import Piece as Shape
from communique.read.plain import Labels, labels

_DEEPEST = 6  # levels of heading that a row of "#" can tell


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece as a file marks it; ``bold`` where all of its letters are, ``item`` for one of a list."""

    piece: Piece
    bold: bool = False
    item: bool = False


def article(found: Iterable[Marked], known: Metadata, *, path: str | None = None) -> Document:
    """The Document of pieces in reading order.

    :param found: headings, paragraphs and boilerplate; at most one title. Where there is none, a heading that
        opens the article and lies above all others is one.
    :param known: what the file says of itself; a byline in the article fills what it leaves out
    :param path: the file they come from
    """
    pieces = _titled(_bold_headings(_short(list(found))))
    read = [number for number, it in enumerate(pieces) if it.piece.kind != "boilerplate"]
    told = labels([_shape(pieces[number]) for number in read])
    rows = {read[number] for number in told.rows}
    out = [
        Piece("boilerplate", it.piece.words)
        if number in rows and it.piece.kind in ("paragraph", "heading")
        else it.piece
        for number, it in enumerate(pieces)
    ]
    return assemble(out, _metadata(out, told, known), path=path)


def _short(found: list[Marked]) -> list[Marked]:
    """What is set as a heading and is as long as a paragraph is a paragraph."""
    return [
        replace(it, piece=Piece("paragraph", it.piece.words))
        if it.piece.kind in ("heading", "title") and len(it.piece.words) > LONGEST_TITLE
        else it
        for it in found
    ]


def _bold_headings(found: list[Marked]) -> list[Marked]:
    """A short paragraph all in bold, above one that is not, is a heading of the level below the last one."""
    out = list(found)
    level = 1
    for number, it in enumerate(found):
        if it.piece.kind == "heading":
            level = it.piece.level
        below = next((other for other in found[number + 1 : number + 3] if not other.bold), None)
        if (
            it.bold
            and not it.item
            and it.piece.kind == "paragraph"
            and below is not None
            and below.piece.kind == "paragraph"
            and has_heading_shape(_shape(it))
        ):
            out[number] = replace(it, piece=Piece("heading", it.piece.words, level + 1))
    return out


def _titled(found: list[Marked]) -> list[Marked]:
    """The pieces with a title, where the first heading can be it."""
    levels = [it.piece.level for it in found if it.piece.kind == "heading"]
    if not levels or any(it.piece.kind == "title" for it in found):
        return found
    first = next(number for number, it in enumerate(found) if it.piece.kind == "heading")
    alone = levels[0] == 1 or all(level > levels[0] for level in levels[1:])
    if not alone or (len(levels) == 1 and levels[0] > 2) or any(_is_long(it) for it in found[:first]):
        return found
    words = found[first].piece.words
    return [*found[:first], replace(found[first], piece=Piece("title", words, 1)), *found[first + 1 :]]


def _is_long(it: Marked) -> bool:
    return it.piece.kind == "paragraph" and len(it.piece.words) > LONGEST_TITLE


def _shape(it: Marked) -> Shape:
    """The piece as the rules of plain text see it."""
    kind, words = it.piece.kind, it.piece.words
    mark = "item" if it.item else ""
    if kind in ("title", "heading"):
        mark = "#" * min(it.piece.level, _DEEPEST)
    return Shape(0, len(words), " ".join(words.split()), words.count("\n") + 1, 1, mark)


def _metadata(pieces: Sequence[Piece], told: Labels, known: Metadata) -> Metadata:
    rows = [told.bylines[number] for number in sorted(told.bylines)]
    authors = dict.fromkeys(author for row in rows for author in row.authors)
    title = next((it.words for it in pieces if it.kind == "title"), None)
    return replace(
        known,
        title=known.title or (None if title is None else " ".join(title.split())),
        authors=known.authors or tuple(authors),
        published=known.published or next((row.published for row in rows if row.published), None),
    )
