"""Places: names that stand where something is or goes, and the capitals that are described, not named.

    met in Geneva · flew to Beijing · the Helsinki summit · at the White House · in the Finnish capital

A name of a place that acts ("Moscow denied it") is no place here (record model, rule 7). The country is given
where a table or the text itself ("Paris, Texas") makes it sure, else it is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.analyse import lexicon, tables
from communique.analyse.analysis import Analysis, Name, Place, Token


class Words(NamedTuple):
    """places.toml as sets."""

    at: frozenset[str]
    way: frozenset[str]
    movement: frozenset[str]
    objects: frozenset[str]
    located: frozenset[str]
    descriptions: frozenset[str]
    settlements: frozenset[str]


@lexicon.cached
def words() -> Words:
    """The word lists, read once."""
    rows = lexicon.load("places")
    return Words(
        frozenset(rows["prepositions"]["at"]),
        frozenset(rows["prepositions"]["way"]),
        frozenset(rows["movement"]["words"]),
        frozenset(rows["movement"]["objects"]),
        frozenset(rows["located"]["words"]),
        frozenset(rows["descriptions"]["words"]),
        frozenset(rows["settlements"]["words"]),
    )


_DUE = frozenset({"plan", "schedule", "set", "slate", "arrange", "due"})


def find_places(analysis: Analysis) -> tuple[Place, ...]:
    """The places in the paragraphs, in order of the text, none within another.

    Args:
        analysis: with tokens and names. A name may be a place and an actor's mention at once: "in Russia".
    """
    names = [name for name in analysis.names if name.first >= 0]
    found = [*_named(analysis, names), *_described(analysis)]
    return tuple(sorted(found))


def _named(analysis: Analysis, names: list[Name]) -> Iterator[Place]:
    after = {name.first: name for name in names}
    for name in names:
        if name.kind in {"other", "event"} and name.last - name.first > 1:
            yield from _in_event(analysis, name)
        if not _can_be_place(analysis, name):
            continue
        if any(_is_located(analysis, head) for head in _heads(analysis, name.first, name.last)):
            plain = name.key or _plain(analysis, name)
            country = _country(analysis, name, after)
            yield Place(name.start, name.end, name.first, name.last, plain, country)


def _in_event(analysis: Analysis, name: Name) -> Iterator[Place]:
    """As in "the Hanoi summit", where the recogniser took both words for one name."""
    tokens = analysis.tokens
    last = tokens[name.last - 1]
    text = analysis.document.text[name.start : tokens[name.last - 2].end]
    place = tables.place(text)
    if place is not None and place.table in {"capital", "city"} and last.text.lower() in words().located:
        yield Place(
            name.start, tokens[name.last - 2].end, name.first, name.last - 1, place.name, place.country
        )


def _can_be_place(analysis: Analysis, name: Name) -> bool:
    if name.kind in {"place", "country"}:
        return True
    text = analysis.document.text[name.start : name.end]
    return name.kind in {"government", "organization"} and tables.metonym(text) is not None


def _plain(analysis: Analysis, name: Name) -> str:
    return tables.plain(analysis.document.text[name.start : name.end])


def _heads(analysis: Analysis, first: int, last: int) -> Iterator[Token]:
    """The tokens of a span whose head lies outside it: one, where the parser saw the name whole."""
    for token in analysis.tokens[first:last]:
        if not first <= token.head < last or token.head == token.index:
            yield token


def _is_located(analysis: Analysis, token: Token) -> bool:
    """Whether the words around a name make it a place; a name joined by "and" follows the first."""
    lists, tokens = words(), analysis.tokens
    for _ in range(8):
        if token.deprel != "conj" or any(analysis.dependants(token.index, "case")):
            break
        token = tokens[token.head]
    head = tokens[token.head]
    relation = token.deprel.partition(":")[0]
    cases = {each.lemma.lower() for each in analysis.dependants(token.index, "case")}
    if cases & lists.at:
        return True
    if cases == {"for"} and head.lemma.lower() in _DUE and relation == "obl":
        # "a summit planned for Lima", "the summit is set for Lima"
        subjects = list(analysis.dependants(head.index, "nsubj"))
        events = [tokens[head.head]] if head.deprel.startswith("acl") else subjects
        return any(each.lemma.lower() in lists.located for each in events)
    if cases & lists.way:
        # "invited the ministers to Oslo": the parser may hang Oslo on the ministers
        guest = cases == {"to"} and head.deprel == "obj" and head.upos in {"NOUN", "PROPN"}
        return head.lemma.lower() in lists.movement or (
            guest and tokens[head.head].lemma.lower() in lists.movement
        )
    beside = relation in {"appos", "flat", "compound", "nmod"} and cases <= {"of"}
    if beside and head.lemma.lower() in lists.settlements:
        return _is_located(analysis, head)
    if cases - {"'s", "\u2019s", "'"}:
        return False
    if relation in {"compound", "nmod"} and (not cases or token.deprel == "nmod:poss"):
        return head.lemma.lower() in lists.located
    if relation == "appos":
        return head.upos == "PROPN" and _is_located(analysis, head)
    return relation == "obj" and head.lemma.lower() in lists.objects


def _country(analysis: Analysis, name: Name, after: dict[int, Name]) -> str | None:
    """The country of a place: that of the land named behind it ("Paris, Texas"), else the name's own."""
    tokens = analysis.tokens
    comma = name.last
    if name.kind == "country" or comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return name.country
    land = after.get(comma + 1)
    if land is None or land.country is None or land.kind not in {"place", "country"}:
        return name.country
    if land.country == name.country or _goes_on(tokens, land.last):
        return name.country
    possible = {entry.country for entry in tables.lookup(_plain(analysis, name))}
    inside = tables.place(_plain(analysis, land))
    if land.country in possible or not possible or (inside is not None and inside.table == "region"):
        return land.country
    return None


def _goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a list goes on: "in Paris, Germany and Spain" names three places, none within another."""
    if index >= len(tokens):
        return False
    first, second = [*(token.text for token in tokens[index : index + 2]), ""][:2]
    listed = first == "," and (second[:1].isupper() or second in {"and", "or"})
    return listed or first in {"and", "or", "&"}


def _described(analysis: Analysis) -> Iterator[Place]:
    """For "in the Finnish capital" the capital of the one country that the adjective names."""
    lists, tokens = words(), analysis.tokens
    taken = {index for name in analysis.names if name.first >= 0 for index in range(name.first, name.last)}
    for token in tokens:
        if token.lemma.lower() not in lists.descriptions or token.upos != "NOUN" or token.index in taken:
            continue
        code = _adjective(analysis, token)
        country = tables.countries().get(code) if code is not None else None
        if country is None or len(country.capitals) != 1 or not _is_located(analysis, token):
            continue
        first = token.index - 1
        # "the capital Helsinki" names it: the name is the place.
        if any(each.upos == "PROPN" for each in analysis.dependants(token.index, "appos", "flat")):
            continue
        yield Place(tokens[first].start, token.end, first, token.index + 1, country.capitals[0][0], code)


def _adjective(analysis: Analysis, token: Token) -> str | None:
    before = analysis.tokens[token.index - 1] if token.index else None
    return tables.demonym(before.text) if before is not None and before.end + 1 == token.start else None
