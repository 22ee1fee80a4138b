"""Conjunctions of reason and condition, and the table of all connectives.

Because the embargo stayed in place, | the talks collapsed.
└ cue ┘ └ cause ────────────────┘      └ effect ─────────┘
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.recognise.causes.attachment import inferred, linked, main_of
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link
from communique.recognise.causes.reasons import phrase_of
from communique.recognise.causes.results import adverb
from communique.recognise.causes.words import Phrase

INVERTED = frozenset(("had", "were", "should"))
"""They open a condition without "if"."""


def at(reading: Reading, index: int) -> Iterator[Link]:
    """The links whose connective begins at a word."""
    for phrase in reading.words.marks.get(reading.low(index), ()):
        last = index + len(phrase.words)
        if last > len(reading.tokens) or any(
            reading.low(index + offset) != word for offset, word in enumerate(phrase.words) if offset
        ):
            continue
        found = _KINDS[phrase.kind](reading, index, phrase)
        if found is not None:
            yield found
            return


def _clause_of(reading: Reading, mark: int, phrase: Phrase) -> tuple[int, int] | None:
    """The head of the adverbial clause that a conjunction opens, and what the clause hangs on."""
    last = mark + len(phrase.words)
    for index in range(mark, last):
        node = reading.tokens[index].head
        if node < last:
            continue
        above = reading.tokens[node].head
        if mark <= above < last and reading.relation[node] == "ccomp":
            # "Given |that| the border is closed", read as a clause that "given" takes
            above = reading.tokens[above].head
            return (node, above) if above >= last or above < mark else None
        if reading.relation[node] == "advcl":
            return node, above
    return None


def _reason(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if (
        phrase.words[0] in reading.words.of_time
        and len(phrase.words) == 1
        and not _gives_reason(reading, clause, main, mark)
    ):
        return None
    if inferred(reading, main):
        return None
    return linked(reading, clause, main, (mark, mark + len(phrase.words)), f"connective:{phrase.words[0]}")


def _gives_reason(reading: Reading, clause: int, main: int, mark: int) -> bool:
    """Whether "since" and "as" give a reason: a state, a denial, an ability; not a moment in time."""
    own = {reading.low(each) for each in reading.kids(clause, "aux", "cop")}
    if reading.lemma(clause) in reading.words.of_manner or _compares(reading, mark):
        return False
    above = {reading.low(each) for each in reading.kids(main, "aux")}
    token = reading.tokens[clause]
    if reading.low(mark) == "since":
        return not (above & {"has", "have", "had", "'s", "'ve"}) or token.xpos in ("VBZ", "VBP")
    if reading.child(clause, "nsubj") is None:
        return False
    state = reading.child(clause, "cop") is not None or token.lemma.lower() in (
        "have",
        "want",
        "lack",
        "need",
        "fear",
        "believe",
    )
    denied = any(reading.low(each) in ("not", "n't", "no", "never") for each in reading.children[clause])
    modal = any(reading.tokens[each].xpos == "MD" for each in reading.kids(clause, "aux"))
    return state or denied or modal or bool(own & {"has", "had", "have"}) or _befell(reading, clause, main)


def _compares(reading: Reading, mark: int) -> bool:
    """ "as cold as it gets", "as far as we know", "the same as", "as if": a comparison, no reason."""
    if reading.low(mark) != "as" or mark + 2 >= len(reading.tokens):
        return False
    if reading.low(mark + 1) in ("if", "though") or reading.low(mark + 2) == "as":
        return True
    if not mark:
        return False
    if reading.low(mark - 1) in ("same", "such", "just", "so"):
        return True
    earlier = {reading.low(each) for each in range(max(mark - 4, 0), mark)}
    return bool(earlier & {"as", "so"}) and reading.tokens[mark - 1].upos in ("ADJ", "ADV", "NOUN")


def _befell(reading: Reading, clause: int, main: int) -> bool:
    """Whether "as" tells how something came to pass: "trains |were cancelled| as workers blocked the line".

    What somebody does may be at the same time ("he waved as the train left"); a fall, a halt or a harm with a
    clause about others beside it is hardly told for the time alone.
    """
    subject, other = reading.child(main, "nsubj"), reading.child(clause, "nsubj")
    if subject is None or other is None or reading.tokens[other].upos == "PRON":
        return False
    words, lemma = reading.words, reading.lemma(main)
    if reading.tokens[clause].upos != "VERB" or reading.child(clause, "aux") is not None:
        return False
    if reading.tokens[subject].deprel == "nsubj:pass":
        changes = any(frame.kind == "change" for frame in words.verbs.get(lemma, ()))
        return changes or lemma in words.befalling or lemma in words.bad
    return lemma in words.befalling or lemma in words.rising or lemma in words.falling


def _condition(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    if mark and reading.low(mark - 1) in reading.words.not_after:
        return None
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if reading.child(clause, "nsubj", "csubj", "expl", "obj", "cop") is None:
        return None
    if reading.low(mark) == "provided" and reading.tokens[mark].upos == "VERB":
        return None
    return linked(reading, clause, main, (mark, mark + len(phrase.words)), "connective:condition")


def _so_that(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    found = _clause_of(reading, mark, phrase)
    if found is None:
        return None
    clause, main = found
    if any(reading.low(each) in reading.words.purpose_modals for each in reading.kids(clause, "aux")):
        return None
    cue = mark, mark + len(phrase.words)
    cause = main_of(reading, main, {clause})
    if cause is None or cause[0][1] > mark:
        return None
    span = reading.clause(clause)
    return Link(
        clause,
        cause[0],
        cause[1],
        reading.trim(max(span[0], cue[1]), span[1]),
        clause,
        cue,
        "",
        "connective:so-that",
    )


def inverted(reading: Reading, index: int) -> Link | None:
    """ "Had the truce held, the talks would have gone on": a condition without "if"."""
    clause = reading.tokens[index].head
    if reading.relation[clause] != "advcl" or reading.child(clause, "mark") is not None:
        return None
    subject = reading.child(clause, "nsubj")
    if subject is None or not index < subject < clause or reading.analysis.subtree(clause)[0] != index:
        return None
    main = reading.tokens[clause].head
    if not any(reading.tokens[each].xpos == "MD" for each in reading.kids(main, "aux")):
        return None
    return linked(reading, clause, main, (index, index + 1), "connective:inversion")


_KINDS = {
    "reason_clause": _reason,
    "condition": _condition,
    "reason_phrase": phrase_of,
    "result_adverb": adverb,
    "result_clause": _so_that,
}
