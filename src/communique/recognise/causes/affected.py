"""Whom an effect touches: those it names, and those its words refer to.

Her remarks drew criticism.           criticism of her: whoever the cause belongs to
The leak strained relations.          relations of two: those in the cause, else the pair spoken of last
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link

_NEAR = 25
"""Sentences back to the pair that "relations" without a name is taken to be of."""


def affected(reading: Reading, link: Link) -> tuple[int, ...]:
    """Entities, in order of the text."""
    named = reading.outermost(link.effect)
    if named:
        return named
    said = set(_nouns(reading, link.effect_head, 0))
    if said & reading.words.mutual:
        states = bool(said & reading.words.mutual_of_states)
        in_cause = reading.outermost(link.cause)
        return in_cause if _alike(reading, in_cause, states) else _pair(reading, link, states)
    if said & reading.words.judgements:
        return _owners(reading, link)
    return ()


def _owners(reading: Reading, link: Link) -> tuple[int, ...]:
    """Those whose doing the cause is: "|Her| remarks", "meetings between |Peru and Chile|"."""
    found: dict[int, None] = {}
    for each in reading.kids(link.cause_head, "nmod"):
        if reading.tokens[each].deprel == "nmod:poss" or reading.preposition(each) in ("between", "by"):
            found.update(dict.fromkeys(reading.outermost(reading.stretch(each))))
    return tuple(found)


def _nouns(reading: Reading, head: int, depth: int) -> Iterator[str]:
    """What an effect is at its core: its head, objects and what they are of, without further clauses."""
    yield reading.lemma(head)
    if depth < 4:
        for each in reading.kids(head, "obj", "nmod", "xcomp", "ccomp", "conj"):
            if each > head:
                yield from _nouns(reading, each, depth + 1)
        for each in reading.children[head]:
            if reading.tokens[each].deprel == "nsubj:pass":
                yield reading.lemma(each)


def _alike(reading: Reading, two: tuple[int, ...], states: bool) -> bool:
    """Whether they are a pair: two people, or two that are none."""
    people = [reading.analysis.entities[each].kind == "person" for each in two]
    return len(two) == 2 and people[0] == people[1] and not (states and people[0])


def _pair(reading: Reading, link: Link, states: bool) -> tuple[int, ...]:
    """The two that were last spoken of together ("both governments", "Peru and Chile")."""
    sentence = reading.tokens[link.trigger].sentence
    first = reading.analysis.sentences[max(sentence - _NEAR, 0)].first
    for index in range(link.effect[0] - 1, first - 1, -1):
        for mention in reading.mentions.get(index, ()):
            two = mention.entities
            if len(two) == 1 and mention.head >= 0 and reading.relation[mention.head] == "conj":
                two = (*_headed(reading, reading.tokens[mention.head].head), *two)
            if _alike(reading, two, states) and two[0] != two[1]:
                return tuple(sorted(two))
    return ()


def _headed(reading: Reading, head: int) -> tuple[int, ...]:
    """The entities of the mention with that head."""
    for index in range(head, max(head - 6, -1), -1):
        for mention in reading.mentions.get(index, ()):
            if mention.head == head:
                return mention.entities
    return ()
