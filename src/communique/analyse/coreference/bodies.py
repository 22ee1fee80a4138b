"""Definite descriptions of bodies and states, and whom they can only mean: "the bloc", "the ministry".

"the Kenyan coast guard … the coast guard", "NATO … the alliance", "Peru … the country", "the government".
"""

from __future__ import annotations

from bisect import bisect_left

from communique.analyse import agreement, lexicon
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.phrase import Phrase

NEAR = 3
"""Sentences back in which "the company" or "the country" looks for the one it means."""
LOOSE = frozenset(("group", "team", "club", "gang", "movement", "campaign", "mission", "force", "office"))
"""Nouns for bodies of no fixed kind: they mean a named one only where it was called so."""


@lexicon.cached
def between_states() -> frozenset[str]:
    """Nouns for organisations of states: "the bloc" is no company."""
    return agreement.words(lexicon.load("groups")["bodies"]["between_states"])


@lexicon.cached
def _firms() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for firms, and the words in a name that show that it is none."""
    rows = lexicon.load("groups")["bodies"]
    return agreement.words(rows["firms"]), agreement.words(rows["no_firms"])


def by_tail(chains: Chains) -> None:
    """Join "the coast guard" to the only body named so far whose name ends in these words."""
    tokens = chains.analysis.tokens
    tails: dict[tuple[str, ...], list[int]] = {}
    for phrase in chains.phrases:
        if phrase.head < 0:
            continue
        if phrase.name is not None and phrase.sort in ("organization", "government"):
            words = tuple(token.text.lower() for token in tokens[phrase.first : phrase.last])
            for size in range(1, len(words)):
                tails.setdefault(words[-size:], []).append(phrase.index)
        elif _is_plain(chains, phrase) and (phrase.sort != "thing" or len(phrase.modifiers) > 0):
            words = (*phrase.modifiers, tokens[phrase.head].text.lower())
            found = {chains.root(index) for index in tails.get(words, ())}
            body = phrase.sort in ("organization", "government") and phrase.lemma not in LOOSE
            told = body and phrase.lemma not in ("government", "administration")
            if len(found) == 1 and (len(words) > 1 or told):
                chains.join(found.pop(), phrase.index)
                chains.resolved[phrase.index] = True


def _is_plain(chains: Chains, phrase: Phrase) -> bool:
    """Whether a phrase is "the …" with nothing behind it, and joined to nobody yet."""
    return (
        phrase.form == "description"
        and phrase.definite == "definite"
        and phrase.number == "s"
        and phrase.after == phrase.head + 1
        and phrase.country is None
        and not chains.resolved[phrase.index]
    )


def by_kind(chains: Chains) -> None:
    """Join "the company", "the country", "the bloc" to the one named organisation or country it can mean."""
    named: dict[str, list[int]] = {"organization": [], "country": [], "government": []}
    leagues: dict[int, None] = {}
    for phrase in chains.phrases:
        if phrase.name is not None and phrase.sort in named:
            named[phrase.sort].append(phrase.index)
            if phrase.sort == "organization" and phrase.name.key and phrase.country is None:
                leagues.setdefault(phrase.index)
            continue
        if phrase.sort not in ("organization", "country") and phrase.lemma != "bloc":
            continue
        if not _is_plain(chains, phrase):
            continue
        extra = [word for word in phrase.modifiers if word not in ("this", "that")]
        if extra or len(chains.of(phrase.index).phrases) > 1:
            continue
        if phrase.lemma in between_states():
            near = _leagues(chains, phrase, list(leagues))
        else:
            near = {
                chains.root(index)
                for index in named[phrase.sort][-12:]
                if phrase.sentence - chains.phrases[index].sentence <= NEAR
                and (phrase.lemma not in _firms()[0] or not _is_public(chains.phrases[index], chains))
            }
            if phrase.lemma in LOOSE:
                near = {root for root in near if phrase.lemma in chains.chains[root].nouns}
        if len(near) == 1:
            chains.join(near.pop(), phrase.index)
            chains.resolved[phrase.index] = True
        elif len(near) > 1:
            chains.open.add(phrase.index)


def _is_public(named: Phrase, chains: Chains) -> bool:
    """Whether a named organisation is no firm: one of states, a court, a party."""
    if named.name is not None and named.name.key and named.country is None:
        return True
    return any(token.text in _firms()[1] for token in chains.analysis.tokens[named.first : named.last])


def _leagues(chains: Chains, phrase: Phrase, named: list[int]) -> set[int]:
    """The one organisation of states that the article is about, or the only one of the last sentences."""
    roots = {chains.root(index) for index in named}
    if len(roots) < 2:
        return roots
    near = {chains.root(i) for i in named[-12:] if phrase.sentence - chains.phrases[i].sentence <= NEAR}
    if len(near) == 1:
        return near
    often = sorted(roots, key=lambda root: -bisect_left(chains.chains[root].phrases, phrase.index))
    first, second = (bisect_left(chains.chains[root].phrases, phrase.index) for root in often[:2])
    return {often[0]} if first >= 3 * second else roots


def governments(chains: Chains) -> None:
    """Join "the government" to the state in question, where its sentence or the one before has one alone.

    "Protests in Nairobi forced the government …" is Kenya's. A government named before, of that country, is
    taken in place of the country.
    """
    tokens = chains.analysis.tokens
    if not any(each.lemma == "government" or "government" in each.modifiers for each in chains.phrases):
        return
    told: list[tuple[int, int, str]] = []
    for token in tokens:
        code = agreement.country_of(token) if token.text[:1].isupper() else None
        if code is not None:
            told.append((token.sentence, token.index, code))
    for phrase in chains.phrases:
        if phrase.name is not None and phrase.sort == "place" and phrase.country and phrase.head >= 0:
            told.append((phrase.sentence, phrase.head, phrase.country))
    told.sort()
    ruled = _ruled(chains)
    for phrase in chains.phrases:
        if phrase.sort in ("person", "group") and "government" in phrase.modifiers and not phrase.country:
            # "Peru declined, a government spokesman said"
            end = bisect_left(told, (phrase.sentence, phrase.head, ""))
            near = {c for _, _, c in told[bisect_left(told, (phrase.sentence, -1, "")) : end]}
            if len(near) == 1 and chains.of(phrase.index).country is None:
                chains.of(phrase.index).country = near.pop()
        if phrase.lemma != "government" or phrase.modifiers or not _is_plain(chains, phrase):
            continue
        if len(chains.of(phrase.index).phrases) > 1:
            continue
        end = bisect_left(told, (phrase.sentence, phrase.head, ""))
        start = bisect_left(told, (phrase.sentence - 1, -1, ""))
        codes = {code for _, _, code in told[start:end]}
        codes |= {c for at, i, c in ruled if i < phrase.index and phrase.sentence - at <= NEAR}
        if len(codes) != 1:
            continue
        (code,) = codes
        roots = [
            root
            for root, chain in sorted(chains.chains.items())
            if chain.named and chain.country == code and chain.sort in ("government", "country")
        ]
        own = [r for r in roots if any(n.lower().endswith(" government") for n in chains.chains[r].names)]
        own = own or [chains.root(i) for _, i, c in ruled if c == code and i < phrase.index]
        states = [root for root in roots if chains.chains[root].sort == "country"]
        choice = own or states
        if choice:
            chains.join(choice[0], phrase.index)
            chains.resolved[phrase.index] = True
        else:
            chains.of(phrase.index).country = code


def _ruled(chains: Chains) -> list[tuple[int, int, str]]:
    """Sentence, phrase and country of governments that say whose they are: "the government of Mali"."""
    found = []
    for phrase in chains.phrases:
        if phrase.lemma != "government" or phrase.form != "description" or phrase.head < 0:
            continue
        code = phrase.country
        for other in chains.phrases[max(0, phrase.index - 3) : phrase.index + 3]:
            if other.name is not None and phrase.first <= other.first < max(phrase.last, phrase.after):
                code = code or other.country
        if code is not None:
            found.append((phrase.sentence, phrase.index, code))
    return found
