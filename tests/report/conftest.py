"""A real browser for the tests of the page: Chromium, without a window and without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.report.reading import SEED

import communique
from communique.records import Article
from communique.report import render

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; tests that need it are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visits(browser: Any, tmp_path: Path) -> Iterator[tuple[Open, list[str]]]:
    """What ``visit`` is, and what has gone wrong so far."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def visit(
        article: Article | str, fragment: str = "", *, width: int = 1360, height: int = 860, **settings: Any
    ) -> Any:
        path = tmp_path / "page.html"
        path.write_text(
            article if isinstance(article, str) else render(article), encoding="utf-8", newline=""
        )
        settings = {"reduced_motion": "reduce", "viewport": {"width": width, "height": height}, **settings}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("request", lambda request: _note(request.url, path, wrong))
        page.goto(path.as_uri() + fragment)
        return page

    yield visit, wrong
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def visit(visits: tuple[Open, list[str]]) -> Open:
    """Opens the page of an article; fails where the page logged an error or asked anything of a network."""
    return visits[0]


def _note(url: str, path: Path, wrong: list[str]) -> None:
    if url.split("#", maxsplit=1)[0] != path.as_uri() and not url.startswith("data:"):
        wrong.append(f"request: {url}")


@pytest.fixture(scope="session")
def seed() -> Article:
    """The first article."""
    return communique.load(SEED)
