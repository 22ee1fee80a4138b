"""Coreference on GUM does not fall below the floors of tests/floors.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.gum import PARSING
from tests.measure_coreference import Result, b_cubed, muc, run

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text("utf-8"))["coreference"]

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not PARSING.is_dir(), reason="the corpora are not beside the checkout"),
]


@pytest.fixture(scope="module")
def result() -> Result:
    return run("dev", gold_trees=False)


def test_names(result: Result) -> None:
    assert 100 * result.names.precision >= FLOORS["names_precision"]
    assert 100 * result.names.recall >= FLOORS["names_recall"]


def test_pronouns(result: Result) -> None:
    assert 100 * result.pronouns["all"].precision >= FLOORS["pronouns_precision"]
    assert 100 * result.pronouns["all"].recall >= FLOORS["pronouns_recall"]


def test_clusters(result: Result) -> None:
    assert 100 * muc(result.clusters).f >= FLOORS["muc_f"]
    assert 100 * b_cubed(result.clusters).f >= FLOORS["b_cubed_f"]
