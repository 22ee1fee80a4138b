"""Controversy: a matter on which people are said to disagree, or for which someone is criticised."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from communique.records.base import ActorId, Certainty, ControversyId, MeetingId, Part, RuleName, Text
from communique.records.evidence import Attribution, DateMention, Evidence, PlaceMention


class Position(Part):
    """One side in a controversy: who takes it, and in which words."""

    stance: Literal["critical", "supportive", "neutral"]
    """Which side it is, seen from those the controversy is about."""
    attribution: Attribution | None
    """Who takes it; null for the article's own voice."""
    claim: Evidence
    """The words of the position."""
    certainty: Certainty
    """How sure the holder is, by the holder's own words."""


class Controversy(Part):
    """A matter on which people are said to disagree, or over which someone is criticised or investigated."""

    id: ControversyId
    """Readable, unique in the article, the same in every run."""
    name: Text
    """The matter, in a noun phrase from the text."""
    kind: Literal["allegation", "criticism", "dispute", "investigation", "concern"]
    """The form the disagreement takes."""
    about: tuple[ActorId, ...]
    """The actors whose conduct it is about."""
    positions: tuple[Position, ...]
    """Who takes which side, in which words."""
    standing: Literal["open", "unproven", "proven", "refuted", "settled"] | None
    """How it stands, only as the text itself says; null where it is silent."""
    meetings: tuple[MeetingId, ...]
    """The meetings it arose from."""
    date: DateMention | None
    """When it arose or took place; null where the text does not say."""
    place: PlaceMention | None
    """Where it arose or took place; null where the text does not say."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The passages that tell of it: at least one."""
    found_by: RuleName
    """The rule or engine that found it."""
