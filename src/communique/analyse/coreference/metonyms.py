"""Capitals that stand for their states: "Moscow denied …" is Russia, "a march in Moscow" is a city."""

from __future__ import annotations

from communique.analyse import tables
from communique.analyse.coreference.agency import as_state
from communique.analyse.coreference.chains import Chains


def states(chains: Chains) -> None:
    """Turn each capital that acts into a name of its country.

    Of two that stand together ("between Moscow and Washington") one is enough to show it for both.
    """
    for phrase in chains.phrases:
        if phrase.head < 0 or phrase.sort != "place" or phrase.name is None:
            continue
        code = as_state(phrase, chains.clauses)
        if code is None:
            continue
        country = tables.countries()[code]
        phrase.sort = "country"
        phrase.country = code
        phrase.key = country.name
        chain = chains.chains[phrase.index]
        chain.sort = "country"
        chain.country = code
