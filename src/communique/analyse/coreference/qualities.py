"""Nouns for bodies that mean no body here: "excessive force", "took office", "its mission to help"."""

from __future__ import annotations

from communique.analyse import agreement, lexicon
from communique.analyse.analysis import Token


def is_quality(lemma: str, definite: str, modifiers: list[str], country: str | None, purpose: bool) -> bool:
    """Whether a noun for a body means a quality here: "excessive force", "its authority", "took office"."""
    if lemma == "counsel":
        return definite == "possessive" or not definite
    if lemma == "office":
        return definite != "possessive"
    if lemma == "authority" and definite == "possessive":
        return not modifiers
    if lemma == "campaign" and definite != "possessive" and country is None:
        return True  # "the campaign has begun"; "her campaign denied it"
    if lemma in ("mission", "campaign", "movement") and definite == "possessive" and purpose:
        return True  # "its mission to feed the poor"
    if lemma in ("force", "authority", "opposition", "mission", "school", "church"):
        kinds = agreement.words("police security armed task border peacekeeping naval")
        return not definite and country is None and not kinds & set(modifiers)
    return False


@lexicon.cached
def media() -> frozenset[str]:
    """Words that make somebody of media: "state media", and not "social media"."""
    return agreement.words(lexicon.load("groups")["bodies"]["media"])


def has_purpose(index: int, tokens: tuple[Token, ...]) -> bool:
    """As in "its mission |to feed| the poor"."""
    after = tokens[index + 1 : index + 3]
    return [token.xpos for token in after] == ["TO", "VB"]


@lexicon.cached
def occasions() -> frozenset[str]:
    """Nouns of meeting: people are at them for an hour, and are not told apart by them."""
    nouns = lexicon.load("meetings")["nouns"]
    return frozenset(name.rpartition(" ")[2] for names in nouns.values() for name in names)
