"""The passes that join names: the same name, a part of it, its abbreviation.

"Angela Merkel … Merkel … Mrs Merkel" is one chain, and "World Health Organization (WHO) … WHO" another.
Passes go from the surest to the least sure, each over the whole text, and each builds on what the ones
before have joined: the multi-pass sieve of Lee et al. (2013), "Deterministic coreference resolution based
on entity-centric, precision-ranked rules", Computational Linguistics 39(4).
"""

from __future__ import annotations

from communique.analyse import tables
from communique.analyse.analysis import Name
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.names.surnames import parts, spelled

SMALL = frozenset(("of", "the", "and", "for", "on", "in", "to", "&"))


def bare(name: str) -> tuple[str, ...]:
    """The words of a person's name, without titles before and a possessive ending behind it."""
    words = tables.plain(name).split()
    while len(words) > 1:
        size = next((n for n in (3, 2, 1) if len(words) > n and tables.title(" ".join(words[:n]))), 0)
        if not size:
            break
        words = words[size:]
    return tuple(words)


def _key(name: Name, text: str) -> tuple[str, str]:
    if name.kind == "person":
        return "person", " ".join(bare(text))
    plain = tables.plain(text)
    for article in ("the ", "The "):
        plain = plain.removeprefix(article)
    return name.kind, name.key or plain


def same_name(chains: Chains) -> None:
    """Join names that are the same string, or the same entry of a table."""
    text = chains.analysis.document.text
    first: dict[tuple[str, str], int] = {}
    for phrase in chains.phrases:
        if phrase.name is None:
            continue
        if phrase.key:
            key = (phrase.sort, phrase.key)
        else:
            key = _key(phrase.name, text[phrase.start : phrase.end] + _shared_surname(chains, phrase))
            phrase.key = key[1]
        if key in first:
            chains.join(first[key], phrase.index)
        else:
            first[key] = phrase.index


def _shared_surname(chains: Chains, phrase: Phrase) -> str:
    """As in "|Ana| and Luis Vega": the surname that stands behind the second alone, after a space."""
    tokens = chains.analysis.tokens
    if phrase.sort != "person" or phrase.last != phrase.first + 1 or phrase.last + 2 >= len(tokens):
        return ""
    if tokens[phrase.last].text != "and" or tokens[phrase.first].text not in tables.given_names():
        return ""
    other = next((each for each in chains.phrases[phrase.index + 1 : phrase.index + 3]), None)
    if other is None or other.name is None or other.sort != "person" or other.first != phrase.last + 1:
        return ""
    if other.last != other.first + 2:
        return ""
    return f" {tokens[other.last - 1].text}"


def part_of_name(chains: Chains) -> None:
    """Join a surname or a given name to the one full name that it is part of.

    A word from the middle of a name before is enough where no other name has it and nobody is called so by
    given name: "Lula", "Padrino".
    """
    full: dict[str, list[int]] = {}
    inner: dict[str, list[int]] = {}
    lone: list[Phrase] = []
    for phrase in _first_phrases(chains, "person"):
        words = _parts(phrase.key)
        if len(words) == 1:
            lone.append(phrase)
            continue
        for word in {words[0], words[-1]}:
            full.setdefault(word, []).append(phrase.index)
        for word in set(words[1:-1]) - {words[0], words[-1]}:
            if word[:1].isupper():
                inner.setdefault(word, []).append(phrase.index)
    _middle_names(chains, full)
    for phrase in lone:
        key = _parts(phrase.key)[-1]
        found = {chains.root(index) for index in full.get(key, ())}
        fitting = [index for index in sorted(found) if chains.agree(index, phrase.index)]
        surname = [i for i in fitting if any(_parts(n)[-1] == key for n in _keys(chains, i))]
        fitting = surname or fitting
        before = [index for index in fitting if chains.of(index).phrases[0] < phrase.index]
        if len(before) > 1:
            before = before[:1]
        choice = before or (fitting if len(fitting) == 1 else [])
        if choice:
            chains.join(choice[0], phrase.index)
        elif not found and key not in tables.given_names():
            earlier = [i for i in inner.get(key, ()) if chains.of(i).phrases[0] < phrase.index]
            _join_only(chains, earlier, phrase)


def _parts(name: str) -> list[str]:
    """The words of a name that are compared, the surname in one spelling."""
    *before, surname = parts(name.split())
    return [*before, spelled(surname)]


def _keys(chains: Chains, index: int) -> list[str]:
    return [chains.phrases[i].key for i in chains.of(index).phrases if chains.phrases[i].key]


def _first_phrases(chains: Chains, sort: str) -> list[Phrase]:
    """The first phrase of each chain of names of a sort."""
    return [
        chains.phrases[chain.phrases[0]]
        for _, chain in sorted(chains.chains.items())
        if chain.named and chain.sort == sort
    ]


def _middle_names(chains: Chains, full: dict[str, list[int]]) -> None:
    """Join "John F. Kennedy" and "John Kennedy"."""
    for indices in full.values():
        ends: dict[tuple[str, str], int] = {}
        for index in indices:
            words = chains.phrases[index].key.split()
            ends_here = (words[0], words[-1])
            if ends_here not in ends:
                ends[ends_here] = index
                continue
            other = chains.phrases[ends[ends_here]].key.split()
            middle, others = set(words[1:-1]), set(other[1:-1])
            if middle <= others or others <= middle:
                chains.join(ends[ends_here], index)


def abbreviation(chains: Chains) -> None:
    """Join an abbreviation to what it abbreviates, and a short form of an organisation to the full one."""
    long: dict[str, list[int]] = {}
    parts: dict[str, list[int]] = {}
    shorts: list[Phrase] = []
    for sort in ("organization", "government", "other"):
        for phrase in _first_phrases(chains, sort):
            words = phrase.key.split()
            if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 7:
                shorts.append(phrase)
            elif len(words) > 1:
                for initials in _initials(words):
                    long.setdefault(initials, []).append(phrase.index)
                if sort == "organization":
                    for size in range(1, len(words)):
                        parts.setdefault(" ".join(words[:size]), []).append(phrase.index)
                        parts.setdefault(" ".join(words[-size:]), []).append(phrase.index)
    for phrase in shorts:
        _join_only(chains, long.get(phrase.key.replace(".", ""), ()), phrase)
    for phrase in _first_phrases(chains, "organization"):
        _join_only(chains, parts.get(phrase.key, ()), phrase)


def _initials(words: list[str]) -> set[str]:
    return {
        "".join(word[0] for word in words if word[0].isupper()),
        "".join(word[0].upper() for word in words),
        "".join(word[0].upper() for word in words if word not in SMALL),
    }


def _join_only(chains: Chains, indices: list[int] | tuple[int, ...], phrase: Phrase) -> None:
    found = {chains.root(index) for index in indices} - {chains.root(phrase.index)}
    if len(found) == 1:
        (index,) = found
        if chains.agree(index, phrase.index):
            chains.join(index, phrase.index)
