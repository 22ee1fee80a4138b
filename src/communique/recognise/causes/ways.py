"""Which way round a pair of stretches may be cause and effect.

Trains stopped | as | workers marched.      What stands behind "as" is never the effect.
└ effect ────┘      └ cause ────────┘
"""

from __future__ import annotations

from communique.analyse import lexicon
from communique.recognise.causes.candidates import Candidate
from communique.recognise.causes.extent import Reading

_CAUSING = frozenset(("join", "move", "change"))
_DEPENDENT = frozenset(("obl", "nmod", "advcl", "acl"))
_BOTH, _LOWER, _UPPER = "<>", "<", ">"


@lexicon.cached
def before_causes() -> frozenset[str]:
    """What stands behind these words is never the effect of what it hangs on."""
    return frozenset(lexicon.load("connectives")["direction"]["before_causes"].split())


def ways(reading: Reading, each: Candidate) -> str:
    """``<`` where the dependent stretch may be the cause, ``>`` where the governing one may."""
    relation = each.sort.partition(":")[0]
    token = reading.tokens[each.lower]
    if relation in ("advcl", "acl") and _causes(reading, each.lower):
        if token.deprel == "acl:relcl" or (token.xpos == "VBG" and not each.joint):
            return _UPPER
    elif relation == "subj" and reading.tokens[each.upper].xpos != "VBN" and _causes(reading, each.upper):
        return _LOWER
    if relation in _DEPENDENT and each.joint.partition(" ")[0] in before_causes():
        return _LOWER
    return _BOTH


def _causes(reading: Reading, index: int) -> bool:
    """Whether a word is a verb whose subject is the cause, in all its uses."""
    if reading.tokens[index].upos != "VERB":
        return False
    kinds = {frame.kind for frame in reading.words.verbs.get(reading.lemma(index), ())}
    return bool(kinds & _CAUSING) and "swapped" not in kinds
