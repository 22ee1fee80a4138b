"""Countries told by those whose they are: "Ana Silva of Peru … |her country|" is Peru, where it is named."""

from __future__ import annotations

from communique.analyse.coreference.chains import Chains

HOMES = frozenset(("country", "nation", "homeland"))


def join(chains: Chains) -> None:
    """Join "her country" to the country of whoever "her" means. Runs when all countries are known."""
    waiting = [
        phrase
        for phrase in chains.phrases
        if phrase.lemma in HOMES
        and phrase.form == "description"
        and (phrase.definite, phrase.number) == ("possessive", "s")
        and not phrase.modifiers
    ]
    if not waiting:
        return
    states = {
        chain.country: root
        for root, chain in sorted(chains.chains.items(), reverse=True)
        if chain.sort == "country" and chain.named and chain.country
    }
    for phrase in waiting:
        owner = chains.phrase_at(chains.clauses.owner(phrase.head))
        if owner is None or chains.resolved[phrase.index] or len(chains.of(phrase.index).phrases) > 1:
            continue
        chain = chains.of(owner.index)
        state = states.get(chain.country or "") if chain.sort in ("person", "group", "government") else None
        if state is not None and chains.agree(state, phrase.index):
            chains.join(state, phrase.index)
            chains.resolved[phrase.index] = True
