"""Prepositions before the cause: because of, due to, in response to; and what acts are answers to.

Talks collapsed | because of | the embargo.      protests | over | the verdict
└ effect ─────┘   └ cue ───┘   └ cause ───┘      └ effect ┘ └cue┘ └ cause ───┘
"""

from __future__ import annotations

from communique.recognise.causes.attachment import after, inferred, linked, main_of
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link
from communique.recognise.causes.results import adverb
from communique.recognise.causes.words import Phrase

_OUTER = frozenset(("obl", "nmod", "advcl", "advmod", "dep", "acl"))


def phrase_of(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    """ "due to the embargo", "as a result of", "in response to" """
    last = mark + len(phrase.words)
    if phrase.words[-1] == "result":
        return adverb(reading, mark, phrase)
    node = reading.tokens[mark].head
    outer = node
    if mark <= node < last:
        outer = node
        inner = next(
            (
                e
                for h in range(mark, last)
                for e in reading.children[h]
                if e >= last and reading.relation[e] in _OUTER
            ),
            None,
        )
        if inner is None:
            return None
        node = inner
    elif node < mark:
        # "due" as an adjective that has its noun behind it
        inner = next(
            (
                e
                for e in reading.children[mark]
                if e >= last and reading.relation[e] in ("obl", "nmod", "advcl")
            ),
            None,
        )
        if inner is None:
            return None
        outer, node = mark, inner
        above = reading.child(mark, "parataxis")
        if above is not None and above > inner:
            # "Thanks to the truce, aid arrived", read as thanks with a clause beside it
            return Link(
                above,
                after(reading, node, last),
                node,
                reading.clause(above),
                above,
                (mark, last),
                "",
                "connective:" + "-".join(phrase.words),
            )
    if node < last:
        return None
    rule = f"connective:{'-'.join(phrase.words)}"
    cue = mark, last
    subject = reading.child(outer, "nsubj") or reading.child(node, "nsubj")
    if (subject is not None and reading.child(outer, "cop") is not None) or (
        subject is not None and reading.child(node, "cop") is not None
    ):
        own = after(reading, node, last)
        span = reading.stretch(subject)
        if span[1] > mark:
            return None
        return Link(node, own, node, span, subject, cue, "", rule)
    if phrase.words == ("out", "of") and not reading.event(node):
        return None
    head = reading.tokens[outer].head
    if head == outer:
        return None
    found = main_of(reading, head, {outer})
    if found is None or inferred(reading, found[1]):
        return None
    own = after(reading, node, last)
    span = found[0]
    if max(own[0], span[0]) < min(own[1], span[1]):
        return None
    return Link(found[1], own, node, span, found[1], cue, "", rule)


def reaction(reading: Reading, index: int) -> Link | None:
    """ "protests over the verdict", "fined for dumping waste": an answer and what it answers."""
    word = reading.low(index)
    noun = reading.tokens[index].head
    head = reading.tokens[noun].head
    if noun <= index or head == noun or reading.relation[noun] not in ("obl", "nmod", "advcl", "acl"):
        return None
    if reading.lemma(head) not in reading.words.reaction[word]:
        return None
    if reading.tokens[head].upos == "NOUN" and reading.child(head, "cop") is not None:
        return None
    if reading.relation[index] not in ("case", "mark"):
        return None
    if word == "for" and head and reading.low(head - 1) == "in":
        return None  # "in retaliation for": a connective
    if word == "for" and reading.tokens[noun].upos not in ("NOUN", "VERB"):
        return None
    if word == "for" and not (reading.tokens[noun].xpos == "VBG" or reading.event(noun)):
        return None
    return linked(reading, noun, head, (index, index + 1), f"connective:reaction-{word}")
