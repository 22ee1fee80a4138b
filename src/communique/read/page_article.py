"""The article in a page: trafilatura says which of its words are the article, the page itself how they stand.

trafilatura (Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction", ACL 2021) is told to look for neither metadata nor dates and to keep no memory of other pages (no
deduplication); it is given a tree, so that it loads nothing. Its result is a rewritten tree, without the
headings, links and line breaks of the page where one of its fallbacks answered. So each of its pieces is
looked up among those of the page (``page_lookup``), and the page's words and structure are taken.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby, islice

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from communique.document import Piece
from communique.read.page_blocks import Block, blocks
from communique.read.page_boxes import with_like_boxes
from communique.read.page_elements import is_beside, is_card, is_hidden, name
from communique.read.page_forms import asking_boxes
from communique.read.page_headings import in_list, with_plain_headings
from communique.read.page_left_out import with_left_out
from communique.read.page_lookup import looked_up
from communique.read.page_notes import is_note, mark, with_notes
from communique.read.page_repeats import without_repeats

# What these libraries log is about their own attempts; without a handler it would go to standard error.
for _library in ("trafilatura", "justext", "readability"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LONGEST_LINK = 200  # code points
_LARGE = 8_000  # elements
_MANY_LINKS = 4
_CLOSED = "\"'”’»)]"
_WHOLE = ("html", "body", "main", "article")
_UNREAD = ("style", "svg", "iframe", "template", "select", "canvas")
_AROUND_PICTURES = ("p", "div", "center", "td", "span")
_SMALL = 50  # elements of a box around one picture
_MOST_HIDDEN = 0.4  # share of a page's text from which a hidden element is the page before its scripts ran


def article(root: HtmlElement) -> tuple[Piece, ...]:
    """The pieces of the article in a page, in reading order; empty where there is none."""
    page = deepcopy(root)
    _strip(page)
    marks = _prepare(page)
    found = bare_extraction(
        page,
        fast=_is_large(page),
        output_format="xml",  # leaves the result a tree
        include_comments=False,
        include_formatting=False,
        include_tables=True,
        with_metadata=False,
        deduplicate=False,
    )
    body = getattr(found, "body", None)
    if body is None:
        return ()
    chosen = blocks(body)
    on_page = blocks(page)
    in_page = with_left_out(with_like_boxes(looked_up(chosen, on_page), on_page), on_page)
    if not any(it.piece.kind == "paragraph" for it in in_page):
        in_page = chosen
    marked = _marked(in_page, Counter(id(it.element) for it in on_page))
    return without_repeats(with_notes(with_plain_headings(marked), marks))


def _marked(held: Sequence[Block], in_element: Counter[int]) -> list[Block]:
    """Captions and links to other articles as boilerplate.

    Such a link is a short paragraph that is all link, or a heading so in capitals. Many in a row are what the
    article is about, except as items of a list. ``in_element`` counts the blocks of the page in each element.
    """
    found: list[Block] = []
    for linked, run in groupby(held, key=_is_link):
        row = list(run)
        is_beside = linked and (len(row) < _MANY_LINKS or all(in_list(it) for it in row))
        found += [
            _out(it) if is_beside or (in_element[id(it.element)] == 1 and _is_caption(it)) else it
            for it in row
        ]
    return found


def _is_link(block: Block) -> bool:
    piece = block.piece
    if not block.linked or piece.kind == "boilerplate" or len(piece.words) > _LONGEST_LINK:
        return False
    return piece.kind != "heading" or piece.words.isupper()


def _out(block: Block) -> Block:
    return replace(block, piece=Piece("boilerplate", block.piece.words))


def _is_caption(block: Block) -> bool:
    """A short line in one element with a picture: without a final stop, or in a box with nothing else."""
    words = block.piece.words
    element = block.element
    if element is None or block.piece.kind != "paragraph" or len(words) > _LONGEST_LINK:
        return False
    if (
        not words.rstrip(_CLOSED).endswith((".", "!", "?", ":", "…"))
        and name(element) in _AROUND_PICTURES
        and next(element.iter("img"), None) is not None
    ):
        return True
    box = element.getparent()
    if box is None or name(box) != "div":
        return False
    beside = len(words)
    for text in box.itertext():
        beside -= len(text.strip())
        if beside < 0:
            return False
    return any(name(it) == "img" for it in islice(box.iter(etree.Element), _SMALL))


def _is_large(page: HtmlElement) -> bool:
    """Whether trafilatura runs without its fallbacks; justext takes time with the square of the page."""
    return next(islice(page.iter(), _LARGE, None), None) is not None


def _strip(page: HtmlElement) -> None:
    """Take out, for speed, what neither trafilatura nor this module looks at; JSON-LD may hold an article."""
    for script in list(page.iter("script")):
        if "ld+json" not in (script.get("type") or ""):
            _remove(script)
    etree.strip_elements(page, *_UNREAD, with_tail=False)


def _prepare(page: HtmlElement) -> frozenset[str]:
    """Take out what is not shown, and markup that trafilatura takes for something else.

    :return: the marks of notes that were taken out
    """
    marks: set[str] = set()
    for box in asking_boxes(page):
        _remove(box)
    most = _MOST_HIDDEN * sum(map(len, page.itertext()))
    for element in list(page.iter(etree.Element)):
        tag = name(element)
        if tag == "q":  # it makes a block of its own of it
            _quote(element)
        elif is_card(element):
            _remove(element)
        elif is_note(element):
            marks.add(mark(element))
            _remove(element)
        elif tag == "wbr" or (tag not in _WHOLE and is_beside(element)):
            _remove(element)
        elif is_hidden(element) and element is not page:
            if tag in ("body", "main") or sum(map(len, element.itertext())) > most:
                _show(element)
            else:
                _remove(element)
    return frozenset(marks)


def _quote(element: etree._Element) -> None:
    element.tag = "span"
    element.text = "“" + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + "”"
    else:
        element.text += "”"


def _show(element: etree._Element) -> None:
    for attribute in ("hidden", "style", "class"):
        element.attrib.pop(attribute, None)


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text behind it in its place."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
