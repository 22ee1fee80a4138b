"""Headings that nothing marks: told by their shape and by what stands around them.

A heading is one short line without a final stop, with a paragraph beneath it. Most short lines are none:
a line that is a quotation, an answer ("Yes."), a signature, a speaker's name, verse or an item of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from communique.read.pieces import Piece

LONGEST_TITLE = 250  # code points
LONGEST_HEADING = 100
_MOST_WORDS = 14
_PROSE = 60  # code points from which a piece with a final stop is a paragraph beneath a heading
_STOP = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_QUOTED = re.compile(r"^[\"“«„'‘].*[\"”»“'’]$")
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,6}|[A-Z])[.):]?\s+(?=[A-Z“\"'‘])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


def is_title(piece: Piece) -> bool:
    """Whether the first words of a text are its title."""
    words = piece.words
    if piece.mark.startswith("#") or piece.mark in {"=", "-"}:
        return True
    if piece.mark or len(words) > LONGEST_TITLE or piece.lines > 3:
        return False
    if words.endswith((",", ";", ":", ".", "…")) and not words.endswith(("U.S.", "U.N.", "U.K.")):
        return False
    first = words[0]
    return (first.isupper() or first.isdigit() or first in "\"“‘'«") and _letters(words) >= 3


def depth(piece: Piece) -> int:
    """How deep a heading lies by its marks: ``##`` 2, ``1.2`` 2, ``====`` 1, ``----`` 2, else 1."""
    if piece.mark.startswith("#"):
        return len(piece.mark)
    if piece.mark == "-":
        return 2
    if not piece.mark and (found := _NUMBERED.match(piece.words)):
        return found["number"].count(".") + 1
    return 1


def headings(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece of the article (title and boilerplate left out) whether it is a heading."""
    shaped = [_has_shape(piece) for piece in pieces]
    often = Counter(piece.words for piece, fits in zip(pieces, shaped, strict=True) if fits)
    found = [False] * len(pieces)
    for number in range(len(pieces) - 2, -1, -1):
        piece, below = pieces[number], pieces[number + 1]
        if piece.mark.startswith("#") or piece.mark in {"=", "-"}:
            found[number] = True
        elif shaped[number] and often[piece.words] < 2:
            found[number] = _is_prose(below) or (found[number + 1] and depth(below) > depth(piece))
    return found


def _is_prose(piece: Piece) -> bool:
    return piece.mark == "item" or len(piece.words) >= _PROSE or bool(_STOP.search(piece.words[-4:]))


def _has_shape(piece: Piece) -> bool:
    words = piece.words
    if piece.mark or len(words) > LONGEST_HEADING or piece.lines > 2:
        return False
    if words.endswith((".", "!", ",", ";", ":", "…", "-", "–", "—")) or _QUOTED.match(words):
        return False
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "\"“‘'"):
        return False
    return _letters(words) >= 3 and words.count(" ") < _MOST_WORDS


def _letters(words: str) -> int:
    return sum(len(word) for word in _WORD.findall(words))
