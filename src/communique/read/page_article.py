"""The article in a page: found by trafilatura, cut into pieces here.

trafilatura (Barbaresi 2021, ACL: "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery
and Extraction") decides which part of a page is the article. It is told to look for neither metadata nor
dates, to keep no memory of other pages (no deduplication), and it is given a tree, so that it loads nothing.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from communique.document import Piece
from communique.read.page_blocks import is_dropped, name, pieces

# What these libraries log is about their own attempts; without a handler it would go to standard error.
for _library in ("trafilatura", "justext", "readability"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_KEPT = frozenset(("script", "style", "head", "meta", "title", "link", "noscript", "form"))


def article(root: HtmlElement) -> tuple[Piece, ...]:
    """The pieces of the article in a page, in reading order; empty where there is none."""
    page = deepcopy(root)
    _prepare(page)
    found = bare_extraction(
        page,
        output_format="xml",  # leaves the tree as it is
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        with_metadata=False,
        deduplicate=False,
    )
    body = getattr(found, "body", None)
    return () if body is None else pieces(body)


def _prepare(page: HtmlElement) -> None:
    """Take out what is not shown, and markup that trafilatura takes for something else."""
    for element in list(page.iter()):
        if not isinstance(element.tag, str):
            continue
        tag = name(element)
        if tag == "q":  # it makes a block of its own of it
            _quote(element)
        elif tag == "wbr" or (tag == "sup" and is_dropped(element)):
            _remove(element)


def _quote(element: etree._Element) -> None:
    element.tag = "span"
    element.text = "“" + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + "”"
    else:
        element.text += "”"


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
