"""Actors of short articles, expected before any output was read, hold recognition to floors."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from tests.recognise.fresh import ARTICLES, HERE, figures, measure

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text("utf-8"))
REPORTS = HERE / "reports"


@pytest.mark.parametrize(
    ("folder", "floors"),
    [(ARTICLES, FLOORS["actors"]["fresh"]), (REPORTS, FLOORS["reports"]["fresh"])],
    ids=["actors", "reports"],
)
def test_no_figure_of_the_fresh_articles_is_below_its_floor(folder: Path, floors: dict[str, float]) -> None:
    total: Counter[str] = Counter()
    errors: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        counts, wrong = measure(path)
        total += counts
        errors += wrong
    found = figures(total)
    below = {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}
    assert not below, (below, errors)


def test_every_expected_meeting_stands_in_its_text_with_actors_that_are_expected() -> None:
    for path in REPORTS.glob("*.toml"):
        article = tomllib.loads(path.read_text("utf-8"))
        known = {name for actor in article["actors"] for name in (actor["name"], *actor.get("also", ()))}
        for meeting in article["meetings"]:
            assert all(words in article["text"] for words in meeting["at"]), (path.name, meeting["at"])
            assert set(meeting["participants"]) <= known, (path.name, meeting["at"])


def test_every_expected_actor_stands_in_its_text() -> None:
    for path in sorted((*ARTICLES.glob("*.toml"), *REPORTS.glob("*.toml"))):
        article = tomllib.loads(path.read_text("utf-8"))
        text = article["text"].casefold()
        for actor in article["actors"]:
            forms = (actor["name"], *actor.get("also", ()), *actor.get("aliases", ()))
            assert any(form.casefold() in text for form in forms), (path.name, actor["name"])
