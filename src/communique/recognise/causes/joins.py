"""Verbs that only join, and verbs that set somebody moving: the effect is what they bring about.

The leak | sparked | widespread criticism.      The threat | forced | Riga to leave.
└ cause ┘  └ cue ┘   └ effect ──────────┘       └ cause ──┘  └ cue ┘  └ effect ───┘
"""

from __future__ import annotations

from typing import NamedTuple

from communique.recognise.causes.arguments import (
    Part,
    agent_of,
    behind,
    cause_of,
    complement,
    cue_of,
    fits,
    made,
    object_of,
    passive,
    tail,
)  # fmt: skip
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link
from communique.recognise.causes.words import Frame

_EMPTY = frozenset(("it", "itself", "themselves", "himself", "herself"))


class Target(NamedTuple):
    """What a verb brings about: its head, where its words begin, where the words of the cue end."""

    head: int
    start: int
    cue: int | None


def join(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """The link of a joining verb in one of its frames."""
    if passive(reading, verb):
        return _join_passive(reading, verb, frame)
    if frame.carry:
        target = _carried(reading, verb, frame)
    elif frame.preposition:
        target = _behind_preposition(reading, verb, frame)
    else:
        target = _direct(reading, verb, frame)
    if target is None or target.start <= verb:
        return None
    cause = cause_of(reading, verb)
    if cause is None or not fits(reading, frame, cause[1], target.head):
        return None
    effect = tail(reading, verb, target.start)
    return made(reading, verb, cause, (effect, target.head), cue_of(reading, verb, target.cue), frame)


def _carried(reading: Reading, verb: int, frame: Frame) -> Target | None:
    """ "pushed millions into poverty" """
    thing, goal = object_of(reading, verb), complement(reading, verb, frame.preposition)
    if thing is None or goal is None or not verb < thing < goal:
        return None
    if frame.objects_behind and reading.lemma(goal) not in frame.objects_behind:
        return None
    return Target(goal, reading.stretch(thing)[0], None)


def _behind_preposition(reading: Reading, verb: int, frame: Frame) -> Target | None:
    """ "led to war": no object, or it is another verb ("led the delegation to Vienna")."""
    effect = complement(reading, verb, frame.preposition)
    if effect is None or object_of(reading, verb) is not None or not _allowed(reading, effect, frame):
        return None
    start = max(each for each in reading.kids(effect, "case", "mark") if each < effect) + 1
    return Target(effect, start, start)


def _direct(reading: Reading, verb: int, frame: Frame) -> Target | None:
    """The object, or a clause ("means that …"); or what stands behind the object ("paved the way for …")."""
    effect = object_of(reading, verb)
    if effect is None and frame.clause:
        effect = reading.child(verb, "ccomp")
    if (
        effect is None
        or effect < verb
        or reading.low(effect) in _EMPTY
        or not _allowed(reading, effect, frame)
    ):
        return None
    state = reading.child(verb, "xcomp", "ccomp") if frame.small else None
    if frame.small and state is None and not reading.outcome(effect):
        return None
    if frame.after:
        return _behind_object(reading, verb, effect, frame.after)
    start, cue = reading.stretch(effect)[0], None
    if frame.particle:
        if reading.low(verb + 1) not in frame.particle or effect <= verb + 1:
            return None
        start, cue = max(start, verb + 2), verb + 2
    elif frame.clause and reading.low(start) == "that":
        start += 1
    return Target(effect if state is None else state, start, cue)


def _allowed(reading: Reading, effect: int, frame: Frame) -> bool:
    if frame.objects and not _listed(reading, effect, frame.objects):
        return False
    return reading.lemma(effect) not in frame.not_objects


def _listed(reading: Reading, head: int, nouns: frozenset[str]) -> bool:
    return reading.lemma(head) in nouns or any(
        reading.lemma(each) in nouns for each in reading.kids(head, "conj")
    )


def _behind_object(reading: Reading, verb: int, noun: int, prepositions: frozenset[str]) -> Target | None:
    """What stands behind the preposition that an object or its verb takes."""
    for head in (noun, verb):
        for each in reading.children[head]:
            if each > noun and reading.preposition(each) in prepositions:
                start = max(kid for kid in reading.kids(each, "case", "mark") if kid < each) + 1
                return Target(each, start, start)
    return None


def _join_passive(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "The riots were triggered by the verdict", "fears fuelled by reports"."""
    agent = agent_of(reading, verb)
    if agent is None or frame.preposition or frame.after or frame.small:
        return None
    subject = reading.clauses.subject(verb)
    if subject is None or subject == agent:
        return None
    if frame.objects and not _listed(reading, subject, frame.objects):
        return None
    if frame.event and not (reading.event(agent) or reading.outcome(subject)):
        return None
    if frame.event and reading.actor(agent) and not reading.outcome(subject):
        return None
    cause = behind(reading, agent)
    effect = reading.stretch(subject, {verb, reading.clauses.predicate(verb)})
    by = reading.kids(agent, "case", "mark")
    cue = (verb, by[0] + 1) if by and by[0] - verb < 4 else (verb, verb + 1)
    return made(reading, verb, (cause, agent), (effect, subject), cue, frame)


def move(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "forced Ankara to reconsider": the effect is "Ankara to reconsider"."""
    goal = next(
        (e for e in reading.kids(verb, "xcomp", "ccomp", "advcl") if e > verb and _infinitive(reading, e)),
        None,
    )
    if goal is None or reading.child(goal, "nsubj") is not None:
        return None
    if passive(reading, verb):
        agent = agent_of(reading, verb)
        subject = reading.clauses.subject(verb)
        if agent is None or subject is None:
            return None
        cause: Part | None = (behind(reading, agent), agent)
        start = verb
    else:
        target = reading.child(verb, "obj", "iobj")
        if target is None or target > goal or target < verb:
            return None
        start = reading.stretch(target)[0]
        cause = cause_of(reading, verb)
    if cause is None or (reading.actor(cause[1]) and reading.lemma(verb) not in reading.words.move_actor):
        return None
    return made(reading, verb, cause, (tail(reading, verb, start), goal), cue_of(reading, verb), frame)


def _infinitive(reading: Reading, index: int) -> bool:
    return reading.tokens[index].xpos == "VB" or any(
        reading.low(each) == "to" for each in reading.kids(index, "mark")
    )
