"""From a predicate upwards to its holder, gathering what the words on the way make of it.

"It is |unlikely| that they will |agree|": from "agree" (certain) to "unlikely" (probable, negative).
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.cues import Cue
from communique.analyse.certainty.clause import Clause, least, lowered, read
from communique.analyse.certainty.reading import Reading, Sign, cue_effect
from communique.analyse.certainty.step import DEEPEST, time_above, upwards
from communique.analyse.certainty.time import tense
from communique.analyse.certainty.words import Time, words
from communique.records.base import Certainty, Polarity


class Judgement(NamedTuple):
    """How sure a clause is for its holder, whether it is said to be so or not, and when."""

    certainty: Certainty
    polarity: Polarity
    time: Time
    signs: tuple[Sign, ...]
    holder: int
    """Token of the cue ("said", "fear") whose source holds it; -1 for the article's own voice."""


def judge(analysis: Analysis, index: int, *, until: int = -1, condition: bool = True) -> Judgement:
    """Certainty, polarity and time of a predicate, for whoever holds it to be so.

    Args:
        analysis: needs tokens and sentences only.
        index: token of the predicate: a verb, an adjective or noun as predicate, or a noun for a deed
            ("the collapse of talks").
        until: token at which reading stops, its own effect left out; by default reading stops at the first
            cue of saying or thinking, its effect taken in.
        condition: ``False`` leaves "if" clauses out of account, for a caller who records conditions himself.
    """
    reading = Reading()
    holder = -1
    node = index
    for depth in range(DEEPEST):
        clause = read(analysis, node)
        _inside(analysis, clause, reading, index, first=depth == 0, condition=condition)
        if reading.time is None:
            reading.time = tense(analysis, clause)
        step = upwards(analysis, clause, reading, until)
        if step is None:
            break
        above, stopped = step
        if stopped:
            holder = above if above != until else -1
            if reading.time is None:
                reading.time = time_above(analysis, above)
            break
        node = above
    if holder < 0 and until < 0:
        _asked(analysis, node, reading)
    return Judgement(
        reading.certainty, "negative" if reading.negative else "positive", reading.time or "present",
        tuple(reading.signs), holder,
    )  # fmt: skip


def temper(judgement: Judgement, cue: Cue, *, negated: bool, token: int = -1) -> Judgement:
    """What a content's own judgement becomes under its cue: "suspects that" makes it probable.

    ``negated`` tells whether the cue itself is denied ("did not say that …").
    """
    effect = cue_effect(cue, negated=negated)
    negative = (judgement.polarity == "negative") ^ effect.negative
    return judgement._replace(
        certainty=least(judgement.certainty, effect.certainty),
        polarity="negative" if negative else "positive",
        signs=(*judgement.signs, Sign("cue", token)),
    )


def _inside(
    analysis: Analysis, clause: Clause, reading: Reading, start: int, *, first: bool, condition: bool
) -> None:
    """What stands in the clause itself. Negations of the words above the first are read with those words."""
    listed = words()
    for grade, at in clause.hedges:
        reading.weaken(grade, "adverb", at)
    modal = clause.modal
    denied = first and bool(clause.negations)
    if modal in listed.possible_modals and not (denied and modal in listed.denied):
        reading.weaken("possible", "modal", clause.head)
    elif modal == "must" and clause.perfect:
        reading.weaken("probable", "modal", clause.head)
    elif modal in ("should", "ought") and clause.perfect and first:
        reading.deny("modal", clause.head)
    if first and clause.either and clause.negations:
        reading.weaken("unknown", "negation", clause.negations[0])
    elif first:
        for at in clause.negations:
            reading.deny("negation", at)
    if first:
        _noun(analysis, clause, reading)
    if condition and clause.condition >= 0:
        reading.weaken("possible", "condition", clause.condition)


def _noun(analysis: Analysis, clause: Clause, reading: Reading) -> None:
    """Determiners and adjectives of a noun that stands for a deed: "the alleged |collapse|"."""
    listed = words()
    if analysis.tokens[clause.head].upos not in ("NOUN", "PROPN"):
        return
    predicate = any(analysis.tokens[child].deprel == "cop" for child in analysis.children[clause.head])
    for child in analysis.children[clause.head]:
        token = analysis.tokens[child]
        text = lowered(token)
        base = token.deprel.partition(":")[0]
        if base == "det" and text in listed.determiners:
            reading.deny("negation", child)
        elif base == "amod" and not predicate:
            grade = listed.adjectives.get(text)
            if grade:
                reading.weaken(grade, "adjective", child)
            elif text in listed.negative_adjectives:
                reading.deny("adjective", child)
        elif base == "case" and text in listed.prepositions:
            reading.deny("without", child)


def _asked(analysis: Analysis, node: int, reading: Reading) -> None:
    """A main clause that is asked: "Will the pact hold?"."""
    token = analysis.tokens[node]
    base = token.deprel.partition(":")[0]
    if base not in ("root", "conj", "parataxis", "ccomp"):
        return
    sentence = analysis.sentences[token.sentence]
    for index in range(sentence.last - 1, max(sentence.first, sentence.last - 4) - 1, -1):
        text = analysis.tokens[index].text
        if text in ('"', "”", "''", "’", "'", ")"):
            continue
        if "?" in text:
            reading.weaken("unknown", "question", index)
        return
