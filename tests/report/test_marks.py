"""Every piece of evidence of a record is a mark."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from tests.report.invented import article
from tests.strategies import articles

from communique.records import Article
from communique.report.marks import KINDS, marks, records


def spans(part: Any) -> set[tuple[int, int]]:
    """Whatever has a start, an end and a quote, anywhere in a record's JSON."""
    if isinstance(part, list):
        return {span for one in part for span in spans(one)}
    if not isinstance(part, dict):
        return set()
    own = {(part["start"], part["end"])} if "quote" in part else set()
    return own.union(*(spans(one) for one in part.values()))


@given(articles())
def test_all_evidence_of_a_record_is_marked_and_nothing_else(found: Article) -> None:
    for _, record in records(found):
        marked = marks(record)
        assert {(mark.start, mark.end) for mark in marked} == spans(record.model_dump(mode="json"))
        assert all(found.text is not None and found.text[m.start : m.end] == m.quote for m in marked)
        assert list(marked) == sorted(set(marked))


def test_records_come_in_the_order_of_the_article_with_their_kinds() -> None:
    kinds = [kind for kind, _ in records(article())]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert set(kinds) == set(KINDS)


def test_the_passage_around_is_told_from_the_words_of_a_field() -> None:
    found = article()
    exact = {mark.part: mark.exact for mark in marks(found.implications[0])}
    assert exact == {
        "passage": False,
        "cause": True,
        "effect": True,
        "joining words": True,
        "source": True,
        "cue": True,
    }
