"""How long the reading page of an article of 300 pages with 5,000 records takes: python -m tests.measure_page

Prints the seconds to write the page, its size, and for each of five visits in Chromium the seconds until it
is loaded and painted, by the clock and in work of its main thread.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.report.conftest import CHROMIUM, FLAGS
from tests.report.long_article import long_article

from communique.report import render


def main() -> None:
    """Measure and print."""
    article = long_article()
    begun = time.perf_counter()
    page_text = render(article)
    print(f"written in {time.perf_counter() - begun:.1f} s, {len(page_text.encode()) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "page.html"
        path.write_text(page_text, encoding="utf-8", newline="")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1360, "height": 860})
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            begun = time.perf_counter()
            page.goto(path.as_uri())
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            clock = time.perf_counter() - begun
            spent = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            print(f"opened in {clock:.2f} s, of which {spent['TaskDuration']:.2f} s of work")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
