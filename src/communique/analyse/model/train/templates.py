"""Sentences made from templates: "have" before a participle that is mostly an adjective.

"Delays have complicated talks" is a perfect; "the islands have limited resources" is not. The treebanks have
too few of the first kind with participles such as these, so both kinds are made here, by a plain rule: causes
and events do something to undertakings, people and bodies have things.
"""

from __future__ import annotations

import random

from communique.analyse.model.train.windows import Paragraphs
from communique.analyse.model.treebank import TreeSentence, Word

Row = tuple[str, str, str, str, int, str]
VERBS = (
    "complicate complicated,complicate complicated,complicate complicated,limit limited,detail detailed,"
    "divide divided,isolate isolated,strain strained,restrict restricted,frustrate frustrated,"
    "polarize polarized,"
    "prolong prolonged,disrupt disrupted,accelerate accelerated,expand expanded,protect protected"
)
CAUSES = (
    "dispute delay storm protest scandal shortage strike rule cut attack quarrel leak flood threat objection"
)
UNDERTAKINGS = "talk negotiation attempt plan export import delivery reform investigation election debate"
BODIES = "island ministry farmer team party village firm university council company union hospital"
THINGS = "resource option record skill structure history view rule area timetable archive programme"
ADJECTIVES = "limited complicated detailed mixed restricted divided protected advanced related varied"
PLACES = "north capital region south province"


def made(count: int, seed: int) -> Paragraphs:
    """``count`` sentences, three perfects to two others, each a paragraph of its own."""
    chance = random.Random(seed)  # noqa: S311
    return [[(_sentence(_perfect(chance) if i % 5 < 3 else _plain(chance)), None)] for i in range(count)]


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeo" else noun + "s"


def _noun(noun: str, head: int, deprel: str) -> Row:
    return (_plural(noun), noun, "NOUN", "NNS", head, deprel)


def _subject(noun: str, chance: random.Random) -> list[Row]:
    """A subject whose head number is 0 for its last or only noun; others point at it by distance."""
    front = chance.choice([None, ("The", "the", "DET", "DT", "det"), ("New", "new", "ADJ", "JJ", "amod")])
    rows: list[Row] = [(front[0], front[1], front[2], front[3], 1, front[4])] if front else []
    form = _plural(noun)
    rows.append((form if front else form.capitalize(), noun, "NOUN", "NNS", -1, "nsubj"))
    if chance.random() < 0.4:
        rows.append(("over", "over", "ADP", "IN", len(rows) + 1, "case"))
        rows.append(_noun(chance.choice(["border", "tariff", "quota", "price"]), len(rows) - 2, "nmod"))
    return rows


def _tail(verb: int, noun: int, at: int, chance: random.Random) -> list[Row]:
    kind = chance.randint(0, 2)
    if kind == 0:
        return [
            ("in", "in", "ADP", "IN", at + 2, "case"),
            ("the", "the", "DET", "DT", at + 2, "det"),
            (place := chance.choice(PLACES.split()), place, "NOUN", "NN", verb, "obl"),
        ]
    if kind == 1:
        goal, lemma = chance.choice(
            [("end", "end"), ("reach", "reach"), ("settle", "settle"), ("join", "join")]
        )
        return [
            ("to", "to", "PART", "TO", at + 1, "mark"),
            (goal, lemma, "VERB", "VB", noun, "acl"),
            ("a", "a", "DET", "DT", at + 3, "det"),
            (what := chance.choice(["deal", "war", "pact", "dispute"]), what, "NOUN", "NN", at + 1, "obj"),
        ]
    return []


def _perfect(chance: random.Random) -> list[Row]:
    rows = _subject(chance.choice(CAUSES.split()), chance)
    lemma, form = chance.choice(VERBS.split(",")).split()
    verb = len(rows) + 1
    rows = [(*r[:4], verb if r[4] == -1 else r[4], r[5]) for r in rows]
    have = chance.choice([("have", "VBP"), ("have", "VBP"), ("had", "VBD")])
    rows += [(have[0], "have", "AUX", have[1], verb, "aux"), (form, lemma, "VERB", "VBN", verb, "root")]
    noun = verb + 1
    if chance.random() < 0.2:
        noun += 1
        rows.append(("regional", "regional", "ADJ", "JJ", noun, "amod"))
    rows.append(_noun(chance.choice([*UNDERTAKINGS.split(), "effort", "relation"]), verb, "obj"))
    rows += _tail(verb, noun, len(rows), chance)
    return [*rows, (".", ".", "PUNCT", ".", verb, "punct")]


def _plain(chance: random.Random) -> list[Row]:
    rows = _subject(chance.choice(BODIES.split()), chance)
    verb = len(rows)
    rows = [(*r[:4], verb if r[4] == -1 else r[4], r[5]) for r in rows]
    adjective = chance.choice(ADJECTIVES.split())
    rows += [
        ("have", "have", "VERB", "VBP", verb, "root"),
        (adjective, adjective, "ADJ", "JJ", verb + 2, "amod"),
        _noun(chance.choice(THINGS.split()), verb, "obj"),
    ]
    if chance.random() < 0.5:
        rows += _tail(verb, verb + 2, len(rows), chance)[:3]
        if rows[-1][5] == "det":
            rows = rows[:-3]
    return [*rows, (".", ".", "PUNCT", ".", verb, "punct")]


def _sentence(rows: list[Row]) -> TreeSentence:
    words: list[Word] = []
    text = ""
    for form, lemma, upos, xpos, head, deprel in rows:
        spaced = deprel != "punct"
        text += " " if spaced and text else ""
        words.append(
            Word(form, lemma, upos, xpos, head, deprel, "", len(text), len(text) + len(form), spaced)
        )
        text += form
    return TreeSentence(words, text, [(w.start, w.end) for w in words], glued=False)
