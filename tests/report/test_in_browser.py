"""The page in a real browser: what one clicks and types."""

from __future__ import annotations

import re

from tests.report.conftest import Open
from tests.report.invented import article
from tests.report.reading import SEED, fragment, lit, pick, shown

import communique
from communique.records import Article


def test_who_defended_it_and_in_which_words_in_two_clicks(visit: Open, seed: Article) -> None:
    page = visit(seed)
    page.click(".chip >> text=Defenders")
    matters = [one for one in seed.controversies if any(p.stance == "supportive" for p in one.positions)]
    assert shown(page, "controversy") == [one.id for one in matters]
    card = page.locator(f"[id='{matters[0].id}']")
    assert card.locator(".defenders").first.is_visible()
    claims = [p.claim.quote for p in matters[0].positions if p.stance == "supportive"]
    for claim in claims:
        assert claim in card.locator(".supportive").inner_text()
    # The answer stands on the screen after the first click, without scrolling.
    assert card.locator(".supportive").bounding_box()["y"] < page.viewport_size["height"]
    card.locator(".supportive .q", has_text=claims[0]).click()
    # Its words alone have the strongest light; those of the other positions have less.
    assert lit(page, "exact") == claims[0]
    others = [p.claim.quote for one in matters[:1] for p in one.positions if p.claim.quote not in claims]
    assert all(other in lit(page) for other in others)
    # The claim may lie in several pieces; the focus stands on its first, in the middle of the window.
    place = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < place < page.viewport_size["height"]


def test_a_record_lights_all_its_evidence_and_brings_it_into_view(visit: Open, seed: Article) -> None:
    page = visit(seed)
    meeting = next(one for one in seed.meetings if len(one.evidence) == 2)
    pick(page, meeting.id)
    for evidence in meeting.evidence:
        assert evidence.quote in lit(page)
    if meeting.date is not None:
        assert meeting.date.quote in lit(page, "exact")
    boxes = [one.bounding_box() for one in page.locator("#article .lit").all()]
    assert all(box["y"] >= 0 and box["y"] + box["height"] <= 860 for box in boxes)
    assert page.locator("#lamp-count").inner_text() == "1 of 2 passages"
    assert fragment(page) == f"#record={meeting.id}"
    page.click("#lamp-off")
    assert lit(page) == ""
    assert fragment(page) == ""


def test_one_steps_through_evidence_that_no_window_holds(visit: Open, seed: Article) -> None:
    page = visit(seed)
    actor = seed.actors[0]
    pick(page, actor.id)
    assert page.locator("#lamp-back").is_disabled()
    for number in (2, 3):
        page.click("#lamp-on")
        assert page.locator("#lamp-count").inner_text() == f"{number} of {len(actor.mentions)} mentions"
        here = page.locator("#article .here").first
        assert 0 < here.bounding_box()["y"] < 860
    page.click("#lamp-back")
    assert page.locator("#lamp-count").inner_text().startswith("2 of")


def test_words_lead_to_every_record_that_rests_on_them(visit: Open) -> None:
    found = article()
    page = visit(found)
    page.click("#article span:text-is('the agreement')")
    assert shown(page) == ["implication:agreement-ease-tensions", "statement:lima-agreement"]
    assert page.locator("#words-text").inner_text() == "the agreement"
    page.click("#article span:text-is('Lima')")
    assert shown(page) == [
        "actor:joao-lima",
        "implication:agreement-ease-tensions",
        "statement:lima-agreement",
    ]
    page.click("#words-off")
    assert len(shown(page)) == 8


def test_a_line_of_the_network_leads_to_its_records(visit: Open) -> None:
    page = visit(article())
    page.click("#tab-network")
    page.locator(".edge.controversy .reach").dispatch_event("click")
    assert fragment(page) == "#link=controversy:neglecting-coastal-towns"
    assert shown(page) == ["controversy:neglecting-coastal-towns"]
    page.click("#tab-network")
    page.click("a.node:has-text('Ana Ruiz')")
    assert "record=actor:ana-ruiz" in fragment(page)
    assert page.locator("[id='actor:ana-ruiz'] .pick").evaluate("node => node === document.activeElement")


def test_the_timeline_leads_to_records(visit: Open) -> None:
    page = visit(article())
    page.click("#tab-timeline")
    page.click("a.entry:has-text('Lisbon talks')")
    assert "record=meeting:lisbon-2021-05-04" in fragment(page)
    assert "4 May 2021" in lit(page, "exact")
    page.click("#tab-timeline")
    page.click("text=The timeline as a table")
    assert page.locator("#view-timeline tr", has_text="Lisbon talks").inner_text().startswith("4 May 2021")


def test_only_what_is_shown_is_underlined(visit: Open) -> None:
    page = visit(article(), "#voice=critics")
    marked = "nodes => nodes.filter(node => node.className).map(node => node.textContent).join('')"
    assert page.eval_on_selector_all("#article span", marked) == (
        "Critics accused Ruiz of neglecting coastal towns."
    )


def test_strokes_of_kinds_that_overlap_lie_apart(visit: Open) -> None:
    page = visit(article())
    look = page.locator("#article span:text-is('Lima')").evaluate(
        "node => [getComputedStyle(node).backgroundPosition, getComputedStyle(node).backgroundImage]"
    )
    places = [part.split()[-1] if "calc" not in part else part for part in look[0].split(", ")]
    assert len(set(places)) == 5
    lanes = re.findall(r"(repeating-)?linear-gradient\([^r]*(rgba?\([^)]*\))", look[1])
    # Mention of an actor, words of an implication and of a statement: each its colour, the second dotted.
    assert [(bool(dotted), colour) for dotted, colour in lanes if colour != "rgba(0, 0, 0, 0)"] == [
        (False, "rgb(117, 122, 131)"),
        (True, "rgb(122, 58, 168)"),
        (False, "rgb(31, 95, 191)"),
    ]


def test_the_search_finds_words_in_the_article_across_pieces(visit: Open) -> None:
    page = visit(article())
    page.fill("#q", "Ruiz of neglect")
    assert "1 place in the article" in page.locator("#count").inner_text()
    found = "[...CSS.highlights.get('found')].map(range => range.toString())"
    assert page.evaluate(found) == ["Ruiz of neglect"]
    page.fill("#q", "(lima")
    assert "0 places in the article" in page.locator("#count").inner_text()


def test_without_the_text_quotes_are_shown_and_lit(visit: Open) -> None:
    page = visit(article(text=None))
    assert "not part of this file" in page.locator(".note").inner_text()
    pick(page, "meeting:lisbon-2021-05-04")
    assert "4 May 2021" in lit(page, "exact")


def test_without_a_script_it_is_read_all_the_same(visit: Open, seed: Article) -> None:
    page = visit(seed, java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    assert len(page.locator(".card").all()) == len(list(communique.load(SEED).actors)) + sum(
        map(len, (seed.meetings, seed.controversies, seed.implications, seed.statements))
    )
    assert page.locator("#view-network .picture svg").is_visible()
    page.click(".card.meeting .pick >> nth=1")
    assert page.url.endswith(f"#c{seed.meetings[1].evidence[0].start}")


def test_a_page_of_nothing_says_so(visit: Open) -> None:
    page = visit(article(actors=[], meetings=[], controversies=[], implications=[], statements=[]))
    assert page.locator("text=None was found in the article.").count() == 5
    page.click("#tab-timeline")
    assert "no meetings and no controversies" in page.locator("#view-timeline").inner_text()
    page.click("#tab-network")
    assert "Nothing that was found joins two actors." in page.locator("#view-network").inner_text()
    page.click("#tab-list")
    page.click(".chip:has([value=critics])")
    assert page.locator("#nothing").is_visible()
