"""Words cut at line ends: which hyphens go and which stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.read.hyphens import Cuts, cuts, joined


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the govern-", "ment said", "the government said"),
        ("the US-", "led talks", "the US-led talks"),
        ("the Saudi-", "led talks", "the Saudi-led talks"),
        ("a self-", "made man", "a self-made man"),
        ("an ex-", "ample of", "an example of"),
        ("a long-", "term plan", "a long-term plan"),
        ("mid-", "and long-term", "mid- and long-term"),
        ("Trump-", "Putin talks", "Trump-Putin talks"),
        ("the MiG-", "29 jets", "the MiG-29 jets"),
        ("in 1990-", "2000 it", "in 1990-2000 it"),
        ("the eighth-most-", "popular", "the eighth-most-popular"),
        ("a poet-", "turned-minister", "a poet-turned-minister"),
        ("recently-", "formed", "recently-formed"),
        ("an analy-", "sis", "an analysis"),
        ("he said -", "and left", "he said - and left"),
        ("no hyphen", "here", "no hyphen here"),
        ("negotia\u2010", "tions", "negotiations"),
        ("coop\u00ad", "eration", "cooperation"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


def test_the_rest_of_the_text_decides() -> None:
    told = cuts(["They co-operate with", "the re-", "gime and cooper-", "ate. The regime"])
    assert joined("they co-", "operate", told) == "they co-operate"
    assert joined("the re-", "gime", told) == "the regime"


def test_a_text_that_cuts_no_words_keeps_its_hyphens() -> None:
    lines = ["a line of words"] * 200 + ["a point-", "ended tube"]
    assert joined("a point-", "ended tube", cuts(lines)) == "a point-ended tube"
    lines += ["nego\u2010", "tiate"] * 50
    assert joined("a point-", "ended tube", cuts(lines)) == "a point-ended tube"
    assert joined("nego\u2010", "tiate", cuts(lines)) == "negotiate"


@given(st.lists(st.text(alphabet="aB -\u2010\u00ad1.", max_size=8)), st.text(max_size=6), st.text(max_size=6))
def test_no_letter_is_lost(lines: list[str], first: str, second: str) -> None:
    def letters(text: str) -> str:
        return "".join(it for it in text if it.isalnum())

    whole = joined(first, second, cuts(lines))
    assert letters(whole) == letters(first + second)
    assert isinstance(cuts(lines), Cuts)
