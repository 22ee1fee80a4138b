"""Statements that take a side in a matter told just before.

The opposition criticised the minister's handling of the floods. Some argued that she had reacted too slowly.
                                                                 critical: Some, "she had reacted too slowly"

A statement belongs to a matter of its own or one of the previous sentences of its paragraph, if it speaks of
those whose conduct it is, or they speak themselves. Its side is told by its cue ("feared"), by who speaks
("critics"), by a verb or adjective beside it ("others defended …, arguing that"), by its words, else by whom
the speaker stands for (``loyalty``). What shows no side is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.analyse.certainty.clause import lowered
from communique.recognise.matters import conduct, loyalty, voices
from communique.recognise.matters.sameness import Group
from communique.recognise.matters.scene import Scene
from communique.recognise.matters.sighting import Sighting
from communique.recognise.matters.words import Stance
from communique.recognise.statement import StatementFound

REACH = 3
"""Sentences over which a statement finds its matter."""
_SIDED = frozenset(("accuse", "criticise", "praise", "deny"))
_SAYING = frozenset(("assert", "believe"))


def attach(scene: Scene, groups: list[Group]) -> None:
    """Add to each matter the statements that take a side in it."""
    cues = [side.cue for group in groups for each in group.sightings for side in each.sides if side.cue]
    starts = {start for start, _end in cues} | {end for _start, end in cues}
    taken = {side.cue_token for group in groups for each in group.sightings for side in each.sides}
    by_sentence: dict[int, list[Group]] = {}
    for group in groups:
        for number in sorted({n for each in group.sightings for n in each.sentences}):
            by_sentence.setdefault(number, []).append(group)
    for number, said in enumerate(scene.statements):
        if said.cue is not None and (said.cue[0] in starts or said.cue[1] in starts):
            continue
        if said.source is None or said.cue is None or said.cue_token < 0 or said.cue_token in taken:
            continue
        if said.kind not in _SIDED and said.kind not in _SAYING:
            continue
        here = scene.tokens[said.cue_token].sentence
        near = [
            each for n in range(here, here - REACH - 1, -1) for each in _told_in(scene, by_sentence, n, here)
        ]
        for group in near:
            stance = _stance(scene, said, group, here) or loyalty.stance(scene, said, group, here)
            if stance is not None:
                side = voices.side(scene, number, said, stance)
                group.sightings.append(
                    Sighting(
                        said.cue_token, "criticism", "criticised", None, None, (), (side,),
                        "controversy.answer", raises=False, sentences=(here,),
                    )
                )  # fmt: skip
                group.seen = max(group.seen, here)
                by_sentence.setdefault(here, []).append(group)
                break


def _told_in(scene: Scene, told: dict[int, list[Group]], number: int, here: int) -> list[Group]:
    """The matters told in a sentence of the same paragraph, the last one first."""
    if number not in told:
        return []
    sentences = scene.analysis.sentences
    between = scene.analysis.document.text[sentences[number].start : sentences[here].start]
    return [] if "\n\n" in between else told[number][::-1]


def _stance(scene: Scene, said: StatementFound, group: Group, here: int) -> Stance | None:
    about = set(group.about)
    own = said.source_entity is not None and said.source_entity in about
    kinds = {each.kind for each in group.sightings if each.matter is not None}
    if own:
        # Who is accused and speaks of it speaks for himself.
        answers = said.kind == "deny" or bool(about & set(said.about))
        return "supportive" if answers and not kinds & {"dispute"} else None
    if _speaks_of(scene, said, group):
        return _told(scene, said, here) or voices.told(scene, said)
    if not about & set(said.about):
        return None
    if said.kind in ("accuse", "criticise"):
        return "critical"
    if said.kind in ("praise", "deny"):
        return "supportive"
    return _told(scene, said, here)


def _speaks_of(scene: Scene, said: StatementFound, group: Group) -> bool:
    """Whether a content's subject is the conduct itself: "argued that |the freeze| was modest"."""
    topic = voices.topic_of(scene, said)
    if topic is None or not scene.is_noun(topic):
        return False
    word = conduct.stem(lowered(scene.tokens[topic]))
    return any(each.matter is not None and word in each.matter.conduct for each in group.sightings)


def _told(scene: Scene, said: StatementFound, here: int) -> Stance | None:
    words = scene.words
    assert said.source is not None
    cue = scene.low(said.cue_token)
    if cue in words.siding:
        return words.siding[cue]
    source = scene.analysis.document.text[slice(*said.source)].lower().split()
    for word in source[:3]:
        if word in words.people:
            return words.people[word]
    for other in _beside(scene, said.cue_token, here):
        word = scene.low(other)
        if word in words.attitude:
            return words.attitude[word]
        if word in words.verbs and scene.tokens[other].upos == "VERB" and not words.verbs[word].sides:
            return words.verbs[word].stance
    if source[0] not in words.first and source[0] not in words.second:
        return None
    return voices.told(scene, said)


def _beside(scene: Scene, cue: int, here: int) -> Iterable[int]:
    """The words above a participle: "others |defended| the plan, arguing that …"."""
    node = cue
    for _ in range(3):
        if scene.base[node] not in ("advcl", "conj", "xcomp", "acl"):
            return
        node = scene.tokens[node].head
        if scene.tokens[node].sentence != here:
            return
        yield node
        yield from scene.kids(node, "xcomp")
