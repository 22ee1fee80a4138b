"""The page with the keyboard alone, and without motion."""

from __future__ import annotations

from tests.report.conftest import Open
from tests.report.invented import article
from tests.report.reading import fragment, lit, pick, shown

from communique.records import Article


def test_with_the_keyboard_alone(visit: Open) -> None:
    page = visit(article())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the article"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "records"
    page.focus("[id='actor:ana-ruiz'] .pick")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "João Lima"
    page.keyboard.press("Enter")
    assert "João Lima" in lit(page)
    assert "2 mentions" in page.locator("#said").inner_text()
    page.keyboard.press("Escape")
    assert lit(page) == ""
    assert page.evaluate("document.activeElement.textContent") == "João Lima"


def test_the_passages_can_be_walked_with_the_keyboard(visit: Open) -> None:
    page = visit(article())
    page.locator("#article span[tabindex='0']").focus()
    assert page.locator("#article span[tabindex='0']").count() == 1
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "Ana Ruiz"
    assert page.evaluate("document.activeElement.getAttribute('role')") == "button"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert set(shown(page)) == {"actor:ana-ruiz", "meeting:lisbon-2021-05-04"}


def test_tabs_are_turned_with_arrows(visit: Open) -> None:
    page = visit(article())
    page.focus("#tab-list")
    page.keyboard.press("ArrowRight")
    assert page.locator("#view-timeline").is_visible()
    assert not page.locator("#view-list").is_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#view-network").is_visible()
    assert fragment(page) == "#view=network"


def test_links_within_the_page_keep_what_is_asked(visit: Open, seed: Article) -> None:
    page = visit(seed, "#voice=critics")
    page.click("summary:has-text('Contents')")
    page.click(".contents a >> nth=2")
    assert fragment(page) == "#voice=critics"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_those_who_want_no_motion_get_none(visit: Open, seed: Article) -> None:
    page = visit(seed)
    page.evaluate(
        """() => {
            const own = window.scrollBy;
            window.ways = [];
            window.scrollBy = (to) => { window.ways.push(to.behavior); own.call(window, to); };
        }"""
    )
    pick(page, seed.meetings[1].id)
    assert page.evaluate("window.ways") == ["instant"]
