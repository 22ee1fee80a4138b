"""Chains become entities and mentions: kinds, names, aliases, roles, identifiers."""

from __future__ import annotations

import re
from typing import cast

from communique.analyse import agreement, tables
from communique.analyse.analysis import ActorKind, Analysis, Entity, Mention, MentionForm, Role
from communique.analyse.coreference.agency import acts
from communique.analyse.coreference.chains import ACTORS, Chain, Chains
from communique.analyse.coreference.nominals import SOME
from communique.analyse.coreference.pairs import COUNTS, count, sorts
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.coreference.sieve import bare
from communique.analyse.gazetteer import Gazetteer

DETERMINERS = "the|a|an|this|these|those|that|his|her|its|their|our|my|your|both"
ARTICLE = re.compile(rf"^(?:{DETERMINERS})\s+(?!own\b)", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
OF_KNOWN = frozenset(("definite", "possessive"))
UNDIVIDED = frozenset(("state", "nation", "country", "power", "region", "continent"))
"""Nouns that describe countries and places: alone they are no entity of their own."""


def plain(text: str) -> str:
    """A name or description without the article in front and the possessive ending behind.

    >>> plain("the Russian leader's")
    'Russian leader'
    """
    text = " ".join(text.split())
    return POSSESSIVE.sub("", ARTICLE.sub("", text)) or text


def build(chains: Chains, gazetteer: Gazetteer | None) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """All mentions in order of the text, and the entities in order of their first."""
    chosen = _chosen(chains)
    number = {root: index for index, root in enumerate(chosen)}
    mentions: list[Mention] = []
    held: list[list[int]] = [[] for _ in chosen]
    for phrase in chains.phrases:
        roots = tuple(dict.fromkeys(map(chains.root, chains.several.get(phrase.index, (phrase.index,)))))
        found = tuple(number[root] for root in roots if root in number)
        if not found and not _is_open(chains, phrase):
            continue
        for index in found:
            held[index].append(len(mentions))
        mentions.append(_mention(chains, phrase, found))
    codes = [chains.chains[root] for root in chosen]
    countries = {
        chain.country: index
        for index, chain in reversed(list(enumerate(codes)))
        if chain.sort == "country" and chain.country
    }
    writer = _Writer(chains, mentions, countries, gazetteer)
    entities = tuple(
        writer.entity(index, chains.chains[root], tuple(held[index])) for index, root in enumerate(chosen)
    )
    return tuple(mentions), entities


def _mention(chains: Chains, phrase: Phrase, entities: tuple[int, ...]) -> Mention:
    """A description is mentioned with what says which people are meant: "allies in Europe"."""
    end, last = phrase.end, phrase.last
    if phrase.form == "description" and phrase.sort != "thing" and len(entities) < 2:
        last = max(phrase.last, phrase.after)
        end = chains.analysis.tokens[last - 1].end
    form = cast("MentionForm", phrase.form)
    return Mention(phrase.start, end, phrase.first, last, phrase.head, form, entities)


def _is_open(chains: Chains, phrase: Phrase) -> bool:
    """What was given to nobody is still a mention; a pronoun of a thing, or of nothing, is not."""
    if phrase.index in chains.open:
        return True
    if phrase.form != "pronoun" or phrase.pleonastic or phrase.sort == "speaker":
        return False
    return chains.of(phrase.index).sort in ("", "person")


def _chosen(chains: Chains) -> list[int]:
    """The chains that stand for somebody: names of actors, of places that act, and people without a name."""
    found = []
    for root, chain in chains.chains.items():
        if chain.sort in ACTORS:
            wanted = chain.named or any(_refers(chains, chains.phrases[index]) for index in chain.phrases)
        else:
            wanted = chain.named and chain.sort == "place" and _acts(chains, chain)
        if wanted:
            found.append(root)
    return sorted(found, key=lambda root: chains.chains[root].phrases[0])


def _refers(chains: Chains, phrase: Phrase) -> bool:
    """Whether a description refers to somebody: "no official" and "as a leader" do not."""
    if phrase.form != "description" or phrase.case == "as" or "no" in phrase.modifiers:
        return False
    own = [word for word in phrase.modifiers if word not in agreement.quantifiers() and word not in COUNTS]
    if phrase.lemma in UNDIVIDED and not (own and phrase.sort == "group" and phrase.definite == ""):
        return False
    told = (phrase.lemma in SOME and phrase.after > phrase.head + 1) or (own and phrase.lemma == "member")
    # "some groups" only measures, "aid groups" are bodies
    if phrase.lemma in agreement.quantity_heads() and not told and not _is_compound(chains, phrase):
        return False
    if count(phrase) > 1 and phrase.definite == "definite" and phrase.lemma in sorts():
        return False
    if phrase.definite == "definite" and not own and phrase.lemma in ("side", "party"):
        return False
    # "its neighbour", "the ally": of a state mostly, and of which the text did not decide
    to_states = sorts().get(phrase.lemma) in ("country", "any")
    if phrase.sort == "person" and phrase.number == "s" and to_states and phrase.definite in OF_KNOWN:
        return False
    if _is_said_to_be(chains, phrase.head):
        return False
    if phrase.index in chains.several or phrase.index in chains.open:
        return False
    return not any(chains.clauses.base[child] == "cop" for child in chains.clauses.children[phrase.head])


def _is_compound(chains: Chains, phrase: Phrase) -> bool:
    return any(chains.analysis.tokens[i].deprel == "compound" for i in range(phrase.first, phrase.head))


def _is_said_to_be(chains: Chains, head: int) -> bool:
    """ "remain a prisoner of geography", "became a threat": said of somebody, and nobody else."""
    tokens = chains.analysis.tokens
    verb = tokens[tokens[head].head]
    return tokens[head].deprel == "xcomp" and verb.lemma.lower() in ("remain", "become", "stay", "be", "seem")


def _acts(chains: Chains, chain: Chain) -> bool:
    if chain.sort == "country" and not chains.states.isdisjoint(chain.phrases):
        return True
    return any(acts(chains.phrases[index], chain.sort, chains.clauses) for index in chain.phrases)


class _Writer:
    """Writes the entities of one text."""

    def __init__(
        self,
        chains: Chains,
        mentions: list[Mention],
        countries: dict[str, int],
        gazetteer: Gazetteer | None,
    ) -> None:
        self.chains = chains
        self.mentions = mentions
        self.countries = countries
        self.gazetteer = gazetteer
        self.analysis: Analysis = chains.analysis
        self.text = chains.analysis.document.text
        self.named = {index for name in self.analysis.names for index in range(name.first, name.last)}

    def entity(self, index: int, chain: Chain, held: tuple[int, ...]) -> Entity:
        spelled: dict[str, None] = {}
        for position in held:
            mention = self.mentions[position]
            if mention.form != "pronoun" and len(mention.entities) == 1:
                spelled.setdefault(self._spelling(mention))
        name = self._fullest(chain, list(spelled))
        together = any(len(self.mentions[position].entities) > 1 for position in held)
        roles = sorted(set(chain.roles), key=lambda role: role[:2])
        kind = cast("ActorKind", chain.sort if chain.sort in ACTORS else "group")
        return Entity(
            index=index,
            kind=kind,
            name=name,
            country=chain.country,
            identifiers=self._identifiers(chain),
            aliases=tuple(spelling for spelling in spelled if spelling.lower() != name.lower()),
            roles=tuple(Role(start, end, self.countries.get(code or "")) for start, end, code in roles),
            mentions=held,
            acts=together or _acts(self.chains, chain),
            found_by=chain.found_by,
        )

    def _spelling(self, mention: Mention) -> str:
        """The words of a mention; a description at the start of a sentence begins in lower case."""
        text = plain(self.text[mention.start : mention.end])
        if mention.form != "description" or not text[:1].isupper():
            return text
        tokens = self.analysis.tokens
        first = next((t for t in tokens[mention.first : mention.last] if text.startswith(t.text)), None)
        if first is None or first.upos == "PROPN" or first.index in self.named:
            return text
        if agreement.country_of(first) or text[1:2].isupper():
            return text
        return text[0].lower() + text[1:] if self._opens(mention) else text

    def _opens(self, mention: Mention) -> bool:
        sentence = self.analysis.sentences[self.analysis.tokens[mention.first].sentence]
        return mention.first == sentence.first

    def _fullest(self, chain: Chain, spelled: list[str]) -> str:
        """The fullest form of the name: most words for a person, no capital for a country."""
        names = [plain(name) for name in chain.names]
        if not names:
            return spelled[0] if spelled else "unnamed"
        if chain.sort in ("country", "place"):
            state = tables.countries().get(chain.country or "") if chain.sort == "country" else None
            own = [name for name in names if tables.capital(name) is None]
            # A state that only its capital stands for has the name of the table: "Paris says no" is France.
            names = own or ([state.name] if state else names)
        elif chain.sort == "person":
            names = [" ".join(bare(name)) for name in names]
        return max(dict.fromkeys(names), key=lambda name: (len(name.split()), len(name), -names.index(name)))

    def _identifiers(self, chain: Chain) -> tuple[tuple[str, str], ...]:
        """Ids from the tables, the user's own first: ISO 3166-1 for a country, Wikidata."""
        if not chain.named:
            return ()
        if self.gazetteer is not None:
            for name in chain.names:
                own = self.gazetteer.lookup(name)
                if own is not None and own.wikidata:
                    return (("wikidata", own.wikidata),)
        if chain.sort == "country":
            country = tables.countries().get(chain.country or "")
            return (("iso3166", country.code), ("wikidata", country.wikidata)) if country else ()
        if chain.sort in ("organization", "government", "place"):
            for name in chain.names:
                for entry in tables.lookup(name):
                    if entry.kind == chain.sort and entry.wikidata and entry.country == chain.country:
                        return (("wikidata", entry.wikidata),)
        return ()
