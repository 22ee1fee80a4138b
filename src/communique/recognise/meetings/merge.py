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

from communique.recognise.meetings.fit import fits, people_fit
from communique.recognise.meetings.group import FAMILY, OPEN, Group
from communique.recognise.meetings.sighting import Sighting

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
        apart = of_anchor.get(sighting.apart) if sighting.apart is not None else None
        others = [each for each in groups[-_LAST:] if each is not apart]
        group = _container_itself(sighting, of_anchor) or _find(sighting, others)
        if group is None and sighting.word == "discuss":
            continue
        if group is None:
            group = Group([], several=sighting.several, kind=sighting.kind, status=sighting.status or "held")
            if sighting.partitive and not sighting.participants:
                group.participants = _whole(sighting, groups)
            if sighting.word == "one" and groups:
                _replace(groups[-1], group)
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


def _replace(old: Group, new: Group) -> None:
    """As in "the summit was postponed; a new one is planned": the old is not to be, the sides are."""
    new.participants = old.participants
    if old.status == "planned" and any(each.put_off for each in old.sightings):
        old.status = "cancelled"


def _container_itself(sighting: Sighting, of_anchor: dict[int, Group]) -> Group | None:
    """As in "met in Oslo, where they held talks" is one encounter; a press conference there is its own."""
    group = of_anchor.get(sighting.within) if sighting.within is not None else None
    if group is None:
        return None
    kinds = {sighting.kind, group.kind}
    if (
        (len(kinds) > 1 and not kinds <= FAMILY)
        or sighting.several != group.several
        or not people_fit(sighting, group)
    ):
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
    fitting = [group for group in groups if fits(sighting, group)]
    if sighting.reference == "other" or sighting.partitive:
        # "Another meeting" is another; only place and date together can show that it was told before.
        return next(
            (group for group in fitting if not sighting.several and _same_setting(sighting, group)), None
        )
    if sighting.several:
        return _generic(sighting, fitting)
    answering = [group for group in fitting if _same(sighting, group)]
    if not answering:
        return None
    # The last one; of those told in one breath, the one called by the same word.
    last = max(group.seen for group in answering)
    near = [
        group
        for group in answering
        if last - group.seen <= 1 or _called_alike(sighting, group) or _spoken_of(sighting, group)
    ]
    return max(
        near,
        key=lambda each: (
            _spoken_of(sighting, each),
            _just_planned(sighting, each),
            _called_alike(sighting, each),
            each.seen,
        ),
    )


def _just_planned(sighting: Sighting, group: Group) -> bool:
    """As in "A and B were to meet in Oslo, but the summit was put off": told in the same sentence."""
    return sighting.put_off and group.seen == sighting.evidence[0] and group.status != "held"


def _spoken_of(sighting: Sighting, group: Group) -> bool:
    """As in "after the meeting, A said …": one that A was at, where nothing else tells."""
    return not sighting.participants and bool(set(sighting.beside) & set(group.participants))


def _called_alike(sighting: Sighting, group: Group) -> bool:
    """As in "the talks" for talks, "the meeting" for those who met."""
    words = {"meeting" if each.word == "meet" else each.word for each in group.sightings}
    return sighting.noun and sighting.word in words


def _generic(sighting: Sighting, fitting: list[Group]) -> Group | None:
    """For "these meetings" the ones spoken of last; for "the meetings between A and B" those of the two."""
    if not fitting:
        return None
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


def _same_setting(sighting: Sighting, group: Group) -> bool:
    """Both name the same place and the same date."""
    place, date = group.place, group.date
    if sighting.place is None or sighting.date is None or place is None or date is None:
        return False
    if place.place is None or date.date is None or sighting.date.edtf is None:
        return False
    return place.place.name == sighting.place.name and date.date.edtf == sighting.date.edtf


def _same(sighting: Sighting, group: Group) -> bool:
    """Whether something speaks for it."""
    distance = sighting.evidence[0] - group.seen
    if sighting.word == "discuss":
        # Who discusses is one of those who met, or all of them, right after.
        return (
            group.status == "held"
            and distance <= _NEAR
            and set(sighting.participants) <= set(group.participants)
        )
    same_people = bool(sighting.participants) and set(sighting.participants) == set(group.participants)
    theirs, dated = group.place, group.date
    where = theirs.place.name if theirs is not None and theirs.place is not None else ""
    same_place = bool(where) and where in {sighting.place.name if sighting.place else "", sighting.modifier}
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
        if sighting.place is not None and theirs is not None and not sighting.loose_place:
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
