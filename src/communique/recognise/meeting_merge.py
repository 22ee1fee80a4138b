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

from dataclasses import dataclass, field

from communique.recognise.meeting_sighting import Sighting, Status
from communique.records.edtf import bounds

_NEAR = 3
"""Sentences within which the same people retold are the same meeting."""
_RECALL = 15
"""Sentences over which "the meeting" alone still finds its meeting."""
_LAST = 200
"""No more meetings than these are looked back on, so that a long text takes no more time for each."""
_RANK: dict[Status, int] = {"proposed": 0, "planned": 1, "held": 2, "cancelled": 3}
_OPEN = frozenset({"meeting", "bilateral", "other"})
_FAMILY = _OPEN | {"summit", "negotiation", "sidelines", "visit", "conference"}
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
        if self.kind in _OPEN or (sighting.kind == "summit" and self.kind in _FAMILY):
            self.kind = sighting.kind if sighting.kind not in _OPEN or self.kind == "meeting" else self.kind
        if sighting.status is not None and _RANK[sighting.status] > _RANK[self.status]:
            self.status = sighting.status

    @property
    def date(self) -> Sighting | None:
        """The sighting whose date is the meeting's: the first with a value, else the first with a date."""
        dated = [each for each in self.sightings if each.date]
        return next((each for each in dated if each.date and each.date.edtf), dated[0] if dated else None)

    @property
    def place(self) -> Sighting | None:
        """The first sighting that gives a place."""
        return next((each for each in self.sightings if each.place), None)


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
    if group is None or sighting.kind in {"press_conference", "call"} or group.kind not in _FAMILY:
        return None
    if sighting.kind not in _FAMILY or sighting.several != group.several or not _people_fit(sighting, group):
        return None
    return group if not sighting.noun or group.kind in _OPEN or sighting.kind == group.kind else None


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
    fitting = [group for group in groups if _fits(sighting, group)]
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


def _fits(sighting: Sighting, group: Group) -> bool:
    """Whether nothing speaks against it."""
    if sighting.several != group.several or not _kinds_fit(sighting.kind, group.kind):
        return False
    if not _people_fit(sighting, group) or not _dates_fit(sighting, group):
        return False
    theirs = group.place
    if sighting.place is None or theirs is None or theirs.place is None:
        return True
    one, other = sighting.place, theirs.place
    within = one.name != other.name and one.country == other.country and one.country is not None
    return one.name == other.name or (within and not _both_towns(one.name, other.name))


def _both_towns(one: str, other: str) -> bool:
    """Of two places in one country the larger may hold the smaller only if it is the country itself."""
    from communique.analyse import tables

    return tables.country_by_name(one) is None and tables.country_by_name(other) is None


def _kinds_fit(one: str, other: str) -> bool:
    return one == other or (
        one in _FAMILY and other in _FAMILY and (one in _OPEN or other in _OPEN or _near_kinds(one, other))
    )


def _near_kinds(one: str, other: str) -> bool:
    return {one, other} <= {"summit", "negotiation", "sidelines"} and "sidelines" not in {one, other}


def _people_fit(sighting: Sighting, group: Group) -> bool:
    one, other = set(sighting.participants), set(group.participants)
    return not one or not other or one <= other or other <= one


def _dates_fit(sighting: Sighting, group: Group) -> bool:
    theirs = group.date
    one = sighting.date.edtf if sighting.date else None
    other = theirs.date.edtf if theirs is not None and theirs.date else None
    if not one or not other:
        return True
    return _overlap(one, other)


def _overlap(one: str, other: str) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(edtf: str) -> tuple[int, int, int]:
    part = edtf.partition("/")[0]
    return bounds(part).earliest if part not in {"", ".."} else (0, 1, 1)


def _last(edtf: str) -> tuple[int, int, int]:
    first, slash, last = edtf.partition("/")
    part = last if slash else first
    return bounds(part).latest if part not in {"", ".."} else (9999, 12, 31)


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
            and group.kind in _OPEN | {sighting.kind}
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
