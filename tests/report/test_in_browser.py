"""The page in a real browser: what one clicks, types and shares."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from tests.report.conftest import Open
from tests.report.invented import article, hostile, retold
from tests.report.long_article import long_article

import communique
from communique.records import Article

SEED = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"


@pytest.fixture(scope="module")
def seed() -> Article:
    return communique.load(SEED)


def lit(page: Any, look: str = "lit") -> str:
    """The words that are lit, in the order of the text."""
    found = "nodes => nodes.map(node => node.textContent).join('')"
    return str(page.eval_on_selector_all(f"#article .{look}", found))


def shown(page: Any, kind: str = "") -> list[str]:
    """The ids of the records that are shown."""
    return list(
        page.eval_on_selector_all(
            f".card{kind and '.' + kind}", "nodes => nodes.filter(n => n.checkVisibility()).map(n => n.id)"
        )
    )


def fragment(page: Any) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def pick(page: Any, record: str) -> None:
    page.click(f"[id='{record}'] .pick")


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


def test_the_back_button_takes_back_a_choice(visit: Open) -> None:
    page = visit(article())
    pick(page, "meeting:lisbon-2021-05-04")
    pick(page, "statement:lima-agreement")
    page.go_back()
    assert page.locator("#lamp-name").inner_text() == "Lisbon talks"
    page.go_back()
    assert not page.locator("#lamp").is_visible()


def test_a_fragment_from_elsewhere_does_no_harm(visit: Open) -> None:
    nonsense = (
        "#voice=<img onerror=alert(1)>&record=actor:nobody&kind=x&about=%22%5D&at=99999999&view=y&by=77"
    )
    page = visit(article(), nonsense)
    assert page.locator("#lamp").is_hidden()
    assert page.is_checked("input[name=voice][value='']")
    assert visit(article(), "#at=-1&q=%E0%A4%A").locator("#count").is_visible()


def test_anchors_of_a_page_without_script_are_understood(visit: Open) -> None:
    assert shown(visit(article(), "#c135")) == ["actor:critics", "controversy:neglecting-coastal-towns"]
    page = visit(article(), "#statement:lima-agreement")
    assert page.locator("#lamp").is_visible()


def test_the_search_finds_words_in_the_article_across_pieces(visit: Open) -> None:
    page = visit(article())
    page.fill("#q", "Ruiz of neglect")
    assert "1 place in the article" in page.locator("#count").inner_text()
    found = "[...CSS.highlights.get('found')].map(range => range.toString())"
    assert page.evaluate(found) == ["Ruiz of neglect"]
    page.fill("#q", "(lima")
    assert "0 places in the article" in page.locator("#count").inner_text()


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


def test_hostile_text_does_nothing(visit: Open) -> None:
    page = visit(hostile())
    for record in shown(page):
        pick(page, record)
    page.fill("#q", "<script>")
    for tab in ("timeline", "network"):
        page.click(f"#tab-{tab}")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, svg[onload]").count() == 0
    assert "</script><script>window.pwned=1</script>" in page.locator("#article").inner_text()


def test_the_policy_stops_a_script_that_is_not_the_pages_own(visits: tuple[Open, list[str]]) -> None:
    visit, complaints = visits
    page = visit(article())
    page.evaluate(
        """() => { window.stopped = []; document.addEventListener('securitypolicyviolation',
        event => window.stopped.push(event.effectiveDirective)); }"""
    )
    for element, words in (("script", "window.pwned = 1"), ("style", "*{color:red}")):
        page.evaluate(
            "([element, words]) => { const made = document.createElement(element);"
            " try { made.textContent = words; document.body.append(made); } catch {} }",
            [element, words],
        )
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.stopped").count("style-src-elem") == 1
    page.wait_for_timeout(100)
    assert all("Content Security Policy" in one or "Trusted" in one for one in complaints)
    complaints.clear()


def test_letters_beyond_the_first_plane_and_joined_ones(visit: Open) -> None:
    page = visit(retold(("Lisbon", "Lisbon 🌍𐍈"), ("Critics", "👨‍👩‍👧 critics"), ("João", "Joa\u0303o")))
    pick(page, "meeting:lisbon-2021-05-04")
    assert lit(page, "exact") == "Lisbon 🌍𐍈4 May 2021fishing quotas"
    pick(page, "controversy:neglecting-coastal-towns")
    assert lit(page, "exact") == "👨‍👩‍👧 criticsaccusedneglecting coastal towns"
    page.fill("#q", "🌍𐍈")
    assert page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())") == ["🌍𐍈"] * 2


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


def test_on_paper_there_is_the_article_and_every_record_shown(visit: Open, seed: Article) -> None:
    page = visit(seed, "#view=network")
    page.emulate_media(media="print")
    for seen in ("#article", "#view-list", "#view-timeline", "#view-network"):
        assert page.locator(seen).is_visible()
    for unseen in ("#filters", ".tabs", ".switch", ".top"):
        assert not page.locator(unseen).is_visible()


def printed(page: Any) -> list[str]:
    """The text of each page of paper."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    paper = pdfium.PdfDocument(page.pdf(format="A4"))
    # "ffi" is one sign on paper.
    return [unicodedata.normalize("NFKC", sheet.get_textpage().get_text_range()) for sheet in paper]


def test_the_paper_holds_article_records_and_pictures_without_much_of_it(visit: Open, seed: Article) -> None:
    sheets = printed(visit(seed))
    text = " ".join(" ".join(sheets).split())
    assert "The Early Stages: A Budding Connection" in text
    for listed in (seed.actors, seed.meetings, seed.controversies):
        assert all(" ".join(record.name.split()) in text for record in listed)
    assert "is critical of" in text
    # The article alone takes five. What is said of its text stands on no sheet of its own.
    assert len(sheets) <= 30
    assert all(len(sheet) > 400 for sheet in sheets if "SHA-256" in sheet)


def test_the_paper_says_what_was_asked_and_holds_no_more(visit: Open, seed: Article) -> None:
    sheets = printed(visit(seed, "#voice=critics&kind=controversy"))
    text = " ".join(" ".join(sheets).split())
    assert "Critics, controversies: 9 of 130 records" in text
    assert "Helsinki summit" not in text.split("9 of 130 records")[1].split("Timeline")[0]
    assert "is critical of" in text
    assert "is supportive of" not in text


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


@pytest.mark.slow
def test_an_article_of_300_pages_with_5000_records(visit: Open) -> None:
    found = long_article()
    page = visit(found)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.reload()
    spent = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    # Seconds of work, not of waiting: the machine that runs the tests may be busy.
    assert spent["TaskDuration"] < 2
    last = found.statements[-1]
    page.goto(f"{page.url}#record={last.id}")
    assert page.locator(f"[id='{last.id}']").is_visible()
    assert lit(page).startswith(last.evidence[0].quote)
    box = page.locator("#article .lit").first.bounding_box()
    assert 0 < box["y"] < 860
    # The policy of the page forbids the evaluated strings that waiting for a condition would use.
    for _ in range(200):
        if page.locator(".card").count() == 5000:
            break
        page.wait_for_timeout(100)
    assert page.locator(".card").count() == 5000
    page.click("#lamp-off")
    page.click(".chip >> text=Critics")
    assert page.locator("#count").inner_text().startswith("1,200 of 5,000 records")


@pytest.mark.slow
def test_a_long_article_is_read_without_a_script(visit: Open) -> None:
    page = visit(long_article(), java_script_enabled=False)
    assert page.locator(".card").count() == 5000
