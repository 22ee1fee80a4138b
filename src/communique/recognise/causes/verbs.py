"""Verbs that say what leads to what: their arguments are cause and effect.

The leak | sparked | widespread criticism and | undermined | trust.
└ cause ┘  └ cue ┘   └ effect ──────────┘       └ cue, and effect with its object ┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.arguments import (
    Part,
    behind,
    cause_of,
    complement,
    cue_of,
    made,
    object_of,
    passive,
)
from communique.recognise.causes.changes import change
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.joins import join, move
from communique.recognise.causes.link import Link
from communique.recognise.causes.words import Frame


def in_verb(reading: Reading, verb: int, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """The links that one verb states: none, or one."""
    for frame in frames:
        found = _KINDS[frame.kind](reading, verb, frame)
        if found is not None:
            yield found
            return


def _swapped(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "The crisis stems from the embargo": the subject is the effect; so is the object of "blamed it on"."""
    source = complement(reading, verb, frame.preposition)
    if source is None:
        return None
    thing = object_of(reading, verb)
    if frame.passive and thing is not None and verb < thing < source:
        marks = [each for each in reading.kids(source, "case", "mark") if each < source]
        effect = reading.trim(reading.stretch(thing)[0], marks[0])
        return made(
            reading, verb, (behind(reading, source), source), (effect, thing), (verb, verb + 1), frame
        )
    if frame.passive and not passive(reading, verb):
        return None
    if frame.passive is False and object_of(reading, verb) is not None:
        return None
    found = cause_of(reading, verb) if not frame.passive else None
    if found is None:
        found = _left_open(reading, verb)
    if found is None:
        subject = reading.clauses.subject(verb)
        if subject is None or subject == source:
            return None
        found = reading.stretch(subject, {verb, reading.clauses.predicate(verb)}), subject
    if reading.actor(found[1]) and reading.lemma(verb) not in ("depend", "hinge"):
        return None
    marks = [each for each in reading.kids(source, "case", "mark") if each < source]
    cue = cue_of(reading, verb, marks[-1] + 1 if marks else None)
    return made(reading, verb, (behind(reading, source), source), found, cue, frame)


def _left_open(reading: Reading, verb: int) -> Part | None:
    """ "Whether |the talks succeed| depends on …": the parser hangs the clause on the verb as a condition."""
    for each in reading.kids(verb, "advcl"):
        if each < verb and "whether" in reading.prepositions(each):
            return behind(reading, each), each
    return None


_KINDS = {"join": join, "move": move, "change": change, "swapped": _swapped}
