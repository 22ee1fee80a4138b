"""Whether anything speaks against a passage being about a meeting told before."""

from __future__ import annotations

from communique.analyse import tables
from communique.recognise.meetings.group import FAMILY, OPEN, Group
from communique.recognise.meetings.sighting import Sighting
from communique.records.edtf import bounds


def fits(sighting: Sighting, group: Group) -> bool:
    """Whether nothing speaks against it."""
    if sighting.several != group.several or not _kinds_fit(sighting.kind, group.kind):
        return False
    if not people_fit(sighting, group) or not _dates_fit(sighting, group):
        return False
    if not _standing_fits(sighting, group):
        return False
    theirs = group.place
    where = theirs.place.name if theirs is not None and theirs.place is not None else ""
    if sighting.modifier and not _names_fit(sighting, group, where):
        return False
    if sighting.place is None or theirs is None or theirs.place is None:
        return True
    if sighting.loose_place or theirs.loose_place:
        return True
    one, other = sighting.place, theirs.place
    within = one.name != other.name and one.country == other.country and one.country is not None
    return one.name == other.name or (within and not _both_towns(one.name, other.name))


def _names_fit(sighting: Sighting, group: Group, where: str) -> bool:
    """As in "the Geneva summit": a meeting at Geneva, or one called so, or one that nothing yet places."""
    place = sighting.place.name if sighting.place else sighting.modifier
    if sighting.modifier in group.modifiers or place == where or where in sighting.modifier.split():
        return True
    return not group.modifiers and not where and sighting.status == group.status


def _standing_fits(sighting: Sighting, group: Group) -> bool:
    """What was called off is not what is told to have happened: "cancelled a visit … later visited"."""
    if group.status == "cancelled":
        return sighting.noun or sighting.status == "cancelled"
    happened = any(not each.noun and each.status == "held" for each in group.sightings)
    return not (sighting.status == "cancelled" and happened)


def _both_towns(one: str, other: str) -> bool:
    """Of two places in one country the larger may hold the smaller only if it is the country itself."""
    return tables.country_by_name(one) is None and tables.country_by_name(other) is None


def _kinds_fit(one: str, other: str) -> bool:
    return one == other or (
        one in FAMILY and other in FAMILY and (one in OPEN or other in OPEN or _near_kinds(one, other))
    )


def _near_kinds(one: str, other: str) -> bool:
    return {one, other} <= {"summit", "negotiation"} or {one, other} == {"summit", "sidelines"}


def people_fit(sighting: Sighting, group: Group) -> bool:
    """Whether the one names the same people as the other, or some of them, or nobody."""
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
