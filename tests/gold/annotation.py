"""What is annotated in one article, as plain values: the same for a gold file and for an article's records.

Actors, meetings and controversies go by `key`: the id in an article, the name in a gold file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Words and where they stand: half-open offsets in code points."""

    start: int
    end: int
    quote: str


Spans = tuple[Span, ...]
"""The words a field was read from, and behind them other spans that are as good. Empty: no words."""


@dataclass(frozen=True)
class Mention:
    spans: Spans
    form: str
    optional: bool


@dataclass(frozen=True)
class Actor:
    key: str
    name: str
    kind: str
    country: str | None
    mentions: tuple[Mention, ...]
    optional: bool


@dataclass(frozen=True)
class Attribution:
    source: Spans
    actor: str | None
    cue: Spans

    @property
    def own_voice(self) -> bool:
        return not self.source and self.actor is None and not self.cue


@dataclass(frozen=True)
class When:
    at: Span
    edtf: str | None


@dataclass(frozen=True)
class Where:
    at: Span
    country: str | None


@dataclass(frozen=True)
class Meeting:
    key: str
    name: str
    kind: str
    status: str
    several: bool
    participants: frozenset[str]
    date: When | None
    place: Where | None
    part_of: str | None
    evidence: Spans
    optional: bool
    open: frozenset[str]


@dataclass(frozen=True)
class Position:
    stance: str
    attribution: Attribution
    claim: Spans
    certainty: str
    optional: bool


@dataclass(frozen=True)
class Controversy:
    key: str
    name: str
    kind: str
    about: frozenset[str]
    positions: tuple[Position, ...]
    standing: str | None
    meetings: frozenset[str]
    evidence: Spans
    optional: bool
    open: frozenset[str]


@dataclass(frozen=True)
class Implication:
    cause: Spans
    effect: Spans
    cue: Spans
    direction: str
    affects: frozenset[str]
    certainty: str
    polarity: str
    time: str
    attribution: Attribution
    optional: bool
    open: frozenset[str]


@dataclass(frozen=True)
class Statement:
    attribution: Attribution
    content: Spans
    kind: str
    quoted: bool
    about: frozenset[str]
    certainty: str
    polarity: str
    optional: bool
    open: frozenset[str]


@dataclass(frozen=True)
class Annotation:
    """Everything annotated in one article. `sentences` is empty where the file does not tell them."""

    text: str | None
    sha256: str
    sentences: tuple[tuple[int, int], ...]
    actors: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    controversies: tuple[Controversy, ...]
    implications: tuple[Implication, ...]
    statements: tuple[Statement, ...]
