"""Every piece of evidence of an article is found once for each field that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.export.samples import detached, hostile, samples, small

from communique.export.passages import AROUND, context, passages, spans
from communique.records import Article, Evidence

EVERY = (*samples(), hostile())


def evidence(value: Any, path: str) -> Iterator[tuple[str, Evidence]]:
    """Every Evidence anywhere in a value, with its path, by looking at all its fields."""
    if isinstance(value, Evidence):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from evidence(one, f"{path}[{number}]")
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from evidence(getattr(value, name), f"{path}.{name}" if path else name)


@pytest.mark.parametrize("article", EVERY, ids=lambda article: article.source.sha256[:6])
def test_no_piece_of_evidence_is_missed(article: Article) -> None:
    groups: tuple[tuple[Any, ...], ...] = (
        article.actors,
        article.meetings,
        article.controversies,
        article.implications,
        article.statements,
    )
    wanted = [
        (record.id, *found) for records in groups for record in records for found in evidence(record, "")
    ]
    assert sorted(map(repr, passages(article))) == sorted(
        f"Passage(record={record!r}, field={field!r}, words={words!r})" for record, field, words in wanted
    )


def test_spans_are_in_order_and_each_once() -> None:
    for article in EVERY:
        places = [(words.start, words.end) for words in spans(article)]
        assert places == sorted(set(places))


def test_the_context_joins_the_quotation_to_the_text() -> None:
    for article in EVERY:
        assert article.text is not None
        for words in spans(article):
            before, behind = context(article, words)
            assert before is not None
            assert behind is not None
            whole = before + words.quote + behind
            assert article.text[words.start - len(before) : words.end + len(behind)] == whole
            assert len(before) == min(AROUND, words.start)
    bare = detached(small())
    assert context(bare, spans(bare)[0]) == (None, None)
