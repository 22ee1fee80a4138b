"""Chains become entities and mentions: kinds, names, aliases, roles."""

from __future__ import annotations

import re

from communique.analyse import agreement, tables
from communique.analyse.agency import acts
from communique.analyse.analysis import ActorKind, Entity, Mention, MentionForm, Role
from communique.analyse.chains import ACTORS, Chain, Chains
from communique.analyse.mentions import Phrase

ARTICLE = re.compile(r"^(?:the|a|an|this|these|those|that|his|her|its|their|our|my|your)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


def plain(text: str) -> str:
    """A name or description without the article in front and the possessive ending behind.

    >>> plain("the Russian leader's")
    'Russian leader'
    """
    text = " ".join(text.split())
    return POSSESSIVE.sub("", ARTICLE.sub("", text)) or text


def build(
    chains: Chains, several: dict[int, tuple[int, ...]]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions in order of the text, and the entities in order of their first."""
    chosen = _entities(chains, several)
    number = {root: index for index, root in enumerate(chosen)}
    mentions: list[Mention] = []
    held: dict[int, list[int]] = {index: [] for index in range(len(chosen))}
    for phrase in chains.phrases:
        roots = several.get(phrase.index) or (chains.root(phrase.index),)
        found = tuple(number[root] for root in roots if root in number)
        if not found and not _is_mention(chains, phrase):
            continue
        start, end, first, last = _span(chains, phrase)
        form: MentionForm = "name" if phrase.name is not None else _form(phrase)
        for index in found:
            held[index].append(len(mentions))
        mentions.append(Mention(start, end, first, last, phrase.head, form, found))
    entities = tuple(
        _entity(index, chains, chains.chains[root], tuple(held[index]), mentions, several)
        for index, root in enumerate(chosen)
    )
    countries = {e.country: e.index for e in reversed(entities) if e.kind == "country" and e.country}
    done = []
    for entity, root in zip(entities, chosen, strict=True):
        held_roles = tuple(
            Role(start, end, countries.get(code) if code else None)
            for start, end, code in sorted(set(chains.chains[root].roles), key=lambda role: role[:2])
        )
        done.append(_with_roles(entity, held_roles))
    return tuple(mentions), tuple(done)


def _with_roles(entity: Entity, held: tuple[Role, ...]) -> Entity:
    from dataclasses import replace

    return replace(entity, roles=held)


def _form(phrase: Phrase) -> MentionForm:
    return "pronoun" if phrase.form == "pronoun" else "description"


def _is_mention(chains: Chains, phrase: Phrase) -> bool:
    """A pronoun or a description of people that was given to nobody is still a mention; an empty "it" is not."""
    if phrase.form == "pronoun":
        return not phrase.pleonastic and phrase.sort != "speaker" and chains.of(phrase.index).sort != "thing"
    return False


def _span(chains: Chains, phrase: Phrase) -> tuple[int, int, int, int]:
    """The whole phrase of a description: "allies in Europe"."""
    if phrase.form != "description" or phrase.after <= phrase.last or phrase.sort == "thing":
        return phrase.start, phrase.end, phrase.first, phrase.last
    return phrase.start, chains.analysis.tokens[phrase.after - 1].end, phrase.first, phrase.after


def _entities(chains: Chains, several: dict[int, tuple[int, ...]]) -> list[int]:
    """The chains that stand for somebody: names of actors and of places that act, and people without a name."""
    chosen = []
    for root, chain in chains.chains.items():
        if chain.phrases[0] in several and len(chain.phrases) == 1:
            continue
        if chain.named:
            if chain.sort in ACTORS or (chain.sort == "place" and _acts(chains, chain, several)):
                chosen.append(root)
        elif chain.sort in ACTORS and any(_refers(chains, chains.phrases[i]) for i in chain.phrases):
            chosen.append(root)
    return sorted(chosen, key=lambda root: chains.chains[root].phrases[0])


def _refers(chains: Chains, phrase: Phrase) -> bool:
    """Whether a description refers to somebody: a predicate or a form of address does not."""
    if phrase.form != "description":
        return False
    if phrase.case == "as" or (phrase.lemma in ("state", "nation", "country") and phrase.sort == "country"):
        return False
    if phrase.lemma in agreement.quantity_heads() or "no" in phrase.modifiers:
        return False
    return not any(chains.clauses.base[child] == "cop" for child in chains.clauses.children[phrase.head])


def _acts(chains: Chains, chain: Chain, several: dict[int, tuple[int, ...]]) -> bool:
    for index in chain.phrases:
        phrase = chains.phrases[index]
        if phrase.head < 0:
            continue
        if phrase.form == "pronoun" or chain.sort != phrase.sort:
            whole = phrase.sort
            phrase.sort = chain.sort
            found = acts(phrase, chains.clauses)
            phrase.sort = whole
            if found:
                return True
        elif acts(phrase, chains.clauses):
            return True
    return False


def _entity(
    index: int, chains: Chains, chain: Chain, held: tuple[int, ...], mentions: list[Mention],
    several: dict[int, tuple[int, ...]],
) -> Entity:  # fmt: skip
    text = chains.analysis.document.text
    kind: ActorKind = chain.sort if chain.sort in ACTORS else "group"  # type: ignore[assignment]
    spelled: dict[str, None] = {}
    for position in held:
        mention = mentions[position]
        if mention.form != "pronoun" and len(mention.entities) == 1:
            spelled.setdefault(_spelling(text[mention.start : mention.end], mention.form, chain), None)
    full = _fullest(chains, chain, list(spelled))
    acting = _acts(chains, chain, several) or any(len(mentions[position].entities) > 1 for position in held)
    return Entity(
        index, kind, full, chain.country, _identifiers(chains, chain), tuple(s for s in spelled if s != full), (),
        held, acting, chain.found_by,
    )  # fmt: skip


def _spelling(text: str, form: str, chain: Chain) -> str:
    return plain(text)


def _fullest(chains: Chains, chain: Chain, spelled: list[str]) -> str:
    names = [plain(name) for name in chain.names]
    if not names:
        return spelled[0] if spelled else plain(chains.analysis.document.text[
            chains.phrases[chain.phrases[0]].start : chains.phrases[chain.phrases[0]].end])  # fmt: skip
    if chain.sort == "country" or chain.sort == "place":
        known = [name for name in names if tables.capital(name) is None] or names
        return max(dict.fromkeys(known), key=lambda name: (len(name), -known.index(name)))
    if chain.sort == "person":
        stripped = [" ".join(_person(name)) for name in names]
        return max(
            dict.fromkeys(stripped), key=lambda name: (len(name.split()), len(name), -stripped.index(name))
        )
    return max(dict.fromkeys(names), key=lambda name: (len(name.split()), len(name), -names.index(name)))


def _person(name: str) -> tuple[str, ...]:
    from communique.analyse.sieve import bare

    return bare(name)


def _identifiers(chains: Chains, chain: Chain) -> tuple[tuple[str, str], ...]:
    """Ids from the tables: ISO 3166-1 for a country, Wikidata where the table has it."""
    if not chain.named:
        return ()
    if chain.sort == "country":
        country = tables.countries().get(chain.country or "")
        if country is None:
            return ()
        return (("iso3166", country.code), ("wikidata", country.wikidata))
    if chain.sort in ("organization", "government", "place"):
        for name in chain.names:
            for entry in tables.lookup(name):
                if entry.kind == chain.sort and entry.wikidata:
                    return (("wikidata", entry.wikidata),)
    return ()
