"""Meetings told by a noun: summit, talks, meeting, visit, phone call, press conference.

    In July 2018 the two leaders held talks on trade in Geneva.
                 └── participants ──┘    └n┘    └topic┘  └place┘

"A meeting of minds", "conference room", "the summit of the mountain", "small talk" are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.analyse.analysis import Date, Place
from communique.recognise.meetings import people, phrase, status
from communique.recognise.meetings.scene import Scene
from communique.recognise.meetings.setting import (
    date_of,
    place_aside,
    place_before,
    place_before_clause,
    place_of,
    told_during,
    topics_of,
)
from communique.recognise.meetings.sides import sides_of
from communique.recognise.meetings.sighting import Kind, Sighting
from communique.recognise.meetings.words import meeting_words

_SET_FOR = frozenset({"schedule", "plan", "arrange", "set", "expect", "fix", "reschedule"})
"""Verbs whose date is the meeting's; "announced on Monday", "cancelled in May" date themselves."""
_PUT_OFF = frozenset({"postpone", "delay", "cancel", "scrap"})
_ONE = frozenset({"new", "another", "second", "next", "further"})


def in_nouns(scene: Scene) -> Iterator[Sighting]:
    """The sightings that nouns tell of, in order of the text."""
    last: Sighting | None = None
    for token in scene.tokens:
        kind = phrase.kind_of(scene, token.index)
        if last is not None and _is_ellipsis(scene, token.index, last):
            last = _sighting(scene, token.index, last.kind)
            yield last
            continue
        if kind is None or phrase.is_none(scene, token.index):
            continue
        sighting = _sighting(scene, token.index, kind)
        if sighting.status is not None and not _is_weak(scene, sighting):
            last = sighting
            yield sighting


def _is_ellipsis(scene: Scene, index: int, last: Sighting) -> bool:
    """As in "The summit was postponed. A new one is planned for June": the noun told right before."""
    token = scene.tokens[index]
    if token.text.lower() != "one" or not token.deprel.startswith("nsubj") or last.several:
        return False
    if not 0 <= token.sentence - last.evidence[0] <= 1:
        return False
    new = {scene.base(each) for each in scene.kids(index, "amod", "det")} & _ONE
    lists = meeting_words().carry
    return bool(new) and scene.is_one_of(token.head, lists["occur"] | lists["plan"] | lists["hold"])


def _is_weak(scene: Scene, sighting: Sighting) -> bool:
    """As in "dialogue", "discussions": an encounter only where held, joined to a meeting, or meant again."""
    words, noun = meeting_words(), sighting.trigger
    if sighting.word not in words.weak or sighting.kind == "press_conference":
        return False
    if any(scene.base(each) in words.nouns.keys() - words.weak for each in scene.kids(noun, "conj")):
        return False
    if sighting.reference == "demonstrative" or (
        sighting.reference == "definite" and not sighting.participants
    ):
        return False
    if len(sighting.participants) > 1 and sighting.place is not None:
        return False
    if sighting.word in {"conference", "congress"}:
        return not (sighting.place or sighting.date or len(sighting.participants) > 1)
    carried = len(sighting.anchors) > 1 and scene.is_one_of(sighting.anchors[1], words.carry["hold"])
    bodies = [scene.analysis.entities[each].kind == "organization" for each in sighting.participants]
    enough = len(sighting.participants) > 1 or (sighting.word == "session" and all(bodies))
    return not (carried and bodies and enough)


def _sighting(scene: Scene, noun: int, kind: str) -> Sighting:
    words = meeting_words()
    outer = phrase.round_of(scene, noun)
    verb = people.carrier(scene, outer)
    below = _clauses_of(scene, noun, verb)
    carries = verb is not None and _carries(scene, outer, verb)
    anchors = (noun, *([verb] if verb is not None and verb != noun and carries else []), *below)
    sides = sides_of(scene, noun, outer, verb, anchors)
    partitive = phrase.one_of(scene, noun)
    lemma = scene.base(noun)
    many = phrase.several(scene, noun) and partitive is None
    if partitive is not None:
        above = scene.tokens[partitive].head
        if scene.tokens[partitive].deprel.startswith("nsubj") and above != partitive:
            anchors, verb = (noun, partitive, above), above
    standing = status.of_noun(scene, outer, verb if verb != noun else None)
    inner = status.of_noun(scene, noun, None) if outer != noun else None
    if outer != noun and (standing == "held" or inner == "proposed"):
        standing = inner
    if standing == "held" and below and any(scene.is_one_of(b, words.carry["plan"]) for b in below):
        standing = "planned"
    goal = kind == "visit" or (verb is not None and scene.is_one_of(verb, words.movement))
    place = place_of(scene, anchors, goal) or _place_behind(scene, noun, verb)
    place = place or place_before_clause(scene, noun)
    if place is None and verb is not None and carries:
        place = place_before(scene, verb)
    aside = place_aside(scene, anchors)
    return Sighting(
        trigger=noun,
        anchors=anchors,
        word=lemma,
        kind=_final_kind(scene, noun, kind, (*anchors, *(() if verb is None else (verb,)))),
        status=standing,
        rule=f"meeting-noun:{kind.replace('_', '-')}",
        several=many,
        participants=sides,
        reference=phrase.reference_of(scene, noun),
        phrase=phrase.phrase_of(scene, noun),
        proper=phrase.is_proper(scene, noun),
        partitive=partitive is not None,
        date=date_of(scene, anchors) or _date_between(scene, noun, verb),
        place=place or aside,
        loose_place=place is None and aside is not None,
        modifier=phrase.modifier_of(scene, noun),
        beside=_beside(scene, noun),
        topics=topics_of(scene, noun, anchors) + _matters(scene, noun, verb),
        within=_container(scene, noun, verb),
        put_off=verb is not None and scene.is_one_of(verb, _PUT_OFF),
        apart=_apart(scene, verb),
        evidence=(scene.tokens[noun].sentence,),
    )


def _clauses_of(scene: Scene, noun: int, verb: int | None) -> list[int]:
    """As in "talks held in Oslo", "a summit that A will host", "a meeting, due to take place in Oslo, …"."""
    words = meeting_words()
    telling = words.carry["hold"] | words.carry["plan"] | words.topics["focus"]
    found = []
    for each in scene.kids(noun, "acl"):
        purpose = scene.tokens[each].xpos == "VB" and scene.tokens[each].deprel != "acl:relcl"
        if scene.is_one_of(each, telling) and (not purpose or "due" in scene.cases(each)):
            found.append(each)
    if verb is None:
        return found
    for each in scene.kids(verb, "advcl"):
        # "a meeting, due to take place in Oslo, was cancelled", where the parser hung it on the verb
        if noun < each < verb and "due" in scene.cases(each) and scene.is_one_of(each, telling):
            found.append(each)
    return found


def _beside(scene: Scene, noun: int) -> tuple[int, ...]:
    """The entities of the subject of the clause that the noun stands in."""
    index = noun
    for _ in range(4):
        index = scene.tokens[index].head
        if scene.tokens[index].upos == "VERB":
            return people.subject(scene, index) if not scene.tokens[noun].deprel.startswith("nsubj") else ()
    return ()


def _date_between(scene: Scene, noun: int, verb: int | None) -> Date | None:
    """As in "The visit to Oslo in March 2023 angered …": before its verb, a date belongs to the noun."""
    if verb is None:
        return _date_behind_aside(scene, noun)
    if scene.tokens[noun].deprel in {"obl", "obj"}:
        # "failed at the Hanoi summit in May 2019": right behind the phrase; "on Monday" would be the verb's.
        asked = scene.base(verb) == "invite"  # "invited B to a summit next month": when it is to be
        behind = [
            date
            for token, date in scene.dates.get(verb, ())
            if _right_behind(scene, noun, token) or (asked and token > noun)
        ]
        return behind[0] if behind else None
    if not scene.tokens[noun].deprel.startswith("nsubj"):
        return None
    between = [date for token, date in scene.dates.get(verb, ()) if noun < token < verb]
    return between[0] if between and scene.analysis.tokens[verb].upos == "VERB" else None


def _date_behind_aside(scene: Scene, noun: int) -> Date | None:
    """As in "on the sidelines of the Oslo summit in May 2019": right behind the phrase, though the verb's."""
    aside = scene.tokens[noun].head
    if scene.base(aside) not in {"sideline", "margin"}:
        return None
    dates = scene.dates.get(scene.tokens[aside].head, ())
    return next((date for token, date in dates if _right_behind(scene, noun, token)), None)


def _place_behind(scene: Scene, noun: int, verb: int | None) -> Place | None:
    """As in "condemned the meeting in Oslo": right behind the phrase, whatever it hangs on."""
    if verb is None or scene.tokens[noun].deprel not in {"obl", "obj"}:
        return None
    behind = [place for token, place in scene.places.get(verb, ()) if _right_behind(scene, noun, token)]
    return behind[0] if behind else None


def _right_behind(scene: Scene, noun: int, token: int) -> bool:
    return (
        scene.cases(token) == {"in"} and scene.analysis.subtree(noun)[1] == scene.analysis.subtree(token)[0]
    )


def _matters(scene: Scene, noun: int, verb: int | None) -> tuple[tuple[int, int], ...]:
    """What was spoken of "during" or "at" it."""
    return told_during(scene, verb) if verb is not None and scene.cases(noun) & {"during", "at"} else ()


def _carries(scene: Scene, noun: int, verb: int) -> bool:
    """Whether date and place of a verb are those of its noun: "held talks", not "criticised the talks"."""
    carry, words = meeting_words().carry, meeting_words()
    relation = scene.tokens[noun].deprel
    if relation.startswith("nsubj"):
        lists = carry["occur"] | carry["hold"] | _SET_FOR
        return scene.is_one_of(verb, lists) or scene.tokens[verb].upos != "VERB"
    if relation == "obj":
        return scene.is_one_of(verb, carry["hold"]) or scene.is_one_of(verb, _SET_FOR)
    joins = scene.is_one_of(
        verb, words.movement | frozenset({"meet", "participate", "gather", "join", "convene"})
    )
    return joins and bool(scene.cases(noun) & {"for", "at", "in", "on", "during"})


def _final_kind(scene: Scene, noun: int, kind: str, anchors: tuple[int, ...]) -> Kind:
    aside = kind in {"meeting", "negotiation"} and _on_the_sidelines(scene, anchors)
    return "sidelines" if aside else kind  # type: ignore[return-value]


def _on_the_sidelines(scene: Scene, anchors: tuple[int, ...]) -> bool:
    stack = [(anchor, 0) for anchor in anchors]
    while stack:
        index, depth = stack.pop()
        for child in scene.kids(index, "nmod", "obl", "acl"):
            if scene.base(child) in {"sideline", "sidelines", "margin", "margins", "fringe", "fringes"}:
                return True
            if depth < 2:
                stack.append((child, depth + 1))
    return False


def _container(scene: Scene, noun: int, verb: int | None) -> int | None:
    """The token that a "where" clause, "after" or "at" ties the meeting to."""
    if verb is None:
        return None
    token = scene.tokens[verb]
    wheres = {scene.base(each) for each in scene.kids(verb, "advmod")}
    if token.deprel.startswith(("acl", "advcl")) and "where" in wheres:
        return token.head
    for child in scene.kids(verb, "obl"):
        if child != noun and _is_container(scene, child):
            return child
    for child in scene.kids(noun, "nmod"):
        if _is_container(scene, child):
            return child
    return None


def _apart(scene: Scene, verb: int | None) -> int | None:
    """As in "A met B before |the talks| began": the verb that tells of another meeting."""
    if verb is None or scene.tokens[verb].deprel != "advcl":
        return None
    return scene.tokens[verb].head if scene.cases(verb) & {"before", "after", "until"} else None


def _is_container(scene: Scene, index: int) -> bool:
    tied = bool(scene.cases(index) & {"after", "following", "at", "during"})
    return tied and phrase.kind_of(scene, index) is not None
