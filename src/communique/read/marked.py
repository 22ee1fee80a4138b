"""Pieces of a file that marks its headings: which of them are title, byline and rows beside the article.

Formats such as Markdown, Word and PDF tell headings by marks or by type. Bylines, counters and advertising
slots they do not mark: those are told by the rules of plain text, and so are the same in every layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.document import Document, Metadata, Piece, assemble
from communique.read.headings import LONGEST_TITLE, has_heading_shape
from communique.read.pieces import Piece as Shape
from communique.read.plain import Labels, labels

_WORD = re.compile(r"\w+")
_NAMED = 10  # pieces among which the title that a file is called by stands
_DEEPEST = 6  # levels of heading that a row of "#" can tell


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece as a file marks it; ``bold`` where all of its letters are, ``item`` for one of a list."""

    piece: Piece
    bold: bool = False
    item: bool = False


def article(
    found: Iterable[Marked], known: Metadata, *, weak: Metadata | None = None, path: str | None = None
) -> Document:
    """The Document of pieces in reading order.

    :param found: headings, paragraphs and boilerplate; at most one title. Where there is none, a heading that
        opens the article and lies above all others is one.
    :param known: what the file says of itself; a byline in the article fills what it leaves out
    :param weak: title and authors that count where neither ``known`` nor the article says any
    :param path: the file they come from
    """
    weak = weak or Metadata()
    pieces = _titled(_bold_headings(_short(list(found))), weak.title)
    read = [number for number, it in enumerate(pieces) if it.piece.kind != "boilerplate"]
    told = labels([_shape(pieces[number]) for number in read])
    rows = {read[number] for number in told.rows}
    out = [
        Piece("boilerplate", it.piece.words)
        if number in rows and it.piece.kind in ("paragraph", "heading")
        else it.piece
        for number, it in enumerate(pieces)
    ]
    metadata = _metadata(out, told, known)
    metadata = replace(metadata, title=metadata.title or weak.title, authors=metadata.authors or weak.authors)
    return assemble(out, metadata, path=path)


def _short(found: list[Marked]) -> list[Marked]:
    """What is set as a heading and is as long as a paragraph is a paragraph."""
    return [
        replace(it, piece=Piece("paragraph", it.piece.words))
        if it.piece.kind in ("heading", "title") and len(it.piece.words) > LONGEST_TITLE
        else it
        for it in found
    ]


def _bold_headings(found: list[Marked]) -> list[Marked]:
    """A short paragraph all in bold, above one that is not, is a heading of the level below the last one.

    The first words of an article, all in bold, are of the level of a title.
    """
    out = list(found)
    level = 0
    for number, it in enumerate(found):
        if it.piece.kind in ("heading", "title"):
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
            is_first = (
                all(other.piece.kind == "boilerplate" for other in found[:number]) if number < 9 else False
            )
            out[number] = replace(it, piece=Piece("heading", it.piece.words, 1 if is_first else level + 1))
            level = level or 1
    return out


def _titled(found: list[Marked], name: str | None) -> list[Marked]:
    """The pieces with a title: the first words that are the ``name`` of the file, or the first heading."""
    if any(it.piece.kind == "title" for it in found):
        return found
    if name is not None:
        for number, it in enumerate(found[:_NAMED]):
            if is_same(it.piece.words, name):
                return _with_title(found, number)
    levels = [it.piece.level for it in found if it.piece.kind == "heading"]
    if not levels:
        return found
    first = next(number for number, it in enumerate(found) if it.piece.kind == "heading")
    alone = levels[0] == 1 or all(level > levels[0] for level in levels[1:])
    if not alone or (len(levels) == 1 and levels[0] > 2) or any(_is_long(it) for it in found[:first]):
        return found
    return _with_title(found, first)


def _with_title(found: list[Marked], number: int) -> list[Marked]:
    title = replace(found[number], piece=Piece("title", found[number].piece.words, 1))
    return [*found[:number], title, *found[number + 1 :]]


def is_same(one: str, two: str) -> bool:
    """Whether two titles have the same words, whatever their case and their punctuation."""
    words = _WORD.findall(one.casefold())
    return bool(words) and words == _WORD.findall(two.casefold())


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
