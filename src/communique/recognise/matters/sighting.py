"""One passage that speaks of a matter: what its words alone tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from communique.recognise.matters.words import Kind, Stance, Standing
from communique.records.base import Certainty

Span = tuple[int, int]
Reference = Literal["new", "again", "pronoun", "person"]


class Matter(NamedTuple):
    """What a noun phrase or clause says was done: tokens ``[first, last)``, and what it is compared by."""

    first: int
    last: int
    head: int
    conduct: frozenset[str]
    """Stems of the head words: "interference" and "interfering" have one."""
    words: frozenset[str]
    """Stems of the other words of content."""
    entities: tuple[int, ...]
    doers: tuple[int, ...]
    """Whose conduct it is, as far as the phrase tells."""


class Side(NamedTuple):
    """Who takes which side. Spans are offsets."""

    stance: Stance
    source: Span | None
    entity: int | None
    cue: Span | None
    claim: Span
    certainty: Certainty
    statement: int | None
    """Index of the statement that says so; ``None`` where a verb or noun alone does."""
    cue_token: int


@dataclass(slots=True)
class Sighting:
    """A passage that raises a matter, answers it or speaks of it again."""

    trigger: int
    kind: Kind
    family: str
    """Which nouns can speak of it again: "these claims" of what somebody was accused of."""
    matter: Matter | None
    name: tuple[int, int] | None
    """Tokens of the noun phrase that names it."""
    about: tuple[int, ...]
    sides: tuple[Side, ...]
    rule: str
    reference: Reference = "new"
    raises: bool = True
    """Whether it is a matter by itself; "defended the plan" is none before somebody criticises it."""
    beside: bool = False
    """Whether it only adds to what its sentence tells: "…, |with many accusing| the minister of …"."""
    standing: Standing | None = None
    anchors: tuple[int, ...] = ()
    """Tokens whose dependants tell when, where and at which meeting."""
    sentences: tuple[int, ...] = field(default=())
