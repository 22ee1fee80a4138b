"""Certainty, polarity and time: the minimal pairs of certainty.toml, and properties."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyse.parsed import parsed

from communique.analyse.attribution.cues import cues
from communique.analyse.certainty import judge, temper
from communique.analyse.certainty.words import CERTAINTIES, words


class Case(NamedTuple):
    mechanism: str
    sentence: str
    word: str
    expected: str


CASES = [
    Case(mechanism, row["sentence"], row["word"], row["is"])
    for mechanism, rows in tomllib.loads(
        Path(__file__).with_name("certainty.toml").read_text("utf-8")
    ).items()
    for row in rows
]


ROW = (
    "not may the talks fail if likely that is it to denied no evidence without could , ? said and which risk "
    "of whether"
)


def place(sentence: str, word: str) -> int:
    return next(token.index for token in parsed(sentence).tokens if token.text == word)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.mechanism}: {case.sentence} [{case.word}]")
def test_minimal_pairs(case: Case) -> None:
    found = judge(parsed(case.sentence), place(case.sentence, case.word))
    sign = "+" if found.polarity == "positive" else "-"
    assert f"{found.certainty} {sign} {found.time}" == case.expected, found.signs


def test_every_mechanism_has_a_pair_with_different_outcomes() -> None:
    for mechanism in {case.mechanism for case in CASES}:
        assert len({case.expected for case in CASES if case.mechanism == mechanism}) > 1, mechanism


def test_the_holder_is_the_cue_that_the_clause_depends_on() -> None:
    sentence = "Critics say that the deal failed."
    assert judge(parsed(sentence), place(sentence, "failed")).holder == place(sentence, "say")
    assert judge(parsed(sentence), place(sentence, "say")).holder == -1


def test_reading_stops_below_a_given_word() -> None:
    sentence = "Critics suspect that the deal failed."
    analysis, cue = parsed(sentence), place(sentence, "suspect")
    alone = judge(analysis, place(sentence, "failed"), until=cue)
    assert (alone.certainty, alone.polarity, alone.holder) == ("certain", "positive", -1)
    suspected = temper(alone, cues().verbs["suspect"][0], negated=False)
    assert suspected.certainty == "probable"


def test_a_condition_can_be_left_out_of_account() -> None:
    sentence = "If the talks fail, prices will rise."
    analysis, word = parsed(sentence), place(sentence, "rise")
    assert judge(analysis, word).certainty == "possible"
    assert judge(analysis, word, condition=False).certainty == "certain"


def test_signs_point_at_the_words_that_decided() -> None:
    sentence = "The pact could undermine unity."
    found = judge(parsed(sentence), place(sentence, "undermine"))
    assert [sign.rule for sign in found.signs] == ["modal"]


def test_a_cue_that_is_denied_leaves_its_content_open_or_turns_it() -> None:
    sentence = "The deal failed."
    plain = judge(parsed(sentence), place(sentence, "failed"))
    listed = cues().verbs
    assert temper(plain, listed["say"][0], negated=True).certainty == "unknown"
    assert temper(plain, listed["think"][0], negated=True).polarity == "negative"
    assert temper(plain, listed["deny"][0], negated=False).polarity == "negative"
    assert temper(plain, listed["know"][0], negated=True)[:2] == ("certain", "positive")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ROW.split()), min_size=1, max_size=14))
def test_any_row_of_words_is_judged_and_always_alike(row: list[str]) -> None:
    analysis = parsed(" ".join(row))
    for token in analysis.tokens:
        first = judge(analysis, token.index)
        assert first == judge(analysis, token.index)
        assert first.certainty in CERTAINTIES
        assert all(0 <= sign.token < len(analysis.tokens) for sign in first.signs)


def test_no_word_is_in_two_grades() -> None:
    listed = words()
    assert not set(listed.adverbs) & listed.negation
    assert not listed.possible_modals & listed.condition
