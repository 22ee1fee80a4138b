"""All pairs of stretches in a sentence that syntax joins: what the trained head chooses from.

    The talks collapsed after the raid on Aden.
    └ upper ────────┘         └ lower ───────┘     joined by "after", an oblique

``upper`` holds the governing word, ``lower`` the dependent one; either may be the cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Stretch

_MARKS = frozenset(("case", "mark"))
_OPENERS = frozenset(("case", "mark", "cc"))
_RELATIVE = frozenset(("who", "which", "that"))
_DEPENDENT = frozenset(("obl", "nmod", "advcl", "acl", "xcomp", "ccomp"))


class Candidate(NamedTuple):
    """Two stretches with their heads, how they are joined, and the words that join them."""

    sort: str
    upper: int
    upper_span: Stretch
    lower: int
    lower_span: Stretch
    joint: str


def candidates(reading: Reading, first: int, last: int) -> Iterator[Candidate]:
    """The candidates of the sentence ``tokens[first:last]``, in order of the dependent word."""
    for index in range(first, last):
        token = reading.tokens[index]
        if token.head == index:
            continue
        relation = reading.relation[index]
        found: Iterator[Candidate]
        if relation in _DEPENDENT:
            found = _dependent(reading, index, relation)
        elif relation == "nsubj":
            found = _subject(reading, index)
        elif relation in ("conj", "parataxis"):
            found = _beside(reading, index, relation)
        else:
            continue
        for each in found:
            one, other = each.upper_span, each.lower_span
            if max(one[0], other[0]) >= min(one[1], other[1]):
                yield each


def _joint(reading: Reading, index: int) -> str:
    """The prepositions and conjunctions that open a phrase, with the words fixed to them."""
    words = []
    for each in reading.kids(index, *_MARKS):
        if each < index:
            words.append(reading.low(each))
            words.extend(reading.low(fixed) for fixed in reading.kids(each, "fixed"))
    return " ".join(words)


def _dependent(reading: Reading, index: int, relation: str) -> Iterator[Candidate]:
    joint = _joint(reading, index)
    uppers = list(_uppers(reading, index))
    for upper_sort, upper, upper_span in uppers:
        for lower_sort, lower_span in _lowers(reading, index, relation):
            yield Candidate(
                f"{relation}:{upper_sort}{lower_sort}", upper, upper_span, index, lower_span, joint
            )


def _uppers(reading: Reading, index: int) -> Iterator[tuple[str, int, Stretch]]:
    """What a word hangs on: the clause; or the noun alone, and the clause around it."""
    head = reading.tokens[index].head
    if reading.is_clause(head):
        yield "c", head, reading.clause(head, {index})
        return
    yield "n", head, reading.stretch(head, {index})
    node = head
    for _ in range(5):
        node = reading.tokens[node].head
        if reading.is_clause(node):
            yield "u", node, reading.clause(node, {index})
            return
        if reading.tokens[node].head == node:
            return


def _lowers(reading: Reading, index: int, relation: str) -> Iterator[tuple[str, Stretch]]:
    opened = {e for e in reading.children[index] if e < index and reading.relation[e] in _OPENERS}
    if relation in ("obl", "nmod"):
        yield "p", reading.stretch(index, opened)
        return
    if reading.tokens[index].deprel == "acl:relcl":
        yield "r", reading.clause(index)
        pronoun = next(
            (e for e in reading.children[index] if e < index and reading.low(e) in _RELATIVE), None
        )
        if pronoun is not None:
            yield "R", reading.clause(index, {pronoun})
        return
    yield "s", reading.clause(index, opened)
    thing = reading.child(index, "obj")
    if thing is not None and reading.tokens[index].xpos in ("VBG", "VBN"):
        yield "o", reading.stretch(thing)


def _beside(reading: Reading, index: int, relation: str) -> Iterator[Candidate]:
    head = reading.tokens[index].head
    if not (reading.is_clause(index) and reading.is_clause(head)):
        return
    joint = next((reading.low(e) for e in reading.children[index] if reading.relation[e] == "cc"), "")
    yield Candidate(relation, head, reading.clause(head, {index}), index, reading.clause(index), joint)


def _subject(reading: Reading, index: int) -> Iterator[Candidate]:
    """A subject and what its verb says; the objects alone; the verbs joined to it."""
    verb = reading.tokens[index].head
    if not reading.is_clause(verb):
        return
    subject, span = _antecedent(reading, index, verb)
    joint = reading.low(index) if subject != index else ""
    said = reading.clause(verb, {index})
    yield Candidate("subj:verb", verb, said, subject, span, joint)
    for each in reading.children[verb]:
        relation = reading.relation[each]
        if each <= verb:
            continue
        if relation in ("obj", "ccomp", "xcomp"):
            start = reading.stretch(each)[0]
            whole = start, max(said[1], start + 1)
            yield Candidate(f"subj:{relation}", each, whole, subject, span, reading.lemma(verb))
        elif relation == "obl":
            joint_too = f"{reading.lemma(verb)} {reading.preposition(each)}"
            yield Candidate("subj:obl", each, reading.stretch(each), subject, span, joint_too)
    for other in reading.joined(verb):
        if reading.child(other, "nsubj") is None:
            yield Candidate("subj:joined", other, reading.clause(other), subject, span, "")
            for each in reading.kids(other, "obj"):
                if each > other:
                    lemma = reading.lemma(other)
                    yield Candidate("subj:joined-obj", each, reading.stretch(each), subject, span, lemma)


def _antecedent(reading: Reading, index: int, verb: int) -> tuple[int, Stretch]:
    """What a subject stands for: the noun or clause before it where it is a relative pronoun, else itself."""
    if reading.low(index) in _RELATIVE:
        clause = verb
        for _ in range(4):
            if reading.relation[clause] in ("acl", "advcl"):
                above = reading.tokens[clause].head
                if reading.relation[clause] == "acl":
                    return above, reading.noun(above, {clause})
                return above, reading.clause(above, {clause})
            clause = reading.tokens[clause].head
    return index, reading.stretch(index)
