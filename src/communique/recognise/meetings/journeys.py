"""Verbs that send one side to the other: travelled to Oslo, invited B to Oslo, summoned the ambassador.

The minister travelled to Oslo.       The refugees travelled to Oslo.
└ office ───┘              └ state's capital: a visit ┘   no office: no visit
"""

from __future__ import annotations

from communique.analyse import tables
from communique.analyse.analysis import Place
from communique.recognise.meetings import people
from communique.recognise.meetings.phrase import kind_of
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.setting import place_of
from communique.recognise.meetings.words import meeting_words

Found = tuple[str, tuple[int, ...], Place | None]


def travel(scene: Scene, verb: int) -> Found | None:
    """As in "the minister will travel to Cairo"; nothing where the sentence says for which meeting."""
    travellers = people.subject(scene, verb)
    if not travellers or not all(_holds_office(scene, each) for each in travellers):
        return None
    if any(kind_of(scene, each) for each in scene.kids(verb, "obl")) or _for_a_meeting(scene, verb):
        return None
    place = _goal(scene, (verb,))
    homes = {scene.analysis.entities[each].country for each in travellers}
    if place is None or not _is_state_or_seat(place) or place.country in homes:
        return None
    return "visit", travellers, place


def invite(scene: Scene, verb: int) -> Found | None:
    """As in "A invited B to Oslo": a visit that is proposed."""
    guests = [each for each in scene.kids(verb, "obj") if _may_be_guest(scene, each)]
    if not guests or _for_a_meeting(scene, verb) or scene.kids(verb, "aux:pass"):
        return None
    place = _goal(scene, (verb, guests[0]))
    if place is None or any(kind_of(scene, each) for each in scene.kids(verb, "obl")):
        return None
    # "invited both to Oslo, where they met": told by what they did there
    if any(scene.kids(token, "acl") for token in range(place.first, place.last)):
        return None
    sides = (*people.subject(scene, verb), *scene.people(guests[0]))
    return "visit", tuple(dict.fromkeys(sides)), place


def summon(scene: Scene, verb: int) -> Found | None:
    """As in "the ministry summoned the ambassador", "summoned her to the palace"; not "to testify"."""
    guests = [each for each in scene.kids(verb, "obj") if _is_one_person(scene, each)]
    if not guests or scene.kids(verb, "xcomp", "advcl", "aux:pass"):
        return None
    hosts = people.subject(scene, verb)
    kinds = {scene.analysis.entities[each].kind for each in hosts}
    sides = tuple(dict.fromkeys((*hosts, *scene.people(guests[0]))))
    where = tuple(each for each in scene.kids(verb, "obl") if "to" in scene.cases(each))
    place = _goal(scene, (verb,)) or place_of(scene, where)  # "to Lima", "to the palace in Lima"
    return ("meeting", sides, place) if kinds and kinds <= {"person", "country", "government"} else None


def _holds_office(scene: Scene, entity: int) -> bool:
    """A person with a title, or told by an office: ministers visit, students only travel."""
    one = scene.analysis.entities[entity]
    if one.kind != "person":
        return False
    words = (word for name in (one.name, *one.aliases) for word in name.lower().split())
    return bool(one.roles) or any(word in scene.offices for word in words)


def _may_be_guest(scene: Scene, index: int) -> bool:
    kinds = {scene.analysis.entities[each].kind for each in scene.people(index)}
    return kinds == {"person"} or (bool(kinds) and scene.is_one_of(index, scene.offices))


def _is_one_person(scene: Scene, index: int) -> bool:
    return {scene.analysis.entities[each].kind for each in scene.people(index)} == {"person"}


def _for_a_meeting(scene: Scene, verb: int) -> bool:
    """As in "to meet the king", "for talks": then that is the meeting."""
    words = meeting_words()
    return any(
        scene.is_one_of(below, frozenset(words.verbs)) or scene.is_one_of(below, words.carry["hold"])
        for each in scene.kids(verb, "xcomp", "advcl")
        for below in (each, *scene.kids(each, "conj", "xcomp"))
    )


def _goal(scene: Scene, anchors: tuple[int, ...]) -> Place | None:
    for anchor in anchors:
        for token, place in scene.places.get(anchor, ()):
            if "to" in scene.cases(token) or (scene.base(anchor) == "leave" and "for" in scene.cases(token)):
                return place
    return None


def _is_state_or_seat(place: Place) -> bool:
    return tables.country_by_name(place.name) is not None or tables.capital(place.name) is not None
