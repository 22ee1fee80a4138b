"""Meeting: an encounter, in person or by call."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from communique.records.base import ActorId, MeetingId, Part, RuleName, Text, patterned
from communique.records.evidence import DateMention, Evidence, PlaceMention

EventCode = Annotated[str, patterned("^(?:[0-9]{2,4}|[A-Z][A-Z_-]*[A-Z])$")]


class Meeting(Part):
    """An encounter, in person or by call: summit, visit, negotiation, press conference given together."""

    id: MeetingId
    """Readable, unique in the article, the same in every run."""
    name: Text
    """What a reader would call it: "Geneva summit"."""
    kind: Literal[
        "summit",
        "bilateral",
        "sidelines",
        "visit",
        "call",
        "negotiation",
        "conference",
        "press_conference",
        "other",
    ]
    """The form of the encounter."""
    status: Literal["held", "planned", "proposed", "cancelled"]
    """Whether it took place, as far as the text tells."""
    several: bool
    """True where the text speaks of a number of meetings as one."""
    participants: tuple[ActorId, ...]
    """The actors who met."""
    date: DateMention | None
    """When it took place; null where the text does not say."""
    place: PlaceMention | None
    """Where it took place; null where the text does not say."""
    topics: tuple[Evidence, ...]
    """What was on the agenda."""
    part_of: MeetingId | None
    """The meeting that this one belongs to, as a press conference to a summit."""
    event_code: EventCode | None
    """A code of PLOVER or CAMEO, or null."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The passages that tell of it: at least one."""
    found_by: RuleName
    """The rule or engine that found it."""
