"""Which nouns may name the same office: "president" and "leader", and not "president" and "dissident"."""

from __future__ import annotations

from communique.analyse import agreement, lexicon


@lexicon.cached
def class_of() -> dict[str, frozenset[str]]:
    """The classes of office that a role noun belongs to."""
    found: dict[str, set[str]] = {}
    rows = lexicon.load("roles")
    for name, listed in rows["classes"].items():
        for word in listed.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


@lexicon.cached
def leaders() -> tuple[frozenset[str], frozenset[str]]:
    """Words for any leader, and the classes whose holders are leaders."""
    rows = lexicon.load("roles")["leaders"]
    return agreement.words(rows["words"]), agreement.words(rows["classes"])


@lexicon.cached
def honorifics() -> frozenset[str]:
    """Forms of address: they show a gender, and are no role."""
    return agreement.words(lexicon.load("roles")["leaders"]["address"])


@lexicon.cached
def ranks() -> tuple[frozenset[str], frozenset[str]]:
    """Adjectives that are of a title, and words in front of one that are none of it."""
    rows = lexicon.load("roles")["ranks"]
    return agreement.words(rows["of_title"]), agreement.words(rows["aside"])


def fits(noun: str, nouns: set[str]) -> bool:
    """Whether somebody who was called one of ``nouns`` may be called ``noun``."""
    if noun in nouns:
        return True
    classes = class_of()
    words, leading = leaders()
    mine = classes.get(noun, frozenset())
    if noun in words:
        mine = mine | leading
    return any(
        mine & (classes.get(other, frozenset()) | (leading if other in words else frozenset()))
        for other in nouns
    )
