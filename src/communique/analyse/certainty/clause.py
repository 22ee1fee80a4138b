"""What stands inside one clause: its auxiliaries, hedges, negations and what opens it.

"They |probably| |did| |not| sign": hedge, tense and negation of "sign".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.analyse.analysis import Analysis, Token
from communique.analyse.certainty.words import CERTAINTIES, words
from communique.records.base import Certainty

ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "iobj", "nsubj:outer"))
BESIDE = frozenset(("advmod", "obl", "nmod", "amod", "fixed", "discourse", "case", "parataxis"))
"""Relations, without subtypes, of words that may hedge or deny."""


@dataclass(slots=True)
class Clause:
    """One predicate and the words beside it that bear on its certainty."""

    head: int
    either: bool = False
    """Whether it is left open in so many words: "may or may not"."""
    modal: str = ""
    """The modal auxiliary in lower case, "" without one."""
    perfect: bool = False
    """Whether "have" + participle stands in it: "may have left"."""
    finite: str = ""
    """Tag of the word that carries the tense: ``VBD``, ``VBZ``, ``VBP``, ``MD``; "" where none does."""
    negations: list[int] = field(default_factory=list)
    hedges: list[tuple[Certainty, int]] = field(default_factory=list)
    mark: str = ""
    """What opens the clause, in lower case: "that", "if", "to", "because"."""
    mark_at: int = -1
    condition: int = -1
    """Token of the conditional clause that depends on it, -1 without one."""
    subject: int = -1


def least(one: Certainty, other: Certainty) -> Certainty:
    """The less sure of two."""
    return one if CERTAINTIES.index(one) >= CERTAINTIES.index(other) else other


def lowered(token: Token) -> str:
    """A word in lower case with the straight apostrophe."""
    return token.text.lower().replace("’", "'")


def read(analysis: Analysis, head: int) -> Clause:
    """The clause of a predicate (a verb, or an adjective or noun as predicate)."""
    listed = words()
    tokens, children = analysis.tokens, analysis.children
    clause = Clause(head)
    own = tokens[head]
    if own.xpos in ("VBD", "VBZ", "VBP"):
        clause.finite = own.xpos
    bare = own.xpos == "VBN"
    for index in children[head]:
        token = tokens[index]
        text = lowered(token)
        relation = token.deprel
        base = relation.partition(":")[0]
        if base in ("aux", "cop"):
            bare = False
            _auxiliary(clause, token, text, own)
            clause.either |= tuple(map(lowered, tokens[index + 1 : index + 4])) == ("or", text, "not")
        elif relation in ARGUMENTS:
            if base == "nsubj":
                clause.subject = index
            if _denies(analysis, index):
                clause.negations.append(index)
        elif base == "mark":
            if clause.mark_at < 0 or text in listed.condition or text in listed.question:
                clause.mark, clause.mark_at = text, index
        elif base == "advcl":
            if clause.condition < 0 and conditional(analysis, index):
                clause.condition = index
        elif base == "obl" and _denies(analysis, index):
            clause.negations.append(index)
        if base in BESIDE or base in ("cc", "det"):
            _adverb(analysis, clause, token, text)
    if bare and clause.subject >= 0 and analysis.tokens[clause.subject].deprel == "nsubj":
        clause.finite = "VBD"  # the form is that of the past tense, and no auxiliary makes it a participle
    return clause


def _auxiliary(clause: Clause, token: Token, text: str, own: Token) -> None:
    lemma = token.lemma.lower()
    if token.xpos == "MD":
        clause.modal = clause.modal or {"ca": "can", "wo": "will", "'ll": "will", "'d": "would"}.get(
            text, text
        )
        clause.finite = "MD"
    elif not clause.finite and token.xpos in ("VBD", "VBZ", "VBP"):
        clause.finite = token.xpos
    if lemma == "have" and (own.xpos in ("VBN", "VBD") or own.upos != "VERB"):
        clause.perfect = True


def _adverb(analysis: Analysis, clause: Clause, token: Token, text: str) -> None:
    listed = words()
    if text in listed.negation:
        clause.negations.append(token.index)
        return
    if text in listed.nearly and analysis.tokens[clause.head].upos == "VERB" and token.index < clause.head:
        clause.negations.append(token.index)
        return
    grade = listed.adverbs.get(text)
    if grade:
        if not _of_number(analysis, token):
            clause.hedges.append((grade, token.index))
        # "not necessarily", "most likely": what stands before the adverb belongs to it.
        if any(
            lowered(analysis.tokens[child]) in listed.negation for child in analysis.children[token.index]
        ):
            clause.hedges.append(("possible", token.index))
        return
    if analysis.children[token.index]:
        first, last = analysis.subtree(token.index)
        if last - first <= 4:
            phrase = " ".join(lowered(each) for each in analysis.tokens[first:last])
            if phrase in listed.phrases:
                clause.hedges.append((listed.phrases[phrase], token.index))
            elif phrase in listed.negation_phrases:
                clause.negations.append(token.index)
    elif token.index and text in ("necessarily", "always"):
        before = analysis.tokens[token.index - 1]
        if lowered(before) in listed.negation:
            if before.index in clause.negations:
                clause.negations.remove(before.index)
            clause.hedges.append(("possible", token.index))
    elif text in ("longer", "more") and token.index and lowered(analysis.tokens[token.index - 1]) == "no":
        clause.negations.append(token.index)


def _of_number(analysis: Analysis, token: Token) -> bool:
    """As in "perhaps 200 people": the hedge is on the number."""
    after = token.index + 1
    return after < len(analysis.tokens) and analysis.tokens[after].upos == "NUM"


def _denies(analysis: Analysis, index: int) -> bool:
    """Whether a subject or object denies its verb: "nobody", "no proof", "few officials"."""
    listed = words()
    token = analysis.tokens[index]
    text = lowered(token)
    if token.upos in ("PRON", "NOUN", "DET") and text in listed.pronouns:
        return True
    if text == "one" and index and lowered(analysis.tokens[index - 1]) == "no":
        return True
    weak, article = text in listed.weak and token.upos in ("ADJ", "PRON", "DET", "NOUN"), False
    for child in analysis.children[index]:
        if child > index:
            break
        before = lowered(analysis.tokens[child])
        base = analysis.tokens[child].deprel.partition(":")[0]
        if base not in ("det", "amod", "advmod", "cc"):
            continue
        if base == "det" and before in listed.determiners:
            return True
        weak = weak or before in listed.weak
        article = article or before in ("a", "the", "these", "those", "some", "his", "her", "their", "its")
    return weak and not article


def conditional(analysis: Analysis, index: int) -> bool:
    """Whether a clause is a condition: "if …", "unless …", "should he …", but not "even if …"."""
    listed = words()
    tokens = analysis.tokens
    for child in analysis.children[index]:
        token = tokens[child]
        if child > index:
            break
        text = lowered(token)
        if token.deprel in ("mark", "advmod", "case") and text in listed.condition:
            return child == 0 or lowered(tokens[child - 1]) not in listed.no_condition
        if token.deprel in ("mark", "advmod"):
            for phrase in listed.condition_phrases:
                if text in phrase:
                    first = child - phrase.index(text)
                    if first >= 0 and phrase == tuple(map(lowered, tokens[first : first + len(phrase)])):
                        return True
    first, _ = analysis.subtree(index)
    opening = tokens[first]
    if lowered(opening) in listed.condition and opening.upos in ("SCONJ", "VERB", "ADP"):
        return first == 0 or lowered(tokens[first - 1]) not in listed.no_condition
    # Inversion: "Should talks fail, …", "Were it to fail, …", "Had they signed, …"
    if lowered(opening) in ("should", "were", "had") and opening.upos == "AUX" and opening.head == index:
        return any(tokens[c].deprel.startswith("nsubj") and c > first for c in analysis.children[index])
    return False
