"""Good or bad for those affected, as the words of the effect put it.

eased tensions → beneficial       deepened mistrust → harmful       a debate → neutral
less of what is bad               more of what is bad               nothing shows it
"""

from __future__ import annotations

from typing import Literal

from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link

Direction = Literal["beneficial", "harmful", "mixed", "neutral"]
_NAMES: dict[str, Direction] = {"good": "beneficial", "bad": "harmful", "both": "mixed", "": "neutral"}
_OTHER = {"good": "bad", "bad": "good"}


def direction_of(reading: Reading, link: Link) -> Direction:
    """``neutral`` where no word shows it."""
    if reading.lemma(link.trigger) in reading.words.open:
        return "neutral"
    if link.sign:
        return _NAMES[_signed(reading, link.sign, link.effect_head)]
    return _NAMES[_of(reading, link.effect_head, 0)]


def _signed(reading: Reading, sign: str, thing: int) -> str:
    """What a change of that sign makes of a thing."""
    value = _of(reading, thing, 0)
    if sign in ("harm", "hinder"):
        return "good" if value == "bad" else "bad"
    if sign in ("kill", "worsen"):
        return "bad"
    if sign == "embolden":
        return "good" if value == "good" else "bad"
    if sign == "help":
        return "bad" if value == "bad" else "good"
    if sign == "lower":
        return _OTHER.get(value, value)
    return value


def _of(reading: Reading, head: int, depth: int) -> str:
    """What a noun phrase or a clause says: its head, the words joined to it, and what they govern."""
    values: set[str] = set()
    for each in (head, *reading.kids(head, "conj")):
        values.add(_one(reading, each, depth))
    values.discard("")
    return "both" if len(values) > 1 or "both" in values else next(iter(values), "")


def _one(reading: Reading, index: int, depth: int) -> str:
    lemma = reading.lemma(index)
    if depth < 3 and reading.tokens[index].upos == "VERB":
        return _verb(reading, index, lemma, depth)
    if lemma in reading.words.light:
        inner = next(
            (each for each in reading.kids(index, "nmod") if reading.preposition(each) == "of"), None
        )
        if inner is not None and depth < 3:
            found = _of(reading, inner, depth + 1)
            return _OTHER.get(found, found) if lemma == "lack" else found
    if lemma in reading.words.hard and depth < 3:
        for each in reading.kids(index, "ccomp", "xcomp", "csubj", "advcl", "acl"):
            if each > index and _of(reading, each, depth + 1) == "bad":
                return "good"
    if lemma in reading.words.burdens:
        return _burden(reading, index)
    value = _value(reading, lemma)
    for each in reading.kids(index, "amod", "compound"):
        value = value or _value(reading, reading.lemma(each))
    return value


def _verb(reading: Reading, verb: int, lemma: str, depth: int) -> str:
    """ "the talks collapsed", "will weaken the pact", "caused panic" """
    value = _affirmed(reading, verb, lemma, depth)
    denied = any(reading.low(each) in ("not", "n't", "never") for each in reading.kids(verb, "advmod"))
    return _OTHER.get(value, value) if denied else value


def _affirmed(reading: Reading, verb: int, lemma: str, depth: int) -> str:
    for each in reading.kids(verb, "compound"):
        value = _value(reading, f"{lemma}-{reading.low(each)}")
        if value:
            return value
    thing = reading.child(verb, "obj")
    passive = any(reading.tokens[each].deprel == "nsubj:pass" for each in reading.children[verb])
    if passive:
        thing = reading.child(verb, "nsubj")
    elif thing is None and (lemma in reading.words.rising or lemma in reading.words.falling):
        return _moved(reading, verb, lemma, depth)
    for frame in reading.words.verbs.get(lemma, ()):
        if frame.kind == "change" and thing is not None:
            return _signed(reading, frame.sign, thing)
        if frame.kind == "join" and not frame.preposition and thing is not None:
            return _of(reading, thing, depth + 1)
    value = _value(reading, lemma)
    state = reading.child(verb, "xcomp")
    return value or (_of(reading, state, depth + 1) if state is not None else "")


def _moved(reading: Reading, verb: int, lemma: str, depth: int) -> str:
    """ "tensions rose", "tempers cooled", "prices fell" """
    subject = reading.child(verb, "nsubj")
    if subject is None:
        return ""
    value = "bad" if reading.lemma(subject) in reading.words.burdens else _of(reading, subject, depth + 1)
    return _OTHER.get(value, value) if lemma in reading.words.falling else value


def _burden(reading: Reading, noun: int) -> str:
    """ "higher prices", "lower tariffs" """
    for each in reading.kids(noun, "amod"):
        if reading.low(each) in reading.words.more:
            return "bad"
        if reading.low(each) in reading.words.less:
            return "good"
    return ""


def _value(reading: Reading, lemma: str) -> str:
    if lemma in reading.words.bad:
        return "bad"
    return "good" if lemma in reading.words.good else ""
