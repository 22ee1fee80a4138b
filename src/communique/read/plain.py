"""Plain text → Document: lines, pieces, then what each piece is. The text is never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.document import Builder, Document, Metadata
from communique.read.boilerplate import boilerplate
from communique.read.byline import Byline, byline
from communique.read.headings import depth, headings, is_title
from communique.read.lines import lines
from communique.read.pieces import Piece, pieces

_HEAD_ROWS = 12  # pieces, beginning with the title, among which a byline may stand
_PROSE = 100  # code points from which a piece ends the head of an article


@dataclass(frozen=True, slots=True)
class _Labels:
    title: int | None
    boilerplate: frozenset[int]
    bylines: tuple[Byline, ...]


def plain(text: str, *, metadata: Metadata | None = None, path: str | None = None) -> Document:
    """The Document of a decoded plain text: any text, also an empty one.

    :param text: the text; it becomes ``Document.text`` unchanged
    :param metadata: what is known of it from elsewhere; the title, authors and date found are added
    """
    found = pieces(lines(text))
    labels = _labels(found)
    rest = [
        number for number in range(len(found)) if number != labels.title and number not in labels.boilerplate
    ]
    heads = {
        number for number, is_head in zip(rest, headings([found[it] for it in rest]), strict=True) if is_head
    }
    builder = Builder(text)
    for number, piece in enumerate(found):
        if number == labels.title:
            builder.mark("title", piece.start, piece.end, 1)
        elif number in labels.boilerplate:
            builder.mark("boilerplate", piece.start, piece.end)
        elif number in heads:
            builder.mark("heading", piece.start, piece.end, depth(piece))
        else:
            builder.mark("paragraph", piece.start, piece.end)
    return builder.build(_metadata(found, labels, metadata or Metadata()), path=path)


def _labels(found: Sequence[Piece]) -> _Labels:
    head, tail = _edges(found)
    rows: set[int] = set()
    bylines: list[Byline] = []
    title: int | None = None
    for number, piece in enumerate(found):
        edge = number < head or number >= tail
        if boilerplate(piece.words, edge=edge) is not None:
            rows.add(number)
        elif edge and (row := byline(piece.words)) is not None and row.certain:
            rows.add(number)
            bylines.append(row)
        elif title is None and number < head and number + 1 < len(found) and is_title(piece):
            title = number
            head = max(head, min(number + _HEAD_ROWS, len(found)))
    return _Labels(title, frozenset(rows), tuple(bylines))


def _edges(found: Sequence[Piece]) -> tuple[int, int]:
    """The number of the first piece of prose, and the number after the last one."""
    prose = [
        number
        for number, piece in enumerate(found)
        if len(piece.words) >= _PROSE and piece.words.endswith(tuple('.!?"”’'))
    ]
    return (prose[0], prose[-1] + 1) if prose else (min(1, len(found)), len(found))


def _metadata(found: Sequence[Piece], labels: _Labels, known: Metadata) -> Metadata:
    authors: list[str] = []
    for row in labels.bylines:
        authors += [author for author in row.authors if author not in authors]
    published = next((row.published for row in labels.bylines if row.published), None)
    return Metadata(
        title=known.title or (None if labels.title is None else found[labels.title].words),
        authors=known.authors or tuple(authors),
        publisher=known.publisher,
        published=known.published or published,
        url=known.url,
        language=known.language,
        media_type=known.media_type,
    )
