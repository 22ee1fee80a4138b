"""All attributions of an analysis: quotations first, then verbs, nouns, adjectives and phrases, token by token."""

from __future__ import annotations

from dataclasses import replace

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.according import from_phrase
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.cues import cues
from communique.analyse.attribution.nouns import from_adjective, from_noun
from communique.analyse.attribution.quotes import Quotes
from communique.analyse.attribution.speech import Speech
from communique.analyse.attribution.transcript import lines
from communique.analyse.attribution.verbs import from_verb, groups
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

MODIFIERS = frozenset(("amod", "compound", "case", "aux", "fixed", "det"))
"""Where a form of a cue is no cue: "the said treaty", "alleged spies", "according"."""

OWN = frozenset(("i", "we", "you", "me", "us", "my", "our", "your"))


def attribute(analysis: Analysis) -> tuple[Attributed, ...]:
    """Every attribution, in the order of their cues. Needs tokens and sentences alone."""
    clauses = Clauses(analysis)
    quotes = Quotes(analysis)
    speech = Speech(analysis, clauses, quotes)
    spoken: dict[int, list[int]] = {}
    for number, verb in speech.spoken().items():
        spoken.setdefault(verb, []).append(number)
    listed = cues()
    tokens = analysis.tokens
    found: list[Attributed] = list(lines(analysis))
    for token in tokens:
        index, upos = token.index, token.upos
        made: Attributed | None = None
        if upos == "VERB" or (upos == "AUX" and index in spoken):
            if index in spoken:
                found.extend(speech.attributed(index, sorted(spoken[index])))
                continue
            if token.deprel in MODIFIERS:
                if lowered(token) == "according":
                    made = _according(analysis, index)
            else:
                free = groups(analysis, index)
                if free:
                    made = from_verb(analysis, clauses, index, free, quotes)
                elif lowered(token) == "according":
                    made = _according(analysis, index)
        elif upos == "NOUN":
            if token.lemma.lower() in listed.nouns:
                made = from_noun(analysis, clauses, index)
        elif upos == "ADJ":
            if token.lemma.lower() in listed.adjectives:
                made = from_adjective(analysis, clauses, index)
        elif lowered(token) == "according":
            made = _according(analysis, index)
        if made is not None and not _own_voice(analysis, quotes, made):
            found.append(made)
    return _nested(found)


def _own_voice(analysis: Analysis, quotes: Quotes, made: Attributed) -> bool:
    """Whether the source is "I", "we", "you" outside quotation marks: the article itself, or its reader."""
    head = made.source_head
    return head >= 0 and not quotes.inside[head] and lowered(analysis.tokens[head]) in OWN


def _according(analysis: Analysis, index: int) -> Attributed | None:
    tokens = analysis.tokens
    if index + 1 < len(tokens) and lowered(tokens[index + 1]) == "to":
        return from_phrase(analysis, index, index + 2)
    return None


def _nested(found: list[Attributed]) -> tuple[Attributed, ...]:
    """The same, each with the innermost attribution whose content holds its cue."""
    found.sort(key=lambda each: (each.cue or each.content, each.content))
    placed: list[Attributed] = []
    by_start = sorted(range(len(found)), key=lambda i: (found[i].content[0], -found[i].content[1]))
    inside: dict[int, int] = {}
    stack: list[int] = []
    events = sorted(
        [(found[i].content[0], 1, n, i) for n, i in enumerate(by_start)]
        + [((each.cue or each.content)[0], 2, 0, i) for i, each in enumerate(found)]
    )
    for at, what, _order, i in events:
        while stack and found[stack[-1]].content[1] <= at:
            stack.pop()
        if what == 1:
            while stack and found[stack[-1]].content[1] < found[i].content[1]:
                stack.pop()
            stack.append(i)
            continue
        for outer in reversed(stack):
            if outer != i and found[outer].content[1] >= (found[i].cue or found[i].content)[1] and (
                found[outer].cue_token != found[i].cue_token
            ):  # fmt: skip
                inside[i] = outer
                break
    for i, each in enumerate(found):
        placed.append(replace(each, inside=inside.get(i)))
    return tuple(placed)
