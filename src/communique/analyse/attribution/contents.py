"""What is said: the clause, infinitive, object or prepositional phrase that a cue takes.

"accused |the ministry of negligence|", "said (that) |talks had failed|", "called for |a truce|".
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.attribution.spans import piece, trimmed
from communique.analyse.certainty.clause import lowered

NEVER = frozenset(("which", "who", "whom", "whose", "that", "what", "it", "so", "nothing"))
"""Words that say nothing by themselves where they are the object."""

ASKED = frozenset(("if", "whether"))
COMPLETING = frozenset(
    ("as", "for", "with", "to", "of", "from", "about", "over", "against", "into", "toward", "towards")
)
"""Prepositions of phrases that complete an object; "in", "at", "on", "during" tell where and when it was said."""


class Content(NamedTuple):
    """Tokens ``[first, last)``, the token by which it is judged, and the words that belong to the cue."""

    first: int
    last: int
    head: int
    frame: str
    particle: int = -1
    """A preposition between cue and content: "called |for| talks"; -1 without one."""


def case(analysis: Analysis, index: int) -> tuple[str, int]:
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


def find(analysis: Analysis, verb: int, cue: Cue, *, is_passive: bool) -> Content | None:  # noqa: C901, PLR0912
    """The content of a verb in the first frame of its group that is there; ``None`` without one."""
    tokens = analysis.tokens
    takes = cue.takes
    obj = clause = infinitive = attribute = -1
    phrases: list[tuple[str, int, int]] = []
    for child in analysis.children[verb]:
        token = tokens[child]
        base = token.deprel.partition(":")[0]
        if base == "ccomp":
            if clause < 0:
                clause = child
        elif base == "xcomp":
            if infinitive < 0 and (token.xpos in ("VB", "VBG") or case(analysis, child)[0] == "to"):
                infinitive = child
            elif attribute < 0:
                attribute = child
        elif base == "obj":
            if obj < 0:
                obj = child
        elif base in ("obl", "advcl") and child > verb:
            phrases.append((*case(analysis, child), child))
        elif base == "advcl" and child < verb:
            continue
    if is_passive:
        obj = -1
    if clause < 0 and "clause" in takes and cue.kind != "praise":
        clause = next(
            (child for word, _at, child in phrases if word in ASKED and tokens[child].upos != "NOUN"), -1
        )
    if clause >= 0 and ("clause" in takes or "ing" in takes or "one-to" in takes):
        return _span(analysis, clause, verb, "clause")
    if infinitive >= 0:
        gerund = tokens[infinitive].xpos == "VBG"
        if obj >= 0 and "one-to" in takes:
            return _joined(analysis, obj, infinitive, verb, "one-to")
        if obj >= 0 and obj < infinitive and "hearer" in takes:
            return _span(analysis, infinitive, verb, "to")
        if (gerund and "ing" in takes) or (
            not gerund and ("to" in takes or (is_passive and "one-to" in takes))
        ):
            return _span(analysis, infinitive, verb, "to")
    for word, _at, child in phrases:
        if word == "to" and tokens[child].xpos == "VB" and obj >= 0 and "one-to" in takes:
            return _joined(analysis, obj, child, verb, "one-to")
    if attribute >= 0 and "so" in takes:
        return (
            _joined(analysis, obj, attribute, verb, "so")
            if obj >= 0
            else _span(analysis, attribute, verb, "so")
        )
    for word, at, child in phrases:
        if word == "as" and ("as" in takes or "as" in cue.paired):
            return (
                _joined(analysis, obj, child, verb, "as")
                if obj >= 0
                else _span(analysis, child, verb, "as", particle=at)
            )
        if word in cue.paired and (obj >= 0 or is_passive):
            return (
                _joined(analysis, obj, child, verb, "one-" + word)
                if obj >= 0
                else _span(analysis, child, verb, "one-" + word, particle=at)
            )
    if obj >= 0 and "thing" in takes and not _says_nothing(analysis, obj):
        return _thing(analysis, obj, verb, phrases)
    for word, at, child in phrases:
        if word in cue.prepositions:
            return _span(analysis, child, verb, word, particle=at)
    return None


def _thing(analysis: Analysis, obj: int, cue: int, phrases: list[tuple[str, int, int]]) -> Content | None:
    """An object with the phrases that complete it: "challenged |him to a debate|", not "on Monday"."""
    found = _span(analysis, obj, cue, "thing")
    if found is None:
        return None
    first, last = found.first, found.last
    for word, at, child in phrases:
        if word not in COMPLETING or child < last:
            continue
        start, end = piece(analysis, child)
        if start != last or at < last:
            break
        last = end
    first, last = trimmed(analysis, first, last)
    return found._replace(first=first, last=last)


def _says_nothing(analysis: Analysis, obj: int) -> bool:
    token = analysis.tokens[obj]
    return lowered(token) in NEVER and (token.upos == "PRON" or token.upos == "SCONJ")


def _span(analysis: Analysis, head: int, cue: int, frame: str, particle: int = -1) -> Content | None:
    without = frozenset((particle,)) if particle >= 0 else frozenset[int]()
    without |= frozenset(
        child
        for child in analysis.children[head]
        if child > head
        and analysis.tokens[child].deprel == "advcl"
        and analysis.tokens[child].xpos == "VBG"
        and cues().verb(analysis.tokens[child]) in cues().verbs
        and frame == "clause"
    )
    first, last = piece(analysis, head, without)
    if first <= cue < last:
        first, last = (cue + 1, last) if head > cue else (first, cue)
    first, last = trimmed(analysis, first, last)
    return Content(first, last, head, frame, particle) if last > first else None


def _joined(analysis: Analysis, obj: int, other: int, cue: int, frame: str) -> Content | None:
    """An object and what is said of it, in one stretch."""
    first, last = piece(analysis, obj)
    start, end = piece(analysis, other)
    first, last = min(first, start), max(last, end)
    if first <= cue < last:
        first = cue + 1
    first, last = trimmed(analysis, first, last)
    return Content(first, last, other, frame) if last > first else None
