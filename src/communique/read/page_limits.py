"""How much of a page is read: enough for the longest article, and never more than a few seconds of work.

The extractor looks at the text of every element again and again, so that its time grows with the text times
the depth it lies at. Pages beyond these bounds are refused; no page of a newspaper or an encyclopaedia that
we know comes near them.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from communique.errors import InputError, TooLongInput
from communique.read.asked import LIMIT
from communique.read.file import RAISE, too_long

DEEPEST = 500
"""Elements within elements; browsers flatten what is deeper than 512."""
MOST_ELEMENTS = 40_000
"""Elements of a page, scripts, styles and drawings not counted."""
MOST_TAGS = 400_000
"""Tags of a page, opening and closing, and whatever else looks like one."""
MOST_WORK = 60_000_000
"""The sum over all text of its length times its depth, an element counted as so much text:"""
_AN_ELEMENT = 40

_UNCOUNTED = frozenset(("script", "style", "svg", "noscript", "template"))
_PART = "save the article without what surrounds it, or copy its text into a .txt file"


def refuse_too_many_tags(html: str) -> None:
    """Raise TooLongInput, before any tree is made, for a text with more tags than a page can have."""
    tags = html.count("<")
    if tags > MOST_TAGS:
        raise TooLongInput(f"the page is too long: {tags:,} tags, and {MOST_TAGS:,} are read", hint=_PART)


def refuse_too_deep(root: etree._Element) -> None:
    """Raise InputError where elements are nested more than ``DEEPEST`` deep."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise InputError(
                f"elements are nested more than {DEEPEST} deep in this page",
                hint="it is broken or hostile; save the page again from a browser",
            )


def refuse_too_much(page: HtmlElement, limit: int) -> None:
    """Raise TooLongInput for a page of more elements, text or work than is read.

    :param limit: the most code points of an article; a page may have as many as the default limit in any case
    """
    elements = depth = length = work = 0
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            depth += 1
            if element.tag in _UNCOUNTED:
                walk.skip_subtree()
                continue
            elements += 1
            size = len(element.text or "")
            work += depth * _AN_ELEMENT
        else:
            depth -= 1
            size = len(element.tail or "")
        length += size
        work += depth * size
    most = max(limit, LIMIT)
    if length > most:
        raise TooLongInput(too_long(f"{length:,} characters in this page", most), hint=RAISE)
    if elements > MOST_ELEMENTS:
        raise TooLongInput(
            f"the page is too long: {elements:,} elements, and {MOST_ELEMENTS:,} are read", hint=_PART
        )
    if work > MOST_WORK * (most // LIMIT):
        raise TooLongInput("the page is too long for how deeply its elements are nested", hint=_PART)
