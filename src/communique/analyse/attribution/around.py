"""Content that is no argument of its cue in the tree: clauses it is thrown into, objects of its particles.

"|Talks had failed|, officials said" · "railed against |the deal|"
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.contents import FINITE, Content
from communique.analyse.attribution.spans import piece, trimmed
from communique.analyse.certainty.clause import lowered

TAIL = frozenset(("punct", "advmod", "obl", "case", "det", "obl:unmarked", "nmod", "compound", "amod"))
"""Relations of what may follow a cue at the end of its sentence: "…, officials said |on Monday|"."""
SUBJECTS = frozenset(("PROPN", "DET", "NOUN", "PRON", "ADJ", "NUM"))
NEAR = 12
"""Tokens between a cue and the comma before it."""


def before(analysis: Analysis, verb: int) -> Content | None:
    """The clause that ends with the comma before a cue and its subject, where the tree joins them otherwise.

    As in "|A host of factors shape the price|, said Ada Obi".
    """
    tokens = analysis.tokens
    sentence = analysis.sentences[tokens[verb].sentence]
    comma = _comma(analysis, sentence.first, verb)
    if comma - sentence.first < 3 or tokens[verb].xpos not in FINITE:
        return None
    if not (_inverted(analysis, comma, verb, sentence.last) or _last(analysis, comma, verb, sentence.last)):
        return None
    inside = tokens[sentence.first : comma]
    head = next((t.index for t in inside if t.upos in ("VERB", "AUX") and t.xpos != "VBG"), -1)
    if head < 0:
        return None
    top = next((t.index for t in inside if not sentence.first <= t.head < comma or t.head == t.index), head)
    first, last = trimmed(analysis, sentence.first, comma)
    top = top if tokens[top].upos in ("VERB", "AUX", "ADJ", "NOUN") else head
    return Content(first, last, top, "around")


def _comma(analysis: Analysis, first: int, verb: int) -> int:
    """The comma before a cue and its subject; -1 where a verb or a conjunction stands in between."""
    for index in range(verb - 1, max(verb - NEAR, first), -1):
        token = analysis.tokens[index]
        if token.text == ",":
            return index
        if token.upos in ("VERB", "AUX", "SCONJ", "CCONJ") or token.xpos in ("WP", "WDT"):
            return -1
    return -1


def _inverted(analysis: Analysis, comma: int, verb: int, end: int) -> bool:
    """Whether the subject follows: ", |said Ada Obi|"."""
    after = next((t for t in analysis.tokens[verb + 1 : end] if t.upos != "ADV"), None)
    return comma == verb - 1 and after is not None and after.upos in SUBJECTS


def _last(analysis: Analysis, comma: int, verb: int, end: int) -> bool:
    """Whether subject and cue end the sentence: ", |Ada Obi said on Monday|."."""
    tokens = analysis.tokens
    if not any(tokens[c].deprel == "nsubj" and comma < c < verb for c in analysis.children[verb]):
        return False
    return verb + 1 < end and all(tokens[i].deprel in TAIL for i in range(verb + 1, end))


def behind(analysis: Analysis, verb: int, end: int) -> Content | None:
    """The object of the preposition that ends a phrasal cue: "railed against |the deal|"."""
    preposition = analysis.tokens[end]
    if preposition.deprel in ("case", "mark") and preposition.head > end:
        head = preposition.head
        first, last = piece(analysis, head, frozenset((end,)))
        first, last = trimmed(analysis, max(first, end + 1), last)
        for child in analysis.children[verb]:  # "pointed to his debts |as a sign of weakness|"
            if child > head and any(
                each == last and lowered(analysis.tokens[each]) == "as" for each in analysis.children[child]
            ):
                last = trimmed(analysis, *piece(analysis, child))[1]
        return Content(first, last, head, "phrasal", end) if last > first else None
    for child in analysis.children[verb]:
        if child > end and analysis.tokens[child].deprel in ("obj", "ccomp", "xcomp"):
            first, last = piece(analysis, child)
            first, last = trimmed(analysis, max(first, end + 1), last)
            return Content(first, last, child, "phrasal") if last > first else None
    return None


def around(analysis: Analysis, verb: int) -> Content | None:
    """The clause into which the cue is thrown: "|Talks had failed|, officials said", "as officials said"."""
    token = analysis.tokens[verb]
    above = token.head
    base = token.deprel.partition(":")[0]
    if above == verb or analysis.tokens[above].sentence != token.sentence:
        return None
    if base == "parataxis":
        pass
    elif base == "advcl":
        opened = [lowered(analysis.tokens[c]) for c in analysis.children[verb] if c < verb]
        if "as" not in opened:
            return None
    else:
        for child in analysis.children[verb]:
            if analysis.tokens[child].deprel.startswith("parataxis") and child > verb + 1:
                first, last = trimmed(analysis, *piece(analysis, child))
                return Content(first, last, child, "around") if last > first else None
        return None
    first, last = piece(analysis, above, frozenset((verb,)))
    if first <= verb < last:
        first, last = (first, verb) if above < verb else (verb + 1, last)
    first, last = trimmed(analysis, first, last)
    return Content(first, last, above, "around") if last - first > 1 else None
