"""axe-core, an automatic judge of accessibility, finds nothing serious."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.report.conftest import Open
from tests.report.invented import article

import communique
from communique.report import render

SEED = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"
MEETING = "meeting%3Ahelsinki-2018-07"


@pytest.fixture(scope="module")
def seed() -> str:
    return render(communique.load(SEED))


def serious(page: Any) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{one['impact']}: {one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "fragment",
    [
        "",
        f"#record={MEETING}",
        "#voice=critics",
        "#view=timeline",
        "#view=network",
        "#voice=critics&view=timeline",
        "#voice=critics&view=network",
    ],
)
def test_nothing_serious_on_a_wide_screen(visit: Open, seed: str, scheme: str, fragment: str) -> None:
    page = visit(seed, fragment, color_scheme=scheme)
    for summary in page.locator("details > summary").all()[:40]:
        if summary.is_visible():
            summary.evaluate("node => { node.parentElement.open = true; }")
    assert serious(page) == []


@pytest.mark.parametrize("fragment", ["", "#voice=critics"])
def test_nothing_serious_on_a_phone(visit: Open, seed: str, fragment: str) -> None:
    assert serious(visit(seed, fragment, width=390, height=780)) == []


def test_nothing_serious_where_nothing_was_found(visit: Open) -> None:
    bare = article(actors=[], meetings=[], controversies=[], implications=[], statements=[])
    for fragment in ("", "#view=timeline", "#view=network", "#voice=critics"):
        assert serious(visit(bare, fragment)) == []


def test_headings_follow_each_other(visit: Open, seed: str) -> None:
    page = visit(seed)
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "nodes => nodes.map(n => Number(n.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
