"""Implication: a consequence the article states."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from communique.records.base import ActorId, Certainty, ImplicationId, Part, Polarity, RecordId, RuleName
from communique.records.evidence import Attribution, Evidence


class Implication(Part):
    """A consequence the article states: something leads, led, may or will lead to something else."""

    id: ImplicationId
    """Readable, unique in the article, the same in every run."""
    cause: Evidence
    """The words for what leads to it."""
    effect: Evidence
    """The words for what comes of it, with their verb where the sentence has one."""
    cause_refs: tuple[RecordId, ...]
    """The records that the cause is about, coreference resolved."""
    effect_refs: tuple[RecordId, ...]
    """The records that the effect is about, coreference resolved."""
    cue: Evidence
    """The words that join cause and effect: "could", "led to", "made it difficult"."""
    direction: Literal["beneficial", "harmful", "mixed", "neutral"]
    """What it means for those affected, as the text puts it."""
    affects: tuple[ActorId, ...]
    """The actors it affects."""
    certainty: Certainty
    """How sure its holder is: certain, probable, possible or unknown, after FactBank."""
    polarity: Polarity
    """Whether it is said to be so or said not to be so."""
    time: Literal["past", "present", "future"]
    """When the effect takes place, by the tense of the text."""
    attribution: Attribution | None
    """Who holds it to be so; null for the article's own voice."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The sentences that state it: at least one."""
    found_by: RuleName
    """The rule or engine that found it."""
