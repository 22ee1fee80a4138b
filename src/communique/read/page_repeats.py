"""Large quotations that repeat words of the article: "If this fails, we start again", set beside the text.

They stand anywhere, also before the paragraph that they come from, and would be said twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.document import Piece

_LEAST = 8  # words; a shorter line can be said twice
_MOST = 80  # words of such a quotation
_SAME = 8  # candidates that begin with the same words
_WORD = re.compile(r"\w+")
_QUOTED = re.compile('[“"«]([^”"»]+)[”"»]')
_SHARE = 0.5  # of a paragraph that opens with a quotation; what follows names the speaker


def without_repeats(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with paragraphs that lie word for word in a longer one as boilerplate."""
    words = [_words(it.words) if it.kind == "paragraph" else [] for it in found]
    said = [_said(it, all_words) if all_words else [] for it, all_words in zip(found, words, strict=True)]
    candidates: dict[tuple[str, ...], list[int]] = {}
    for number, it in enumerate(said):
        if len(it) >= _LEAST and len(words[number]) <= _MOST:
            held = candidates.setdefault(tuple(it[:_LEAST]), [])
            if len(held) < _SAME:
                held.append(number)
    repeated: set[int] = set()
    for it in words:
        for at in range(len(it) - _LEAST + 1):
            for other in candidates.get(tuple(it[at : at + _LEAST]), ()):
                short = said[other]
                if len(words[other]) < len(it) and it[at : at + len(short)] == short:
                    repeated.add(other)
    return tuple(
        replace(it, kind="boilerplate") if number in repeated else it for number, it in enumerate(found)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _said(piece: Piece, words: list[str]) -> list[str]:
    """The words that must stand elsewhere: of a quotation and its speaker the quotation, else all."""
    quoted = _QUOTED.match(piece.words)
    inside = _words(quoted[1]) if quoted else []
    return inside if len(inside) >= _SHARE * len(words) else words
