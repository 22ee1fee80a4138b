"""PDF → Document: the text layer in reading order, put together from lines, columns and pages.

Kept as prose: paragraphs and items. Headings and title are told by the size and the weight of their type.
Boilerplate: running heads and feet, page numbers, footnotes, captions. Left out: text that runs in another
direction. The words come from PDFium (``pdf_worker``, another process). Needs the extra ``pdf``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.document import Document, Metadata, Piece
from communique.errors import InputError
from communique.read.asked import Asked
from communique.read.headings import has_heading_shape
from communique.read.letters import letters
from communique.read.marked import Marked, article, is_same
from communique.read.pdf_blocks import Block, Setting, blocks, is_bulleted, setting
from communique.read.pdf_columns import Row, edges, ordered
from communique.read.pdf_lines import Line, lines, margins
from communique.read.pdf_process import Page, pages
from communique.read.pdf_tables import tables
from communique.read.pieces import Piece as Shape
from communique.read.properties import Properties

_LETTER = re.compile(r"[^\W\d_]")
_UNTOLD = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|chart|map|box|photo(?:graph)?|image|source|credit)s?\b[\s:.]*(?:\d|by\b|[A-Z(©:])",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:[.·…_]\s?){5,}\s*(?:\d{1,4}|[ivxl]{1,6})?$")
_PAGE = re.compile(r"(?:\d{1,4}|\s[ivxl]{1,6})$")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-–]\s?\d{2,4})?")
_LARGER = 1.06  # of the body: what is set so much larger may be a heading
_TITLE = 1.12
_SMALLER = 0.93
_LONGEST_HEADING = 30  # words
_NAMES = re.compile(r"\s*(?:;|\band\b|&)\s*")
_FEWEST_LETTERS = 20  # of a page, on average, from which a PDF has a text
_SPACE_OR_DIGIT = re.compile(r"\W+|\d+")


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a PDF.

    The file's properties give title and author where the pages do not say them. The day on which the file was
    made is not the day on which an article was published, and is not used.

    :raises ModuleNotFoundError: where pypdfium2 is not installed
    :raises InputError: where it is damaged or encrypted, holds pictures of pages without text, or cannot be
        read within the limits of ``pdf_process``
    :raises TooLongInput: where it has more than ``asked.limit`` code points of text
    """
    found = pages(data, limit=asked.limit)
    _refuse_without_text(found.pages)
    drawn = [lines(page, number) for number, page in enumerate(found.pages)]
    told = Properties.of(letters(found.title), _NAMES.split(letters(found.author)))
    return article(
        _marked(found.pages, drawn, told.title),
        Metadata(url=asked.url),
        weak=Metadata(title=told.title, authors=told.authors),
        path=asked.path,
    )


def _refuse_without_text(found: Sequence[Page]) -> None:
    words = [word.text for page in found for word in page.words]
    count = sum(len(_LETTER.findall(word)) for word in words)
    untold = sum(len(_UNTOLD.findall(word)) for word in words)
    pictures = sum(page.images for page in found)
    if count < _FEWEST_LETTERS * max(pictures, 1) and pictures:
        raise InputError(
            "this PDF holds pictures of pages and no text",
            hint="recognise the text first, for example: ocrmypdf scan.pdf text.pdf",
        )
    if untold > count:
        raise InputError(
            "the fonts of this PDF do not say which letters they show",
            hint="recognise the text from the pictures of its pages: ocrmypdf --force-ocr in.pdf out.pdf",
        )


def _marked(found: Sequence[Page], drawn: Sequence[Sequence[Line]], name: str | None) -> list[Marked]:
    beside: list[str] = []
    rows: list[Row] = []
    edge: list[float] = []
    bodies: list[list[Line]] = []
    for number, margin in enumerate(margins(drawn)):
        beside += [it.text for at, it in enumerate(drawn[number]) if at in margin]
        bodies.append([it for at, it in enumerate(drawn[number]) if at not in margin])
    cells: list[str] = []
    for number, body in enumerate(bodies):
        found_tables = tables(body)
        cells += [words for table in found_tables for words in table.words()]
        inside = {id(it) for table in found_tables for row in table.rows for it in row}
        body = [it for it in body if id(it) not in inside]
        here = edges(body, found[number].width, edge)
        edge = here or edge
        rows += ordered(body, here, number)
    how = setting(rows)
    text, notes = _without_notes(rows, how)
    pieces = [_piece(it) for it in _roles(blocks(text, how), how, name)]
    pieces += [Marked(Piece("boilerplate", letters(words))) for words in cells]
    pieces += [Marked(Piece("boilerplate", it.text)) for it in blocks(notes, how)]
    seen = {_SPACE_OR_DIGIT.sub(" ", words).strip(): words for words in reversed(beside)}
    return pieces + [Marked(Piece("boilerplate", letters(words))) for words in reversed(seen.values())]


def _without_notes(rows: Sequence[Row], how: Setting) -> tuple[list[Row], list[Row]]:
    """The text and what stands in small type at the foot of its columns and pages."""
    text: list[Row] = []
    notes: list[Row] = []
    small: list[Row] = []

    def drop(page: int | None) -> None:
        if any(row.line.page == page and row.line.size >= _SMALLER * how.body for row in text[-200:]):
            notes.extend(small)
        else:
            text.extend(small)
        small.clear()

    for row in rows:
        if small and (small[-1].line.page, small[-1].run) != (row.line.page, row.run):
            drop(small[-1].line.page)
        if row.line.size < _SMALLER * how.body:
            small.append(row)
            continue
        text.extend(small)
        small.clear()
        text.append(row)
    if small:
        drop(small[-1].line.page)
    return text, notes


def _roles(found: Sequence[Block], how: Setting, name: str | None) -> Iterable[tuple[Block, str, int]]:
    """Each block with what it is, and its level where it is a heading."""
    title = _title(found, how, name)
    head = [it for it in found if it is not title and _is_heading(it, how)]
    sizes = sorted({round(it.size) for it in head}, reverse=True)
    said = " ".join(it.text for it in found if abs(it.size - how.body) < 0.5)
    listed = False  # whether this is a table of contents
    for block in found:
        listed = _is_contents(block, listed=listed)
        if block is title:
            yield block, "title", 1
        elif listed:
            yield block, "boilerplate", 0
        elif _is_heading(block, how):
            yield block, "heading", 2 + sizes.index(round(block.size))
        elif _LEADER.search(block.text):
            yield block, "boilerplate", 0  # a row of a table of contents
        elif _CAPTION.match(block.text) and (block.size < _SMALLER * how.body or len(block.text) < 150):
            yield block, "boilerplate", 0
        elif block.size > _LARGER * how.body and block.text.strip("“”\"'‘’ .") in said:
            yield block, "boilerplate", 0  # a sentence of the text, set large beside it
        else:
            yield block, "paragraph", 0


def _is_contents(block: Block, *, listed: bool) -> bool:
    """Whether a block is the heading of a table of contents, or goes on beneath it: it ends in a page."""
    words = block.text.lower()
    return words in ("contents", "table of contents") or (listed and _PAGE.search(words) is not None)


def _title(found: Sequence[Block], how: Setting, name: str | None) -> Block | None:
    """The largest type on the first page that has a heading, or the words that the file is called by."""
    large = [it for it in found if it.page <= 1 and _is_heading(it, how) and it.size >= _TITLE * how.body]
    if name is not None:
        for it in large:
            if is_same(it.text, name):
                return it
    if not large:
        return None
    largest = max(it.size for it in large)
    return next(it for it in large if it.size >= 0.97 * largest)


def _is_heading(block: Block, how: Setting) -> bool:
    words = block.text.split()
    return (
        block.size >= _LARGER * how.body
        and not is_bulleted(block)
        and not _ADDRESS.search(block.text)
        and len(words) <= _LONGEST_HEADING
        and (len(_LETTER.findall(block.text)) >= 3 or _YEAR.fullmatch(block.text) is not None)
        and not block.text.endswith((".", ",", ";", ":"))
    )


def _piece(told: tuple[Block, str, int]) -> Marked:
    block, role, level = told
    if role == "title":
        return Marked(Piece("title", block.text, 1))
    if role == "heading":
        return Marked(Piece("heading", block.text, level))
    if role == "boilerplate":
        return Marked(Piece("boilerplate", block.text))
    shape = Shape(0, len(block.text), block.text, 1, 1, "")
    bold = block.bold or (block.text.isupper() and has_heading_shape(shape))
    return Marked(Piece("paragraph", block.text), bold=bold, item=block.item)
