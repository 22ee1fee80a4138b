"""The values that analysis passes on: tokens, sentences, names, mentions, entities, dates, places.

Offsets count code points of ``Document.text``; token positions (``first``, ``last``, ``head``) are indices
into ``Analysis.tokens``; spans of tokens are half-open ``[first, last)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from communique.document import Document

ActorKind = Literal["person", "country", "government", "organization", "group"]
MentionForm = Literal["name", "description", "pronoun"]


class Token(NamedTuple):
    """A syntactic word (Universal Dependencies, as EWT and GUM cut them)."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which a token has no use for
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    """Index of the head; its own index for the root of a sentence."""
    deprel: str
    """Universal dependency relation with subtype: ``nsubj``, ``nsubj:pass``, ``obl:agent`` …"""
    sentence: int
    tag: str
    """The trained recogniser's vote on names: ``O``, ``B-PER``, ``I-ORG``, ``B-LOC`` …"""


class Sentence(NamedTuple):
    """A sentence: offsets, and its tokens ``tokens[first:last]``."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which a token has no use for
    start: int
    end: int
    first: int
    last: int
    root: int


class Name(NamedTuple):
    """A proper name found by votes."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    """``person`` · ``country`` · ``government`` · ``organization`` · ``place`` · ``event`` · ``other``."""
    country: str | None
    """ISO 3166-1 alpha-2 where a table or the name itself gives it."""
    key: str | None
    """Canonical name in a reference table, where it stands in one ("Russia" for "Russian Federation")."""
    voted_by: tuple[str, ...]


class Mention(NamedTuple):
    """A stretch of text that stands for one entity, or for several ("the two leaders")."""

    start: int
    end: int
    first: int
    last: int
    head: int
    """Index of the syntactic head token."""
    form: MentionForm
    entities: tuple[int, ...]
    """Indices into ``Analysis.entities``; empty where the text does not decide."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title held: its words, and the entity it is held in."""

    start: int
    end: int
    of: int | None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the article speaks of; becomes an Actor where it acts."""

    index: int
    kind: ActorKind
    name: str
    country: str | None
    identifiers: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[int, ...]
    """Indices into ``Analysis.mentions``, in order of the text."""
    acts: bool
    """Whether it acts, is acted on or holds a view somewhere: only then is it an Actor (rule 7)."""
    found_by: str


class Date(NamedTuple):
    """A date in the text. ``edtf`` is ``None`` where it cannot be told without more than the text gives."""

    start: int
    end: int
    edtf: str | None


class Place(NamedTuple):
    """A place in the text: ``name`` in its plain form, ``country`` ISO 3166-1 alpha-2 where sure."""

    start: int
    end: int
    first: int
    last: int
    name: str
    country: str | None


@dataclass(frozen=True)
class Analysis:
    """All that recognisers read. Built in steps by ``communique.analyse``; each step returns a new one."""

    document: Document
    published: str | None = None
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependants, in order of the text."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(map(tuple, found))

    def subtree(self, index: int) -> tuple[int, int]:
        """The half-open span of tokens from the leftmost to the rightmost descendant of a token."""
        first = last = index
        stack = [index]
        while stack:
            node = stack.pop()
            first, last = min(first, node), max(last, node)
            stack.extend(self.children[node])
        return first, last + 1

    def dependants(self, index: int, *relations: str) -> Iterator[Token]:
        """The dependants of a token that stand in one of the relations, subtypes included."""
        for child in self.children[index]:
            token = self.tokens[child]
            if token.deprel.partition(":")[0] in relations or token.deprel in relations:
                yield token
