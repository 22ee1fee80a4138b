"""Actors of short articles, expected before any output was read, hold recognition to floors."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

from tests.recognise.fresh import ARTICLES, figures, measure

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text("utf-8"))["actors"]["fresh"]


def test_no_figure_of_the_fresh_articles_is_below_its_floor() -> None:
    total: Counter[str] = Counter()
    errors: list[str] = []
    for path in sorted(ARTICLES.glob("*.toml")):
        counts, wrong = measure(path)
        total += counts
        errors += wrong
    found = figures(total)
    below = {key: (found[key], floor) for key, floor in FLOORS.items() if found[key] < floor}
    assert not below, (below, errors)


def test_every_expected_actor_stands_in_its_text() -> None:
    for path in ARTICLES.glob("*.toml"):
        article = tomllib.loads(path.read_text("utf-8"))
        text = article["text"].casefold()
        for actor in article["actors"]:
            forms = (actor["name"], *actor.get("also", ()), *actor.get("aliases", ()))
            assert any(form.casefold() in text for form in forms), (path.name, actor["name"])
