"""Quotations: stretches of a paragraph between quotation marks, with the tokens in them.

“Talks |failed,” she said. “Nobody was |surprised.”: two quotations of one paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from communique.analyse.analysis import Analysis

MARK = re.compile(r"[“”«»„\"]|''|``|(?<![\w’'])‘(?=\w)|(?<=[,.?!…])’(?!\w)")
OPENS = frozenset(("“", "«", "„", "``", "‘"))
CLOSES = frozenset(("”", "»", "’"))


class Quotation(NamedTuple):
    """One quotation: offsets of what stands between the marks, its tokens, its paragraph."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    closed: bool
    """Whether a closing mark ends it; a speech of several paragraphs has one at its very end only."""
    opens: bool
    """Whether the paragraph begins with it."""


def quotations(analysis: Analysis) -> tuple[Quotation, ...]:
    """All quotations, in order. One without a closing mark runs to the end of its paragraph, if the next
    paragraph begins with an opening mark; else it is no quotation."""
    text = analysis.document.text
    starts = [token.start for token in analysis.tokens]
    paragraphs = analysis.document.paragraphs
    found: list[Quotation] = []
    for number, block in enumerate(paragraphs):
        opened, mark = -1, ""
        for match in MARK.finditer(text, block.start, block.end):
            sign = match[0]
            if opened < 0:
                if sign in CLOSES:
                    continue
                opened, mark = match.end(), sign
            elif _closes(sign, mark):
                found.append(
                    _quotation(text, starts, (opened, match.start()), number, block.start, closed=True)
                )
                opened = -1
            elif sign in OPENS and sign == mark:
                opened = match.end()  # the one before was never closed
        if opened >= 0 and number + 1 < len(paragraphs):
            after = text[paragraphs[number + 1].start : paragraphs[number + 1].start + 2]
            if after.startswith(mark) or (mark == "''" and after == "''"):
                found.append(_quotation(text, starts, (opened, block.end), number, block.start, closed=False))
    return tuple(quotation for quotation in found if quotation.last > quotation.first)


def _closes(sign: str, mark: str) -> bool:
    pairs = {"“": "”", "«": "»", "„": "“”", "``": "''", "‘": "’", '"': '"', "''": "''"}
    return sign in pairs.get(mark, "") or (mark == "“" and sign == '"')


def _quotation(
    text: str, starts: list[int], inner: tuple[int, int], number: int, paragraph: int, *, closed: bool
) -> Quotation:
    start, end = inner
    opening = start - 1
    while opening > paragraph and text[opening - 1] in "'`":
        opening -= 1
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, first, last, number, closed, not text[paragraph:opening].strip())


class Quotes:
    """The quotations of an Analysis, to be asked what lies in one."""

    def __init__(self, analysis: Analysis) -> None:
        self.all = quotations(analysis)
        self.inside = [0] * (len(analysis.tokens) + 1)
        """For each token the number of the quotation it stands in, from 1; 0 outside."""
        for number, quote in enumerate(self.all, 1):
            for index in range(quote.first, quote.last):
                self.inside[index] = number
        self._starts = [quote.start for quote in self.all]

    def closing(self, start: int, end: int) -> int:
        """Where a stretch ends that begins before a quotation and breaks off within it: at its end."""
        at = bisect_left(self._starts, end) - 1
        if at >= 0 and start < self.all[at].start < end < self.all[at].end:
            return self.all[at].end
        return end
