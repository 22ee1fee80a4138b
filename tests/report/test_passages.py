"""The article is cut, and nothing of it is lost, repeated or moved."""

from __future__ import annotations

from hypothesis import given
from tests.report.invented import article, evidence
from tests.strategies import articles

from communique.records import Article
from communique.report.blocks import blocks
from communique.report.known import Known
from communique.report.marks import Mark, marks, records
from communique.report.passages import GAP, Reach, Shown, cut


def cut_up(found: Article, known: Known) -> tuple[tuple[Shown, ...], Reach]:
    return cut(blocks(found, known), known, [(kind, marks(record)) for kind, record in records(found)])


@given(articles())
def test_the_passages_are_the_text_but_for_white_space_between_blocks(found: Article) -> None:
    assert found.text is not None
    shown, _ = cut_up(found, Known.whole(found.text))
    covered: set[int] = set()
    for one in shown:
        for passage in one.passages:
            end = passage.start + len(passage.text)
            assert found.text[passage.start : end] == passage.text
            assert not covered.intersection(range(passage.start, end))
            covered.update(range(passage.start, end))
    assert not "".join(sign for at, sign in enumerate(found.text) if at not in covered).strip()


@given(articles())
def test_the_passages_of_a_mark_are_its_quote_but_for_white_space(found: Article) -> None:
    assert found.text is not None
    shown, reach = cut_up(found, Known.whole(found.text))
    marked = [passage for one in shown for passage in one.passages if passage.look]
    assert [passage.start for passage in marked] == list(reach.starts)
    for kind, record in records(found):
        for mark in marks(record):
            first, behind = reach.of(mark)
            joined = "".join(passage.text for passage in marked[first:behind])
            assert "".join(joined.split()) == "".join(mark.quote.split())
            level = 2 if mark.exact else 1
            looks = [passage.look.split() for passage in marked[first:behind]]
            assert all(f"{kind[0]}{level}" in look or f"{kind[0]}2" in look for look in looks)


@given(articles())
def test_without_the_text_what_is_shown_is_what_the_quotes_hold(found: Article) -> None:
    quotes = [(mark.start, mark.quote) for _, record in records(found) for mark in marks(record)]
    known = Known.quoted(quotes)
    shown, _ = cut_up(found, known)
    pieces = {
        (passage.start + at): sign
        for one in shown
        for passage in one.passages
        if passage.look != GAP
        for at, sign in enumerate(passage.text)
    }
    told = {one.start + at: sign for one in known.fragments for at, sign in enumerate(one.text)}
    assert {at: sign for at, sign in pieces.items() if sign.strip()} == {
        at: sign for at, sign in told.items() if sign.strip()
    }


def test_kinds_that_overlap_are_all_told() -> None:
    found = article()
    assert found.text is not None
    shown, _ = cut_up(found, Known.whole(found.text))
    looks = {passage.text: passage.look for one in shown for passage in one.passages}
    assert looks["Critics"] == "a2 c2"
    assert looks["Lima"] == "a2 i2 s2"
    assert looks[" that "] == "i1 s1"
    assert looks["the agreement"] == "i2 s2"


def test_a_gap_stands_where_words_of_a_paragraph_are_not_known() -> None:
    found = article(text=None)
    known = Known.quoted([(52, "Ana Ruiz"), (64, "Spain")])
    shown, _ = cut(blocks(found, known), known, [])
    assert [(passage.text, passage.look) for passage in shown[0].passages] == [
        (" […] ", GAP),
        ("Ana Ruiz", ""),
        (" […] ", GAP),
        ("Spain", ""),
        (" […] ", GAP),
    ]


def test_the_reach_of_a_mark_is_counted_in_marked_passages() -> None:
    reach = Reach([3, 9, 12])
    found = evidence("xxx............", "......")
    assert reach.of(Mark(found.start, found.end, "claim", True, found.quote)) == (0, 1)
    assert reach.of(Mark(9, 20, "claim", True, "")) == (1, 3)
    assert reach.of(Mark(4, 8, "claim", True, "")) == (1, 1)
