"""Implications on the Causal News Corpus, part kept aside, not below their floors."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.measure_causes import DATA, count, figures, pairs_of

from communique.recognise.causes.news_corpus import analysis_of, rows
from communique.recognise.implication import recognise

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text("utf-8"))["implications"]
CORPUS = DATA / "causal_news_corpus"

pytestmark = [
    pytest.mark.data,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora are not beside the checkout"),
]


@cache
def scores(*, loose: bool) -> dict[str, float]:
    total: Counter[str] = Counter()
    for row in rows(CORPUS, kept_aside=True):
        total.update(count(row, pairs_of(row.text, recognise(analysis_of(row.text), loose=loose))))
    return {name: 100 * value for name, value in figures(total).items()}


@pytest.mark.parametrize("mode", ["rules", "head"])
@pytest.mark.parametrize(
    ("figure", "floor"),
    [("sentence P", "sentence_precision"), ("relation F", "relation_f"), ("direction", "direction")],
)
def test_not_below_the_floor(mode: str, figure: str, floor: str) -> None:
    assert scores(loose=mode == "head")[figure] >= FLOORS[mode][floor]
