"""Meetings: encounters in person or by call, each told by one passage or by several.

    One of the meetings took place in Geneva in June 2021, where A and B held a press conference. … The Geneva
    summit became a turning point.
        → Geneva summit: A, B, 2021-06, two pieces of evidence · press conference: part of it

1. Nouns (``meeting_nouns``) and verbs (``meeting_verbs``) of meeting are sighted, each with who, when, where,
   what about, and whether it was held, planned, proposed or cancelled.
2. Sightings of one encounter are joined (``meeting_merge``).
3. What is left without two sides, or without a place or date where one side is enough, is no meeting.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.analyse.analysis import Analysis, Date, Place
from communique.recognise.meetings.group import Group
from communique.recognise.meetings.merge import merge
from communique.recognise.meetings.name import key_of, name_of
from communique.recognise.meetings.nouns import in_nouns
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.sighting import Kind, Span, Status
from communique.recognise.meetings.verbs import in_verbs
from communique.recognise.meetings.words import meeting_words

_CONSULT = "CONSULT"
"""PLOVER's event for every meeting, visit and call; CAMEO's root 04. Given where the encounter took place."""
_ONE_SIDE_IS_ENOUGH = frozenset({"summit", "visit", "conference"})


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting as the rules found it. ``participants`` and ``part_of`` are indices, spans are offsets."""

    key: str
    """What the id is made of."""
    name: str
    kind: Kind
    status: Status
    several: bool
    participants: tuple[int, ...]
    """Indices into ``Analysis.entities``."""
    date: Date | None
    place: Place | None
    topics: tuple[Span, ...]
    part_of: int | None
    """Index into the tuple that ``recognise`` returns."""
    event_code: str | None
    evidence: tuple[Span, ...]
    """The sentences that tell of it."""
    found_by: str


def recognise(analysis: Analysis) -> tuple[MeetingFound, ...]:
    """The meetings an article tells of, in the order in which they are first told.

    Args:
        analysis: with tokens, sentences, mentions, entities, dates and places. Participants are found through
            mentions: an argument that stands for no entity is no side.
    """
    scene = Scene(analysis)
    sightings = sorted((*in_nouns(scene), *in_verbs(scene)), key=lambda each: each.trigger)
    groups = merge(sightings)
    kept = [number for number, group in enumerate(groups) if _is_meeting(group)]
    position = {number: index for index, number in enumerate(kept)}
    return tuple(_found(analysis, groups, groups[number], position) for number in kept)


def _is_meeting(group: Group) -> bool:
    """Two sides; or one, for an event that has sides of itself; or none, for one known by its place."""
    sides = len(group.participants)
    settled = group.place is not None or group.date is not None
    weak = all(
        each.noun and each.word in meeting_words().weak - {"conference", "congress"}
        for each in group.sightings
    )
    if sides > 1:
        return True
    if group.several or weak:
        return sides == 1 and group.kind == "visit"
    if sides == 1:
        if group.status == "cancelled":
            return True
        if group.kind == "visit":
            return group.place is not None
        if group.kind == "meeting" and any(each.put_off for each in group.sightings):
            return True
        return group.kind in _ONE_SIDE_IS_ENOUGH or (
            settled and group.kind in {"negotiation", "meeting", "sidelines"}
        )
    if group.kind == "negotiation" and group.status in {"held", "planned"} and _has_matter(group):
        return True
    if group.sightings[0].word == "one" and settled:
        return True
    if group.kind == "summit" and group.date is not None and group.status != "held":
        return True
    if group.kind == "meeting" and group.place is not None and group.date is not None:
        return True
    named = any(each.proper for each in group.sightings)
    return (
        group.kind in {"summit", "negotiation", "conference"}
        and group.place is not None
        and (named or settled)
    )


def _has_matter(group: Group) -> bool:
    """As in "delayed talks on a gas deal": told by verb and matter, though not who talks."""
    return any((each.topics and len(each.anchors) > 1) or each.put_off for each in group.sightings)


def _found(analysis: Analysis, groups: list[Group], group: Group, position: dict[int, int]) -> MeetingFound:
    outer = groups[group.part_of] if group.part_of is not None else None
    kind = _kind(group)
    date, place = group.date, group.place
    if outer is not None and kind == "press_conference":
        # Given where and when the meeting was that it is part of.
        date, place = date or outer.date, place or outer.place
    name = name_of(analysis, group, kind)
    lender = Group([each for each in (date, place) if each is not None], several=group.several)
    first = group.sightings[0]
    sentences = sorted({index for each in group.sightings for index in each.evidence})
    return MeetingFound(
        key=key_of(name, lender, kind),
        name=name,
        kind=kind,
        status=group.status,
        several=group.several,
        participants=group.participants,
        date=date.date if date else None,
        place=place.place if place else None,
        topics=tuple(dict.fromkeys(span for each in group.sightings for span in each.topics)),
        part_of=position.get(group.part_of) if group.part_of is not None else None,
        event_code=_CONSULT if group.status == "held" else None,
        evidence=tuple((analysis.sentences[i].start, analysis.sentences[i].end) for i in sentences),
        found_by=first.rule,
    )


def _kind(group: Group) -> Kind:
    """A meeting of two sides is bilateral; of more, or of a group, it is ``other``."""
    if group.kind in {"meeting", "bilateral", "other"}:
        return "bilateral" if len(group.participants) == 2 else "other"
    return group.kind  # type: ignore[return-value]
