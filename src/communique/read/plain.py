"""Plain text → Document: lines, pieces, then what each piece is. The text is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.document import BlockKind, Builder, Document, Metadata
from communique.errors import TooLongInput
from communique.read.asked import Asked
from communique.read.boilerplate import boilerplate
from communique.read.byline import Byline, byline
from communique.read.decode import decode
from communique.read.file import RAISE, too_long
from communique.read.headings import headings, is_marked, is_title
from communique.read.lines import lines
from communique.read.pieces import Piece, pieces

MOST_LINES = 150_000
"""The most lines of a text: its time is in proportion to them."""

_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PROSE = 100  # code points from which a piece with a final stop is prose, whatever its words
_SENTENCE = 6  # words from which it may be
_ZONE = 40  # pieces
_DECK = 8  # a line of more words between title and text is a standfirst, not a heading


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a plain text; its text is the decoded file, unchanged.

    :raises InputError: where the bytes are no text, or more of it than is asked for
    """
    text = decode(data, charset=asked.charset)
    if len(text) > asked.limit:
        raise TooLongInput(too_long(f"{len(text):,} characters", asked.limit), hint=RAISE)
    refuse_too_many_lines(text)
    return plain(text, metadata=Metadata(url=asked.url), path=asked.path)


def refuse_too_many_lines(text: str) -> None:
    """Raise TooLongInput for more than ``MOST_LINES`` lines."""
    if (count := max(text.count("\n"), text.count("\r"))) > MOST_LINES:
        raise TooLongInput(
            f"the text has too many lines: {count:,}, and the limit is {MOST_LINES:,}",
            hint="is it an article? take out empty lines, or convert the parts one by one",
        )


def plain(text: str, *, metadata: Metadata | None = None, path: str | None = None) -> Document:
    """The Document of a decoded plain text, also of an empty one.

    :param text: the text; it becomes ``Document.text`` unchanged
    :param metadata: what is known from elsewhere; title, authors and date found in the text are added to it
    :param path: the file it came from
    """
    found = pieces(lines(text))
    labelled = labels(found)
    builder = Builder(text)
    for piece, (kind, level) in zip(found, _kinds(found, labelled), strict=True):
        builder.mark(kind, piece.start, piece.end, level)
    return builder.build(_metadata(found, labelled, metadata or Metadata()), path=path)


@dataclass(frozen=True, slots=True)
class Labels:
    """What the pieces are before headings are looked for, by their numbers."""

    title: int | None
    rows: frozenset[int]
    bylines: dict[int, Byline]


def labels(found: Sequence[Piece]) -> Labels:
    """Which pieces are title, byline and rows beside the article, before headings are looked for."""
    head, second, tail = _zones(found)
    rows: set[int] = set()
    at_edges: set[int] = set()
    bylines: dict[int, Byline] = {}
    names: set[int] = set()
    title: int | None = None
    for number, piece in enumerate(found):
        edge = number < head or number >= tail
        if _is_number(piece.words):
            rows.add(number)
        elif (kind := boilerplate(piece.words)) is not None:
            (at_edges if kind.edges and not edge else rows).add(number)
        elif (number < second or number >= tail) and (
            row := byline(piece.words, opened=number > head)
        ) is not None:
            if row.certain:
                rows.add(number)
                bylines[number] = row
            elif title is not None:
                names.add(number)
                bylines[number] = row
        if title is None and number not in rows and number <= head and number + 1 < len(found):
            title = number if is_title(piece) else title
    for number in sorted(names):  # a name alone is an author where a date follows, and a heading elsewhere
        following = bylines.get(number + 1)
        if number + 1 in rows and following is not None and not following.authors:
            rows.add(number)
        else:
            del bylines[number]
    for number in sorted(at_edges):  # rows come in company
        if number - 1 in rows or number + 1 in rows:
            rows.add(number)
    return Labels(title, frozenset(rows), bylines)


def _is_number(words: str) -> bool:
    """Page numbers, running times and the like; a year may be a heading."""
    return len(words) <= _PROSE and _LETTER.search(words) is None and _YEAR.fullmatch(words) is None


def _zones(found: Sequence[Piece]) -> tuple[int, int, int]:
    """Where rows about the article may stand: before the first and second piece of prose, and after the last.

    Never further than ``_ZONE`` pieces from either end.
    """
    last = len(found)
    head = [number for number in range(min(_ZONE, last)) if _is_prose(found[number])][:2]
    tail = next((it + 1 for it in range(last - 1, max(-1, last - _ZONE), -1) if _is_prose(found[it])), last)
    first = head[0] if head else min(1, last)
    return first, head[1] if len(head) > 1 else min(_ZONE, last), tail


def _is_prose(piece: Piece) -> bool:
    words = piece.words
    if not words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…")):
        return False
    if len(words) >= 3 * _PROSE:
        return True
    return words.count(" ") >= _SENTENCE - 1 and boilerplate(words) is None and byline(words) is None


def _kinds(found: Sequence[Piece], labels: Labels) -> Iterator[tuple[BlockKind, int]]:
    article = [it for it in range(len(found)) if it != labels.title and it not in labels.rows]
    barred = [_is_deck(found, labels, number) for number in article]
    depths = dict(zip(article, headings([found[it] for it in article], barred), strict=True))
    for number in range(len(found)):
        if number == labels.title:
            yield "title", 1
        elif number in labels.rows:
            yield "boilerplate", 0
        elif depths[number]:
            yield "heading", depths[number]
        else:
            yield "paragraph", 0


def _is_deck(found: Sequence[Piece], labels: Labels, number: int) -> bool:
    """Whether a piece is the line under a title that sums the article up, or stands above the byline."""
    if labels.title is None or is_marked(found[number]):
        return False
    if number + 1 in labels.bylines and number > labels.title:
        return True
    return number == labels.title + 1 and found[number].words.count(" ") >= _DECK


def _metadata(found: Sequence[Piece], labels: Labels, known: Metadata) -> Metadata:
    rows = [labels.bylines[number] for number in sorted(labels.bylines)]
    authors = dict.fromkeys(author for row in rows for author in row.authors)
    return replace(
        known,
        title=known.title or (None if labels.title is None else found[labels.title].words),
        authors=known.authors or tuple(authors),
        published=known.published or next((row.published for row in rows if row.published), None),
    )
