"""A text through the first step of analysis: tokens and sentences, each line a paragraph."""

from __future__ import annotations

from functools import lru_cache

from communique.analyse import STEPS
from communique.analyse.analysis import Analysis
from communique.document import Builder, Document


def lines(text: str) -> Document:
    """The Document of a text whose every line is a paragraph."""
    builder = Builder(text)
    at = 0
    for line in text.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if any(character.isalnum() for character in line):
            builder.mark("paragraph", start, end)
        at += len(line) + 1
    return builder.build()


@lru_cache(maxsize=512)
def parsed(text: str, *, steps: int = 1) -> Analysis:
    """The Analysis of a text after the first ``steps`` steps: 1 for the language model alone, 0 for none."""
    analysis = Analysis(lines(text))
    for step in STEPS[:steps]:
        analysis = step(analysis, None)
    return analysis


def whole(text: str) -> Analysis:
    """The Analysis of a text after all steps."""
    return parsed(text, steps=len(STEPS))
