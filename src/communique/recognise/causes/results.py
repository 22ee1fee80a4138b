"""Words in the clause that is the effect: as a result, therefore, thereby, so, so that, so … that.

The treaty expired. | As a result, | both armies rearmed.
└ cause ──────────┘   └ cue ────┘    └ effect ─────────┘
"""

from __future__ import annotations

from communique.recognise.causes.attachment import main_of
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.words import Phrase


def adverb(reading: Reading, mark: int, phrase: Phrase) -> Link | None:
    """ "The talks collapsed. As a result, …", "… and therefore …", "thereby …" """
    last = mark + len(phrase.words)
    if last < len(reading.tokens) and reading.low(last) in ("of", "far"):
        return None
    head = reading.tokens[mark].head
    if mark <= head < last:
        head = reading.tokens[head].head
    for _ in range(3):
        if mark <= head < last:
            head = reading.tokens[head].head
    if not reading.is_clause(head) or (phrase.words == ("as", "such") and reading.low(last) != ","):
        return None
    return follows(reading, head, (mark, last), f"connective:{'-'.join(phrase.words)}")


def follows(reading: Reading, head: int, cue: Stretch, rule: str) -> Link | None:
    """The clause ``head`` follows from the one it is joined to, or from the sentence before."""
    token = reading.tokens[head]
    top = token.head
    span = reading.clause(head, set(range(*cue)))
    if reading.relation[head] in ("conj", "parataxis", "advcl") and top < head and reading.is_clause(top):
        cause = reading.clause(top, {head})
        if cause[1] > cue[0]:
            return None
        return Link(head, cause, top, _past(reading, span, cue), head, cue, "", rule)
    if reading.relation[head] == "root" and cue[0] - reading.analysis.sentences[token.sentence].first <= 4:
        before = token.sentence - 1
        if before < 0 or not reading.same_paragraph(before, token.sentence):
            return None
        sentence = reading.analysis.sentences[before]
        cause = reading.trim(sentence.first, sentence.last)
        return Link(head, cause, sentence.root, _past(reading, span, cue), head, cue, "", rule, back=True)
    return None


def _past(reading: Reading, span: Stretch, cue: Stretch) -> Stretch:
    """A stretch without a connective at its beginning."""
    if span[0] <= cue[0] <= span[0] + 1 and cue[1] < span[1]:
        return reading.trim(cue[1], span[1])
    return span


def so(reading: Reading, index: int) -> Link | None:
    """ "…, so the talks collapsed"; "so angry that he left" """
    token = reading.tokens[index]
    head = token.head
    if index + 1 < len(reading.tokens) and reading.low(index + 1) == "that":
        return _so_clause(reading, index, head)
    opens = head > index and reading.relation[index] in ("cc", "advmod", "mark") and reading.is_clause(head)
    if opens and index and reading.low(index - 1) in (",", "and", ";"):
        if reading.low(index + 1) in ("far", "much", "many"):
            return None
        return follows(reading, head, (index, index + 1), "connective:so")
    if reading.relation[index] == "advmod" and reading.tokens[head].upos in ("ADJ", "ADV"):
        return _so_much(reading, index, head)
    return None


def _so_clause(reading: Reading, index: int, head: int) -> Link | None:
    """ "so that" as a clause of its own, where the parser joins the clauses side by side."""
    if head <= index or not reading.is_clause(head):
        return None
    if any(reading.low(each) in reading.words.purpose_modals for each in reading.kids(head, "aux")):
        return None
    return follows(reading, head, (index, index + 2), "connective:so-that")


def _so_much(reading: Reading, index: int, head: int) -> Link | None:
    for top in (head, index, reading.tokens[head].head):
        for each in reading.kids(top, "advcl", "ccomp"):
            mark = reading.child(each, "mark")
            if each > head and mark is not None and reading.low(mark) == "that":
                cause = main_of(reading, head, {each})
                if cause is None or cause[0][1] > mark:
                    return None
                return Link(
                    each,
                    cause[0],
                    cause[1],
                    reading.clause(each),
                    each,
                    (index, index + 1),
                    "",
                    "connective:so-much",
                )
    return None
