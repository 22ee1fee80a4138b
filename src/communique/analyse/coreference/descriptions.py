"""Descriptions of somebody named before: "the Russian leader", "the president", "the company".

And descriptions that come again: "allies in Europe" twice is one group. A description that fits two is
joined to none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from communique.analyse import agreement
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.office_classes import class_of, fits, leaders
from communique.analyse.coreference.pairs import count, sorts
from communique.analyse.coreference.phrase import Phrase

FAR = 1_000_000
LOOKED_AT = 600
"""Phrases before a name that show which country the text speaks of: about a long article."""
LATER = 8
"""Sentences in which somebody told by office is given a name."""
DEPUTIES = frozenset(("deputy", "vice", "assistant", "acting"))
GENERIC = frozenset(("person", "people", "man", "woman", "individual", "human", "child"))


def key_of(phrase: Phrase, text: str, tokens_after: str) -> tuple[str, str]:
    """What makes two descriptions of groups the same: the words, without articles and quantities."""
    quantifiers = agreement.quantifiers()
    kept = [
        word
        for word in phrase.modifiers
        if word not in quantifiers and word not in ("these", "those", "such")
    ]
    return phrase.lemma, " ".join([*kept, tokens_after])


def by_role(chains: Chains) -> None:
    """Join a definite description to the one person before it whose country and office it fits."""
    people: list[int] = []
    waiting: list[Phrase] = []
    for phrase in chains.phrases:
        if phrase.sort != "person" or phrase.head < 0:
            continue
        if phrase.name is not None:
            people.append(phrase.index)
            continue
        if phrase.form != "description" or chains.resolved[phrase.index] or phrase.number == "p":
            continue
        if (
            phrase.definite not in ("definite", "possessive")
            or phrase.lemma in GENERIC
            or _is_predicate(chains, phrase)
        ):
            continue
        if phrase.definite == "possessive" and phrase.country is None:
            continue
        fitting = _holders(chains, phrase, people)
        if len(fitting) == 1:
            chains.join(fitting[0], phrase.index)
            chains.of(fitting[0]).nouns.add(phrase.lemma)
            chains.resolved[phrase.index] = True
        elif fitting:
            chains.open.add(phrase.index)
        elif phrase.country is not None:
            waiting.append(phrase)
    for phrase in waiting:
        _named_later(chains, phrase, people)


def _named_later(chains: Chains, phrase: Phrase, people: list[int]) -> None:
    """As in "Austria's interior minister said … Interior Minister Ana Silva": named only then."""
    office = "-".join((*phrase.modifiers[-1:], phrase.lemma))
    if phrase.number == "p" or phrase.lemma not in class_of():
        return
    after = bisect_left(people, phrase.index)
    later = people[after : after + 12]
    near = [i for i in later if chains.phrases[i].sentence - phrase.sentence <= LATER]
    roots = dict.fromkeys(map(chains.root, near))
    fitting = [
        root
        for root in roots
        if office in chains.chains[root].nouns
        and (
            chains.chains[root].country == phrase.country
            or (chains.chains[root].country is None and office != phrase.lemma)
        )
        and chains.chains[root].phrases[0] > phrase.index
        and chains.agree(root, phrase.index)
    ]
    if len(fitting) == 1 and (chains.chains[fitting[0]].country or _is_most_told(chains, phrase, fitting[0])):
        chains.join(fitting[0], phrase.index)
        chains.of(fitting[0]).country = phrase.country
        chains.resolved[phrase.index] = True


def _is_most_told(chains: Chains, phrase: Phrase, root: int) -> bool:
    """Whether the text so far speaks of the country of a description more than of any other."""
    until = chains.chains[root].phrases[0]
    told = Counter(
        str(each.country)
        for each in chains.phrases[max(0, until - LOOKED_AT) : until]
        if each.country and (each.sort in ("country", "place", "government") or each.name is None)
    )
    others = [told[code] for code in told if code != phrase.country]
    return told[str(phrase.country)] > max(others, default=0)


def _is_predicate(chains: Chains, phrase: Phrase) -> bool:
    """A predicate noun describes, and refers to nobody: "he is the president", "as a strong leader"."""
    return phrase.case == "as" or any(
        chains.clauses.base[child] == "cop" for child in chains.clauses.children[phrase.head]
    )


def _holders(chains: Chains, phrase: Phrase, people: list[int]) -> list[int]:
    """The people before a description whom it fits; one, where only one of them is near."""
    recent = people[-400:]
    country = phrase.country or _of_land(chains, phrase)
    roots = list(dict.fromkeys(chains.root(index) for index in reversed(recent)))
    noun = phrase.lemma
    if "former" in phrase.modifiers or "ex" in phrase.modifiers:
        roots = [root for root in roots if noun in chains.chains[root].nouns]
    if DEPUTIES & set(phrase.modifiers):
        # "the deputy prime minister" is not the prime minister
        roots = [root for root in roots if any(map(_is_deputy, chains.chains[root].nouns))]
    if country is not None:
        fitting = [
            root
            for root in roots
            if chains.chains[root].country == country
            and (
                fits(noun, chains.chains[root].nouns)
                or (not chains.chains[root].nouns and noun in leaders()[0])
            )
        ]
        if not fitting:
            fitting = [
                r for r in roots if chains.chains[r].country is None and noun in chains.chains[r].nouns
            ]
    else:
        fitting = [root for root in roots if noun in chains.chains[root].nouns]
        # "the prime minister" is not the foreign minister
        office = "-".join((*phrase.modifiers[-1:], noun))
        fitting = [root for root in fitting if office in chains.chains[root].nouns] or fitting
    fitting = [root for root in fitting if chains.agree(root, phrase.index)]
    if len(fitting) > 1:
        near = [root for root in fitting if _distance(chains, root, phrase) <= 1]
        return near if len(near) == 1 else fitting
    return fitting


def _of_land(chains: Chains, phrase: Phrase) -> str | None:
    """As in "the president |of Peru|": the country of an office that a name behind "of" tells."""
    if phrase.lemma not in class_of() or phrase.after <= phrase.head + 2:
        return None
    for other in chains.phrases[phrase.index + 1 : phrase.index + 3]:
        land = other.name is not None and other.sort == "country" and other.last == phrase.after
        if land and other.case == "of":
            return other.country
    return None


def _is_deputy(office: str) -> bool:
    return not DEPUTIES.isdisjoint(office.split("-"))


def _distance(chains: Chains, root: int, phrase: Phrase) -> int:
    """Sentences back to the last phrase of a chain in front of a phrase."""
    phrases = chains.chains[root].phrases
    before = bisect_left(phrases, phrase.index)
    return phrase.sentence - chains.phrases[phrases[before - 1]].sentence if before else FAR


def stands_for_several(phrase: Phrase) -> bool:
    """Whether a description means ones named before, and is no group: "the two leaders"."""
    return phrase.lemma in sorts() and count(phrase) > 1 and phrase.definite != "indefinite"


def by_repetition(chains: Chains) -> None:
    """Join descriptions in the same words, and a definite one to the one earlier that it shortens."""
    text = chains.analysis.document.text
    tokens = chains.analysis.tokens
    exact: dict[tuple[str, str, str], int] = {}
    heads: dict[str, list[int]] = {}
    for phrase in chains.phrases:
        if phrase.form != "description" or phrase.sort == "thing" or stands_for_several(phrase):
            continue
        if phrase.index in chains.open:
            continue
        owner = _owner(chains, phrase)
        if chains.resolved[phrase.index]:
            if owner:
                noun, rest = key_of(phrase, text, "")
                exact.setdefault((phrase.sort, noun, f"{owner} {rest}"), phrase.index)
            heads.setdefault(phrase.lemma, []).append(phrase.index)
            continue
        after = text[tokens[phrase.head].end : tokens[phrase.after - 1].end].strip().lower()
        noun, rest = key_of(phrase, text, after)
        own = any(tokens[i].upos == "PRON" for i in range(phrase.first, phrase.head))
        key = (phrase.sort, noun, f"{owner} {rest}" if owner else rest)
        if phrase.number == "s" and phrase.definite in ("indefinite", "") and not _is_the_only(phrase):
            heads.setdefault(noun, []).append(phrase.index)
            continue
        if key in exact and not own and _same_number_word(chains.phrases[exact[key]], phrase):
            chains.join(exact[key], phrase.index)
        elif phrase.definite == "definite" and not after:
            earlier = _shortened(chains, phrase, heads.get(noun, []))
            if earlier is not None:
                chains.join(earlier, phrase.index)
            exact.setdefault(key, phrase.index)
        elif not own:
            exact.setdefault(key, phrase.index)
        heads.setdefault(noun, []).append(phrase.index)


def _is_the_only(phrase: Phrase) -> bool:
    """As in "parliament voted": a body that needs no article, because there is one of it."""
    return phrase.lemma in agreement.lone_bodies() and not (phrase.definite or phrase.modifiers)


def _owner(chains: Chains, phrase: Phrase) -> str:
    """Whose, where a name says it: one for each owner, so that "Peru's envoy" is not "Chile's envoy"."""
    if phrase.definite != "possessive":
        return ""
    other = chains.phrase_at(chains.clauses.owner(phrase.head))
    return f"{chains.root(other.index)}'s" if other is not None and other.name is not None else ""


def _same_number_word(one: Phrase, other: Phrase) -> bool:
    """Bare plurals repeat ("critics … critics"); counted ones are new each time ("two soldiers")."""
    counted = any(word.isdigit() or word in ("two", "three", "four", "five") for word in other.modifiers)
    return not counted or (other.definite == "definite" and one.number == other.number)


def _shortened(chains: Chains, phrase: Phrase, earlier: list[int]) -> int | None:
    mine = {word for word in phrase.modifiers if word not in agreement.quantifiers()} - {
        "the",
        "this",
        "these",
        "those",
    }
    roots: dict[int, None] = {}
    for index in reversed(earlier[-12:]):
        other = chains.phrases[index]
        if (
            other.sort != phrase.sort
            or other.number != phrase.number
            or not chains.agree(index, phrase.index)
        ):
            continue
        if phrase.sentence - other.sentence > 12 or not mine <= set(other.modifiers):
            continue
        roots.setdefault(chains.root(index))
    return next(iter(roots)) if len(roots) == 1 else None
