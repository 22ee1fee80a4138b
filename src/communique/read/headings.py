"""Titles and headings that nothing marks: told by their shape and by what stands around them.

A heading is one short line without a final stop, with a paragraph beneath it. Most short lines are none:
a line that is a quotation, an answer ("Yes."), a signature, a speaker's name, a question in an interview,
verse, or an item of a list.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from communique.read.pieces import Piece

LONGEST_TITLE = 250  # code points
LONGEST_HEADING = 100
_MOST_WORDS = 14
_MOST_WORDS_ASKED = 10
_PROSE = 80  # code points from which a piece is prose even without a final stop
_OFTEN = 3  # times from which a short line is a speaker or a slot, not a heading
_RUN = 3  # so many short lines on end are verse, a table or a list
_CLOSED = "\"'”’»)]* "
_NOTES = re.compile(r"(?:\s*\[\w{1,3}\])+$")
_QUOTED = re.compile(r"[\"“«„‘'].*[\"”»“’']")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net)\b|@|#\w", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?")
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:\d{1,2}|[IVXL]{1,6}|[A-Z])[.):])"
    r"\s+(?=[A-Z“\"'‘])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_ABBREVIATED = ("U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "etc.", "Inc.", "Jr.", "Sr.", "Co.")


def is_title(piece: Piece) -> bool:
    """Whether the first words of a text can be its title."""
    words = piece.words
    if is_marked(piece):
        return True
    if piece.mark or len(words) > LONGEST_TITLE or piece.lines > 3:
        return False
    if words.endswith((",", ";", ":", ".", "…", '."', ".”")) and not words.endswith(_ABBREVIATED):
        return False
    first = words[0]
    return (first.isupper() or first.isdigit() or not first.isalnum()) and _letters(words) >= 3


def is_marked(piece: Piece) -> bool:
    """Whether a mark of layout says that the piece is a heading: ``## Talks``, or a row of ``=`` beneath."""
    return piece.mark.startswith(("#", "=", "-"))


def depth(piece: Piece) -> int:
    """How deep a heading lies by its marks: ``##`` 2, ``1.2`` 2, ``====`` 1, ``----`` 2, else 1."""
    if piece.mark.startswith("#"):
        return len(piece.mark)
    if piece.mark == "-":
        return 2
    if not piece.mark and (found := _NUMBERED.match(piece.words)):
        return found["number"].rstrip(".").count(".") + 1
    return 1


def headings(pieces: Sequence[Piece], barred: Sequence[bool]) -> list[int]:
    """For each piece the depth of the heading that it is, or 0.

    :param pieces: the pieces of the article in order, title and boilerplate left out
    :param barred: for each piece, whether its place rules out a heading (a line between title and byline)
    """
    interview = _is_interview(pieces)
    years = sum(_YEAR.fullmatch(piece.words) is not None for piece in pieces) > 1
    shaped = [
        has_heading_shape(piece, interview=interview) or (years and bool(_YEAR.fullmatch(piece.words)))
        for piece in pieces
    ]
    often = Counter(piece.words for piece, fits in zip(pieces, shaped, strict=True) if fits)
    found = [0] * len(pieces)
    for first, after in _runs(shaped):
        if after == len(pieces) or not _is_prose(pieces[after]) or barred[after - 1]:
            continue
        above = pieces[first - 1] if first else None
        if after - first >= _RUN or (above is not None and _leads_on(above)):
            first = after
        run = [number for number in range(first, after) if often[pieces[number].words] < _OFTEN]
        for number in run:
            found[number] = depth(pieces[number])
        if len(run) == 2 and depth(pieces[run[0]]) == depth(pieces[run[1]]):
            found[run[1]] += 1
    return [depth(piece) if is_marked(piece) else found[number] for number, piece in enumerate(pieces)]


def has_heading_shape(piece: Piece, *, interview: bool = False) -> bool:
    """Whether a piece looks like a heading by itself."""
    if piece.mark or len(piece.words) > LONGEST_HEADING or piece.lines > 2:
        return False
    words = _NOTES.sub("", piece.words)
    number = _NUMBERED.match(words)
    rest = words[number.end() :] if number else words
    if (
        not _ends_like_one(rest)
        or (_QUOTED.fullmatch(rest) and not number)
        or _INNER_STOP.search(rest)
        or _ADDRESS.search(rest)
    ):
        return False
    if not (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘'"):
        return False
    parts = rest.split()
    if (
        len(parts) > _MOST_WORDS
        or _letters(rest) < 3
        or sum(it[-1].isdigit() for it in parts) > len(parts) / 2
    ):
        return False
    opening = parts[0].lower().replace("’", "'").strip(",.")
    if (opening in _words("speakers") and not number) or opening in _words("captions"):
        return False
    return not rest.endswith("?") or (not interview and len(parts) <= _MOST_WORDS_ASKED and not _asks(rest))


def _ends_like_one(words: str) -> bool:
    last = words.rstrip(_CLOSED)[-1:]
    return (last != "" and last not in ".!,;:…-–—") or words.endswith(_ABBREVIATED)


def _asks(words: str) -> bool:
    return any(word.lower().replace("’", "'") in _words("addressed") for word in _WORD.findall(words))


def _is_interview(pieces: Sequence[Piece]) -> bool:
    """Whether questions in the text are put to somebody: two at least, by their words."""
    asked = (it for it in pieces if it.words.endswith("?") and len(it.words) < 300 and _asks(it.words))
    return next(asked, None) is not None and next(asked, None) is not None


def _runs(shaped: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches ``[first, after)`` of pieces that have the shape of a heading."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for number, fits in enumerate([*shaped, False]):
        if fits and first is None:
            first = number
        elif not fits and first is not None:
            found.append((first, number))
            first = None
    return found


def _is_prose(piece: Piece) -> bool:
    ends = piece.words[-6:].rstrip(_CLOSED)[-1:]
    return piece.mark == "item" or is_marked(piece) or len(piece.words) >= _PROSE or ends in tuple(".!?:…")


def _leads_on(piece: Piece) -> bool:
    """Whether a piece is unfinished, so that the line beneath belongs to it: "The demands were:"."""
    if piece.mark or len(piece.words) > 2 * LONGEST_HEADING:
        return piece.words.endswith(":")
    return piece.words.endswith((":", ",", ";"))


def _letters(words: str) -> int:
    return sum(len(word) for word in _WORD.findall(words))


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads((files("communique.read") / "headings.toml").read_text("utf-8"))
    return frozenset(table[name])
