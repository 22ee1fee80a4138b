"""Implications: what the article says leads to what.

    The president's remarks fuelled suspicions in Warsaw and could undermine the alliance.
    └ cause ─────────────┘ └ cue ┘ └ effect ──────────┘      └ effect of the second ───┘

1. Each word is looked up once: verbs (``causes.verbs``, ``causes.made``), connectives
   (``causes.connectives``) and nouns (``causes.nouns``) link a cause and an effect.
2. A link that says the same as one before it in the sentence is dropped.
3. Certainty, polarity and time come from the words around the trigger (``analyse.certainty``), direction from
   the words of the effect, those affected from the mentions in it.
4. The same cause and effect said again is further evidence of the same implication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from communique.analyse.analysis import Analysis
from communique.analyse.certainty import Judgement, Time, judge
from communique.recognise.causes import changes, connectives, head, made, nouns, reasons, results, verbs
from communique.recognise.causes.affected import affected
from communique.recognise.causes.direction import Direction, direction_of
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.words import MAKERS
from communique.records.base import Certainty, Polarity

Span = tuple[int, int]
_SAME = 0.6
_MAY = frozenset(("potential", "power", "capacity", "ability"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "PRON"))


@dataclass(frozen=True, slots=True)
class ImplicationFound:
    """An Implication before it has an id. Spans are offsets; entities count ``Analysis.entities``."""

    cause: Span
    effect: Span
    cue: Span
    direction: Direction
    affects: tuple[int, ...]
    """Entities that the effect names, or that its words refer to (``causes.affected``)."""
    cause_entities: tuple[int, ...]
    effect_entities: tuple[int, ...]
    certainty: Certainty
    polarity: Polarity
    time: Time
    evidence: tuple[Span, ...]
    """The sentences that state it."""
    found_by: str


class Said(Protocol):
    """What ``holder`` asks of a statement: the offsets of what is said."""

    @property
    def content(self) -> Span:
        """Half-open, in code points."""
        ...


def recognise(analysis: Analysis, *, loose: bool = False) -> tuple[ImplicationFound, ...]:
    """The implications of an article, in the order of their cues.

    Args:
        analysis: tokens and sentences are needed; names, mentions and entities tell actors from events.
        loose: whether the trained head decides in place of the rules (``causes.head``, ``found_by`` head:…).
            It finds all that its corpus of news counts, and so purposes, sequences and what protests are
            against, which the record model leaves out.
    """
    reading = Reading(analysis)
    return merged(reading, by_head(reading, head.shipped()) if loose else links(reading))


def merged(reading: Reading, found: Iterable[Link]) -> tuple[ImplicationFound, ...]:
    """Links as implications, what is said twice once."""
    known: dict[tuple[object, ...], ImplicationFound] = {}
    for link in found:
        each = _found(reading, link)
        key = _key(reading, link)
        if key in known:
            new = tuple(span for span in each.evidence if span not in known[key].evidence)
            known[key] = replace(known[key], evidence=known[key].evidence + new)
        else:
            known[key] = each
    return tuple(known.values())


def holder(implication: ImplicationFound, statements: Sequence[Said]) -> int | None:
    """The statement that an implication is part of: the shortest whose content holds its cue and effect."""
    inside = [
        (said.content[1] - said.content[0], index)
        for index, said in enumerate(statements)
        if all(
            said.content[0] <= start and end <= said.content[1]
            for start, end in (implication.cue, implication.effect)
        )
    ]
    return min(inside)[1] if inside else None


def by_head(reading: Reading, tables: head.Tables) -> Iterator[Link]:
    """The links that the trained head finds, in order of sentence and cue; it knows what the rules say."""
    by_sentence: dict[int, list[Link]] = {}
    for link in links(reading):
        by_sentence.setdefault(reading.tokens[link.trigger].sentence, []).append(link)
    for sentence in reading.analysis.sentences:
        rules = by_sentence.get(sentence.index, [])
        found = head.found(reading, sentence.first, sentence.last, rules, tables)
        yield from sorted(found, key=lambda each: (each.cue, each.rule))


def links(reading: Reading) -> Iterator[Link]:
    """The links that the text states, in order of sentence and cue."""
    sentence = 0
    waiting: list[Link] = []
    for link in _all(reading):
        if reading.tokens[link.trigger].sentence != sentence:
            yield from _distinct(waiting)
            sentence, waiting = reading.tokens[link.trigger].sentence, []
        waiting.append(link)
    yield from _distinct(waiting)


def _all(reading: Reading) -> Iterator[Link]:
    words = reading.words
    for token in reading.tokens:
        low = token.text.lower()
        if token.upos == "VERB" and token.deprel != "amod":
            yield from _of_verb(reading, token.index, words.forms.get(low) or token.lemma.lower())
        elif token.deprel == "amod" and low in words.forms:
            yield from _one(changes.unhidden(reading, token.index))
        elif token.upos in ("NOUN", "ADJ"):
            for kind in words.nouns.get(token.lemma.lower(), ()):
                yield from _one(nouns.in_noun(reading, token.index, kind))
        if low in words.marks:
            yield from connectives.at(reading, token.index)
        if low in words.reaction:
            yield from _one(reasons.reaction(reading, token.index))
        elif low in connectives.INVERTED and token.upos == "AUX":
            yield from _one(connectives.inverted(reading, token.index))
        elif low == "so":
            yield from _one(results.so(reading, token.index))


def _of_verb(reading: Reading, verb: int, lemma: str) -> Iterator[Link]:
    if lemma in MAKERS:
        link = made.in_maker(reading, verb)
        if link is not None:
            yield link
            return
    frames = reading.words.verbs.get(lemma)
    if frames is not None:
        yield from verbs.in_verb(reading, verb, frames)


def _one(link: Link | None) -> Iterator[Link]:
    if link is not None:
        yield link


def _distinct(found: Iterable[Link]) -> Iterator[Link]:
    """Without those that say what another says: the same effect, and the same cause or the same trigger."""
    kept: list[Link] = []
    for link in sorted(found, key=lambda each: (each.rule.startswith("connective"), each.cue, each.rule)):
        if not any(
            overlap(link.effect, other.effect) > _SAME
            and (overlap(link.cause, other.cause) > _SAME or link.trigger == other.trigger)
            for other in kept
        ):
            kept.append(link)
    yield from sorted(kept, key=lambda each: (each.cue, each.rule))


def overlap(one: Stretch, other: Stretch) -> float:
    """Intersection over union of two stretches."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _found(reading: Reading, link: Link) -> ImplicationFound:
    analysis = reading.analysis
    judged = _judged(reading, link.trigger)
    numbers = {reading.tokens[link.trigger].sentence}
    if link.back:
        numbers.add(reading.tokens[link.cause_head].sentence)
    inside = reading.entities(link.effect)
    effect, polarity = _denied(reading, link, judged)
    return ImplicationFound(
        cause=reading.offsets(link.cause),
        effect=reading.offsets(effect),
        cue=reading.offsets(link.cue),
        direction=direction_of(reading, link),
        affects=affected(reading, link),
        cause_entities=reading.entities(link.cause),
        effect_entities=inside,
        certainty=judged.certainty,
        polarity=polarity,
        time=judged.time,
        evidence=tuple((analysis.sentences[n].start, analysis.sentences[n].end) for n in sorted(numbers)),
        found_by=link.rule,
    )


def _denied(reading: Reading, link: Link, judged: Judgement) -> tuple[Stretch, Polarity]:
    """The effect, and whether the link itself is denied ("caused no damage", "not because of it").

    What is denied inside an effect is not: "the talks |did not start| because of it" says what came of it.
    """
    negative = judged.polarity == "negative"
    first, last = link.effect
    if link.rule.startswith("connective"):
        inside = sum(
            sign.rule in ("negation", "without") and first <= sign.token < last for sign in judged.signs
        )
        if inside % 2:
            negative = not negative
        if link.cue[0] and reading.low(link.cue[0] - 1) in ("not", "n't"):
            negative = not negative
    elif negative and reading.low(first) == "no" and first + 1 < last:
        first += 1
    return (first, last), "negative" if negative else "positive"


def _judged(reading: Reading, trigger: int) -> Judgement:
    """Certainty, polarity and time of a link.

    A participle after a noun is judged for itself: "fears |fuelled by reports|" are no possibility. What "did
    little to ease" or "has the potential to harm" is judged by "did" and "has".
    """
    token = reading.tokens[trigger]
    above = reading.lemma(token.head)
    if token.xpos == "VB" and token.deprel in ("acl", "advcl") and above in reading.words.weights:
        judged = judge(reading.analysis, reading.tokens[token.head].head)
        if above in ("little", "nothing"):
            return judged._replace(polarity="negative")
        return judged._replace(certainty="possible") if above in _MAY else judged
    if _goes_on(reading, trigger):
        time = judge(reading.analysis, trigger).time
        return judge(reading.analysis, trigger, until=token.head)._replace(time=time)
    return judge(reading.analysis, trigger, until=token.head if token.deprel == "acl" else -1)


def _goes_on(reading: Reading, trigger: int) -> bool:
    """Whether a participle goes on from all before: "made it hard to see why, |contributing| to unrest".

    What the infinitive beside it is said to be ("hard") is not said of the participle.
    """
    token = reading.tokens[trigger]
    if token.xpos != "VBG" or reading.tokens[trigger - 1].text != ",":
        return False
    above = reading.tokens[token.head]
    return above.xpos == "VB" and reading.tokens[above.head].upos == "ADJ"


def _key(reading: Reading, link: Link) -> tuple[object, ...]:
    """What makes two implications one: the entities and the content words of cause and effect."""
    cause, effect = reading.said(link.cause, _CONTENT), reading.said(link.effect, _CONTENT)
    if reading.tokens[link.cause_head].upos in ("PRON", "DET"):
        return (link.trigger,)
    return cause, effect, link.rule.partition(":")[0]
