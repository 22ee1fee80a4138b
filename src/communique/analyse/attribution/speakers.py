"""Who utters a quotation: “Talks failed,” said |the envoy|."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution import sources
from communique.analyse.attribution.arguments import passive
from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.build import negated, offsets, who
from communique.analyse.attribution.quotes import Quotation
from communique.analyse.attribution.speech import MARKS, Speech
from communique.analyse.attribution.verbs import cue_span, groups
from communique.analyse.certainty.clause import lowered
from communique.analyse.clauses import Clauses

NOMINAL = frozenset(("PROPN", "NOUN", "PRON"))
INNER = frozenset(("compound", "flat", "det", "amod", "nmod", "appos"))
NOT_SUBJECT = frozenset(("obj", "iobj", "obl", "nmod"))


def utterances(speech: Speech, clauses: Clauses, verb: int, numbers: list[int]) -> list[Attributed]:
    """One attribution for each quotation (by its place) that belongs to a verb."""
    picked = speech.cue(verb)
    if picked is None:
        return []
    cue, end = picked
    analysis = speech.analysis
    source = who(analysis, _speaker(speech, clauses, verb))
    span = offsets(analysis, *cue_span(analysis, verb, end))
    text, tokens = analysis.document.text, analysis.tokens
    found = []
    for number in numbers:
        quote = speech.quotes[number]
        start, stop = quote.start, quote.end
        while stop > start and text[stop - 1] in ",;.":
            stop -= 1
        one = tokens[quote.first].sentence == tokens[quote.last - 1].sentence
        head = _head(analysis, quote) if one else -1
        found.append(
            Attributed(
                *source,
                cue=span,
                cue_token=verb,
                content=(start, stop),
                head=head,
                quoted=True,
                entry=cue,
                negated=negated(analysis, verb),
                rule="quotation",
            )
        )
    return found


def _speaker(speech: Speech, clauses: Clauses, verb: int) -> sources.Source | None:
    """The subject of the verb, which stands outside the quotation, or the phrase beside the verb."""
    analysis = speech.analysis
    if passive(analysis, verb):
        head = sources.agent(analysis, verb)
        return sources.from_phrase(analysis, head, verb) if head is not None else None
    found = sources.of(analysis, clauses, verb, saying=True, anything=True)
    if found is not None and not speech.inside[found.head]:
        return found
    return _beside(speech, verb)


def _beside(speech: Speech, verb: int) -> sources.Source | None:
    """The speaker next to the verb where the tree has none: "“…,” said Ms Okafor", "“…,” Ms Okafor said"."""
    analysis = speech.analysis
    tokens, inside = analysis.tokens, speech.inside
    sentence = analysis.sentences[tokens[verb].sentence]
    first = verb
    while first > sentence.first and not inside[first - 1] and tokens[first - 1].text not in MARKS:
        first -= 1
    hearer = any("hearer" in cue.takes for cue, _end in groups(analysis, verb))
    for reach in (range(first, verb), range(verb + 1 + hearer, sentence.last)):
        for index in reach:
            token = tokens[index]
            if inside[index] or (index > verb and token.text in (",", ".")):
                break
            if token.upos not in NOMINAL or token.deprel in NOT_SUBJECT:
                continue
            if lowered(token) in sources.OBJECT_FORMS:
                continue
            head = index
            while tokens[head].deprel.partition(":")[0] in INNER and tokens[head].head in reach:
                head = tokens[head].head
            if not inside[head]:
                return sources.from_phrase(analysis, head, verb)
    return None


def _head(analysis: Analysis, quote: Quotation) -> int:
    """The topmost token of a quotation of one sentence."""
    tokens = analysis.tokens
    for index in range(quote.first, quote.last):
        head = tokens[index].head
        if (head == index or not quote.first <= head < quote.last) and tokens[index].upos != "PUNCT":
            return index
    return -1
