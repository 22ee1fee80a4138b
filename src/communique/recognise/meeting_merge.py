"""Joins the passages that tell of one encounter.

A passage joins a meeting told before when nothing speaks against it and something speaks for it.

Against: both are one meeting or both are several; kinds that cannot be the same (a press conference is never
the summit it was given at); other people; a date outside the other's; another place; "another meeting".

For: "the summit", "these meetings", "during the press conference" - a definite phrase that the last fitting
meeting answers; or the same people together with the same date or place; or a retelling close by of the same
people ("X met Y in Oslo. The two spoke for an hour").

A generic meeting ("other meetings on the sidelines of summits") only joins generic ones.
"""

from __future__ import annotations

from communique.recognise.meeting_fit import fits, people_fit
from communique.recognise.meeting_group import FAMILY, OPEN, Group
from communique.recognise.meeting_sighting import Sighting

_NEAR = 3
"""Sentences within which the same people retold are the same meeting."""
_RECALL = 15
"""Sentences over which "the meeting" alone still finds its meeting."""
_LAST = 200
"""No more meetings than these are looked back on, so that a long text takes no more time for each."""


def merge(sightings: list[Sighting]) -> list[Group]:
    """Groups of sightings, in the order in which their meetings are first told."""
    groups: list[Group] = []
    of_anchor: dict[int, Group] = {}
    for sighting in sightings:
        group = _container_itself(sighting, of_anchor) or _find(sighting, groups[-_LAST:])
        if group is None and sighting.word == "discuss":
            continue
        if group is None:
            group = Group([], several=sighting.several, kind=sighting.kind, status=sighting.status or "held")
            if sighting.partitive and not sighting.participants:
                group.participants = _whole(sighting, groups)
            groups.append(group)
        group.add(sighting)
        place = sighting.place
        where = range(place.first, place.last) if place is not None else ()
        for anchor in (sighting.trigger, *sighting.anchors, *where):
            of_anchor.setdefault(anchor, group)
    numbers = {id(group): number for number, group in enumerate(groups)}
    for group in groups:
        outer = _outer(group, of_anchor)
        group.part_of = numbers[id(outer)] if outer is not None else None
    _share(groups)
    return groups


def _container_itself(sighting: Sighting, of_anchor: dict[int, Group]) -> Group | None:
    """As in "met in Oslo, where they held talks" is one encounter; a press conference there is its own."""
    group = of_anchor.get(sighting.within) if sighting.within is not None else None
    if group is None or sighting.kind in {"press_conference", "call"} or group.kind not in FAMILY:
        return None
    if sighting.kind not in FAMILY or sighting.several != group.several or not people_fit(sighting, group):
        return None
    return group if not sighting.noun or group.kind in OPEN or sighting.kind == group.kind else None


def _whole(sighting: Sighting, groups: list[Group]) -> tuple[int, ...]:
    """As in "One of the meetings": those who take part are the ones of the meetings just spoken of."""
    for group in reversed(groups):
        if group.several and sighting.evidence[0] - group.seen <= _RECALL:
            return group.participants
    return ()


def _find(sighting: Sighting, groups: list[Group]) -> Group | None:
    """The meeting that a sighting speaks of again."""
    if sighting.reference == "other" or sighting.partitive:
        return None
    fitting = [group for group in groups if fits(sighting, group)]
    if not fitting:
        return None
    if sighting.several:
        return _generic(sighting, fitting)
    for group in sorted(fitting, key=lambda each: each.seen, reverse=True):
        if _same(sighting, group):
            return group
    return None


def _generic(sighting: Sighting, fitting: list[Group]) -> Group | None:
    """For "these meetings" the ones spoken of last; for "the meetings between A and B" those of the two."""
    if sighting.reference == "demonstrative":
        return max(fitting, key=lambda each: each.seen)
    alike = [group for group in fitting if set(group.participants) == set(sighting.participants)]
    if sighting.reference == "definite" and sighting.participants and alike:
        plain = [group for group in alike if group.kind == sighting.kind and not _is_other(group)]
        return (plain or alike)[0]
    if sighting.reference == "definite" and not sighting.participants:
        return max(fitting, key=lambda each: each.seen)
    return None


def _is_other(group: Group) -> bool:
    return group.sightings[0].reference == "other" or group.kind == "sidelines"


def _same(sighting: Sighting, group: Group) -> bool:
    """Whether something speaks for it."""
    distance = sighting.evidence[0] - group.seen
    if sighting.word == "discuss":
        # Who discusses is one of those who met, or all of them, right after.
        return distance <= _NEAR and set(sighting.participants) <= set(group.participants)
    same_people = bool(sighting.participants) and set(sighting.participants) == set(group.participants)
    theirs, dated = group.place, group.date
    same_place = bool(sighting.place and theirs and theirs.place and sighting.place.name == theirs.place.name)
    same_date = bool(
        sighting.date
        and sighting.date.edtf
        and dated
        and dated.date
        and dated.date.edtf == sighting.date.edtf
    )
    if sighting.reference in {"definite", "demonstrative"}:
        if same_place or (same_date and sighting.noun):
            return True
        if sighting.place is not None and theirs is not None:
            return False
        known = (
            sighting.participants
            and not same_people
            and not set(sighting.participants) <= set(group.participants)
        )
        return distance <= _RECALL and not known and not (sighting.place and sighting.proper)
    if same_people and (same_place or same_date):
        return True
    if sighting.noun:
        return (
            same_people
            and distance <= 1
            and sighting.status == group.status
            and group.kind in OPEN | {sighting.kind}
        )
    return same_people and distance <= _NEAR and _one_standing(sighting, group)


def _one_standing(sighting: Sighting, group: Group) -> bool:
    return sighting.status in {group.status, "cancelled"} or group.status in {"planned", "proposed"}


def _outer(group: Group, of_anchor: dict[int, Group]) -> Group | None:
    """The meeting that a press conference or a meeting "at the summit" belongs to."""
    for sighting in group.sightings:
        outer = of_anchor.get(sighting.within) if sighting.within is not None else None
        if outer is not None and outer is not group and not outer.several:
            return outer
    return None


def _share(groups: list[Group]) -> None:
    """What a "where" clause tells holds for both: its people met there, and it took place when they met."""
    for group in groups:
        if group.part_of is None:
            continue
        outer = groups[group.part_of]
        if not outer.participants or set(outer.participants) < set(group.participants):
            outer.participants = group.participants
        if not group.participants and group.kind == "press_conference":
            group.participants = outer.participants
