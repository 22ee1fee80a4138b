"""A Group: the sightings of one encounter, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.recognise.meetings.sighting import Sighting, Status

_RANK: dict[Status, int] = {"proposed": 0, "planned": 1, "held": 2, "cancelled": 3}
OPEN = frozenset({"meeting", "bilateral", "other"})
"""Kinds that say nothing of the form of a meeting."""
FAMILY = OPEN | {"summit", "negotiation", "sidelines", "conference"}
"""Kinds that one encounter may be called by in turn: "the talks", "the meeting", "the summit"."""


@dataclass(slots=True)
class Group:
    """The sightings of one encounter, in order of the text."""

    sightings: list[Sighting]
    participants: tuple[int, ...] = ()
    kind: str = "meeting"
    status: Status = "held"
    several: bool = False
    part_of: int | None = None
    seen: int = field(default=0)
    """The last sentence that speaks of it."""

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        self.participants = tuple(dict.fromkeys((*self.participants, *sighting.participants)))
        self.seen = max(self.seen, *sighting.evidence)
        if self.kind in OPEN or (sighting.kind == "summit" and self.kind in FAMILY):
            self.kind = sighting.kind if sighting.kind not in OPEN or self.kind == "meeting" else self.kind
        told = sighting.word != "discuss"
        if told and sighting.status is not None and _RANK[sighting.status] > _RANK[self.status]:
            self.status = sighting.status

    @property
    def date(self) -> Sighting | None:
        """The sighting whose date is the meeting's: the first with a value, else the first with a date."""
        dated = [each for each in self.sightings if each.date]
        return next((each for each in dated if each.date and each.date.edtf), dated[0] if dated else None)

    @property
    def place(self) -> Sighting | None:
        """The first sighting that gives a place."""
        placed = [each for each in self.sightings if each.place]
        return next((each for each in placed if not each.loose_place), placed[0] if placed else None)

    @property
    def modifiers(self) -> frozenset[str]:
        """The names it goes by: "Geneva", "G7"."""
        return frozenset(each.modifier for each in self.sightings if each.modifier)
