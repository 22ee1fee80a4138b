"""What stands beside a verb: its object, clause, infinitive, attribute and prepositional phrases.

"|accused| the ministry (object) of negligence (phrase)", "|called| the raid (object) a crime (attribute)".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.cues import Cue
from communique.analyse.certainty.clause import lowered

ASKED = frozenset(("if", "whether"))
"""Conjunctions of a clause that is asked, which parsers often take for an adverbial one."""


class Phrase(NamedTuple):
    """A phrase: the preposition or conjunction that opens it, the token of that (-1 for none), its head."""

    word: str
    at: int
    head: int


@dataclass(slots=True)
class Arguments:
    """Tokens, -1 for what is not there."""

    verb: int
    passive: bool
    obj: int = -1
    clause: int = -1
    infinitive: int = -1
    attribute: int = -1
    phrases: list[Phrase] = field(default_factory=list)
    """Those behind the verb, its own first, then those that hang on its object or agent."""


def opening(analysis: Analysis, index: int) -> tuple[str, int]:
    """The preposition or conjunction that opens a phrase or clause, and its token; ("", -1) without one."""
    for child in analysis.children[index]:
        token = analysis.tokens[child]
        if token.deprel in ("case", "mark") and token.xpos != "POS":
            return lowered(token), child
    return "", -1


def passive(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is passive: "was accused", "the law, described as …"."""
    token = analysis.tokens[verb]
    if token.xpos not in ("VBN", "VBD", "JJ"):
        return False
    for child in analysis.children[verb]:
        deprel = analysis.tokens[child].deprel
        if deprel in ("nsubj:pass", "aux:pass"):
            return True
        if deprel in ("nsubj", "aux"):
            return False
    return token.xpos == "VBN" and token.deprel.partition(":")[0] in ("acl", "advcl", "amod")


def read(analysis: Analysis, verb: int, cue: Cue, *, is_passive: bool) -> Arguments:
    """The arguments of a verb as far as a group of cues needs them."""
    tokens = analysis.tokens
    found = Arguments(verb, is_passive)
    agent = -1
    for child in analysis.children[verb]:
        token = tokens[child]
        base = token.deprel.partition(":")[0]
        if base == "ccomp" or (base == "csubj" and child > verb):
            found.clause = child if found.clause < 0 else found.clause
        elif base == "xcomp":
            _complement(analysis, found, child, cue)
        elif base == "obj" or (base == "iobj" and "one-to" in cue.takes) or _late(analysis, verb, child):
            found.obj = child if found.obj < 0 else found.obj
        elif child > verb and base in ("obl", "advcl"):
            word, at = opening(analysis, child)
            if (
                at < 0
                and token.deprel == "obl:unmarked"
                and found.obj >= 0
                and child == _end(analysis, child)
            ):
                found.attribute = child if found.attribute < 0 else found.attribute
            elif token.deprel == "obl:agent" or (is_passive and word == "by"):
                agent = child
            else:
                found.phrases.append(Phrase(word, at, child))
    if is_passive:
        found.obj = -1
    elif found.obj >= 0 and found.attribute < 0 and "so" in cue.takes:  # "called the talks “useful”"
        found.attribute = next(
            (c for c in analysis.children[found.obj] if tokens[c].deprel == "appos" and c > found.obj), -1
        )
    wanted = cue.paired | (cue.prepositions & {"of"})
    if wanted and (found.obj >= 0 or agent >= 0):
        _misplaced(analysis, found, found.obj if found.obj >= 0 else agent, wanted)
    if found.clause < 0:
        found.clause = next(
            (p.head for p in found.phrases if p.word in ASKED and tokens[p.head].upos != "NOUN"), -1
        )
        if found.clause < 0 and is_passive:
            found.clause = next((p.head for p in found.phrases if p.word == "that"), -1)
    return found


def _late(analysis: Analysis, verb: int, child: int) -> bool:
    """Whether a second subject behind the verb is its object: "with many accusing |the judge| of …"."""
    tokens = analysis.tokens
    if child < verb or tokens[child].deprel != "nsubj":
        return False
    if tokens[verb].xpos == "VBG":
        return True
    return any(tokens[each].deprel == "nsubj" and each < verb for each in analysis.children[verb])


def _end(analysis: Analysis, index: int) -> int:
    """The last token of a phrase that ends with its head, as "a farce" does."""
    below = analysis.children[index]
    return max(index, below[-1] if below else index)


def _complement(analysis: Analysis, found: Arguments, child: int, cue: Cue) -> None:
    token = analysis.tokens[child]
    word, at = opening(analysis, child)
    done = token.xpos == "VBN" and "one-to" in cue.takes and "so" not in cue.takes  # "wants it |closed|"
    if word == "as" or (word and word in cue.paired):  # "sees the deal as reckless", "accused him of lying"
        found.phrases.append(Phrase(word, at, child))
    elif found.infinitive < 0 and (token.xpos in ("VB", "VBG") or word == "to" or done):
        found.infinitive = child
    elif found.attribute < 0:
        found.attribute = child


def _misplaced(analysis: Analysis, found: Arguments, noun: int, wanted: frozenset[str]) -> None:
    """Phrases of the verb that were hung on its object or agent: "accused by rivals |of lying|"."""
    below = [
        Phrase(*opening(analysis, child), child)
        for child in analysis.children[noun]
        if child > noun and analysis.tokens[child].deprel.partition(":")[0] in ("nmod", "acl")
    ]
    below = [each for each in below if each.word in wanted]
    if len(below) > 1 and analysis.tokens[below[0].head].upos == "PROPN" and below[0].word == below[1].word:
        del below[0]  # "accused the mayor of Paris |of fraud|"
    found.phrases.extend(below)
