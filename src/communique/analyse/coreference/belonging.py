"""The country of people and bodies that the text gives through another: by office, service, master or seat.

"President Boric of Chile", "a spokesman for the Greek navy", "Mr Tokayev's advisers", "lawmakers in Lisbon".

Runs when all chains are made, so that "her aides" and "his predecessors" have the country of their principal.
A country that a chain has already is never changed, and where two are given the first in the text stands.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.analyse import agreement, lexicon, tables
from communique.analyse.coreference.chains import Chain, Chains
from communique.analyse.coreference.nominals import SOME
from communique.analyse.coreference.office_classes import class_of
from communique.analyse.coreference.phrase import Phrase

ROUNDS = 3
"""Steps of belonging that are followed: "a spokesman for the president's office"."""
GOVERNMENTS = frozenset(("government", "administration", "cabinet"))
OWNERS = frozenset(("country", "government", "organization", "person"))


class Lists(NamedTuple):
    """The lists of belonging.toml as sets."""

    classes: frozenset[str]
    office: frozenset[str]
    service: frozenset[str]
    master: frozenset[str]
    resident: frozenset[str]
    seated: frozenset[str]
    strangers: frozenset[str]


@lexicon.cached
def lists() -> Lists:
    """The word lists, read once."""
    rows = lexicon.load("belonging")
    words = agreement.words
    return Lists(
        words(rows["office"]["classes"]), words(rows["office"]["words"]), words(rows["service"]["words"]),
        words(rows["master"]["words"]), words(rows["resident"]["words"]), words(rows["resident"]["bodies"]),
        words(rows["resident"]["strangers"]),
    )  # fmt: skip


def settle(chains: Chains) -> None:
    """Give a country to each person, group and body that belongs to one whose country is known."""
    waiting = [
        phrase
        for phrase in chains.phrases
        if phrase.head >= 0
        and phrase.sort in ("person", "group", "government", "organization")
        and phrase.form != "pronoun"
    ]
    _same_government(chains, waiting)
    for _ in range(ROUNDS):
        left = []
        changed = False
        for phrase in waiting:
            chain = chains.of(phrase.index)
            if chain.country is not None or phrase.index in chains.several:
                continue
            code = _named(chains, chain, phrase) if phrase.name is not None else _described(chains, phrase)
            code = code or _instance(chains, phrase)
            if code is None:
                left.append(phrase)
                continue
            chain.country = code
            changed = True
        if not changed:
            return
        waiting = left


def _same_government(chains: Chains, phrases: list[Phrase]) -> None:
    """Join "his government" to "the Moreno government", where he is Moreno."""
    named: dict[str, int] = {}
    for phrase in phrases:
        words = chains.names(phrase) if phrase.sort == "government" and phrase.name is not None else []
        if len(words) > 1 and words[-1] in GOVERNMENTS:
            named.setdefault(" ".join(words[:-1]), phrase.index)
    if not named:
        return
    for phrase in phrases:
        if phrase.lemma not in GOVERNMENTS or phrase.form != "description" or phrase.definite != "possessive":
            continue
        if phrase.index in chains.several or chains.of(phrase.index).named or len(phrase.modifiers) > 1:
            continue
        whose = chains.phrase_at(chains.clauses.owner(phrase.head))
        if whose is None or whose.index in chains.several or chains.of(whose.index).sort != "person":
            continue
        for short in sorted(named):
            if any(_is_short(short, name) for name in chains.of(whose.index).names):
                chains.join(named[short], phrase.index)
                chains.resolved[phrase.index] = True
                break


def _named(chains: Chains, chain: Chain, phrase: Phrase) -> str | None:
    """ "President Boric of Chile"; "the Boric administration" where Boric's country is known."""
    tokens = chains.analysis.tokens
    if phrase.sort == "person":
        titled = phrase.first > 0 and any(
            tokens[phrase.first].start - 1 <= end <= tokens[phrase.first].start for _, end, _ in chain.roles
        )
        if not titled or phrase.last + 1 >= len(tokens) or tokens[phrase.last].text != "of":
            return None
        at = phrase.last + 1
        at += tokens[at].text == "the"
        return next(
            (
                other.country
                for other in chains.phrases[phrase.index + 1 : phrase.index + 3]
                if other.first == at and other.sort == "country"
            ),
            None,
        )
    if tokens[phrase.last - 1].text.lower() not in lists().master | {"campaign"}:
        return _placed(chains, phrase)
    named = " ".join(token.text for token in tokens[phrase.first : phrase.last - 1])
    owners = {
        other.country
        for other in chains.chains.values()
        if other.sort == "person" and other.country and any(_is_short(named, name) for name in other.names)
    }
    return owners.pop() if len(owners) == 1 else None


def _instance(chains: Chains, phrase: Phrase) -> str | None:
    """ "his predecessors … The Moreno administration, for example": of the country of those it is one of."""
    tokens = chains.analysis.tokens
    at = phrase.last
    if phrase.relation != "nsubj" or at + 2 >= len(tokens) or tokens[at].text != ",":
        return None
    if tokens[at + 1].text != "for" or tokens[at + 2].text not in ("example", "instance"):
        return None
    for other in reversed(chains.phrases[max(0, phrase.index - 30) : phrase.index]):
        if other.sentence < phrase.sentence - 1 or other.head < 0:
            return None
        if other.sentence < phrase.sentence and other.sort == "group" and other.form == "description":
            return chains.of(other.index).country
    return None


def _placed(chains: Chains, phrase: Phrase) -> str | None:
    """ "the Institute for Peace in Oslo": where a body that no table knows says it is."""
    tokens = chains.analysis.tokens
    if phrase.sort != "organization" or (phrase.name is not None and phrase.name.key):
        return None
    at = phrase.last
    if at + 1 >= len(tokens) or tokens[at].text != "in" or not phrase.first <= tokens[at + 1].head < at:
        return None
    for place in chains.phrases[phrase.index + 1 : phrase.index + 3]:
        if place.first == at + 1 and place.name is not None and place.sort in ("country", "place"):
            return place.country
    return None


def _is_short(short: str, name: str) -> bool:
    return name == short or name.endswith(f" {short}")


def _described(chains: Chains, phrase: Phrase) -> str | None:
    """The country that a description's own words give, through whom or what they name."""
    children = chains.clauses.children[phrase.head]
    if not children:
        return None
    words = lists()
    noun = phrase.lemma
    office = noun in words.office or bool(class_of().get(noun, frozenset()) & words.classes)
    for child in children:
        relation = chains.clauses.base[child]
        if relation != "nmod":
            continue
        if chains.analysis.tokens[child].deprel == "nmod:poss":
            code = _owner(chains, child) if noun in words.master else None
        else:
            case = chains.clauses.case(child)
            code = None
            serves = case in ("for", "at", "from", "with") and noun in words.service
            if serves or (case == "of" and office):
                code = _owner(chains, child)
            elif case in ("of", "to") and noun in words.master and noun not in ("envoy", "ambassador"):
                code = _owner(chains, child, people=True)
            elif case == "from" and phrase.country is None and _is_country(chains, child):
                code = _owner(chains, child)
            elif case == "in" and (noun in words.resident or noun in words.seated or noun in SOME):
                code = _seat(chains, phrase, child)
        if code is not None:
            return code
    return None


def _owner(chains: Chains, head: int, people: bool = False) -> str | None:
    """The country of the one named at a token; with ``people`` only of a person or a government."""
    # A title before a surname may be taken for the owner: "Ms Moreno's office".
    phrase = chains.phrase_at(head) or chains.phrase_at(head + 1)
    if any(chains.clauses.base[child] == "conj" for child in chains.clauses.children[head]):
        return None
    if phrase is None or phrase.index in chains.several or phrase.index in chains.open:
        return None
    chain = chains.of(phrase.index)
    if chain.sort not in OWNERS or (people and chain.sort not in ("person", "government")):
        return None
    return chain.country


def _is_country(chains: Chains, head: int) -> bool:
    """ "lawmakers from Chile", and not "lawmakers from the party"."""
    phrase = chains.phrase_at(head)
    return phrase is not None and phrase.name is not None and phrase.sort == "country"


def _seat(chains: Chains, phrase: Phrase, head: int) -> str | None:
    """The country of a place, for those who serve the state they are in."""
    if phrase.country is not None or set(phrase.modifiers) & lists().strangers:
        return None
    tokens = chains.analysis.tokens
    if any(tokens[i].upos == "PROPN" for i in range(phrase.first, phrase.head)):
        return None
    place = chains.phrase_at(head)
    if place is None or place.name is None:
        return None
    if place.sort not in ("country", "place"):
        return None
    return place.country or tables.capital(place.key)
