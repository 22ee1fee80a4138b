"""Pages saved by Chromium, as its tree (``--dump-dom``) and as one file (``Page.captureSnapshot``).

``scripted`` is a page whose article a script builds of elements with made-up classes; ``blog`` has the markup
of WordPress. Both were written for these tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.document import Document
from communique.read import read

SAVED = Path(__file__).parent / "saved"
SUFFIXES = ["html", "mhtml"]


def shape(document: Document) -> list[tuple[str, str]]:
    """Headings whole, paragraphs and items by their first words."""
    return [
        (it.kind, document.words(it) if it.kind == "heading" else " ".join(document.words(it).split()[:3]))
        for it in document.blocks
        if it.kind in ("heading", "paragraph")
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_page_that_a_script_built(suffix: str) -> None:
    document = read(SAVED / f"scripted.{suffix}")
    assert shape(document) == [
        ("paragraph", "Talks on a"),
        ("paragraph", "“We came with"),
        ("heading", "What the sides want"),
        ("paragraph", "Under a draft"),
        ("paragraph", "an exchange of"),
        ("paragraph", "the withdrawal of"),
        ("paragraph", "a vote on"),
        ("paragraph", "The rebels say"),
        ("paragraph", "If the lists"),
        ("paragraph", "The warning came"),
        ("heading", "A narrow window"),
        ("paragraph", "Diplomats fear that"),
        ("paragraph", "A spokeswoman for"),
    ]
    assert "has offered none." in document.text  # without the mark of the note
    stated = document.metadata
    assert stated.title == "Ceasefire talks stall over prisoner lists"
    assert stated.authors == ("Miriam Holt", "Yusuf Karim")
    assert (stated.publisher, stated.published) == ("The Harbour Post", "2023-05-04")
    for gone in ("Photograph", "Related", "812 partners", "Morning Briefing", "Most viewed", "Advertisement"):
        assert gone not in document.text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_page_of_a_blog(suffix: str) -> None:
    document = read(SAVED / f"blog.{suffix}")
    assert shape(document) == [
        ("paragraph", "The agreement that"),
        ("paragraph", "At least nine"),
        ("heading", "How the deal came about"),
        ("paragraph", "Prime Minister Irena"),
        ("paragraph", "customs would be"),
        ("paragraph", "police would share"),
        ("paragraph", "the visa fee"),
        ("paragraph", "This is the"),
        ("paragraph", "Davit Orbel, at"),
        ("heading", "Why the League objects"),
        ("paragraph", "The League says"),
        ("paragraph", "If the vote"),
        ("heading", "What happens next"),
        ("paragraph", "A second reading"),
    ]
    stated = document.metadata
    assert stated.title == "Border Deal Faces First Test in Parliament"
    assert (stated.authors, stated.publisher) == (("Petra Novak",), "Upland Review")
    assert (stated.published, stated.url) == (
        "2022-11-09", "https://upland.example/2022/11/border-deal-first-test/",
    )  # fmt: skip
    for gone in ("Photo by", "oldfarmer", "Share this", "Related", "cookies", "Recent Posts", "WordPress"):
        assert gone not in document.text


def test_both_ways_of_saving_give_the_same_words() -> None:
    for name in ("scripted", "blog"):
        tree, file = (read(SAVED / f"{name}.{suffix}") for suffix in SUFFIXES)
        assert tree.text == file.text
        assert tree.blocks == file.blocks


def test_a_report_of_nameless_boxes_with_a_cover() -> None:
    document = read(Path(__file__).parent / "reports" / "with-cover.html")
    assert shape(document) == [
        ("paragraph", "Institute for Coastal"),
        ("heading", "Summary"),
        ("paragraph", "Turkey and Romania"),
        ("heading", "How the talks began"),
        ("paragraph", "The talks began"),
        ("paragraph", "Critics say the"),
        ("heading", "What comes next"),
        ("paragraph", "The two presidents"),
    ]
    assert document.metadata.authors == ("Marta Kowalska", "Deniz Aydın")
    assert "planning." in document.text
    assert "planning.1" not in document.text
    beside = [document.words(it) for it in document.blocks if it.kind == "boilerplate"]
    assert "Figure 1. Gas flows, 2019 to 2023" in beside
    assert any(it.startswith("1. Interview") for it in beside)
