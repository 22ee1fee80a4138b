"""A Sighting: one passage that tells of an encounter, before passages about the same one are joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.analyse.analysis import Date, Place

Kind = Literal[
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
Status = Literal["held", "planned", "proposed", "cancelled"]
Reference = Literal["indefinite", "definite", "demonstrative", "other"]
Span = tuple[int, int]


@dataclass(slots=True)
class Sighting:
    """What one passage says of one encounter. Token positions are indices into ``Analysis.tokens``."""

    trigger: int
    """The noun or verb that names it."""
    anchors: tuple[int, ...]
    """Tokens whose dates, places and purposes are the meeting's: the trigger, the verb that carries it."""
    word: str
    """The noun it is called by ("summit"), or the verb."""
    kind: Kind | Literal["meeting"]
    status: Status | None
    """``None``: it did not take place and is not going to; no meeting."""
    rule: str
    several: bool = False
    participants: tuple[int, ...] = ()
    reference: Reference = "indefinite"
    noun: bool = True
    phrase: Span | None = None
    """Offsets of the noun phrase that may serve as a name."""
    proper: bool = False
    """Whether the phrase names the meeting by a place or body ("the Helsinki summit")."""
    partitive: bool = False
    """"One of the meetings": one of those spoken of before."""
    date: Date | None = None
    place: Place | None = None
    loose_place: bool = False
    """The place is that of the event at whose sidelines it was: near, but no reason to tell two apart."""
    modifier: str = ""
    """The name before the noun: "Geneva" in "the Geneva summit"."""
    beside: tuple[int, ...] = ()
    """Entities of the subject of its clause: who is spoken of when "the meeting" is mentioned."""
    topics: tuple[Span, ...] = ()
    put_off: bool = False
    """Postponed or delayed: a new one told next takes its place."""
    within: int | None = None
    """Trigger of the sighting that this one takes place in ("…, where they held a press conference")."""
    apart: int | None = None
    """A verb whose meeting is another: "met |before the talks began|"."""
    evidence: tuple[int, ...] = field(default=())
    """Indices of sentences."""
