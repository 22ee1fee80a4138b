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
MOST_WORK = 60_000_000
"""The sum over all text of its length times its depth."""


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
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            depth += 1
            elements += 1
            size = len(element.text or "")
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


_PART = "save the article without what surrounds it, or copy its text into a .txt file"
