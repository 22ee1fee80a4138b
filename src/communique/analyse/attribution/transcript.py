"""Lines of an interview or a debate: "|OKAFOR|: |The talks will go on.|", "Q: …"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.spans import trimmed
from communique.analyse.certainty.clause import lowered

CUE = Cue(
    "transcript", "assert", frozenset(("quotation",)), frozenset(), frozenset(), "certain", "positive",
    "unknown", False, None,
)  # fmt: skip
LONGEST = 6
"""Tokens of a name before the colon."""
PARTS = frozenset(
    ("q", "a", "question", "answer", "reporter", "host", "moderator", "interviewer", "interpreter")
)
"""Who speaks where no name stands."""
MARKS = frozenset(('"', "“", "''", "``", "—", "-", "~", "*"))


def lines(analysis: Analysis) -> Iterator[Attributed]:
    """One attribution for each paragraph that begins with a speaker and a colon."""
    tokens = analysis.tokens
    at = 0
    for block in analysis.document.paragraphs:
        while at < len(tokens) and tokens[at].start < block.start:
            at += 1
        first = at
        while first < len(tokens) and tokens[first].text in MARKS:
            first += 1
        colon = first
        while colon < min(first + LONGEST, len(tokens)) and _named(analysis, colon):
            colon += 1
        if not first < colon < len(tokens) - 2 or tokens[colon].text != ":" or tokens[colon].end >= block.end:
            continue
        last = colon + 1
        while last < len(tokens) and tokens[last].start < block.end:
            last += 1
        start, stop = trimmed(analysis, colon + 1, last, that=False)
        if stop - start < 3:
            continue
        names = lowered(tokens[first]) not in PARTS
        head = next(
            (i for i in range(start, stop) if not start <= tokens[i].head < stop or tokens[i].head == i), -1
        )
        end = tokens[stop].end if stop < last and tokens[stop].text in ".?!…" else tokens[stop - 1].end
        yield Attributed(
            (tokens[first].start, tokens[colon - 1].end),
            _head(analysis, first, colon) if names else -1,
            None,
            (tokens[colon].start, tokens[colon].end),
            colon,
            (tokens[start].start, end),
            head,
            True,
            CUE,
            False,
            "transcript",
        )


def _named(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    if token.text == ":" or not any(c.isalnum() for c in token.text):
        return token.text in (".", ",")
    return (
        token.tag[2:] in ("PER", "ORG")
        or (token.text.isupper() and token.text.isalpha())
        or lowered(token) in PARTS
        or (token.upos == "PROPN" and token.text[:1].isupper())
    )


def _head(analysis: Analysis, first: int, last: int) -> int:
    """The topmost token of a name."""
    for index in range(first, last):
        if not first <= analysis.tokens[index].head < last:
            return index
    return last - 1
