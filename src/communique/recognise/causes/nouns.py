"""Nouns and adjectives that say cause or effect.

The famine was a consequence of the war.       The war had an impact on trade.
└ effect ┘     └ cue ────────┘ └ cause ┘       └ cause ┘ └ cue / effect ──────┘
"""

from __future__ import annotations

from communique.recognise.causes.arguments import cause_of, cue_of
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch


def in_noun(reading: Reading, noun: int, kind: str) -> Link | None:
    """The link that a noun or adjective of cause or effect states, if any."""
    return _KINDS[kind](reading, noun, kind)


def _behind(reading: Reading, noun: int, kind: str) -> tuple[int, Stretch, int] | None:
    """What the noun takes behind its preposition: its head, its stretch, the preposition."""
    prepositions = reading.words.noun_prepositions[kind]
    for each in reading.children[noun]:
        if each > noun and reading.relation[each] in ("nmod", "obl", "acl", "advcl"):
            marks = [kid for kid in reading.kids(each, "case", "mark") if kid < each]
            if marks and reading.low(marks[0]) in prepositions:
                span = reading.stretch(each, set(marks))
                return each, span, marks[-1]
    return None


def _subject(reading: Reading, noun: int) -> int | None:
    """The subject of a noun as predicate ("X was a result")."""
    if reading.child(noun, "cop") is None:
        return None
    return reading.child(noun, "nsubj", "csubj")


def _start(reading: Reading, noun: int) -> int:
    first = noun
    for each in reading.children[noun]:
        if each < noun and reading.relation[each] in ("det", "amod", "compound", "nummod", "nmod"):
            first = min(first, each)
    return first


def _effect(reading: Reading, noun: int, kind: str) -> Link | None:
    subject, source = _subject(reading, noun), _behind(reading, noun, kind)
    if subject is not None and source is not None:
        cause = source[0]
        return _apart(
            Link(
                noun,
                source[1],
                cause,
                reading.stretch(subject),
                subject,
                (_start(reading, noun), source[2] + 1),
                "",
                "noun:effect",
            )
        )
    return None


def _cause(reading: Reading, noun: int, kind: str) -> Link | None:
    target = _behind(reading, noun, kind)
    if target is None:
        return None
    subject = _subject(reading, noun)
    if subject is not None:
        span = reading.stretch(subject)
        if reading.actor(subject) and reading.lemma(noun) in ("key", "source", "contributor"):
            return None
        return _apart(
            Link(
                noun,
                span,
                subject,
                target[1],
                target[0],
                (_start(reading, noun), target[2] + 1),
                "",
                "noun:cause",
            )
        )
    top = reading.tokens[noun].head
    named = reading.tokens[top].upos in ("NOUN", "PROPN", "VERB")
    if reading.relation[noun] == "nsubj" and named and reading.child(top, "cop") is not None:
        helpers = [
            each
            for each in reading.children[top]
            if each < top and reading.relation[each] in ("nsubj", "cop", "aux", "advmod", "mark", "punct")
        ]
        return _apart(
            Link(
                top,
                reading.stretch(top, helpers),
                top,
                target[1],
                target[0],
                (_start(reading, noun), target[2] + 1),
                "",
                "noun:cause",
            )
        )
    return None


def _bearing(reading: Reading, noun: int, kind: str) -> Link | None:
    token = reading.tokens[noun]
    if token.deprel != "obj" or reading.lemma(token.head) not in reading.words.noun_verbs[kind]:
        return None
    verb = token.head
    behind = _behind(reading, noun, kind) or _behind(reading, verb, kind)
    if behind is None and reading.lemma(noun) not in (
        "consequence",
        "implication",
        "repercussion",
        "ramification",
        "toll",
    ):
        return None
    cause = cause_of(reading, verb)
    if cause is None or reading.actor(cause[1]):
        return None
    first, last = reading.stretch(noun)
    if behind is not None:
        last = max(last, behind[1][1])
    return _apart(
        Link(
            verb,
            cause[0],
            cause[1],
            (max(first, verb + 1), last),
            noun,
            cue_of(reading, verb),
            "",
            "noun:bearing",
        )
    )


def _role(reading: Reading, noun: int, kind: str) -> Link | None:
    token = reading.tokens[noun]
    if token.deprel != "obj" or reading.lemma(token.head) not in reading.words.noun_verbs[kind]:
        return None
    verb = token.head
    behind = _behind(reading, noun, kind) or _behind(reading, verb, kind)
    cause = cause_of(reading, verb)
    if cause is None or behind is None:
        return None
    if reading.tokens[behind[0]].upos == "VERB" or (reading.event(behind[0]) and not reading.actor(cause[1])):
        return _apart(
            Link(verb, cause[0], cause[1], behind[1], behind[0], (verb, behind[2] + 1), "", "noun:role")
        )
    return None


def _adjective(reading: Reading, word: int, kind: str) -> Link | None:
    subject, target = _subject(reading, word), _behind(reading, word, kind)
    if subject is None or target is None or not reading.event(target[0]):
        return None
    return _apart(
        Link(
            word,
            reading.stretch(subject),
            subject,
            target[1],
            target[0],
            (word, target[2] + 1),
            "" if reading.lemma(word) == "responsible" else "help",
            "noun:adjective",
        )
    )


def _apart(link: Link) -> Link | None:
    if max(link.cause[0], link.effect[0]) < min(link.cause[1], link.effect[1]):
        return None
    return link


_KINDS = {"effect": _effect, "cause": _cause, "bearing": _bearing, "role": _role, "adjective": _adjective}
