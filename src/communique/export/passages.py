"""Every passage that the records of an article rest on, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.records import Article, Attribution, DateMention, Evidence, PlaceMention

AROUND = 32
"""How many code points of the text are given before and behind a quotation, to tell it from its like."""


class Passage(NamedTuple):
    """Words of the article, the record that rests on them, and the field they were read into."""

    record: str
    field: str
    """A path as in the JSON: ``mentions[0]``, ``positions[1].attribution.cue``."""
    words: Evidence


class Context(NamedTuple):
    """The words before and behind a passage; ``None`` where the article's text is left out."""

    before: str | None
    behind: str | None


def passages(article: Article) -> Iterator[Passage]:
    """Every piece of evidence with its record and field, in the order of the records and their fields."""
    for actor in article.actors:
        for number, role in enumerate(actor.roles):
            yield Passage(actor.id, f"roles[{number}].title", role.title)
        yield from _each(actor.id, "mentions", actor.mentions)
    for meeting in article.meetings:
        yield from _setting(meeting.id, meeting.date, meeting.place)
        yield from _each(meeting.id, "topics", meeting.topics)
        yield from _each(meeting.id, "evidence", meeting.evidence)
    for controversy in article.controversies:
        for number, position in enumerate(controversy.positions):
            field = f"positions[{number}]"
            yield from _held(controversy.id, f"{field}.attribution", position.attribution)
            yield Passage(controversy.id, f"{field}.claim", position.claim)
        yield from _setting(controversy.id, controversy.date, controversy.place)
        yield from _each(controversy.id, "evidence", controversy.evidence)
    for implication in article.implications:
        yield Passage(implication.id, "cause", implication.cause)
        yield Passage(implication.id, "effect", implication.effect)
        yield Passage(implication.id, "cue", implication.cue)
        yield from _held(implication.id, "attribution", implication.attribution)
        yield from _each(implication.id, "evidence", implication.evidence)
    for statement in article.statements:
        yield from _held(statement.id, "attribution", statement.attribution)
        yield Passage(statement.id, "content", statement.content)
        yield from _each(statement.id, "evidence", statement.evidence)


def spans(article: Article) -> tuple[Evidence, ...]:
    """Every stretch of text that some record rests on, once, in the order of the text."""
    found = {(words.start, words.end): words for _, _, words in passages(article)}
    return tuple(found[span] for span in sorted(found))


def context(article: Article, words: Evidence) -> Context:
    """The text before and behind the words, at most ``AROUND`` code points of each."""
    text = article.text
    if text is None:
        return Context(None, None)
    return Context(text[max(0, words.start - AROUND) : words.start], text[words.end : words.end + AROUND])


def _each(record: str, field: str, words: Iterable[Evidence]) -> Iterator[Passage]:
    return (Passage(record, f"{field}[{number}]", each) for number, each in enumerate(words))


def _setting(record: str, date: DateMention | None, place: PlaceMention | None) -> Iterator[Passage]:
    if date:
        yield Passage(record, "date", date)
    if place:
        yield Passage(record, "place", place)


def _held(record: str, field: str, attribution: Attribution | None) -> Iterator[Passage]:
    if attribution and attribution.source:
        yield Passage(record, f"{field}.source", attribution.source)
    if attribution and attribution.cue:
        yield Passage(record, f"{field}.cue", attribution.cue)
