"""Words on a page → lines, and which of them stand in the margins of every page.

A line is what stands on one baseline within a column. Running heads and feet are told by standing at the same
height on several pages with the same words, numbers aside; page numbers by being nothing else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.read.pdf_process import Page, Word

_APART = 0.9  # of the size of letters: a wider gap may be one between columns
_LEVEL = 0.35  # of the size: baselines that differ less are one
_SMALL = 0.9  # of the usual size
_MARGIN_ROWS = 3  # at the top and at the bottom, which running heads are looked for in
_SHARE = 0.25  # of the pages that a running head stands on, and two at least
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.IGNORECASE
)
_RAISED_NOTE = re.compile(r"[\d*†‡§,]{1,4}")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, all in points; ``page`` counts from 0."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    page: int
    first: float = 0.0
    """How wide its first word is."""
    number: str = ""
    """The raised number or mark that it begins with, as footnotes do."""


def lines(page: Page, number: int) -> list[Line]:
    """The lines of a page in the order in which the file draws them, cut at every wide gap."""
    found: list[Line] = []
    row: list[Word] = []
    for word in page.words:
        if word.turned:
            continue
        if row and not _goes_on(row[-1], word):
            found.append(line(row, number))
            row = []
        row.append(word)
    if row:
        found.append(line(row, number))
    return [it for it in found if it.text or it.number]


def _goes_on(one: Word, two: Word) -> bool:
    size = max(one.size, two.size)
    return (
        abs(one.baseline - two.baseline) <= _LEVEL * size
        and -0.5 * size <= two.left - one.right <= _APART * size
    )


def line(words: Sequence[Word], page: int) -> Line:
    """One line of words that stand on it."""
    letters: Counter[float] = Counter()
    bold = 0
    for word in words:
        letters[word.size] += len(word.text)
        bold += len(word.text) if word.bold else -len(word.text)
    size = max(letters, key=lambda it: (letters[it], it))
    kept = [word for word in words if not _is_raised(word, size, words)]
    number = words[0].text if len(kept) < len(words) and kept[:1] != [words[0]] else ""
    kept = kept or list(words)
    return Line(
        " ".join(word.text for word in kept),
        min(word.left for word in words),
        max(word.right for word in words),
        max((word.baseline for word in kept if word.size == size), default=words[0].baseline),
        size,
        bold > 0,
        page,
        kept[0].right - kept[0].left,
        number,
    )


def _is_raised(word: Word, size: float, words: Sequence[Word]) -> bool:
    """Whether a word is the mark of a footnote: a number smaller than the line and above its baseline."""
    if word.size > 0.85 * size or not _RAISED_NOTE.fullmatch(word.text):
        return False
    return word.baseline > min(it.baseline for it in words) + 0.1 * size


def merged(pieces: Iterable[Line], page: int) -> list[Line]:
    """Lines of one column, top to bottom: those on one baseline are one."""
    rows: list[list[Line]] = []
    for it in sorted(pieces, key=lambda one: (-one.baseline, one.left)):
        if rows and abs(rows[-1][0].baseline - it.baseline) <= _LEVEL * min(rows[-1][0].size, it.size):
            rows[-1].append(it)
        else:
            rows.append([it])
    return [_one(sorted(row, key=lambda it: it.left), page) for row in rows]


def _one(row: list[Line], page: int) -> Line:
    if len(row) == 1:
        return row[0]
    longest = max(row, key=lambda it: len(it.text))
    return Line(
        " ".join(it.text for it in row if it.text),
        row[0].left,
        max(it.right for it in row),
        longest.baseline,
        longest.size,
        all(it.bold for it in row),
        page,
        row[0].first,
        row[0].number,
    )


def margins(pages: Sequence[Sequence[Line]]) -> list[frozenset[int]]:
    """For each page the numbers of the lines that are running heads, running feet and page numbers."""
    rows = [_rows(each) for each in pages]
    sizes = sorted(it.size for each in pages for it in each)
    small = _SMALL * sizes[len(sizes) // 2] if sizes else 0.0
    where: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, found in enumerate(rows):
        for row in (*found[:_MARGIN_ROWS], *found[-_MARGIN_ROWS:]):
            key = _key(pages[number], row)
            for height in (key[1] - 1, key[1], key[1] + 1):
                where[key[0], height].add(number)
    least = max(2, _SHARE * len(pages))
    return [_outer(each, found, where, least, small) for each, found in zip(pages, rows, strict=True)]


def _rows(found: Sequence[Line]) -> list[list[int]]:
    """The numbers of lines by baseline, top to bottom."""
    rows: list[list[int]] = []
    for number in sorted(range(len(found)), key=lambda it: (-found[it].baseline, found[it].left)):
        if rows and abs(found[rows[-1][0]].baseline - found[number].baseline) <= 2:
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


def _key(found: Sequence[Line], row: Sequence[int]) -> tuple[str, int]:
    words = " ".join(found[it].text for it in row)
    return _DIGITS.sub("#", words.lower()), round(found[row[0]].baseline / 4)


def _outer(
    found: Sequence[Line],
    rows: Sequence[Sequence[int]],
    where: dict[tuple[str, int], set[int]],
    least: float,
    small: float,
) -> frozenset[int]:
    """From either end inwards, as long as rows are of the margin.

    A row of small type that stands apart at the top of a page is of the margin though no other page has it.
    """
    out: set[int] = set()
    for ordered in (rows, rows[::-1]):
        for row in ordered[:_MARGIN_ROWS]:
            words = " ".join(found[it].text for it in row)
            apart = ordered is rows and _stands_apart(found, ordered, row, small)
            often = len(where.get(_key(found, row), ())) >= least
            if not (apart or often or _PAGE_NUMBER.fullmatch(words)):
                break
            out.update(row)
    return frozenset(out) if len(out) < len(found) or len(rows) <= 2 else frozenset()


def _stands_apart(
    found: Sequence[Line], rows: Sequence[Sequence[int]], row: Sequence[int], small: float
) -> bool:
    at = rows.index(row)
    if at + 1 >= len(rows) or any(found[it].size > small for it in row):
        return False
    return found[row[0]].baseline - found[rows[at + 1][0]].baseline > 2 * small
