"""The gold files are sound: every quote stands where it says, every name is a record of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from tests.gold.gold_article import HERE, load, text_of

GOLD = sorted(path.name for path in HERE.glob("*.json"))
READINGS = sorted(f"readings/{path.name}" for path in HERE.glob("readings/*.json"))


def quotes(value: Any) -> Iterator[list[Any]]:
    """Every [start, end, quote, …] in a gold file."""
    if (
        isinstance(value, list)
        and len(value) >= 3
        and isinstance(value[0], int)
        and isinstance(value[2], str)
    ):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from quotes(part)


@pytest.mark.parametrize("name", GOLD + READINGS)
def test_every_quote_stands_where_it_says(name: str) -> None:
    gold = load(name)
    text = text_of(gold)
    assert hashlib.sha256(text.encode()).hexdigest() == gold["sha256"]
    found = list(quotes(gold))
    assert len(found) > 100
    for start, end, quote, *_ in found:
        assert text[start:end] == quote
    ends = [0, *(end for _, end in gold["sentences"])]
    assert all(end <= start for end, (start, _) in zip(ends, gold["sentences"], strict=False))


@pytest.mark.parametrize("name", GOLD)
def test_every_name_in_a_gold_file_is_a_record_of_it(name: str) -> None:
    gold = load(name)
    actors = [actor["name"] for actor in gold["actors"]]
    meetings = [meeting["name"] for meeting in gold["meetings"]]
    controversies = [controversy["name"] for controversy in gold["controversies"]]
    for names in (actors, meetings, controversies):
        assert len(set(names)) == len(names)
    sentences = [tuple(sentence) for sentence in gold["sentences"]]
    for record in gold["meetings"] + gold["controversies"] + gold["implications"] + gold["statements"]:
        assert record["evidence"]
        assert all(tuple(sentence) in sentences for sentence in record["evidence"])
        for field in ("participants", "about", "affects"):
            assert set(record.get(field, ())) <= set(actors)
        for holder in (record, record.get("attribution") or {}, *record.get("positions", ())):
            assert holder.get("actor") in {None, *actors}
        assert record.get("part_of") in {None, *meetings}
        assert set(record.get("meetings", ())) <= set(meetings)
