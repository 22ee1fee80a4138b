"""What each verb of meeting makes of its arguments: who met, of what kind the encounter is, and where.

A frame returns ``None`` where the arguments are none of a meeting: "met its target", "called him a liar".
"""

from __future__ import annotations

from communique.analyse.analysis import Place
from communique.recognise.meetings import journeys, people
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.setting import date_of, place_of, topics_of
from communique.recognise.meetings.sighting import Kind
from communique.recognise.meetings.words import meeting_words

_PERSONAL = frozenset({"person", "group", "government", "organization", "country"})

Found = tuple[Kind | str, tuple[int, ...], Place | None]


def joined(*groups: tuple[int, ...]) -> tuple[int, ...]:
    """All of the entities, each once, in order."""
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _is_plural(scene: Scene, verb: int) -> bool:
    """A subject that is more than one: "EU leaders met"."""
    for child in scene.kids(verb, "nsubj"):
        if scene.tokens[child].text.lower() in {"they", "both"}:
            return True
        return scene.tokens[child].xpos in {"NNS", "NNPS", "CD"} or bool(scene.kids(child, "conj"))
    return False


def _meet(scene: Scene, verb: int) -> Found | None:
    if scene.kids(verb, "aux:pass"):
        return None
    lemma = scene.base(verb)
    objects = scene.kids(verb, "obj")
    company = people.companions(scene, verb)
    withs = [child for child in scene.kids(verb, "obl") if "with" in scene.cases(child)]
    arguments = (*objects, *withs, *scene.kids(verb, "nsubj"))
    # "met his wife", "make ends meet"
    if (
        any(scene.base(each) in meeting_words().kin for each in arguments)
        or scene.tokens[verb - 1].text == "ends"
    ):
        return None
    if (objects and not scene.people(objects[0])) or (withs and not company):
        return None
    gathers = lemma in meeting_words().gather
    if objects and gathers:
        return None
    first = people.subject(scene, verb)
    if objects or company:
        second = joined(scene.people(objects[0]) if objects else (), company)
        both = joined(first, second)
        return ("meeting", both, None) if first and second and len(both) > 1 else None
    if len(first) > 1 or (first and _is_plural(scene, verb)):
        named = [each for each in first if scene.analysis.entities[each].kind != "group"]
        if gathers and len(named) < 2 and not topics_of(scene, verb, (verb,)):
            return None
        return "meeting", first, None
    if len(first) == 1 and not gathers and lemma == "meet":
        body = scene.analysis.entities[first[0]].kind in {"organization", "government"}
        if body and (date_of(scene, (verb,)) or place_of(scene, (verb,)) or topics_of(scene, verb, (verb,))):
            return "conference", first, None
    return None


def _host(scene: Scene, verb: int) -> Found | None:
    """As in "received the chancellor at the palace"; not "received a letter", "welcomed the decision"."""
    passive = bool(scene.kids(verb, "aux:pass"))
    guests = scene.kids(verb, "nsubj:pass") if passive else _at_table(scene, verb) or scene.kids(verb, "obj")
    if not guests or not _is_guest(scene, guests[0]):
        return None
    hosts = people.agent(scene, verb) if passive else people.subject(scene, verb)
    if not hosts:
        return None
    place = place_of(scene, (verb,), goal=scene.base(verb) == "welcome")
    if scene.base(verb) in {"welcome", "receive"} and not (
        place or date_of(scene, (verb,)) or _to_talk(scene, verb) or _there(scene, verb)
    ):
        return None
    sides = joined(hosts, scene.people(guests[0]))
    return ("visit", sides, place) if len(sides) > 1 else None


def _at_table(scene: Scene, verb: int) -> list[int]:
    """As in "hosted a dinner for B", "hosted a state banquet in honour of B": B."""
    meals = [each for each in scene.kids(verb, "obj") if scene.is_one_of(each, meeting_words().meals)]
    below = [each for at in (*meals, *([verb] if meals else ())) for each in scene.kids(at, "nmod", "obl")]
    honoured = [
        each for at in below if scene.base(at) in {"honour", "honor"} for each in scene.kids(at, "nmod")
    ]
    return [*(each for each in below if scene.cases(each) == {"for"}), *honoured]


def _there(scene: Scene, verb: int) -> bool:
    """As in "…, where he was received by B"."""
    return any(scene.base(each) == "where" for each in scene.kids(verb, "advmod"))


def _to_talk(scene: Scene, verb: int) -> bool:
    nouns = meeting_words().nouns
    return any(
        scene.base(child) in nouns and "for" in scene.cases(child) for child in scene.kids(verb, "obl")
    )


def _is_guest(scene: Scene, index: int) -> bool:
    entities = scene.people(index)
    kinds = {scene.analysis.entities[each].kind for each in entities}
    return bool(entities) and (kinds == {"person"} or scene.is_one_of(index, scene.offices))


def _visit(scene: Scene, verb: int) -> Found | None:
    """As in "visited Warsaw": the visitor, and where; "visited the king": both."""
    if scene.kids(verb, "aux:pass"):
        return None
    visitors = tuple(
        each for each in people.subject(scene, verb) if scene.analysis.entities[each].kind in _PERSONAL
    )
    for target in scene.kids(verb, "obj"):
        place = _place_at(scene, verb, target)
        hosts = scene.people(target)
        if place is not None:
            return ("visit", visitors, place) if visitors else None
        if hosts and visitors and _is_guest(scene, target):
            return "visit", joined(visitors, hosts), None
        if visitors and all_places(scene, target):
            return "visit", visitors, None
    return None


def all_places(scene: Scene, target: int) -> bool:
    """As in "visited both capitals", "toured the two countries": several visits told as one."""
    kinds = {scene.analysis.entities[each].kind for each in scene.people(target)}
    plural = scene.base(target) in {"capital", "country", "state", "nation"}
    return plural and len(scene.people(target)) > 1 and kinds == {"country"}


def _place_at(scene: Scene, verb: int, target: int) -> Place | None:
    for token, place in scene.places.get(verb, ()):
        if token == target or place.first <= target < place.last:
            return place
    return None


def _call(scene: Scene, verb: int) -> Found | None:
    """As in "telephoned X"; "called X" only with a day or a purpose: "called him a liar" is none."""
    objects = scene.kids(verb, "obj")
    if not objects and scene.base(verb) == "call":
        return _called_on(scene, verb)
    if len(objects) != 1 or scene.kids(verb, "aux:pass"):
        return None
    callers, called = people.subject(scene, verb), scene.people(objects[0])
    if not callers or not called or not _is_guest(scene, objects[0]):
        return None
    if scene.base(verb) in {"call", "ring"}:
        if scene.kids(verb, "xcomp", "ccomp", "iobj", "compound:prt", "advmod:off"):
            return None
        if any(scene.cases(each) & {"for", "on", "upon", "into", "in", "as"} and each not in scene.date_tokens
               for each in scene.kids(verb, "obl")):  # fmt: skip
            return None
        purpose = any("to" in scene.cases(each) for each in scene.kids(verb, "advcl"))
        if not (purpose or date_of(scene, (verb,)) or _by_phone(scene, verb)):
            return None
    return "call", joined(callers, called), None


def _called_on(scene: Scene, verb: int) -> Found | None:
    """As in "called on the president at the palace"; not "called on the president to resign"."""
    if scene.kids(verb, "xcomp", "ccomp", "advcl", "aux:pass"):
        return None
    for child in scene.kids(verb, "obl"):
        if "on" in scene.cases(child) and _is_guest(scene, child) and not scene.kids(child, "acl"):
            sides = joined(people.subject(scene, verb), scene.people(child))
            persons = all(scene.analysis.entities[each].kind == "person" for each in sides)
            return ("visit", sides, None) if persons and len(sides) > 1 else None
    return None


def _by_phone(scene: Scene, verb: int) -> bool:
    phone = meeting_words().phone
    return any(
        scene.base(child) in phone and scene.cases(child) & {"by", "on", "over", "via", "through"}
        for below in (verb, *scene.kids(verb, "obj"))
        for child in scene.kids(below, "obl", "advmod", "nmod")
    )


def _talk(scene: Scene, verb: int) -> Found | None:
    """As in "spoke by phone with X"; speaking alone is no encounter."""
    if not _by_phone(scene, verb):
        return None
    sides = joined(people.subject(scene, verb), people.companions(scene, verb), _addressee(scene, verb))
    return ("call", sides, None) if len(sides) > 1 else None


def _addressee(scene: Scene, verb: int) -> tuple[int, ...]:
    for child in scene.kids(verb, "obl"):
        if scene.cases(child) == {"to"}:
            return scene.people(child)
    return ()


def _sit(scene: Scene, verb: int) -> Found | None:
    """As in "sat down with X"."""
    down = any(scene.base(each) == "down" for each in scene.kids(verb, "compound", "advmod"))
    sides = joined(people.subject(scene, verb), people.companions(scene, verb))
    return ("meeting", sides, None) if down and people.companions(scene, verb) and len(sides) > 1 else None


def _negotiate(scene: Scene, verb: int) -> Found | None:
    first, second = people.subject(scene, verb), people.companions(scene, verb)
    sides = joined(first, second)
    return ("negotiation", sides, None) if len(sides) > 1 and not scene.kids(verb, "aux:pass") else None


FRAMES = {
    "meet": _meet,
    "host": _host,
    "visit": _visit,
    "call": _call,
    "talk": _talk,
    "sit": _sit,
    "negotiate": _negotiate,
    "travel": journeys.travel,
    "invite": journeys.invite,
    "summon": journeys.summon,
}
