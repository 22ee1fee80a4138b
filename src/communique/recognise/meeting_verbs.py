"""Meetings told by a verb: met, hosted, visited, received, telephoned, spoke by phone, negotiated.

Sunak will meet Modi in Delhi on Friday.        The committee met its target.
└ a ─┘          └ b┘    └place┘  └date┘         no side to meet: no meeting
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from communique.analyse import lexicon
from communique.analyse.analysis import Place
from communique.recognise import meeting_people as people
from communique.recognise import meeting_status as status
from communique.recognise.meeting_scene import Scene
from communique.recognise.meeting_setting import date_of, place_of, topics_of
from communique.recognise.meeting_sighting import Kind, Sighting
from communique.recognise.meeting_words import meeting_words

_PERSONAL = frozenset({"person", "group", "government", "organization", "country"})
_MANY = frozenset(
    {"times", "often", "repeatedly", "regularly", "frequently", "twice", "occasions", "several"}
)


@lru_cache(maxsize=1)
def _guests() -> frozenset[str]:
    return frozenset(lexicon.load("meetings")["guests"]["words"])


def in_verbs(scene: Scene) -> Iterator[Sighting]:
    """The sightings that verbs tell of, in order of the text."""
    verbs = meeting_words().verbs
    for token in scene.tokens:
        frame = verbs.get(token.lemma.lower()) if token.upos == "VERB" else None
        if frame is None or token.deprel in {"amod", "compound"}:
            continue
        sighting = _read(scene, token.index, frame)
        if sighting is not None:
            yield sighting


def _read(scene: Scene, verb: int, frame: str) -> Sighting | None:
    found = _FRAMES[frame](scene, verb)
    if found is None:
        return None
    kind, sides, place = found
    standing = status.of_verb(scene, verb)
    if standing is None:
        return None
    anchors = _anchors(scene, verb)
    goal = len(anchors) > 1
    adverbs = {scene.tokens[each].text.lower() for each in scene.kids(verb, "advmod", "obl")}
    aside = kind == "meeting" and any(
        scene.base(child) in {"sideline", "sidelines", "margin", "margins"}
        for child in scene.kids(verb, "obl")
    )
    return Sighting(
        trigger=verb,
        anchors=anchors,
        word=scene.base(verb),
        kind="sidelines" if aside else kind,  # type: ignore[arg-type]
        status=standing,
        rule=f"meeting-verb:{frame}",
        several=bool(adverbs & _MANY),
        participants=sides,
        noun=False,
        date=date_of(scene, anchors),
        place=place or place_of(scene, anchors, goal),
        topics=topics_of(scene, verb, (verb,)),
        within=_container(scene, verb),
        evidence=(scene.tokens[verb].sentence,),
    )


def _anchors(scene: Scene, verb: int) -> tuple[int, ...]:
    """The verb, and the movement or plan that its infinitive belongs to: "flew to Oslo on Monday to meet"."""
    found = [verb]
    index = verb
    words = meeting_words()
    for _ in range(3):
        token = scene.tokens[index]
        relation = token.deprel.partition(":")[0]
        if relation not in {"advcl", "xcomp"} or token.xpos not in {"VB", "VBG"} or token.head == index:
            break
        moves = scene.is_one_of(token.head, words.movement)
        due = relation == "xcomp" and scene.is_one_of(
            token.head, words.infinitive["planned"] - {"agree", "decide", "promise", "vow"}
        )
        if not (moves or due):
            break
        index = token.head
        found.append(index)
    return tuple(found)


def _container(scene: Scene, verb: int) -> int | None:
    wheres = {scene.base(each) for each in scene.kids(verb, "advmod")}
    token = scene.tokens[verb]
    return token.head if "where" in wheres and token.deprel.startswith(("acl", "advcl")) else None


Found = tuple[Kind | str, tuple[int, ...], Place | None]


def _joined(*groups: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _is_plural(scene: Scene, verb: int) -> bool:
    """A subject that is more than one: "EU leaders met"."""
    for child in scene.kids(verb, "nsubj"):
        return scene.tokens[child].xpos in {"NNS", "NNPS", "CD"} or bool(scene.kids(child, "conj"))
    return False


def _meet(scene: Scene, verb: int) -> Found | None:
    if scene.kids(verb, "aux:pass"):
        return None
    lemma = scene.base(verb)
    objects = scene.kids(verb, "obj")
    company = people.companions(scene, verb)
    withs = [child for child in scene.kids(verb, "obl") if "with" in scene.cases(child)]
    if (objects and not scene.people(objects[0])) or (withs and not company):
        return None
    gathers = lemma in meeting_words().gather
    if objects and gathers:
        return None
    first = people.subject(scene, verb)
    if objects or company:
        second = _joined(scene.people(objects[0]) if objects else (), company)
        both = _joined(first, second)
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
    """ "received the chancellor at the palace"; not "received a letter", "welcomed the decision"."""
    passive = bool(scene.kids(verb, "aux:pass"))
    guests = scene.kids(verb, "nsubj:pass") if passive else scene.kids(verb, "obj")
    if not guests or not _is_guest(scene, guests[0]):
        return None
    hosts = people.agent(scene, verb) if passive else people.subject(scene, verb)
    if not hosts:
        return None
    place = place_of(scene, (verb,), goal=scene.base(verb) == "welcome")
    if scene.base(verb) in {"welcome", "receive"} and not (
        place or date_of(scene, (verb,)) or _to_talk(scene, verb)
    ):
        return None
    sides = _joined(hosts, scene.people(guests[0]))
    return ("visit", sides, place) if len(sides) > 1 else None


def _to_talk(scene: Scene, verb: int) -> bool:
    nouns = meeting_words().nouns
    return any(
        scene.base(child) in nouns and "for" in scene.cases(child) for child in scene.kids(verb, "obl")
    )


def _is_guest(scene: Scene, index: int) -> bool:
    entities = scene.people(index)
    kinds = {scene.analysis.entities[each].kind for each in entities}
    return bool(entities) and (kinds == {"person"} or scene.is_one_of(index, _guests()))


def _visit(scene: Scene, verb: int) -> Found | None:
    """ "visited Warsaw": the visitor, and where; "visited the king": both."""
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
            return "visit", _joined(visitors, hosts), None
    return None


def _place_at(scene: Scene, verb: int, target: int) -> Place | None:
    for token, place in scene.places.get(verb, ()):
        if token == target or place.first <= target < place.last:
            return place
    return None


def _call(scene: Scene, verb: int) -> Found | None:
    """ "telephoned X"; "called X" only with a day, a purpose or "by phone": "called him a liar" is none."""
    objects = scene.kids(verb, "obj")
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
    return "call", _joined(callers, called), None


def _by_phone(scene: Scene, verb: int) -> bool:
    phone = meeting_words().phone
    return any(
        scene.base(child) in phone and scene.cases(child) & {"by", "on", "over", "via", "through"}
        for child in scene.kids(verb, "obl", "advmod", "nmod")
    )


def _talk(scene: Scene, verb: int) -> Found | None:
    """ "spoke by phone with X"; speaking alone is no encounter."""
    if not _by_phone(scene, verb):
        return None
    sides = _joined(people.subject(scene, verb), people.companions(scene, verb), _addressee(scene, verb))
    return ("call", sides, None) if len(sides) > 1 else None


def _addressee(scene: Scene, verb: int) -> tuple[int, ...]:
    for child in scene.kids(verb, "obl"):
        if scene.cases(child) == {"to"}:
            return scene.people(child)
    return ()


def _sit(scene: Scene, verb: int) -> Found | None:
    """ "sat down with X"."""
    down = any(scene.base(each) == "down" for each in scene.kids(verb, "compound", "advmod"))
    sides = _joined(people.subject(scene, verb), people.companions(scene, verb))
    return ("meeting", sides, None) if down and people.companions(scene, verb) and len(sides) > 1 else None


def _negotiate(scene: Scene, verb: int) -> Found | None:
    first, second = people.subject(scene, verb), people.companions(scene, verb)
    sides = _joined(first, second)
    return ("negotiation", sides, None) if len(sides) > 1 and not scene.kids(verb, "aux:pass") else None


_FRAMES = {
    "meet": _meet,
    "host": _host,
    "visit": _visit,
    "call": _call,
    "talk": _talk,
    "sit": _sit,
    "negotiate": _negotiate,
}
