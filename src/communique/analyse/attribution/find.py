"""All attributions of an analysis: transcripts, quotations, verbs, nouns, adjectives and phrases."""

from __future__ import annotations

from dataclasses import replace

from communique.analyse.analysis import Analysis, Token
from communique.analyse.attribution.according import from_phrase
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.cues import cues
from communique.analyse.attribution.nouns import from_adjective, from_noun
from communique.analyse.attribution.quotes import Quotes
from communique.analyse.attribution.speakers import utterances
from communique.analyse.attribution.speech import Speech
from communique.analyse.attribution.transcript import lines
from communique.analyse.attribution.verbs import from_verb, groups
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

MODIFIERS = frozenset(("amod", "compound", "case", "aux", "fixed", "det"))
"""Where a form of a cue is no cue: "the said treaty", "alleged spies", "according"."""

CUES = frozenset(("VERB", "NOUN", "ADJ"))
ACCORDING = frozenset(("according", "According"))
OWN = frozenset(("i", "we", "you", "me", "us", "my", "our", "your"))


def attribute(analysis: Analysis) -> tuple[Attributed, ...]:
    """Every attribution, in the order of their cues. Needs tokens and sentences alone."""
    clauses, quotes = Clauses(analysis), Quotes(analysis)
    speech = Speech(analysis, quotes)
    spoken: dict[int, list[int]] = {}
    for number, verb in speech.spoken().items():
        spoken.setdefault(verb, []).append(number)
    found = list(lines(analysis))
    for token in analysis.tokens:
        if token.index in spoken:
            found.extend(utterances(speech, clauses, token.index, spoken[token.index]))
        elif token.upos in CUES or token.text in ACCORDING:
            made = _found(analysis, clauses, quotes, token)
            if made is None or _leaves(quotes, made):
                continue
            if not _own_voice(analysis, quotes, made):
                found.append(made)
    return _nested(found)


def _found(analysis: Analysis, clauses: Clauses, quotes: Quotes, token: Token) -> Attributed | None:
    """The attribution of one token as cue."""
    index, listed = token.index, cues()
    if token.text in ACCORDING:
        after = analysis.tokens[index + 1 : index + 2]
        return from_phrase(analysis, index, index + 2) if after and lowered(after[0]) == "to" else None
    if token.upos == "VERB":
        free = () if token.deprel in MODIFIERS else groups(analysis, index)
        return from_verb(analysis, clauses, index, free, quotes) if free else None
    if token.upos == "NOUN":
        return from_noun(analysis, clauses, index) if token.lemma.lower() in listed.nouns else None
    return from_adjective(analysis, clauses, index) if token.lemma.lower() in listed.adjectives else None


def _own_voice(analysis: Analysis, quotes: Quotes, made: Attributed) -> bool:
    """Whether the source is "I", "we", "you" outside quotation marks: the article itself, or its reader."""
    head = made.source_head
    return head >= 0 and not quotes.inside[head] and lowered(analysis.tokens[head]) in OWN


def _leaves(quotes: Quotes, made: Attributed) -> bool:
    """Whether a cue inside a quotation was given content beyond it, as a parse may have it."""
    number = quotes.inside[made.cue_token]
    return number > 0 and made.content[1] > quotes.all[number - 1].end + 1


def _nested(found: list[Attributed]) -> tuple[Attributed, ...]:
    """The same, each with the innermost attribution whose content holds its cue."""
    found.sort(key=lambda each: (_place(each), each.content))
    events = [(each.content[0], 0, -each.content[1], i) for i, each in enumerate(found)]
    events += [(_place(each)[0], 1, 0, i) for i, each in enumerate(found)]
    inside: dict[int, int] = {}
    opened: list[int] = []
    for at, is_cue, _longest_first, i in sorted(events):
        while opened and found[opened[-1]].content[1] <= at:
            opened.pop()
        if not is_cue:
            opened.append(i)
            continue
        end = _place(found[i])[1]
        for outer in reversed(opened):
            if found[outer].content[1] >= end and found[outer].cue_token != found[i].cue_token:
                inside[i] = outer
                break
    return tuple(replace(each, inside=inside.get(i)) for i, each in enumerate(found))


def _place(each: Attributed) -> tuple[int, int]:
    return each.cue or each.content
