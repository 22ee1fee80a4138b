"""Making something so: "made it difficult to govern", "making allies nervous", "leaving them no choice".

The veto | made it | difficult to govern.      Rule 3: no record says that anybody governs.
└ cause ┘  └ cue ┘   └ effect ─────────┘
"""

from __future__ import annotations

from communique.recognise.causes.arguments import cause_of, cue_of, tail
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch


def in_maker(reading: Reading, verb: int) -> Link | None:
    """The link that "make" states with an object and what becomes of it."""
    state = next((each for each in reading.kids(verb, "xcomp", "ccomp") if each > verb), None)
    if state is None:
        return None
    token = reading.tokens[state]
    if token.upos not in ("ADJ", "VERB", "NOUN"):
        return None
    thing = next((e for e in reading.kids(verb, "obj", "expl") if verb < e < state), None) or next(
        (e for e in reading.kids(state, "nsubj", "expl") if verb < e < state), None
    )
    if thing is None:
        return None
    cause = cause_of(reading, verb)
    if cause is None:
        return None
    if token.upos == "NOUN" and reading.lemma(verb) == "make" and reading.actor(cause[1]):
        return None  # "the king made him a minister"; but "the leak made him a target"
    if reading.lemma(verb) == "leave" and not (reading.event(cause[1]) and not reading.actor(cause[1])):
        return None
    if reading.low(thing) == "it":
        first = reading.stretch(state)[0]
        start = max(first, thing + 1)
        cue = cue_of(reading, verb, thing + 1)
    else:
        start = reading.stretch(thing)[0]
        cue = cue_of(reading, verb)
    effect = _until_next(reading, tail(reading, verb, start))
    span = cause[0]
    if max(span[0], effect[0]) < min(span[1], effect[1]):
        return None
    return Link(verb, reading.unaside(span, cause[1]), cause[1], effect, state, cue, "", "verb:make")


def _until_next(reading: Reading, effect: Stretch) -> Stretch:
    """Without a further consequence: "difficult to govern, |contributing to| unrest"."""
    for each in range(effect[0] + 1, effect[1]):
        token = reading.tokens[each]
        after_comma = token.xpos == "VBG" and reading.tokens[each - 1].text == ","
        if after_comma and reading.relation[each] == "advcl" and reading.lemma(each) in reading.words.verbs:
            return effect[0], each - 1
    return effect
