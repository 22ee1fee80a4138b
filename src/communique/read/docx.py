"""Word documents (.docx) → Document, by the format's own marks: styles, outline levels, tracked changes.

Kept as prose: paragraphs, items of lists, tables that lay out prose. Boilerplate: tables of data, text boxes,
captions, tables of contents, footnotes and endnotes, headers and footers of pages. Left out: comments,
deletions, hidden text, pictures. Needs nothing but Python.
"""

from __future__ import annotations

import re
from functools import partial

from communique.document import Document, Metadata, Piece
from communique.read.asked import Asked
from communique.read.docx_body import body, one_title
from communique.read.docx_package import MOST_UNPACKED, Package
from communique.read.docx_styles import styles
from communique.read.letters import letters
from communique.read.marked import Marked, article
from communique.read.properties import Properties

_CREATORS = re.compile(r"\s*;\s*")


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a Word document.

    Its core properties give title and author where the text does not say them. The day on which the file was
    made is not the day on which an article was published, and is not used.

    :raises InputError: where the bytes are no Word document, a damaged or an encrypted one
    :raises TooLongInput: where it unpacks to more than ``asked.max_bytes``, or holds more than
        ``asked.limit`` code points
    """
    package = Package(data, most=asked.max_bytes or MOST_UNPACKED)
    main = package.main()
    parts = package.relations(main)
    known = styles(package, next(iter(parts.get("styles", ())), None))

    found = one_title(body(partial(package.parse, main), known, limit=asked.limit))
    for kind in ("footnotes", "endnotes", "header", "footer"):
        for part in dict.fromkeys(parts.get(kind, ())):
            if package.has(part):
                found += body(partial(package.parse, part), known, limit=asked.limit, beside=True)
    told = _properties(package)
    return article(
        _without_repeats(found),
        Metadata(url=asked.url),
        weak=Metadata(title=told.title, authors=told.authors),
        path=asked.path,
    )


def _without_repeats(found: list[Marked]) -> list[Marked]:
    """The pieces with what the headers of several sections repeat once."""
    seen: set[Piece] = set()
    out: list[Marked] = []
    for it in found:
        if it.piece.kind == "boilerplate" and it.piece in seen:
            continue
        seen.add(it.piece)
        out.append(it)
    return out


def _properties(package: Package) -> Properties:
    """Title and creators by the package's core properties."""
    part = next(iter(package.relations("").get("core-properties", ())), None)
    told: dict[str, list[str]] = {}
    open_: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        open_.append(tag)

    def end(_: str) -> None:
        open_.pop()

    def text(words: str) -> None:
        told.setdefault(open_[-1], []).append(words)

    if part is not None and package.has(part):
        package.parse(part, start=start, end=end, text=text)
    creators = letters("".join(told.get("dc:creator", ())))
    return Properties.of(letters("".join(told.get("dc:title", ()))), _CREATORS.split(creators))
