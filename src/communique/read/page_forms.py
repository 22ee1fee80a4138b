"""Boxes of a page that ask its reader for something: consent to cookies, an address for a newsletter.

Their classes are as often made up by software as not. What tells them is a button or a field beside a few
words of a kind that an article does not use next to one.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from communique.read.page_elements import is_longer, name

_CONTROLS = ("button", "input", "form")
_WHOLE = ("html", "body", "main", "article")
_LEAST = 40  # letters and digits from which a box says what it is for
_LONGEST_OFFER = 600  # code points
_LONGEST_CONSENT = 3_000
_HIGHEST = 6  # elements around a control within which its box is looked for
_MOST = 400  # controls of a page that are looked at
_CONSENT = re.compile(
    r"\bcookies?\b.*\b(?:consent\w*|partners?|privacy|settings|preferences|accept\w*|agree\w*)\b"
)
_OFFER = re.compile(
    r"\b(?:sign up|subscribe|newsletters?|(?:your|the) inbox|e-?mail (?:address|alerts?)|log ?in|sign in)\b"
)


def asking_boxes(page: HtmlElement) -> list[HtmlElement]:
    """The elements of such boxes, in the order of the page."""
    found: dict[HtmlElement, None] = {}
    for number, control in enumerate(page.iter(*_CONTROLS)):
        if number == _MOST:
            break
        box = _box(control)
        if box is not None and _asks(box):
            found[box] = None
    return list(found)


def _box(control: HtmlElement) -> HtmlElement | None:
    """The lowest element around a control, or the control, in which there is more than its own label."""
    box: etree._Element | None = control
    for _ in range(_HIGHEST):
        if box is None or name(box) in _WHOLE:
            return None
        if is_longer(box, _LONGEST_CONSENT) or sum(map(str.isalnum, _words(box))) >= _LEAST:
            return box
        box = box.getparent()
    return None


def _asks(box: HtmlElement) -> bool:
    if is_longer(box, _LONGEST_CONSENT) or box.find(".//h1") is not None:
        return False
    words = _words(box)
    if _CONSENT.search(words):
        return True
    return len(words) <= _LONGEST_OFFER and _OFFER.search(words) is not None


def _words(box: HtmlElement) -> str:
    return " ".join("".join(box.itertext()).lower().split())
