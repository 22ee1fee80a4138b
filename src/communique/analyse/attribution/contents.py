"""What is said: the clause, infinitive, object or prepositional phrase that a cue takes.

"accused |the ministry of negligence|", "said (that) |talks had failed|", "called for |a truce|".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.arguments import Arguments, opening, read
from communique.analyse.attribution.cues import Cue, cues
from communique.analyse.attribution.spans import nodes, piece, trimmed
from communique.analyse.attribution.subjects import stands_for_people
from communique.analyse.certainty.clause import lowered

NEVER = frozenset(
    [
        *("which", "who", "whom", "whose", "that", "what", "it", "so", "nothing"),
        *("himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"),
    ]
)
"""Words that say nothing by themselves where they are the object."""
REJECTING = frozenset(("deny",))
POINTING = frozenset(("that", "this", "it"))
"""What was said before; whoever denies it tells what he thinks of it: "the ministry denied |that|"."""
COMPLETING = frozenset(
    ("as", "for", "with", "to", "of", "from", "about", "over", "against", "into", "toward", "towards")
)
"""Prepositions of phrases that complete an object; "in", "at", "on" tell where and when it was said."""
CLAUSES = frozenset(("advcl", "conj", "parataxis", "acl"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))


class Content(NamedTuple):
    """Tokens ``[first, last)``, the token by which it is judged, and the preposition before it."""

    first: int
    last: int
    head: int
    frame: str
    particle: int = -1
    """A preposition between cue and content: "called |for| talks"; -1 without one."""


def find(analysis: Analysis, verb: int, cue: Cue, *, is_passive: bool) -> Content | None:
    """The content of a verb in the first frame of its group that is there; ``None`` without one."""
    given = read(analysis, verb, cue, is_passive=is_passive)
    for frame in FRAMES:
        found = frame(analysis, given, cue)
        if found is not None:
            return found
    return None


def _clause(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """As in "said |talks had failed|"."""
    if given.clause < 0 or not cue.takes & {"clause", "ing", "one-to"}:
        return None
    if cue.kind == "praise" and analysis.tokens[given.clause].xpos != "VBG":
        return None
    found = span(analysis, given.clause, given.verb, "clause")
    if found is None or given.clause < given.verb:
        return found
    last = max([found.last, *(piece(analysis, more)[1] for more in _more(analysis, given))])
    first, last = trimmed(analysis, found.first, last)
    return found._replace(first=first, last=last)


def _more(analysis: Analysis, given: Arguments) -> list[int]:
    """Further clauses of a content, hung on the cue: "said the deal was off |and that talks were over|".

    Without "that" they are told by their tense: the cue's own second verb would share its form.
    """
    tokens = analysis.tokens
    form = tokens[given.verb].xpos
    found = []
    for child in analysis.children[given.verb]:
        token = tokens[child]
        if child < given.clause or token.deprel not in ("conj", "ccomp") or child == given.clause:
            continue
        below = [tokens[c] for c in analysis.children[child]]
        marked = any(each.deprel == "mark" and lowered(each) == "that" for each in below)
        carrier = next((each.xpos for each in below if each.deprel in ("aux", "cop", "aux:pass")), token.xpos)
        subject = any(each.deprel.startswith("nsubj") for each in below)
        other = (form == "VBG" and carrier in (*FINITE, "MD")) or (
            form == "VBD" and carrier in ("VBZ", "VBP", "MD") and subject
        )
        if marked or other:
            found.append(child)
    return found


def _infinitive(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """As in "promised |to leave|", "urged |allies to leave|", "told them |to leave|", "denied |leaving|"."""
    obj, infinitive, takes = given.obj, given.infinitive, cue.takes
    if infinitive < 0:
        infinitive = next(
            (p.head for p in given.phrases if p.word == "to" and analysis.tokens[p.head].xpos == "VB"), -1
        )
        beside = (
            infinitive >= 0 and opening(analysis, infinitive)[1] == given.verb + 1
        )  # "committed |to reform|"
        if not (beside and "to" in takes) and (
            infinitive < 0 or "one-to" not in takes or (obj < 0 and not given.passive)
        ):
            return None
    gerund = analysis.tokens[infinitive].xpos == "VBG"
    if 0 <= obj < infinitive and "one-to" in takes:
        return _joined(analysis, obj, infinitive, given.verb, "one-to")
    if 0 <= obj < infinitive and "hearer" in takes:
        return span(analysis, infinitive, given.verb, "to")
    raised = given.passive and ("one-to" in takes or "clause" in takes)  # "is said |to have left|"
    if ("ing" in takes) if gerund else ("to" in takes or raised):
        return span(analysis, infinitive, given.verb, "to")
    return None


def _attribute(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """As in "called |the raid a crime|"."""
    if given.attribute < 0 or "so" not in cue.takes:
        return None
    if given.obj >= 0:
        return _joined(analysis, given.obj, given.attribute, given.verb, "so")
    if cue.kind == "believe" and not given.passive:
        return None  # "felt cornered": a state, held of nothing
    return span(analysis, given.attribute, given.verb, "so")


def _paired(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """As in "accused |him of lying|", "sees |the deal as reckless|"; passive "was accused of |lying|"."""
    for word, at, head in given.phrases:
        if word in cue.paired or (word == "as" and "as" in cue.takes):
            if given.obj >= 0:
                return _joined(analysis, given.obj, head, given.verb, "one-" + word)
            if given.passive or word == "as":
                return span(analysis, head, given.verb, "one-" + word, particle=at)
    return None


def _thing(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """An object with the phrases that complete it: "challenged |him to a debate|", not "on Monday"."""
    if given.obj < 0 or "thing" not in cue.takes:
        return None
    pointing = cue.kind in REJECTING and lowered(analysis.tokens[given.obj]) in POINTING
    if not pointing and _says_nothing(analysis, given.obj, cues().verb(analysis.tokens[given.verb])):
        return None
    found = span(analysis, given.obj, given.verb, "thing")
    if found is None:
        return None
    last = found.last
    for word, at, head in given.phrases:
        if head < last:
            continue
        start, end = piece(analysis, head, frozenset(_others(analysis, head, given.verb, "thing")))
        if word not in COMPLETING or start != last or analysis.tokens[start].text == "," or at < last:
            break
        last = end
    first, last = trimmed(analysis, found.first, last)
    return found._replace(first=first, last=last)


def _prepositional(analysis: Analysis, given: Arguments, cue: Cue) -> Content | None:
    """As in "called for |a truce|"."""
    for word, at, head in given.phrases:
        if word in cue.prepositions:
            return span(analysis, head, given.verb, word, particle=at)
    return None


FRAMES: tuple[Callable[[Analysis, Arguments, Cue], Content | None], ...] = (
    _clause, _infinitive, _attribute, _paired, _thing, _prepositional,
)  # fmt: skip
"""Tried one after the other: the frames that say most come first."""


def _says_nothing(analysis: Analysis, obj: int, verb: str) -> bool:
    """Whether an object is none of content: "said it", "claimed responsibility"."""
    token = analysis.tokens[obj]
    if token.lemma.lower() in cues().idioms.get(verb, ()):
        return True
    return lowered(token) in NEVER and token.upos in ("PRON", "SCONJ")


def span(analysis: Analysis, head: int, cue: int, frame: str, particle: int = -1) -> Content | None:
    """The content that a token heads, without what does not belong to it."""
    without = _others(analysis, head, cue, frame)
    if particle >= 0:
        without.add(particle)
    first, last = piece(analysis, head, frozenset(without))
    if first <= cue < last:
        first, last = (cue + 1, last) if head > cue else (first, cue)
    first, last = trimmed(analysis, first, last)
    if last - first > 1 and analysis.tokens[last - 1].upos == "CCONJ":
        first, last = trimmed(analysis, first, last - 1)
    return Content(first, last, head, frame, particle) if last > first else None


def _others(analysis: Analysis, head: int, cue: int, frame: str) -> set[int]:
    """Clauses within a content that somebody else says, or the same source with another cue."""
    tokens, listed = analysis.tokens, cues()
    infinite = tokens[head].xpos in ("VB", "VBG") and frame != "clause"
    found: set[int] = set()
    for index in nodes(analysis, head):
        token = tokens[index]
        if index <= head or token.upos != "VERB" or token.deprel not in CLAUSES:
            continue
        if infinite and token.deprel == "conj" and token.head == head and token.xpos in FINITE:
            found.add(index)  # "vowed to go and |threatened| to …"
        elif listed.verb(token) in listed.verbs and _after_comma(analysis, index):
            own = any(
                tokens[child].deprel == "nsubj" or stands_for_people(tokens[child])
                for child in analysis.children[index]
            )
            # "…, while others |say| …", "…, with some |suggesting| …"; "…, |telling| them that …"
            if (own and token.deprel != "conj") or (
                frame == "clause" and token.xpos == "VBG" and index > cue
            ):
                found.add(index)
    return found


def _after_comma(analysis: Analysis, index: int) -> bool:
    first = nodes(analysis, index)[0]
    tokens = analysis.tokens
    if tokens[first].text == ",":
        return True
    return first > 0 and tokens[first - 1].text in (",", ";", "–", "—")


def _joined(analysis: Analysis, obj: int, other: int, cue: int, frame: str) -> Content | None:
    """An object and what is said of it, in one stretch."""
    first, last = piece(analysis, obj)
    start, end = piece(analysis, other)
    without = _others(analysis, other, cue, frame)
    start, end = piece(analysis, other, frozenset(without)) if without else (start, end)
    first, last = min(first, start), max(last, end)
    if first <= cue < last:
        first = cue + 1
    first, last = trimmed(analysis, first, last)
    return Content(first, last, other, frame) if last > first else None
