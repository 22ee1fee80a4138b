"""Marks: every piece of evidence of a record, with the part it plays in the record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    Statement,
)

Record = Actor | Meeting | Controversy | Implication | Statement

KINDS = ("actor", "meeting", "controversy", "implication", "statement")
"""The kinds of records, in the order of an Article: their place here is their lane under the text."""


class Mark(NamedTuple):
    """A stretch of the text that a record rests on, in code points."""

    start: int
    end: int
    part: str
    """What the words are to the record: "cause", "claim", "passage" …"""
    exact: bool
    """Whether these are the very words of a field, rather than the passage around them."""
    quote: str


def records(article: Article) -> Iterator[tuple[str, Record]]:
    """All records of an article with their kinds, in the order of the article's lists."""
    lists: tuple[tuple[Record, ...], ...] = (
        article.actors,
        article.meetings,
        article.controversies,
        article.implications,
        article.statements,
    )
    for kind, listed in zip(KINDS, lists, strict=True):
        for record in listed:
            yield kind, record


def marks(record: Record) -> tuple[Mark, ...]:
    """The evidence of a record in the order of the text, each stretch once for each part it plays."""
    return tuple(sorted(dict.fromkeys(_marks(record))))


@singledispatch
def _marks(record: Record) -> Iterator[Mark]:
    raise TypeError(f"{type(record).__name__} is no record")


@_marks.register
def _(record: Actor) -> Iterator[Mark]:
    for mention in record.mentions:
        yield _mark(mention, "mention")
    for role in record.roles:
        yield _mark(role.title, "role")


@_marks.register
def _(record: Meeting) -> Iterator[Mark]:
    yield from _passages(record.evidence)
    yield from _setting(record)
    for topic in record.topics:
        yield _mark(topic, "topic")


@_marks.register
def _(record: Controversy) -> Iterator[Mark]:
    yield from _passages(record.evidence)
    yield from _setting(record)
    for position in record.positions:
        yield _mark(position.claim, "claim")
        yield from _attributed(position.attribution)


@_marks.register
def _(record: Implication) -> Iterator[Mark]:
    yield from _passages(record.evidence)
    yield _mark(record.cause, "cause")
    yield _mark(record.effect, "effect")
    yield _mark(record.cue, "joining words")
    yield from _attributed(record.attribution)


@_marks.register
def _(record: Statement) -> Iterator[Mark]:
    yield from _passages(record.evidence)
    yield _mark(record.content, "content")
    yield from _attributed(record.attribution)


def _mark(evidence: Evidence, part: str, exact: bool = True) -> Mark:
    return Mark(evidence.start, evidence.end, part, exact, evidence.quote)


def _passages(evidence: tuple[Evidence, ...]) -> Iterator[Mark]:
    for one in evidence:
        yield _mark(one, "passage", exact=False)


def _setting(record: Meeting | Controversy) -> Iterator[Mark]:
    if record.date is not None:
        yield _mark(record.date, "date")
    if record.place is not None:
        yield _mark(record.place, "place")


def _attributed(attribution: Attribution | None) -> Iterator[Mark]:
    if attribution is None:
        return
    if attribution.source is not None:
        yield _mark(attribution.source, "source")
    if attribution.cue is not None:
        yield _mark(attribution.cue, "cue")
