"""Text, addresses and letters that might break the page."""

from __future__ import annotations

from tests.report.conftest import Open
from tests.report.invented import article, hostile, retold
from tests.report.reading import lit, pick, shown


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


def test_a_fragment_from_elsewhere_does_no_harm(visit: Open) -> None:
    nonsense = (
        "#voice=<img onerror=alert(1)>&record=actor:nobody&kind=x&about=%22%5D&at=99999999&view=y&by=77"
    )
    page = visit(article(), nonsense)
    assert page.locator("#lamp").is_hidden()
    assert page.is_checked("input[name=voice][value='']")
    assert visit(article(), "#at=-1&q=%E0%A4%A").locator("#count").is_visible()


def test_letters_beyond_the_first_plane_and_joined_ones(visit: Open) -> None:
    page = visit(retold(("Lisbon", "Lisbon 🌍𐍈"), ("Critics", "👨‍👩‍👧 critics"), ("João", "Joa\u0303o")))
    pick(page, "meeting:lisbon-2021-05-04")
    assert lit(page, "exact") == "Lisbon 🌍𐍈4 May 2021fishing quotas"
    pick(page, "controversy:neglecting-coastal-towns")
    assert lit(page, "exact") == "👨‍👩‍👧 criticsaccusedneglecting coastal towns"
    page.fill("#q", "🌍𐍈")
    assert page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())") == ["🌍𐍈"] * 2
