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
    if node < last or (phrase.words == ("out", "of") and reading.lemma(node) not in reading.words.motives):
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
    """ "protests over the verdict", "fined for dumping waste", "killed in a blast": an act, and why."""
    word = reading.low(index)
    noun = reading.tokens[index].head
    head = reading.tokens[noun].head
    if noun <= index or head == noun or reading.relation[noun] not in ("obl", "nmod", "advcl", "acl"):
        return None
    if reading.lemma(_borne(reading, head, index)) not in reading.words.reaction[word]:
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
    if word == "in" and not _befallen(reading, head, noun):
        return None
    link = linked(reading, noun, head, (index, index + 1), f"connective:reaction-{word}")
    return None if link is None else _with_antecedent(reading, link, head, noun)


def _with_antecedent(reading: Reading, link: Link, head: int, noun: int) -> Link:
    """ "six soldiers |killed| in a blast", "workers who were |fined|": the effect begins with the noun."""
    token = reading.tokens[head]
    if not token.deprel.startswith("acl") or token.xpos not in ("VBN", "VBD") or link.effect_head != head:
        return link
    above = reading.noun(token.head, {noun})
    if (
        above[0] < link.effect[0]
        and above[1] >= link.effect[1]
        and max(above[0], link.cause[0]) >= min(above[1], link.cause[1])
    ):
        return link._replace(effect=(above[0], link.effect[1]))
    return link


def _borne(reading: Reading, head: int, index: int) -> int:
    """What a verb stands for that only bears a noun: "staged a |protest| over", "went on |strike| over"."""
    if reading.tokens[head].upos == "VERB" and reading.lemma(head) in reading.words.carriers:
        borne = [each for each in reading.kids(head, "obj", "obl") if head < each < index]
        return borne[-1] if borne else head
    return head


def _befallen(reading: Reading, head: int, noun: int) -> bool:
    """Whether something is said to befall somebody in violence or disaster: in the passive, or by dying."""
    if reading.lemma(noun) not in reading.words.calamities or reading.tokens[head].upos != "VERB":
        return False
    subject = reading.child(head, "nsubj")
    if reading.lemma(head) in ("lose", "suffer", "receive", "die", "perish"):
        thing = reading.child(head, "obj")
        return thing is None or reading.lemma(thing) in ("life", "injury", "wound", "loss", "damage", "burn")
    passive = subject is not None and reading.tokens[subject].deprel == "nsubj:pass"
    return passive or reading.tokens[head].xpos == "VBN"
