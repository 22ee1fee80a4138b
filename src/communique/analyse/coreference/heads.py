"""Leaders told by their states: "Peru and Chile … their leaders" are the two who were named together."""

from __future__ import annotations

from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.office_classes import fits, leaders
from communique.analyse.coreference.pairs import Pairs
from communique.analyse.coreference.phrase import Phrase


def heads(chains: Chains, pairs: Pairs, phrase: Phrase) -> tuple[int, ...]:
    """The chains of those who lead the states that "their" stands for: named together, one for each.

    Where the country of all but one of them is known, that one leads the state that is left. Whoever was
    called something else than a leader (a foreign minister) is none.
    """
    if phrase.definite != "possessive" or phrase.number != "p" or phrase.lemma not in leaders()[0]:
        return ()
    owner = chains.clauses.owner(phrase.head)
    states = chains.several.get(chains.at.get(owner, -1), ())
    of = [chains.of(index) for index in states]
    if len(of) < 2 or any(chain.sort != "country" for chain in of):
        return ()
    codes = {chain.country for chain in of}
    roots = pairs.last(len(of), "person")
    people = [chains.chains[root] for root in roots]
    known = [chain.country for chain in people if chain.country]
    if not roots or not set(known) <= codes or len(set(known)) < len(known):
        return ()
    if any(chain.nouns and not fits("leader", chain.nouns) for chain in people):
        return ()
    if len(known) == len(people) - 1:
        next(chain for chain in people if chain.country is None).country = (codes - set(known)).pop()
    return roots
