"""The hand-annotated articles hold recognition to floors: ``tests/floors.toml``, ``[gold.…]``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.gold.loading import load
from tests.gold.scoring import score

import communique

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["gold"]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_is_below_its_floor(name: str, tmp_path: Path) -> None:
    text = ROOT / "seeds" / f"{name}.txt"
    text = text if text.exists() else HERE / f"{name}.txt"
    found = tmp_path / "found.json"
    found.write_text(communique.convert(text).to_json(), encoding="utf-8")
    figures = score(load(found), load(HERE / f"{name}.json")).figures()
    below = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not below, f"{name}: below the floor (figure, floor): {below}"


def test_every_gold_article_has_floors() -> None:
    assert sorted(FLOORS) == sorted(path.stem for path in HERE.glob("*.json"))
