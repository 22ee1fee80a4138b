"""Capitals that stand for their states: "Moscow denied …" is Russia, "a march in Moscow" is a city.

A capital where an organisation of states sits stands for that one, where the article speaks of it.
"""

from __future__ import annotations

from communique.analyse import lexicon, tables
from communique.analyse.coreference.capitals import as_state
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.people import LOCATIVE
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.places import words


def states(chains: Chains) -> None:
    """Turn each capital that acts into a name of its country.

    Of two that stand together ("between Moscow and Washington") one is enough to show it for both. In titles
    and headings, which are not parsed, a capital does what it does elsewhere in the article: "Lima says no".
    """
    seats = _seats(chains)
    stood: set[str] = set()
    for phrase in chains.phrases:
        if phrase.head < 0 or phrase.sort != "place" or phrase.name is None:
            continue
        code = as_state(phrase, chains.clauses)
        if code is None:
            continue
        if code in seats:
            chain = chains.chains[phrase.index]
            phrase.country = chain.country = None
            if seats[code]:
                phrase.sort = chain.sort = "organization"
                phrase.key = seats[code]
            continue
        stood.add(phrase.name.key or phrase.key)
        if phrase.relation != "nmod:poss":
            chains.states.add(phrase.index)
        _turn(chains, phrase, code)
    for phrase in chains.phrases:
        if phrase.head < 0 and phrase.sort == "place" and phrase.name is not None:
            code = tables.capital(phrase.name.key or "")
            if code is not None and phrase.name.key in stood and not _is_where(chains, phrase):
                _turn(chains, phrase, code)


def _turn(chains: Chains, phrase: Phrase, code: str) -> None:
    chain = chains.chains[phrase.index]
    phrase.sort = chain.sort = "country"
    phrase.country = chain.country = code
    phrase.key = tables.countries()[code].name


def _is_where(chains: Chains, phrase: Phrase) -> bool:
    """Whether the words beside a name in a heading make it a place: "Talks in Lima", "The Lima Summit"."""
    text = chains.analysis.document.text
    before = text[max(0, phrase.start - 20) : phrase.start].split()
    after = text[phrase.end : phrase.end + 20].split()
    beside = {before[-1].lower()} if before else set()
    if beside & (LOCATIVE | {"from", "to", "for", "of"}):
        return True
    return bool(after) and after[0].lower().strip(".,:;") in words().located


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
