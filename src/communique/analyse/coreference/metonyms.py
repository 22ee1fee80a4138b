"""Capitals that stand for their states: "Moscow denied …" is Russia, "a march in Moscow" is a city.

A capital where an organisation of states sits stands for that one, where the article speaks of it.
"""

from __future__ import annotations

from communique.analyse import lexicon, tables
from communique.analyse.coreference.capitals import as_state
from communique.analyse.coreference.chains import Chains


def states(chains: Chains) -> None:
    """Turn each capital that acts into a name of its country.

    Of two that stand together ("between Moscow and Washington") one is enough to show it for both.
    """
    seats = _seats(chains)
    for phrase in chains.phrases:
        if phrase.head < 0 or phrase.sort != "place" or phrase.name is None:
            continue
        code = as_state(phrase, chains.clauses)
        if code is None:
            continue
        chain = chains.chains[phrase.index]
        if code in seats:
            phrase.country = chain.country = None
            if seats[code]:
                phrase.sort = chain.sort = "organization"
                phrase.key = seats[code]
            continue
        country = tables.countries()[code]
        phrase.sort = "country"
        phrase.country = code
        phrase.key = country.name
        chain.sort = "country"
        chain.country = code


def _seats(chains: Chains) -> dict[str, str]:
    """Countries whose capital seats an organisation of states: the one meant, empty where the text is silent.

    Left out are those whose own state the article names: then the capital may be the state's.
    """
    found: dict[str, str] = {}
    words = {token.text for token in chains.analysis.tokens}
    keys = {phrase.name.key for phrase in chains.phrases if phrase.name is not None}
    for code, row in lexicon.load("seats").items():
        own = any(phrase.sort == "country" and phrase.country == code for phrase in chains.phrases)
        if own or words & set(row["demonyms"]):
            continue
        found[code] = row["organization"] if keys & {row["organization"], *row["organs"]} else ""
    return found
