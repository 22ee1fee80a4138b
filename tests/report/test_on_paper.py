"""The page on paper."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from tests.report.conftest import Open

from communique.records import Article


def printed(page: Any) -> list[str]:
    """The text of each page of paper."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    paper = pdfium.PdfDocument(page.pdf(format="A4"))
    # "ffi" is one sign on paper.
    return [unicodedata.normalize("NFKC", sheet.get_textpage().get_text_range()) for sheet in paper]


def test_on_paper_there_is_the_article_and_every_record_shown(visit: Open, seed: Article) -> None:
    page = visit(seed, "#view=network")
    page.emulate_media(media="print")
    for seen in ("#article", "#view-list", "#view-timeline", "#view-network"):
        assert page.locator(seen).is_visible()
    for unseen in ("#filters", ".tabs", ".switch", ".top"):
        assert not page.locator(unseen).is_visible()


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
