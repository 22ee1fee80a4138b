"""Statements on PolNeAR stay above floors.toml. The corpus's folder is named by COMMUNIQUE_POLNEAR."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from tests import measure_statements as measure

FOLDER = os.environ.get("COMMUNIQUE_POLNEAR", "")
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))["statements"]


@pytest.fixture(scope="module")
def scores() -> dict[str, tuple[float, float, float]]:
    counted = []
    for annotation, text in measure.articles(Path(FOLDER), "dev", 0):
        numbered = measure.Numbered(text)
        found = measure.ours(measure.analysed(text), numbered)
        counted.append(measure.count(found, measure.gold(annotation, numbered)))
    assert counted, f"no articles in {FOLDER}"
    return measure.score(counted)


@pytest.mark.skipif(not FOLDER, reason="COMMUNIQUE_POLNEAR names no folder with PolNeAR's data")
@pytest.mark.parametrize("figure", FLOORS)
def test_figures_on_polnear_do_not_fall(figure: str, scores: dict[str, tuple[float, float, float]]) -> None:
    assert 100 * scores[figure][2] >= FLOORS[figure]
