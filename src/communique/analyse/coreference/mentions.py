"""Noun phrases, names and personal pronouns: what a chain of coreference can be made of.

In "the Russian leader praised her approach" these are "the Russian leader", "her" and "her approach".
A phrase that stands for a thing is found as well: a pronoun must be free to stand for it, and for no actor.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.analyse import agreement, tables
from communique.analyse.analysis import Analysis, Name, Token
from communique.analyse.clauses import Clauses
from communique.analyse.coreference.nominals import ALONE, SOME, nominal, some, two
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.names.datelines import datelines

RANKS = frozenset(("deputy", "vice"))
INNER = frozenset(("compound", "flat", "fixed", "goeswith"))


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
        else:
            found.extend(_common(token, analysis, clauses, named))
    found.sort(key=lambda phrase: (phrase.start, phrase.end))
    for index, phrase in enumerate(found):
        phrase.index = index
        if phrase.head >= 0:
            phrase.governor, phrase.relation = clauses.role(phrase.head)
            phrase.case = clauses.case(phrase.head)
            phrase.quote = clauses.quoted[phrase.head]
            if phrase.name is not None and _is_dateline(phrase, analysis):
                phrase.relation = "dateline"
    _mark_datelines(found, analysis)
    return found


def _common(token: Token, analysis: Analysis, clauses: Clauses, named: list[int]) -> tuple[Phrase, ...]:
    """The phrase of a common noun, of "some in …" and of "the two", if the word heads one."""
    subject = clauses.base[token.index] == "nsubj"
    if subject and token.text.lower() in ALONE and (phrases := two(token, analysis.tokens, clauses)):
        return phrases
    if token.upos in ("NOUN", "PROPN") and clauses.base[token.index] not in INNER:
        after = analysis.tokens[token.index + 1 : token.index + 2]
        if token.text.lower() in RANKS and after and after[0].upos in ("NOUN", "ADJ", "PROPN"):
            return ()  # "deputy prime minister", where the parser made a phrase of each word
        return nominal(token, analysis.tokens, clauses, named, analysis.names)
    if subject and token.text.lower() in SOME:
        return some(token, analysis.tokens, clauses, named)
    return ()


def _mark_datelines(found: list[Phrase], analysis: Analysis) -> None:
    """Whatever stands in a dateline, the agency too, has no part in what is told."""
    for start, end in datelines(analysis.document).items():
        for phrase in found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]:
            phrase.relation = "dateline"


def _start(phrase: Phrase) -> int:
    return phrase.start


def _is_dateline(phrase: Phrase, analysis: Analysis) -> bool:
    """ "QUITO, March 3 - Peru said …": where it was written; nobody acts there."""
    tokens = analysis.tokens
    sentence = analysis.sentences[phrase.sentence]
    if phrase.first != sentence.first or phrase.sort not in ("place", "country"):
        return False
    for token in tokens[phrase.last : min(phrase.last + 8, sentence.last)]:
        if token.text in ("-", "–", "—") and token.end < len(analysis.document.text):
            spaced = token.start > tokens[token.index - 1].end
            return spaced and analysis.document.text[token.end].isspace()
        if token.upos not in ("PUNCT", "NUM", "PROPN"):
            return False
    return False


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
