"""Meetings told by a noun: summit, talks, meeting, visit, phone call, press conference.

    In July 2018 the two leaders held talks on trade in Geneva.
                 └── participants ──┘    └n┘    └topic┘  └place┘

"A meeting of minds", "conference room", "the summit of the mountain", "small talk" are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise import meeting_people as people
from communique.recognise import meeting_status as status
from communique.recognise.meeting_scene import Scene
from communique.recognise.meeting_setting import date_of, place_of, topics_of
from communique.recognise.meeting_sighting import Kind, Reference, Sighting
from communique.recognise.meeting_words import meeting_words

_MASS = frozenset({"talk", "negotiation", "consultation", "discussion"})
"""Plural in form, one event in meaning: "talks"."""


def in_nouns(scene: Scene) -> Iterator[Sighting]:
    """The sightings that nouns tell of, in order of the text."""
    for token in scene.tokens:
        kind = _kind(scene, token.index)
        if kind is None or _is_none(scene, token.index):
            continue
        sighting = _sighting(scene, token.index, kind)
        if sighting.status is not None and not _is_weak(scene, sighting):
            yield sighting


def _kind(scene: Scene, index: int) -> str | None:
    """The kind that a noun speaks for; ``None`` where it is no noun of meeting."""
    words, token = meeting_words(), scene.tokens[index]
    lemma = token.lemma.lower()
    if lemma not in words.nouns and not any(last == lemma for _, last in words.compounds):
        return None
    if token.upos not in {"NOUN", "PROPN"} and not _misread_talks(scene, index):
        return None
    before = scene.tokens[index - 1] if index else None
    if before is not None:
        kind = words.compounds.get((before.lemma.lower(), lemma)) or words.compounds.get(
            (before.text.lower(), lemma)
        )
        if kind is not None:
            return kind
        if before.lemma.lower() in {"summit"} and lemma in words.nouns:
            return "summit"
    return words.nouns.get(lemma)


def _misread_talks(scene: Scene, index: int) -> bool:
    """ "The US-Iran talks in Geneva failed", where the tagger took "talks" for the verb."""
    token = scene.tokens[index]
    if token.text != "talks" or index < 2 or token.upos != "VERB":
        return False
    subjects = scene.kids(index, "nsubj")
    return bool(subjects) and any(scene.kids(each, "punct") for each in subjects) and subjects[0] == index - 1


def _is_none(scene: Scene, index: int) -> bool:
    words, token = meeting_words(), scene.tokens[index]
    head = scene.tokens[token.head]
    if token.deprel == "compound" and head.index > index and head.upos in {"NOUN", "PROPN"}:
        return True
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following is not None and following.lemma.lower() in words.no_before and following.upos == "NOUN":
        return True
    if token.deprel.startswith("conj") and _kind(scene, head.index) is not None and head.upos == "NOUN":
        return True
    modifiers = {scene.base(each) for each in scene.kids(index, "amod", "compound")}
    if modifiers & words.no_with:
        return True
    return any(
        scene.base(each) in words.no_of for each in scene.kids(index, "nmod") if "of" in scene.cases(each)
    )


def _is_weak(scene: Scene, sighting: Sighting) -> bool:
    """ "Dialogue", "interactions", "discussions": an encounter only where held, joined to a meeting, or meant again."""
    words, noun = meeting_words(), sighting.trigger
    if sighting.word not in words.weak or sighting.kind == "press_conference":
        return False
    if any(scene.base(each) in words.nouns.keys() - words.weak for each in scene.kids(noun, "conj")):
        return False
    if sighting.reference == "demonstrative" or (
        sighting.reference == "definite" and not sighting.participants
    ):
        return False
    if sighting.word in {"conference", "congress"}:
        return not (sighting.place or sighting.date or len(sighting.participants) > 1)
    carried = len(sighting.anchors) > 1 and scene.is_one_of(sighting.anchors[1], words.carry["hold"])
    return not (carried and len(sighting.participants) > 1)


def _sighting(scene: Scene, noun: int, kind: str) -> Sighting:
    words = meeting_words()
    verb = people.carrier(scene, noun)
    below = [
        each
        for each in scene.kids(noun, "acl")
        if scene.is_one_of(each, words.carry["hold"] | words.carry["plan"])
        and scene.tokens[each].xpos != "VB"
    ]
    carries = verb is not None and _carries(scene, noun, verb)
    anchors = (noun, *([verb] if verb is not None and verb != noun and carries else []), *below)
    sides = _sides(scene, noun, verb, anchors)
    partitive = _one_of(scene, noun)
    lemma = scene.base(noun)
    several = _several(scene, noun) and partitive is None
    if partitive is not None:
        above = scene.tokens[partitive].head
        if scene.tokens[partitive].deprel.startswith("nsubj") and above != partitive:
            anchors, verb = (noun, partitive, above), above
    standing = status.of_noun(scene, noun, verb if verb != noun else None)
    if standing == "held" and below and any(scene.is_one_of(b, words.carry["plan"]) for b in below):
        standing = "planned"
    goal = verb is not None and scene.is_one_of(verb, words.movement)
    place = place_of(scene, anchors, goal)
    return Sighting(
        trigger=noun,
        anchors=anchors,
        word=lemma,
        kind=_final_kind(scene, noun, kind, (*anchors, *(() if verb is None else (verb,)))),
        status=standing,
        rule=f"meeting-noun:{kind.replace('_', '-')}",
        several=several,
        participants=sides,
        reference=_reference(scene, noun),
        phrase=_phrase(scene, noun),
        proper=_is_proper(scene, noun),
        partitive=partitive is not None,
        date=date_of(scene, anchors),
        place=place,
        topics=topics_of(scene, noun, anchors),
        within=_container(scene, noun, verb),
        evidence=(scene.tokens[noun].sentence,),
    )


def _carries(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the date and place of a verb are those of its noun: "held talks", not "criticised the talks"."""
    carry, words = meeting_words().carry, meeting_words()
    relation = scene.tokens[noun].deprel
    if relation.startswith("nsubj"):
        lists = carry["occur"] | carry["hold"] | carry["plan"] | carry["cancel"]
        return scene.is_one_of(verb, lists) or scene.tokens[verb].upos != "VERB"
    if relation == "obj":
        return scene.is_one_of(verb, carry["hold"]) or scene.is_one_of(
            verb, frozenset({"schedule", "plan", "arrange"})
        )
    joins = scene.is_one_of(verb, words.movement | frozenset({"meet", "participate", "gather", "join"}))
    return joins and bool(scene.cases(noun) & {"for", "at", "in", "on", "during"})


def _sides(scene: Scene, noun: int, verb: int | None, anchors: tuple[int, ...]) -> tuple[int, ...]:
    found, closed = people.named_by_noun(scene, noun)
    sides = list(found)
    if verb is not None and verb != noun:
        lists = meeting_words().carry
        extra: list[int] = []
        passive = bool(scene.kids(verb, "aux:pass"))
        object_of = not scene.tokens[noun].deprel.startswith("nsubj")
        company = (
            people.companions(scene, verb) if verb in anchors or people.takes_part(scene, verb, noun) else ()
        )
        if (
            object_of
            and not passive
            and (people.takes_part(scene, verb, noun) or _goes_for(scene, verb, noun))
        ):
            extra.extend(people.subject(scene, verb) if not closed or scene.base(verb) in _SELF else ())
        elif object_of and not passive and (found or company) and not closed:
            if scene.is_one_of(verb, lists["plan"] | lists["propose"]):
                extra.extend(people.subject(scene, verb))
        elif not object_of and passive:
            extra.extend(people.agent(scene, verb) if not closed else ())
        extra.extend(company)
        sides = [*(each for each in extra if each not in sides), *sides]
        sides = list(dict.fromkeys(sides))
    for anchor in anchors[1:]:
        for each in (
            people.agent(scene, anchor) if scene.tokens[anchor].deprel == "acl" and not closed else ()
        ):
            if each not in sides:
                sides.append(each)
    return tuple(sides)


_SELF = frozenset({"attend", "join"})
"""Verbs whose subject takes part even where the sides are named: "Blinken attended talks between A and B"."""


def _goes_for(scene: Scene, verb: int, noun: int) -> bool:
    return scene.is_one_of(verb, meeting_words().movement) and bool(scene.cases(noun) & {"for", "on"})


def _one_of(scene: Scene, noun: int) -> int | None:
    """ "One" in "one of the most notable meetings"."""
    token = scene.tokens[noun]
    head = scene.tokens[token.head]
    return head.index if token.deprel == "nmod" and head.lemma.lower() == "one" else None


def _several(scene: Scene, noun: int) -> bool:
    token = scene.tokens[noun]
    if token.deprel == "nmod" and scene.base(token.head) in {"round", "series", "number", "string", "couple"}:
        return scene.base(token.head) != "round" or scene.tokens[token.head].xpos == "NNS"
    heads = (noun, *scene.kids(noun, "conj"))
    return any(scene.tokens[h].xpos in {"NNS", "NNPS"} and scene.base(h) not in _MASS for h in heads)


def _reference(scene: Scene, noun: int) -> Reference:
    words = meeting_words()
    modifiers = {scene.base(each) for each in scene.kids(noun, "amod", "det")}
    articles = {scene.tokens[each].text.lower() for each in scene.kids(noun, "det")}
    if modifiers & words.other:
        return "other"
    if articles & words.demonstrative:
        return "demonstrative"
    if articles & words.definite or scene.kids(noun, "nmod:poss"):
        return "definite"
    return "indefinite"


def _is_proper(scene: Scene, noun: int) -> bool:
    """ "the Helsinki summit", "the G20 summit": a name stands before the noun."""
    return any(
        scene.tokens[each].upos == "PROPN" and each < noun and each not in scene.date_tokens
        for each in scene.kids(noun, "compound")
    )


def _phrase(scene: Scene, noun: int) -> tuple[int, int]:
    """The noun phrase without its article: "several key interactions and meetings", "joint press conference"."""
    tokens = scene.tokens
    first, last = noun, noun + 1
    for child in scene.kids(noun, "amod", "compound", "nummod", "nmod:poss", "det", "flat"):
        if child < noun:
            first = min(first, scene.analysis.subtree(child)[0])
    for child in scene.kids(noun, "conj"):
        if tokens[child].upos == "NOUN" and _kind(scene, child) is not None:
            last = max(last, child + 1)
    for child in scene.kids(noun, "nmod"):
        begin, end = scene.analysis.subtree(child)
        named = not any(token.upos == "PRON" for token in tokens[begin:end])
        if begin == last and "between" in scene.cases(child) and named and end - begin < 12:
            last = max(begin + 1, *(each + 1 for each in (child, *scene.kids(child, "conj"))))
    while first < noun and (
        tokens[first].upos == "DET"
        and tokens[first].text.lower() in {"the", "a", "an", "this", "these", "that", "those"}
    ):
        first += 1
    return tokens[first].start, tokens[last - 1].end


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
        if child != noun and scene.cases(child) & {"after", "following", "at", "during"}:
            if _kind(scene, child) is not None:
                return child
    for child in scene.kids(noun, "nmod"):
        if scene.cases(child) & {"after", "following", "at", "during"} and _kind(scene, child) is not None:
            return child
    return None
