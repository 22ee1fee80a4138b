"""Noun phrases: where one begins and ends, and what its noun and modifiers show.

"the three rival leaders of the region" is definite, plural, of people; "excessive force" is no body.
"""

from __future__ import annotations

from communique.analyse import agreement, tables
from communique.analyse.analysis import Name, Token
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.deeds import lists
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.coreference.qualities import has_purpose, is_quality, media, occasions

LEFT = frozenset(
    ("det", "amod", "compound", "nummod", "nmod", "advmod", "goeswith", "cc", "conj", "punct", "flat")
)
AFTER = frozenset(("in", "of", "from", "within", "for", "at", "on"))
"""Prepositions whose phrase says which people are meant: "allies in Europe", "critics of the deal"."""
STATES = frozenset(("state", "nation", "country", "capital"))
SOME = frozenset(("some", "many", "others", "most"))
ALONE = {"two": "two", "three": "three", "pair": "two", "duo": "two", "trio": "three"}
"""Words that mean the ones named before without a noun beside them, and how many they mean."""
LONGEST_TITLE = 4
LONGEST = 12
"""A phrase of more words is a parser error, or no name that anybody would use again."""


def nominal(
    token: Token, tokens: tuple[Token, ...], clauses: Clauses, named: list[int], names: tuple[Name, ...]
) -> tuple[Phrase, ...]:
    """The phrase of a common noun, without what follows the noun; none for a title before a name."""
    index = token.index
    lemma = agreement.lemma(token)
    plural = agreement.is_plural(token)
    sort = agreement.sort_of(lemma, plural)
    if sort == "person" and _is_title(index, tokens, clauses, named, names):
        return ()
    people = tables.demonym(token.text) if plural and token.text[:1].isupper() else None
    if sort == "thing" and people is not None:
        sort = "group"  # "the Paraguayans"
    if token.upos == "PROPN" and sort == "thing":
        return ()
    left = _left(token, tokens, clauses, named, names)
    first, definite, country, modifiers = left
    number = "p" if plural else "s"
    if sort not in ("thing", "group") and is_quality(
        lemma, definite, modifiers, country, has_purpose(index, tokens)
    ):
        sort = "thing"
    if lemma in ("media", "television") and not media() & set(modifiers) and country is None:
        sort = "thing"
    if lemma == "television" and plural:
        sort = "thing"
    country = country or people
    gender = agreement.gendered().get(lemma, "") if sort == "person" else ("" if sort == "group" else "n")
    if sort == "thing":
        return (Phrase(
            -1, tokens[first].start, token.end, first, index + 1, index, "description", sort, number, gender,
            None, lemma, token.sentence, definite=definite, modifiers=tuple(modifiers), after=index + 1,
        ),)  # fmt: skip
    return (Phrase(
        -1, tokens[first].start, token.end, first, index + 1, index, "description", sort, number, gender,
        country, lemma, token.sentence, definite=definite, modifiers=tuple(modifiers),
        after=_without_place(index, _after(index, tokens, clauses, named), country, named, names),
    ),)  # fmt: skip


def _left(
    token: Token,
    tokens: tuple[Token, ...],
    clauses: Clauses,
    named: list[int],
    names: tuple[Name, ...],
) -> tuple[int, str, str | None, list[str]]:
    """What stands before a noun: where its phrase begins, its definiteness, country and modifiers."""
    index = token.index
    first = index
    definite = ""
    country = None
    modifiers: list[str] = []
    for child in reversed(clauses.children[index]):
        if child >= index:
            continue
        base = clauses.base[child]
        part = tokens[child]
        if base not in LEFT or part.sentence != token.sentence or first - child > LONGEST:
            break
        if base == "nmod" and part.deprel not in ("nmod:poss", "nmod:unmarked", "nmod:desc"):
            break
        text = part.text.lower()
        if text in ("that", "this") and agreement.is_plural(token):
            break
        start = _left_edge(child, clauses.children)
        first = min(first, start)
        if base == "det" or part.deprel == "det:predet":
            definite = definite or _definiteness(text)
            if text not in ("the", "a", "an"):
                modifiers.append(text)
        elif part.deprel == "nmod:poss":
            definite = "possessive"
            country = country or agreement.country_of(part)
            if country is None and named[child] >= 0 and names[named[child]].kind == "country":
                country = names[named[child]].country  # "North Korea's leader"
        else:
            modifiers.append(text)
            if base in ("amod", "compound", "nmod"):
                country = country or agreement.country_of(part)
                if any(agreement.country_of(tokens[each]) for each in clauses.children[child]):
                    # "Lithuanian and Estonian ministers" are of no one country
                    country = None
                    continue
                if named[child] >= 0:
                    country = country or names[named[child]].country
    while first < index and (
        (tokens[first].upos in ("PUNCT", "CCONJ") and tokens[first].text.lower() != "both")
        or (tokens[first].deprel == "advmod" and tokens[first].head == index)
    ):
        first += 1
    modifiers.reverse()
    return first, definite, country, modifiers


def some(token: Token, tokens: tuple[Token, ...], clauses: Clauses, named: list[int]) -> tuple[Phrase, ...]:
    """As in "Some in Warsaw fear …": a group, by where or what it is in; "some" alone is nobody."""
    index = token.index
    after = _after(index, tokens, clauses, named)
    if after == index + 1 or tokens[index + 1].text not in ("in", "within", "at"):
        return ()
    return (Phrase(
        -1, token.start, token.end, index, index + 1, index, "description", "group", "p", "", None,
        token.text.lower(), token.sentence, after=after,
    ),)  # fmt: skip


def two(token: Token, tokens: tuple[Token, ...], clauses: Clauses) -> tuple[Phrase, ...]:
    """As in "|The two| met again", "|The pair| agreed": the ones just named, who do something."""
    index = token.index
    below = clauses.children[index]
    if len(below) != 1 or tokens[below[0]].text.lower() != "the" or below[0] != index - 1:
        return ()
    verb = tokens[token.head]
    if verb.upos != "VERB" or agreement.lemma(verb) in lists().stative:
        return ()
    word = token.text.lower()
    return (Phrase(
        -1, tokens[index - 1].start, token.end, index - 1, index + 1, index, "description", "group", "p", "",
        None, word, token.sentence, definite="definite", modifiers=("the", ALONE[word]), after=index + 1,
    ),)  # fmt: skip


def _left_edge(index: int, children: tuple[tuple[int, ...], ...]) -> int:
    edge = index
    while children[edge] and children[edge][0] < edge:
        edge = children[edge][0]
    return edge


def _definiteness(text: str) -> str:
    if text in ("the", "this", "that", "these", "those"):
        return "definite"
    if text in ("a", "an", "another"):
        return "indefinite"
    return ""


def _is_title(
    index: int, tokens: tuple[Token, ...], clauses: Clauses, named: list[int], names: tuple[Name, ...]
) -> bool:
    """Whether a noun begins a title before a person's name: "Secretary of State Antony Blinken"."""
    for size in range(1, LONGEST_TITLE + 1):
        after = index + size
        if after >= len(tokens) or tokens[after].sentence != tokens[index].sentence:
            return False
        if named[after] < 0:
            continue
        name = names[named[after]]
        if name.kind != "person" or name.first != after:
            return size <= 3 and _is_post(index, after, tokens, named, names)
        return size == 1 or tables.title(" ".join(token.text for token in tokens[index:after])) is not None
    return False


def _is_post(
    index: int, at: int, tokens: tuple[Token, ...], named: list[int], names: tuple[Name, ...]
) -> bool:
    """As in "|envoy| to Ukraine Ana Silva", "ambassador to the European Union Ana Silva"."""
    name = names[named[at]]
    between = [token.text.lower() for token in tokens[index + 1 : at]]
    if between not in (["to"], ["to", "the"], ["for"], ["for", "the"]) or name.first != at:
        return False
    behind = named[name.last] if name.last < len(tokens) else -1
    return behind >= 0 and names[behind].kind == "person" and names[behind].first == name.last


def _after(index: int, tokens: tuple[Token, ...], clauses: Clauses, named: list[int]) -> int:
    """Where the phrases end that say which people are meant: "critics of the deal|"."""
    end = index + 1
    if tokens[index].lemma.lower() in STATES:
        # "a summit of coastal states in Da Nang": where they meet, not which they are
        return end
    children = clauses.children[index]
    if end < len(tokens) and tokens[end].text == "in" and clauses.base[tokens[end].head] == "obl":
        # "emboldened the hawks in both armies", where the parser hung the armies on the verb
        strayed = tokens[end].head
        if tokens[strayed].head == tokens[index].head and agreement.is_plural(tokens[strayed]):
            children = (*children, strayed)
    for child in children:
        if child < end or clauses.case(child) not in AFTER:
            continue
        if tokens[child].deprel not in ("nmod", "obl"):
            continue
        if clauses.case(child) in ("at", "for") and tokens[child].lemma.lower() in occasions():
            # "told reporters at a press conference": where they were told
            break
        if _belongs_to_verb(index, child, tokens, clauses, named):
            break
        start = _left_edge(child, clauses.children)
        if start != end or child - start > 5 or tokens[child].upos == "NUM":
            break
        end = child + 1
        if tokens[child].lemma == "side" and end < len(tokens) and tokens[end].text == "of":
            # "lobbies on both sides of the border"
            inner = next((c for c in clauses.children[child] if c > end), -1)
            end = inner + 1 if 0 < inner - end < 4 else end
        while end < len(tokens) and named[child] >= 0 and named[end] == named[child]:
            end += 1
        end = _joined(child, end, tokens, clauses, named)
        if (
            end + 1 < len(tokens)
            and tokens[end].text == "in"
            and named[end + 1] >= 0
            and index < tokens[end + 1].head < end
        ):
            # "an analyst at the Institute for Peace in Oslo"
            inner = named[end + 1]
            end += 1
            while end < len(tokens) and named[end] == inner:
                end += 1
    return end


def _belongs_to_verb(
    index: int, child: int, tokens: tuple[Token, ...], clauses: Clauses, named: list[int]
) -> bool:
    """As in "accused the mayor |of fraud|", "cleared the minister |of it|": no part of who is accused.

    A name ("the mayor of Paris"), people or bodies, a title ("the minister of defence") and the first of two
    ("the head of security of fraud") say who it is.
    """
    if tokens[child].deprel != "nmod" or clauses.case(child) != "of" or named[child] >= 0:
        return False
    verb, relation = clauses.role(index)
    if relation not in ("obj", "iobj", "nsubj:pass") or agreement.lemma(tokens[verb]) not in lists().of:
        return False
    if agreement.sort_of(agreement.lemma(tokens[child]), agreement.is_plural(tokens[child])) != "thing":
        return False
    if child + 1 < len(tokens) and tokens[child + 1].text == "of":
        return False
    title = f"{agreement.lemma(tokens[index])} of {tokens[child].text}"
    return child != index + 2 or tables.title(title) is None


def _without_place(
    index: int, end: int, country: str | None, named: list[int], names: tuple[Name, ...]
) -> int:
    """ "US senators| in Washington": whose country is told already, are not told apart by where they are."""
    if country is None or end < index + 3:
        return end
    where = named[index + 2]
    return index + 1 if where >= 0 and names[where].kind == "place" and names[where].last == end else end


def _joined(child: int, end: int, tokens: tuple[Token, ...], clauses: Clauses, named: list[int]) -> int:
    """Where what is joined to it ends, if all are names: "the leaders of Russia, Iran and Turkey|"."""
    heads = [child]
    for head in heads:
        heads.extend(each for each in clauses.children[head] if clauses.base[each] == "conj" and each > head)
    joint = any(clauses.base[each] == "cc" for head in heads for each in clauses.children[head])
    if len(heads) < 2 or not joint or any(named[head] < 0 for head in heads):
        return end
    last = max(heads) + 1
    while last < len(tokens) and named[last] >= 0 and named[last] == named[max(heads)]:
        last += 1
    return last if last - end <= LONGEST else end
