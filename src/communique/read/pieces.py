"""Lines → pieces: what an author wrote as one paragraph, heading, row or list item, whatever the layout.

Three layouts of plain text are told apart: a paragraph to a line (with or without blank lines between),
paragraphs wrapped by hand at some column, and lists. A text may mix them: each stanza (lines without a blank
one between) is judged by itself first, then by the text as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from communique.read.lines import Line

_STOPS = tuple('.!?:;…"”’»)]')
_WIDEST_WRAP = 110  # columns; a longer line was not wrapped by hand
_NARROWEST_WRAP = 30
_INDENT = 2  # columns from which a first line counts as indented
_FULL = 0.85  # a wrapped line is full where it and the next word reach this share of the width
_LETTER = re.compile(r"[^\W\d_]|\d")
_BULLET = re.compile(r"[*•‣◦⁃▪▫●○■□◆➢►–—-](?=[\s])\s+|[•‣◦⁃▪▫●○■□◆➢►](?=\w)")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")


class Piece(NamedTuple):
    """One or more lines that belong together. ``start`` and ``end`` leave out marks of layout."""

    start: int
    end: int
    words: str
    """The words on one line, to judge their shape by."""
    lines: int
    gap: int
    """Blank lines before it."""
    mark: str
    """``item`` for a list item, ``#`` … ``######`` for a marked heading, ``=`` or ``-`` for an underlined
    one, else empty."""


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The pieces of a text in order. Rules and underlines, which hold no letter or digit, are left out."""
    pairs = _pairs(lines)
    width = _width(pairs)
    indented = width > 0 and _first_lines_indented(lines)
    found: list[Piece] = []
    for stanza in _stanzas(lines):
        own = width or _width(_pairs(stanza), share=0.5, least=2)
        found.extend(_cut(stanza, own, indented))
    return _numbered(found)


def _stanzas(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    first = 0
    for number, line in enumerate(lines):
        if line.gap and number > first:
            yield lines[first:number]
            first = number
    if first < len(lines):
        yield lines[first:]


def _pairs(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Neighbours without a blank line between, neither of them wider than a page."""
    return [
        (one, two)
        for one, two in pairwise(lines)
        if not two.gap and len(one.words) <= _WIDEST_WRAP and len(two.words) <= _WIDEST_WRAP
    ]


def _width(pairs: Sequence[tuple[Line, Line]], *, share: float = 0.3, least: int = 1) -> int:
    """The column at which lines were wrapped by hand, 0 where they were not.

    In wrapped English most lines go on in lower case after a line without a stop; where each line is a
    paragraph, nearly none does.
    """
    runs = [len(one.words) for one, two in pairs if _runs_on(one.words, two.words)]
    if len(runs) < max(least, share * len(pairs)):
        return 0
    width = sorted(runs)[int(len(runs) * 0.9) if len(runs) > 1 else 0]
    return width if width >= _NARROWEST_WRAP else 0


def _runs_on(one: str, two: str) -> bool:
    return two[0].islower() and not one.endswith(_STOPS)


def _first_lines_indented(lines: Sequence[Line]) -> bool:
    """Whether paragraphs begin with an indented line, rather than go on with indented ones."""
    begun = hanging = 0
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if line.indent > above.indent and not line.gap:
            hanging += _runs_on(above.words, line.words)
        if line.indent >= _INDENT and below.indent < line.indent and not below.gap:
            begun += 1
    return begun > hanging


def _cut(stanza: Sequence[Line], width: int, indented: bool) -> Iterator[Piece]:
    """The pieces of one stanza; ``width`` 0 where a line is a paragraph."""
    group: list[Line] = []
    mark = ""
    for number, line in enumerate(stanza):
        if _LETTER.search(line.words) is None:
            if group:
                yield _piece(group, mark or _underline(group, line))
            group, mark = [], ""
            continue
        if group and (not width or _begins(stanza[number - 1], line, mark, width, indented)):
            yield _piece(group, mark)
            group, mark = [], ""
        if not group:
            mark = _mark(line.words)
        group.append(line)
    if group:
        yield _piece(group, mark)


def _begins(above: Line, line: Line, mark: str, width: int, indented: bool) -> bool:
    """Whether a line of wrapped text begins a piece of its own."""
    full = _is_full(above, line, width)
    if mark.startswith("#"):
        return True
    if _mark(line.words):  # a dash may also stand at the beginning of a line by chance
        return not full or above.words.endswith(_STOPS) or mark == "item"
    if indented and line.indent >= _INDENT and not mark:
        return True
    if _runs_on(above.words, line.words):
        return len(above.words) < width / 2 and not above.words.endswith("-")
    return not full


def _is_full(above: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have had room on the line above."""
    first_word = line.words[: width + 1].split(maxsplit=1)[0]
    return above.indent + len(above.words) + 1 + len(first_word) >= _FULL * width


def _mark(words: str) -> str:
    if found := _HASHES.match(words):
        return found[1]
    return "item" if _BULLET.match(words) else ""


def _underline(group: Sequence[Line], rule: Line) -> str:
    """``=`` or ``-`` where a row of them underlines the single line above it."""
    same = rule.words[0] in "=-~_" and len(rule.words) >= 3 and set(rule.words) == {rule.words[0]}
    fits = len(group) == 1 and 0.5 <= len(rule.words) / len(group[0].words) <= 2
    if not same or not fits:
        return ""
    return "=" if rule.words[0] == "=" else "-"


def _piece(group: Sequence[Line], mark: str) -> Piece:
    first = group[0]
    start, end = first.start, group[-1].end
    words = first.words if len(group) == 1 else " ".join(line.words for line in group)
    if mark:
        found = _HASHES.match(words) or _BULLET.match(words)
        opening = found.end() if found else 0
        start, words = start + opening, words[opening:]
        if mark.startswith("#") and words.endswith("#"):
            bare = words.rstrip("#").rstrip() or words
            end, words = end - (len(words) - len(bare)), bare
    return Piece(start, end, words, len(group), first.gap, mark)


def _numbered(found: list[Piece]) -> list[Piece]:
    """Numbers of list items become marks, where at least two follow one another: "1. …", "2. …"."""
    numbers = [_item_number(piece) for piece in found]
    out: list[Piece] = []
    for at, (piece, number) in enumerate(zip(found, numbers, strict=True)):
        before = numbers[at - 1] if at else 0
        after = numbers[at + 1] if at + 1 < len(numbers) else 0
        if number and (after == number + 1 or (before and before == number - 1)):
            opening = _NUMBER.match(piece.words)
            assert opening is not None
            cut = opening.end()
            piece = piece._replace(start=piece.start + cut, words=piece.words[cut:], mark="item")
        out.append(piece)
    return out


def _item_number(piece: Piece) -> int:
    found = None if piece.mark else _NUMBER.match(piece.words)
    return int(found[1]) if found else 0
