"""The page on a phone, and what has little room."""

from __future__ import annotations

import pytest
from tests.report.conftest import Open
from tests.report.reading import pick

from communique.records import Article


def test_on_a_phone_article_and_records_take_turns(visit: Open, seed: Article) -> None:
    page = visit(seed, width=390, height=780)
    assert page.locator("#article").is_visible()
    assert not page.locator("#records").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click(".switch >> text=Records")
    assert not page.locator("#article").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    pick(page, seed.meetings[1].id)
    assert page.locator("#article .lit").first.is_visible()
    page.click("#lamp-record")
    assert page.locator(f"[id='{seed.meetings[1].id}']").is_visible()
    page.click(".switch >> text=Article")
    page.click("#article span.i2 >> nth=0")
    assert page.locator("#words").is_visible()


@pytest.mark.parametrize("asked", ["view=network", "voice=critics", "view=timeline&voice=critics"])
def test_on_a_phone_a_link_to_a_view_shows_it(visit: Open, seed: Article, asked: str) -> None:
    page = visit(seed, f"#{asked}", width=390, height=780)
    assert page.locator("#records").is_visible()
    assert not page.locator("#article").is_visible()


@pytest.mark.parametrize("width", [390, 1360])
def test_a_long_name_leaves_room_for_the_count_of_its_passages(
    visit: Open, seed: Article, width: int
) -> None:
    longest = max(seed.controversies, key=lambda one: len(one.name))
    page = visit(seed, f"#record={longest.id}", width=width, height=780)
    name, count, buttons = (
        page.locator(one).bounding_box() for one in ("#lamp-name", "#lamp-count", ".lamp-buttons")
    )
    assert page.locator("#lamp-count").inner_text() == f"1 of {len(longest.evidence)} passages"
    assert page.locator("#lamp-name").get_attribute("title") == longest.name
    assert name["y"] + name["height"] <= count["y"] + 1
    assert max(name["x"] + name["width"], count["x"] + count["width"]) <= buttons["x"]
    assert buttons["x"] + buttons["width"] <= width
    # One line, and not broken within "1 of 4 passages".
    assert count["height"] < 30
