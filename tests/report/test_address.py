"""What is asked and chosen lives in the address: a view can be shared."""

from __future__ import annotations

import pytest
from tests.report.conftest import Open
from tests.report.invented import article
from tests.report.reading import fragment, pick, shown

from communique.records import Article


@pytest.mark.parametrize(
    ("ask", "ids"),
    [
        ("voice=article", {"meeting:lisbon-2021-05-04"}),
        ("voice=critics", {"controversy:neglecting-coastal-towns", "actor:critics"}),
        ("voice=defenders", set()),
        (
            "voice=reported",
            {
                "actor:joao-lima",
                "actor:critics",
                "controversy:neglecting-coastal-towns",
                "implication:agreement-ease-tensions",
                "statement:lima-agreement",
            },
        ),
        (
            "sure=possible",
            {"actor:joao-lima", "implication:agreement-ease-tensions", "statement:lima-agreement"},
        ),
        ("ahead=1", {"actor:joao-lima", "implication:agreement-ease-tensions"}),
        (
            "about=actor:ana-ruiz",
            {
                "actor:ana-ruiz",
                "actor:critics",
                "meeting:lisbon-2021-05-04",
                "controversy:neglecting-coastal-towns",
            },
        ),
        ("kind=meeting", {"meeting:lisbon-2021-05-04"}),
        ("q=coastal+towns", {"controversy:neglecting-coastal-towns"}),
        ("kind=statement&voice=critics", set()),
    ],
)
def test_filters_show_what_they_say_and_live_in_the_fragment(visit: Open, ask: str, ids: set[str]) -> None:
    page = visit(article(), f"#{ask}")
    assert set(shown(page)) == ids
    assert page.locator("#count").inner_text().startswith(f"{len(ids)} of 8 records")
    assert page.locator("#nothing").is_visible() is not bool(ids)
    page.click("#clear")
    assert len(shown(page)) == 8
    assert fragment(page) == ""
    assert page.is_checked("input[name=voice][value='']")
    assert page.is_checked("input[name=kind][value='']")


def test_filters_are_set_by_hand_and_brought_back_by_a_link(visit: Open) -> None:
    page = visit(article())
    page.click("text=Someone else")
    page.select_option("#about", "actor:spain")
    page.select_option("#by", label="João Lima")
    page.select_option("#sure", "possible")
    page.click("text=Only the future")
    page.fill("#q", "tensions")
    assert "8 records" in page.locator("#said").inner_text()
    asked, ids = page.evaluate("location.hash"), shown(page)
    assert ids[0] == "implication:agreement-ease-tensions"
    again = visit(article(), asked)
    assert shown(again) == ids
    assert again.input_value("#q") == "tensions"
    assert again.is_checked("input[value=reported]")
    assert again.is_checked("input[name=ahead]")
    assert again.input_value("#sure") == "possible"


def test_a_view_is_the_same_when_it_is_loaded_again(visit: Open, seed: Article) -> None:
    page = visit(seed)
    page.click(".chip:has([value=critics])")
    page.select_option("#about", "actor:russia")
    card = shown(page, "controversy")[-1]
    pick(page, card)
    page.click("#tab-timeline")
    seen = (
        "[location.hash, document.getElementById('article').innerHTML,"
        " document.getElementById('lamp').innerText, document.getElementById('view-timeline').innerHTML,"
        " [...document.querySelectorAll('.card:not([hidden])')].map(card => card.id).join(' ')]"
    )
    before = page.evaluate(seen)
    page.reload()
    assert page.evaluate(seen) == before
    assert page.is_checked("input[value=critics]")
    assert page.locator(f"[id='{card}'].chosen").count() == 1


def test_the_back_button_takes_back_a_choice(visit: Open) -> None:
    page = visit(article())
    pick(page, "meeting:lisbon-2021-05-04")
    pick(page, "statement:lima-agreement")
    page.go_back()
    assert page.locator("#lamp-name").inner_text() == "Lisbon talks"
    page.go_back()
    assert not page.locator("#lamp").is_visible()


def test_anchors_of_a_page_without_script_are_understood(visit: Open) -> None:
    assert shown(visit(article(), "#c135")) == ["actor:critics", "controversy:neglecting-coastal-towns"]
    page = visit(article(), "#statement:lima-agreement")
    assert page.locator("#lamp").is_visible()
