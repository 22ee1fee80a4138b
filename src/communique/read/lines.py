"""The lines of a text: where each begins and ends, and the blank ones counted."""

from __future__ import annotations

from typing import NamedTuple

# Not white space to Python, yet nothing that a reader sees.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_BLANK = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


class Line(NamedTuple):
    """A line with something on it. ``start`` and ``end`` leave out the white space around its words."""

    start: int
    end: int
    words: str
    gap: int
    """Blank lines between it and the line before (for the first line, before it)."""
    indent: int
    """Characters of white space before the words."""


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order. Line ends are those of ``str.splitlines``."""
    found: list[Line] = []
    position = gap = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and (words[0] in _INVISIBLE or words[-1] in _INVISIBLE):
            words = words.strip(_BLANK)
        if words:
            indent = line.index(words)
            start = position + indent
            found.append(Line(start, start + len(words), words, gap, indent))
            gap = 0
        else:
            gap += 1
        position += len(line)
    return found
