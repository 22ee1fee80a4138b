"""A page of 300 pages and 5,000 records."""

from __future__ import annotations

import pytest
from tests.report.conftest import Open
from tests.report.long_article import long_article
from tests.report.reading import lit


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
