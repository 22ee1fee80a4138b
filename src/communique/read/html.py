"""Web pages: bytes of HTML → the article in them. Needs the extra ``html`` (trafilatura and lxml).

page_charset   bytes → text
page_tree      text → tree
page_metadata  tree → what the page states of itself
page_article   tree → pieces of the article
page_title     which of them is the title
page_authors   who wrote it
page_day       the day that is shown beside the title
page_line      the line beneath the title that names authors and day
page_rows      which of them are about the article rather than of it
"""

from __future__ import annotations

from dataclasses import replace

from communique.document import Document, Piece, assemble
from communique.errors import EmptyInput, TooLongInput
from communique.read.asked import Asked
from communique.read.file import RAISE, too_long
from communique.read.page_article import article
from communique.read.page_authors import shown_authors
from communique.read.page_charset import page_text
from communique.read.page_day import shown_day
from communique.read.page_headings import pieces
from communique.read.page_limits import refuse_too_much
from communique.read.page_line import line_beneath, without_line
from communique.read.page_metadata import stated
from communique.read.page_rows import with_rows, without_biography
from communique.read.page_title import with_title
from communique.read.page_tree import tree

__all__ = ["fragment", "read"]


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a page: its article, with title, headings and paragraphs, and what is no prose marked.

    :raises EmptyInput: for a page with no article in it
    :raises TooLongInput: where the article is longer than the limit
    :raises InputError: its other kinds, for bytes that are no page or are nested beyond reason
    """
    root = tree(page_text(data, charset=asked.charset))
    if root is None:
        raise _nothing("nothing but markup" if data.strip() else "nothing but white space")
    refuse_too_much(root, asked.limit)
    said = stated(root, asked)
    rows = with_rows(with_title(root, article(root), said.titles))
    if not any(piece.kind == "paragraph" for piece in rows.pieces):
        raise _nothing("no article was found in this page")
    title = next((piece.words for piece in rows.pieces if piece.kind == "title"), said.metadata.title)
    line = line_beneath(root, said.titles)
    authors = (
        said.metadata.authors or rows.authors or shown_authors(root, said.titles, said.site) or line.authors
    )
    published = said.metadata.published or rows.published or shown_day(root, said.titles) or line.published
    metadata = replace(said.metadata, title=title, authors=authors, published=published)
    found = without_biography(without_line(rows.pieces, line), authors)
    document = assemble(found, metadata, path=asked.path)
    if len(document.text) > asked.limit:
        raise TooLongInput(too_long(f"{len(document.text):,} characters", asked.limit), hint=RAISE)
    return document


def fragment(html: str) -> tuple[Piece, ...]:
    """The pieces of HTML that is an article already, as feeds, e-mails and content systems hold it.

    Nothing is looked for or left out but what is no prose in itself: menus, captions, tables of data (both
    boilerplate), controls, whatever is hidden. Headings keep the level that the HTML gives them, ``<h1>``
    included: none becomes the title. Empty for HTML without a word.

    :raises InputError: where elements are nested too deeply to be read
    """
    root = tree(html)
    return () if root is None else pieces(root)


def _nothing(what: str) -> EmptyInput:
    return EmptyInput(
        f"there is nothing to read: {what}",
        hint="save the page again once the article is shown whole, or copy its text into a .txt file",
    )
