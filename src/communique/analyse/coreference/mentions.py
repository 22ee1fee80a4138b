"""Noun phrases, names and personal pronouns: what a chain of coreference can be made of.

In "the Russian leader praised her approach" these are "the Russian leader", "her" and "her approach".
A phrase that stands for a thing is found as well: a pronoun must be free to stand for it, and for no actor.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.analyse import agreement, tables
from communique.analyse.analysis import Analysis, Name, Token
from communique.analyse.clauses import Clauses

LEFT = frozenset(
    ("det", "amod", "compound", "nummod", "nmod", "advmod", "goeswith", "cc", "conj", "punct", "flat")
)
INNER = frozenset(("compound", "flat", "fixed", "goeswith"))
TITLED = frozenset(("flat", "appos", "compound", "nmod"))
AFTER = frozenset(("in", "of", "from", "within", "for", "at"))
"""Prepositions whose phrase says which people are meant: "allies in Europe", "critics of the deal"."""
LONGEST_TITLE = 4
LONGEST = 12
"""A phrase of more words is a parser error, or no name that anybody would use again."""


@dataclass(slots=True, eq=False)
class Phrase:
    """One candidate. ``sort`` as in ``agreement``, or ``place``, ``event``, ``other`` for names of such."""

    index: int
    start: int
    end: int
    first: int
    last: int
    head: int
    form: str
    sort: str
    number: str
    gender: str
    country: str | None
    lemma: str
    sentence: int
    name: Name | None = None
    key: str = ""
    definite: str = ""
    modifiers: tuple[str, ...] = ()
    relation: str = ""
    governor: int = -1
    case: str = ""
    quote: int = 0
    pleonastic: bool = False
    after: int = -1
    """Token position behind the modifiers that follow the head: "allies in Europe|"."""
    members: tuple[int, ...] = field(default=())
    """Indices of the phrases that a coordination or a description of several stands for."""


def detect(analysis: Analysis, clauses: Clauses) -> list[Phrase]:
    """All phrases of an Analysis, in order of the text; ``index`` is the place in the list."""
    tokens, names = analysis.tokens, analysis.names
    named: list[int] = [-1] * len(tokens)
    found: list[Phrase] = []
    for position, name in enumerate(names):
        if name.first < 0:
            found.append(_outside(name))
            continue
        named[name.first : name.last] = [position] * (name.last - name.first)
        if _is_modifier(name, tokens, clauses) if name.kind == "country" else _is_office(name, analysis):
            continue
        found.append(_named(name, tokens))
    pronouns = agreement.third_person()
    first_person = agreement.first_person()
    for token in tokens:
        index = token.index
        if named[index] >= 0:
            continue
        if token.upos == "PRON":
            form = token.text.lower()
            if form in pronouns:
                found.append(_pronoun(token, pronouns[form]))
            elif form in first_person and clauses.quoted[index]:
                found.append(_speaker(token))
        elif token.upos in ("NOUN", "PROPN") and clauses.base[index] not in INNER:
            phrase = _nominal(token, tokens, clauses, named, names)
            if phrase is not None:
                found.append(phrase)
    found.sort(key=lambda phrase: (phrase.start, phrase.end))
    for index, phrase in enumerate(found):
        phrase.index = index
        if phrase.head >= 0:
            phrase.governor, phrase.relation = clauses.role(phrase.head)
            phrase.case = clauses.case(phrase.head)
            phrase.quote = clauses.quoted[phrase.head]
    return found


def _is_office(name: Name, analysis: Analysis) -> bool:
    """A title alone is nobody's name: "Special Counsel"."""
    return tables.title(analysis.document.text[name.start : name.end]) is not None


def _is_modifier(name: Name, tokens: tuple[Token, ...], clauses: Clauses) -> bool:
    """A country's name before people or a body is as a demonym, and no mention: "US officials"."""
    token = tokens[name.last - 1]
    if token.deprel not in ("compound", "amod", "nmod:unmarked", "nmod:desc") or token.head < name.last:
        return False
    head = tokens[token.head]
    if agreement.sort_of(agreement.lemma(head), agreement.is_plural(head)) == "thing":
        return False
    return not any(clauses.base[child] in ("conj", "case") for child in clauses.children[token.index])


def _outside(name: Name) -> Phrase:
    """A name in a title or a heading, which the language model does not read."""
    return Phrase(
        -1,
        name.start,
        name.end,
        -1,
        -1,
        -1,
        "name",
        name.kind,
        "s",
        _gender(name, ""),
        name.country,
        "",
        -1,
        name,
    )


def _gender(name: Name, text: str) -> str:
    if name.kind == "person":
        return agreement.name_gender(text) if text else ""
    return "n"


def _named(name: Name, tokens: tuple[Token, ...]) -> Phrase:
    head = next(
        (
            i
            for i in range(name.first, name.last)
            if not name.first <= tokens[i].head < name.last or tokens[i].head == i
        ),
        name.last - 1,
    )
    text = " ".join(token.text for token in tokens[name.first : name.last])
    gender = _gender(name, text)
    if name.kind == "person" and not gender and name.first > 0:
        before = tokens[name.first - 1]
        gender = agreement.gendered().get(before.text.lower(), "")
    number = "p" if name.kind == "other" and tokens[head].xpos == "NNPS" else "s"
    return Phrase(
        -1, name.start, name.end, name.first, name.last, head, "name", name.kind, number, gender,
        name.country, tokens[head].lemma.lower(), tokens[head].sentence, name,
    )  # fmt: skip


def _pronoun(token: Token, shown: agreement.Pronoun) -> Phrase:
    case = shown.case
    if token.text.lower() == "her" and token.xpos == "PRP$":
        case = "possessive"
    sort = {"m": "person", "f": "person", "n": "", "": ""}[shown.gender]
    return Phrase(
        -1, token.start, token.end, token.index, token.index + 1, token.index, "pronoun", sort, shown.number,
        shown.gender, None, token.text.lower(), token.sentence, definite=case,
    )  # fmt: skip


def _speaker(token: Token) -> Phrase:
    return Phrase(
        -1, token.start, token.end, token.index, token.index + 1, token.index, "pronoun", "speaker", "s",
        "", None, token.text.lower(), token.sentence,
    )  # fmt: skip


def _nominal(
    token: Token, tokens: tuple[Token, ...], clauses: Clauses, named: list[int], names: tuple[Name, ...]
) -> Phrase | None:
    """The phrase of a common noun, without what follows the noun; ``None`` for a title before a name."""
    index = token.index
    lemma = agreement.lemma(token)
    plural = agreement.is_plural(token)
    sort = agreement.sort_of(lemma, plural)
    if sort == "person" and _is_title(index, tokens, clauses, named, names):
        return None
    if token.upos == "PROPN" and sort == "thing":
        return None
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
        start = _left_edge(child, clauses.children)
        first = min(first, start)
        text = part.text.lower()
        if base == "det" or part.deprel == "det:predet":
            definite = definite or _definiteness(text)
            if text not in ("the", "a", "an"):
                modifiers.append(text)
        elif part.deprel == "nmod:poss":
            definite = "possessive"
            country = country or agreement.country_of(part)
        else:
            modifiers.append(text)
            if base in ("amod", "compound", "nmod"):
                country = country or agreement.country_of(part)
                if named[child] >= 0:
                    country = country or names[named[child]].country
    if tokens[first].upos in ("PUNCT", "CCONJ") and tokens[first].text.lower() != "both":
        first += 1
    modifiers.reverse()
    number = "p" if plural else "s"
    gender = agreement.gendered().get(lemma, "") if sort == "person" else ("" if sort == "group" else "n")
    if sort == "thing":
        return Phrase(
            -1, tokens[first].start, token.end, first, index + 1, index, "description", sort, number, gender,
            None, lemma, token.sentence, definite=definite, modifiers=tuple(modifiers), after=index + 1,
        )  # fmt: skip
    return Phrase(
        -1, tokens[first].start, token.end, first, index + 1, index, "description", sort, number, gender,
        country, lemma, token.sentence, definite=definite, modifiers=tuple(modifiers),
        after=_after(index, tokens, clauses),
    )  # fmt: skip


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
            return False
        return size == 1 or tables.title(" ".join(token.text for token in tokens[index:after])) is not None
    return False


def _after(index: int, tokens: tuple[Token, ...], clauses: Clauses) -> int:
    """Where the phrases end that say which people are meant: "critics of the deal|"."""
    end = index + 1
    for child in clauses.children[index]:
        if child < end or tokens[child].deprel != "nmod" or clauses.case(child) not in AFTER:
            continue
        start = _left_edge(child, clauses.children)
        if start != end or child - start > 5 or tokens[child].upos == "NUM":
            break
        end = child + 1
    return end
