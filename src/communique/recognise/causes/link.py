"""A Link: one cause and one effect in the words of a sentence, as tokens."""

from __future__ import annotations

from typing import NamedTuple

Stretch = tuple[int, int]
"""Half-open span of tokens."""


class Link(NamedTuple):
    """Cause, effect and the words between them. Positions are indices into ``Analysis.tokens``."""

    trigger: int
    """The word whose mood, negation and tense are the link's."""
    cause: Stretch
    cause_head: int
    effect: Stretch
    effect_head: int
    cue: Stretch
    sign: str
    """What the trigger says of the effect: ``harm`` · ``help`` · ``raise`` · ``lower`` · empty."""
    rule: str
    back: bool = False
    """Whether the cause stands in the sentence before."""
