"""Who says "I": in a quotation, the subject of the verb of saying beside it."""

from __future__ import annotations

from communique.analyse.agreement import lemma
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.phrase import Phrase

NEAR = 1
"""Sentences before and behind the quoted one in which its speaker may be named."""


def speakers(chains: Chains) -> None:
    """Join "I", "me", "my" inside quotation marks to the speaker, where exactly one is named as such."""
    by_sentence: dict[int, list[Phrase]] = {}
    waiting: list[Phrase] = []
    for phrase in chains.phrases:
        if phrase.sort == "speaker":
            waiting.append(phrase)
        elif phrase.head >= 0 and not phrase.quote and _speaks(chains, phrase):
            by_sentence.setdefault(phrase.sentence, []).append(phrase)
    for phrase in waiting:
        for sentence in (phrase.sentence, phrase.sentence - NEAR, phrase.sentence + NEAR):
            found = {chains.root(other.index) for other in by_sentence.get(sentence, ())}
            if found:
                if len(found) == 1:
                    chains.join(found.pop(), phrase.index)
                    chains.resolved[phrase.index] = True
                break


def _speaks(chains: Chains, phrase: Phrase) -> bool:
    chain = chains.of(phrase.index)
    if chain.sort != "person" or not phrase.relation.startswith("nsubj"):
        return False
    return lemma(chains.analysis.tokens[phrase.governor]) in lists().attitude
