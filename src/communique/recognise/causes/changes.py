"""Verbs that name the change: they begin the effect and are the cue as well.

The leak | undermined | trust.        Trust was undermined | by the leak.
└ cause ┘  └ cue ────────── effect    └ effect ─────────┘       └ cause ┘
"""

from __future__ import annotations

from communique.recognise.causes.arguments import (
    agent_of,
    behind,
    cause_of,
    complement,
    cue_of,
    fits,
    hidden,
    made,
    object_of,
    passive,
    tail,
)  # fmt: skip
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link
from communique.recognise.causes.words import Frame

_AMOUNT = frozenset(("percent", "per", "%", "point", "fold"))


def change(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """The link of a verb of change, active or passive."""
    if passive(reading, verb):
        return _change_passive(reading, verb, frame)
    target = object_of(reading, verb)
    if target is None or target < verb:
        return None
    if reading.lemma(target) in _AMOUNT or reading.low(target).endswith("-fold"):
        return None  # "prices increased ten percent"
    if frame.preposition and complement(reading, verb, frame.preposition) is None:
        return None
    above = reading.tokens[verb].head
    moved = any(each.kind == "move" for each in reading.words.verbs.get(reading.lemma(above), ()))
    if moved and reading.relation[verb] == "xcomp" and reading.child(above, "obj") is not None:
        return None  # "prompted Lima to suspend the pact" is one consequence, told by "prompted"
    own = reading.child(verb, "nsubj")
    if (
        own is not None
        and reading.tokens[verb].xpos == "VB"
        and reading.low(reading.stretch(own)[0] - 1) == "for"
    ):
        return None  # "difficult for Lima to renew the pact" does not say that Lima renews it
    cause = cause_of(reading, verb)
    if cause is None or not fits(reading, frame, cause[1], None):
        return None
    return made(reading, verb, cause, (tail(reading, verb, verb), target), cue_of(reading, verb), frame)


def unhidden(reading: Reading, verb: int) -> Link | None:
    """The link of a verb of change that the parser took for an adjective (``arguments.hidden``)."""
    noun = reading.tokens[verb].head
    if hidden(reading, noun) != verb:
        return None
    governor = reading.tokens[reading.tokens[noun].head].head
    cause = cause_of(reading, governor)
    lemma = reading.words.forms[reading.low(verb)]
    frame = next(frame for frame in reading.words.verbs[lemma] if frame.kind == "change")
    if cause is None or not fits(reading, frame, cause[1], None):
        return None
    effect = reading.trim(verb, reading.stretch(noun)[1])
    link = made(reading, verb, cause, (effect, noun), (verb, verb + 1), frame)
    return None if link is None else link._replace(trigger=governor)


def _change_passive(reading: Reading, verb: int, frame: Frame) -> Link | None:
    """ "Trust was undermined by the leak": the effect is "Trust was undermined"."""
    agent = agent_of(reading, verb)
    subject = reading.clauses.subject(verb)
    if agent is None or subject is None or subject >= verb:
        return None
    if frame.event and (reading.actor(agent) or not reading.event(agent)):
        return None
    by = reading.kids(agent, "case", "mark")
    end = by[0] if by else verb + 1
    effect = reading.trim(reading.stretch(subject, {verb})[0], max(end, verb + 1))
    if reading.tokens[verb].deprel.startswith("acl"):
        effect = reading.trim(reading.stretch(subject)[0], max(end, verb + 1))
    cause = behind(reading, agent), agent
    return made(reading, verb, cause, (effect, subject), (verb, max(end, verb) + 1), frame)
