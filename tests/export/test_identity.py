"""Articles of one file are told apart by the SHA-256 of their texts."""

from __future__ import annotations

from tests.export.samples import seed, several_on_one_text, small

from communique.export.identity import SHORT, tell_apart
from communique.records import Article


def with_sha256(sha256: str) -> Article:
    return small().model_copy(update={"source": small().source.model_copy(update={"sha256": sha256})})


def test_an_article_has_the_same_names_alone_and_among_others() -> None:
    (alone,) = tell_apart([seed()])
    assert tell_apart([small(), seed()])[1] == alone
    assert alone.key == seed().source.sha256
    assert alone.short == alone.key[:SHORT]


def test_equal_articles_are_one() -> None:
    assert len(tell_apart([small(), seed(), small()])) == 2


def test_two_readings_of_one_text_are_numbered() -> None:
    one, other = tell_apart(several_on_one_text())
    assert other.key == f"{one.key}-2"
    assert other.short == f"{one.short}-2"


def test_texts_whose_sums_begin_alike_keep_the_whole_sum() -> None:
    one, other = tell_apart([with_sha256("a" * 63 + "1"), with_sha256("a" * 63 + "2")])
    assert one.short == one.key != other.short
