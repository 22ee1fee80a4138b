"""A Phrase: one name, noun phrase or pronoun that a chain of coreference can be made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.analyse.analysis import Name


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
