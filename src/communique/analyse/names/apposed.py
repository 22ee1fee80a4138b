"""Names that a noun beside them makes a body: "a Greek company, Elpida Lines, …" is no person.

The recogniser sees a name without words it knows, and guesses; the article's own noun does not guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.analyse import agreement, tables
from communique.analyse.analysis import Name, Token

GUESSED = frozenset(("person", "place", "other"))


def as_bodies(tokens: Sequence[Token], names: list[Name]) -> list[Name]:
    """The names, those that a noun for a body introduces made organisations wherever they stand."""
    names = _joined(tokens, names)
    found = {_text(tokens, name) for name in names if _is_guess(name) and _is_body(tokens, name)}
    if not found:
        return names
    return [
        name._replace(kind="organization") if _is_guess(name) and _text(tokens, name) in found else name
        for name in names
    ]


def _is_guess(name: Name) -> bool:
    return name.kind in GUESSED and name.key is None


def _joined(tokens: Sequence[Token], names: list[Name]) -> list[Name]:
    """One name of two that touch, where a noun for a body introduces them: the recogniser cut it."""
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if (
            last is not None
            and last.last == name.first
            and last.key is None
            and name.key is None
            and tokens[last.first - 1].text == ","
            and _is_body(tokens, last._replace(last=name.last))
        ):
            found[-1] = last._replace(end=name.end, last=name.last, kind="organization")
        else:
            found.append(name)
    return found


def _text(tokens: Sequence[Token], name: Name) -> str:
    return " ".join(token.text for token in tokens[name.first : name.last])


def _is_body(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a singular noun for a body stands in front of the comma before a name, or one with a place."""
    if name.first < 3 or name.last >= len(tokens) or tokens[name.first - 1].text != ",":
        return False
    if tokens[name.last].text not in {",", ".", ")", ";"}:
        return False
    if tokens[name.first].text in tables.given_names():
        return False
    at = name.first - 2
    if tokens[at].upos == "PROPN":
        while at > 1 and tokens[at].upos == "PROPN":
            at -= 1
        if tokens[at].text not in {"in", "from", "of"}:
            return False
        at -= 1
    noun = tokens[at]
    if noun.upos != "NOUN" or agreement.is_plural(noun) or noun.deprel.startswith("nmod"):
        return False
    if agreement.sort_of(agreement.lemma(noun), False) not in {"organization", "government"}:
        return agreement.lemma(noun) == "group"
    return True
