"""Descriptions that stand beside a name, or are said of it: "Scholz, the German chancellor, …".

"The paper, Le Monde, reported …": one body, of the country that its description tells.
"""

from __future__ import annotations

from communique.analyse import agreement
from communique.analyse.coreference.chains import Chain, Chains
from communique.analyse.coreference.office_classes import class_of
from communique.analyse.coreference.pairs import sorts
from communique.analyse.coreference.phrase import Phrase

BODIES = frozenset(("organization", "government", "group"))


def settle(chain: Chain, code: str | None) -> None:
    """Give a chain its country, where it has none."""
    if code is not None and chain.country is None:
        chain.country = code


def join(chains: Chains, phrase: Phrase) -> None:
    """Join a description of a person or a body to the name beside it."""
    if phrase.sort == "person":
        _person(chains, phrase)
    elif phrase.sort in BODIES and phrase.number == "s" and phrase.name is None:
        _body(chains, phrase)


def _body(chains: Chains, phrase: Phrase) -> None:
    """Join "a Greek shipping company" or "a rights group in Lagos" to the name between commas behind it."""
    tokens = chains.analysis.tokens
    for other in chains.phrases[phrase.index + 1 : phrase.index + 4]:
        if other.name is None or other.sort not in BODIES or other.number == "p":
            continue
        apposed = tokens[other.head].deprel == "appos" and tokens[other.head].head == phrase.head
        start = other.first - (tokens[other.first - 1].text == "the")
        between = start - 1 == phrase.after and tokens[phrase.after].text == ","
        closed = other.last < len(tokens) and tokens[other.last].text in (",", ".", ")", ";")
        if not (apposed or (between and closed)) or start - phrase.after > 1:
            continue
        if not chains.agree(other.index, phrase.index):
            return
        settle(chains.of(other.index), phrase.country)
        chains.join(other.index, phrase.index)
        chains.of(other.index).nouns.add(phrase.lemma)
        chains.resolved[phrase.index] = True
        return


def _person(chains: Chains, phrase: Phrase) -> None:
    """Join "the German chancellor" to the name that it stands beside, or is said to be."""
    tokens = chains.analysis.tokens
    token = tokens[phrase.head]
    named: Phrase | None = None
    if token.deprel == "appos" and not _is_unnamed(chains, token.head):
        named = chains.phrase_at(token.head)
    elif (below := _named_below(chains, phrase.head)) is not None:
        named = below
    else:
        for child in chains.clauses.children[phrase.head]:
            if tokens[child].deprel == "appos" and child > phrase.head:
                named = chains.phrase_at(child)
                break
            if chains.clauses.base[child] == "nsubj" and _is_copular(chains, phrase.head):
                subject = chains.phrase_at(child)
                if subject is not None and subject.sort == "person" and subject.name is not None:
                    _office(chains, chains.of(subject.index), phrase)
                return
    if named is None:
        named = _comma_before(chains, phrase)
    if named is None or named.name is None or phrase.number == "p":
        return
    if named.sort == "country" and sorts().get(phrase.lemma) == "any":
        # "Lima, her main ally, …": said of a state
        chains.join(named.index, phrase.index)
        chains.resolved[phrase.index] = True
    if named.sort != "person":
        return
    if not chains.agree(named.index, phrase.index):
        return
    _office(chains, chains.of(named.index), phrase)
    chains.join(named.index, phrase.index)
    chains.resolved[phrase.index] = True


def _is_unnamed(chains: Chains, head: int) -> bool:
    """As in "|another diplomat|, former envoy Ana Silva": the name comes behind both."""
    other = chains.phrase_at(head)
    return other is not None and other.name is None and _named_below(chains, head) is not None


def _named_below(chains: Chains, head: int, depth: int = 0) -> Phrase | None:
    """The person whose name is apposed to a noun, or to what is apposed to it."""
    for child in chains.clauses.children[head]:
        if chains.analysis.tokens[child].deprel != "appos" or child < head:
            continue
        other = chains.phrase_at(child)
        if other is not None and other.name is not None and other.sort == "person":
            return other
        if depth < 2 and (found := _named_below(chains, child, depth + 1)) is not None:
            return found
    return None


def _is_copular(chains: Chains, head: int) -> bool:
    return any(chains.clauses.base[child] == "cop" for child in chains.clauses.children[head])


def _comma_before(chains: Chains, phrase: Phrase) -> Phrase | None:
    """ "X, the chancellor," or "X, chancellor of …," where the parser saw no apposition."""
    tokens = chains.analysis.tokens
    before = phrase.first - 1
    behind = phrase.after
    if before < 1 or tokens[before].text != "," or phrase.definite == "indefinite" or behind >= len(tokens):
        return None
    if tokens[behind].text not in (",", ".", ")", ";") or tokens[before].sentence != phrase.sentence:
        return None
    if any(chains.clauses.base[child] in ("conj", "cc") for child in chains.clauses.children[phrase.head]):
        return None
    if phrase.relation.partition(":")[0] in ("nsubj", "obj") and tokens[phrase.head].deprel != "conj":
        return None
    for index in range(phrase.index - 1, max(-1, phrase.index - 4), -1):
        other = chains.phrases[index]
        if other.last == before and other.name is not None and other.sort == "person":
            return other
    return None


def _office(chains: Chains, chain: Chain, phrase: Phrase) -> None:
    """Give a chain the role that a description names: its noun with what is compounded to it."""
    tokens = chains.analysis.tokens
    chain.nouns.add(phrase.lemma)
    settle(chain, phrase.country)
    chain.gender = chain.gender or phrase.gender
    first = phrase.head
    while first > phrase.first:
        token = tokens[first - 1]
        if token.deprel != "compound" or agreement.country_of(token):
            break
        first -= 1
    last = phrase.head + 1
    if phrase.lemma in ("secretary", "head", "minister", "chief", "speaker") and phrase.after > last:
        last = phrase.after
    held = "-".join(agreement.lemma(token) for token in tokens[first : phrase.head + 1])
    if phrase.lemma in class_of() or held in class_of():
        chain.roles.append((tokens[first].start, tokens[last - 1].end, phrase.country))
