"""What the words on the way from a predicate to its holder amount to so far."""

from __future__ import annotations

from typing import Literal, NamedTuple

from communique.analyse.attribution.cues import Cue
from communique.analyse.certainty.clause import least
from communique.analyse.certainty.words import Effect, Time
from communique.records.base import Certainty

Rule = Literal[
    "modal", "adverb", "negation", "embedding", "cue", "condition", "conditional", "question", "purpose",
    "adjective", "without", "shared",
]  # fmt: skip


class Sign(NamedTuple):
    """Why: a rule, and the token that it goes by."""

    rule: Rule
    token: int


class Reading:
    """What the words read so far amount to."""

    def __init__(self) -> None:
        self.certainty: Certainty = "certain"
        self.negative = False
        self.time: Time | None = None
        self.signs: list[Sign] = []

    def weaken(self, certainty: Certainty, rule: Rule, token: int) -> None:
        """Make it no surer than ``certainty``."""
        self.certainty = least(self.certainty, certainty)
        self.signs.append(Sign(rule, token))

    def deny(self, rule: Rule, token: int) -> None:
        """Turn it round."""
        self.negative = not self.negative
        self.signs.append(Sign(rule, token))

    def take(self, effect: Effect, rule: Rule, token: int) -> None:
        """Put it under a word that takes it."""
        self.certainty = least(self.certainty, effect.certainty)
        self.negative ^= effect.negative
        self.signs.append(Sign(rule, token))


def cue_effect(cue: Cue, *, negated: bool) -> Effect:
    """What a cue of saying or thinking makes of its content, itself denied or not."""
    negative = cue.polarity == "negative"
    if negated and cue.negated == "kept" and negative:
        return Effect("certain", negative=False)  # "nobody doubts that"
    if not negated or cue.negated == "kept":
        return Effect(cue.certainty, negative)
    if cue.negated == "negative":
        return Effect(cue.certainty, not negative)
    return Effect("unknown", False)
