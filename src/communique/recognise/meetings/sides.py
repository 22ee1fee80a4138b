"""Who takes part in a meeting that a noun names: within its phrase, and by the verb that carries it."""

from __future__ import annotations

from communique.recognise.meetings import people
from communique.recognise.meetings.phrase import kind_of
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.words import meeting_words

_SELF = frozenset({"attend", "join"})
"""Verbs whose subject takes part even where the sides are named: "Blinken attended talks between A and B"."""

_BETWEEN_TWO = frozenset({"negotiation", "meeting", "visit", "call"})
"""Kinds of encounter that a host and the guest whom he asks make up together."""


def sides_of(
    scene: Scene, inner: int, noun: int, verb: int | None, anchors: tuple[int, ...]
) -> tuple[int, ...]:
    """The sides of a meeting that a noun names: its own, and those of the verb that carries it.

    ``inner`` is the noun ("talks"), ``noun`` what stands for it in the sentence ("round of talks").
    """
    found, closed = people.named_by_noun(scene, inner)
    if noun != inner:
        more, shut = people.named_by_noun(scene, noun)
        found, closed = tuple(dict.fromkeys((*found, *more))), closed or shut
    sides = list(found)
    if verb is not None and verb != noun:
        extra = _by_verb(scene, noun, verb, found, carries=verb in anchors, closed=closed)
        sides = list(dict.fromkeys([*(each for each in extra if each not in sides), *sides]))
    for anchor in anchors[1:]:
        for each in (
            people.agent(scene, anchor) if scene.tokens[anchor].deprel == "acl" and not closed else ()
        ):
            if each not in sides:
                sides.append(each)
    return tuple(sides)


def _by_verb(
    scene: Scene, noun: int, verb: int, found: tuple[int, ...], *, carries: bool, closed: bool
) -> list[int]:
    """Those whom the verb adds: "A and B held talks", "A called for talks with B"."""
    lists = meeting_words().carry
    wanted = lists["plan"] | lists["propose"]
    extra: list[int] = []
    passive = bool(scene.kids(verb, "aux:pass"))
    object_of = not scene.tokens[noun].deprel.startswith("nsubj")
    company = people.companions(scene, verb) if carries or people.takes_part(scene, verb, noun) else ()
    if _is_asked_to(scene, verb, noun):
        extra.extend(people.subject(scene, verb))
        if kind_of(scene, noun) in _BETWEEN_TWO:
            extra.extend(each for child in scene.kids(verb, "obj") for each in scene.people(child))
    elif object_of and not passive and (people.takes_part(scene, verb, noun) or _goes_for(scene, verb, noun)):
        extra.extend(people.subject(scene, verb) if not closed or scene.base(verb) in _SELF else ())
    elif not closed and (
        (object_of and not passive and (found or company) and scene.is_one_of(verb, wanted))
        or (found and _said_after(scene, verb, noun))
    ):
        extra.extend(people.subject(scene, verb))
    elif not found and scene.base(noun) != "conference" and _told_in(scene, verb, noun):
        extra.extend(people.subject(scene, verb))
        for child in scene.kids(verb, "obj", "iobj"):
            extra.extend(scene.people(child))
    elif not found and _speaks_at(scene, verb, noun):
        extra.extend(people.subject(scene, verb))
    elif not object_of and scene.is_one_of(verb, lists["gather_in"]):
        for child in scene.kids(verb, "obj"):
            extra.extend(scene.people(child))
    elif not object_of and passive:
        hosted = scene.is_one_of(verb, lists["hold"])
        extra.extend(people.agent(scene, verb) if hosted and not closed else ())
    extra.extend(company)
    return extra


def _is_asked_to(scene: Scene, verb: int, noun: int) -> bool:
    """As in "A invited B to talks": both would talk. "A invited B to a summit": whether B comes is open."""
    to = bool(scene.cases(noun) & {"to", "for"}) and scene.tokens[noun].deprel.startswith("obl")
    return to and scene.base(verb) == "invite" and not scene.kids(verb, "aux:pass")


def _told_in(scene: Scene, verb: int, noun: int) -> bool:
    """As in "in a phone call, A told B that …", "A said after talks with B"."""
    said = scene.is_one_of(
        verb, meeting_words().carry["report"] | frozenset({"urge", "warn", "ask", "assure", "thank"})
    )
    return (
        said
        and bool(scene.cases(noun) & {"in", "during", "at"})
        and any(map(scene.people, scene.kids(verb, "obj", "iobj")))
    )


def _speaks_at(scene: Scene, verb: int, noun: int) -> bool:
    """As in "At a joint press conference, A and B defended the plan": they gave it."""
    at = bool(scene.cases(noun) & {"at", "in", "during"})
    words = {scene.base(each) for each in scene.kids(noun, "amod", "compound")}
    return at and "joint" in words and kind_of(scene, noun) == "press_conference"


def _said_after(scene: Scene, verb: int, noun: int) -> bool:
    """As in "A said after talks with B": A was there."""
    reports = scene.is_one_of(verb, meeting_words().carry["report"])
    company = bool(people.companions(scene, noun)) or bool(people.companions(scene, verb))
    return reports and company and bool(scene.cases(noun) & {"after", "following", "during", "in", "at"})


def _goes_for(scene: Scene, verb: int, noun: int) -> bool:
    return scene.is_one_of(verb, meeting_words().movement) and bool(scene.cases(noun) & {"for", "on"})
