"""Names on the corpora kept aside: not below the floors, and better than the recogniser alone."""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["names"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the corpora are not beside the checkout"),
]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_names_are_not_found_worse_than_before(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "tests"), *sys.path])
    measure_names = importlib.import_module("measure_names")

    totals, _ = measure_names.count(measure_names.corpus(name, DATA))
    votes, alone = (measure_names.scores(totals[system])["F"] for system in ("votes", "recogniser"))
    assert votes >= FLOORS[name]
    assert votes > alone
