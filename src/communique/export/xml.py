"""Text in XML 1.0: what the standard escapes, and what it cannot hold at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The complement of Char in XML 1.0, production 2.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

REPLACEMENT = "\ufffd"

# A reader makes other line ends and tabs of these, unless they are written as references.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def legal(text: str) -> str:
    """The text with U+FFFD in place of every character that XML cannot hold, such as most controls."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def escaped(text: str) -> str:
    """The text as it stands between tags and in a quoted attribute, to be read back unchanged if legal."""
    return legal(text).translate(_ESCAPES)


def illegal(texts: Iterable[str]) -> int:
    """How many characters of the texts XML cannot hold."""
    return sum(len(_ILLEGAL.findall(text)) for text in texts)
