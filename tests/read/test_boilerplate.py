from __future__ import annotations

import pytest

from communique.read.boilerplate import boilerplate


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Advertisement", "advertising"),
        ("- ADVERTISEMENT -", "advertising"),
        ("Advertisement - scroll to continue", "advertising"),
        ("Ads by Google", "advertising"),
        ("Iklan Headers", "advertising"),
        ("Iklan Tengah", "advertising"),
        ("Espacio Publicidad", "advertising"),
        ("Реклама", "advertising"),
        ("广告", "advertising"),
        ("Story continues below advertisement", "advertising"),
        ("53 views", "counter"),
        ("1.2k shares | 4 comments", "counter"),
        ("Views: 53", "counter"),
        ("4 min read", "counter"),
        ("Share on Facebook", "share"),
        ("Follow us on Twitter", "share"),
        ("Read more: Talks resume in Geneva", "read more"),
        ("RELATED: Why the deal failed", "read more"),
        ("Continue reading", "read more"),
        ("Sign up for our newsletter", "newsletter"),
        ("Sign up for our daily briefing and never miss a story.", "newsletter"),
        ("We use cookies to give you the best experience.", "cookies"),
        ("© 2021 The Daily Post", "copyright"),
        ("Copyright 2021 The Daily Post. All rights reserved.", "copyright"),
        ("Reporting by Jane Doe; Editing by John Roe", "copyright"),
        ("(AP Photo/Jane Doe)", "photo credit"),
        ("FILE PHOTO: The minister waves. REUTERS/Jane Doe/File Photo", "photo credit"),
        ("Leaders shake hands in Geneva. Photo: Jane Doe/AFP", "photo credit"),
        ("Photo: Jane Doe", "photo credit"),
        ("Leave a comment", "comments"),
    ],
)
def test_rows_that_are_not_the_article(words: str, name: str) -> None:
    row = boilerplate(words)
    assert row is not None
    assert row.name == name


@pytest.mark.parametrize(
    "words",
    [
        "BERLIN (Reuters) - The chancellor said on Monday that talks would go on.",
        "GENEVA, March 12 — Talks resumed.",
        "Advertising Standards",
        "The advertisement was paid for by a ministry, officials said.",
        "The Ad War",
        "ad hoc talks",
        "Copyright reform was high on the agenda.",
        "By continuing to fund the war, the government isolated itself.",
        "More on that subject was said in the afternoon, when the doors were closed.",
        "Share prices fell after the minister spoke.",
        "Read the treaty, she told them.",
        "First published in 1962, the book was banned within a year.",
        "Watch the border, he said.",
        "Photographs of the meeting were not released.",
        "Comments by the president drew criticism.",
        "Print runs were cut.",
        "53 people were killed",
        "7 days of talks",
        "Key Interactions and Meetings",
        "Related disputes",
        "Sources close to the talks",
    ],
)
def test_prose_and_headings_with_the_same_words(words: str) -> None:
    assert boilerplate(words) is None


def test_some_rows_count_only_beside_the_prose() -> None:
    row = boilerplate("Opinion")
    assert row is not None
    assert row.edges


def test_a_long_piece_is_prose_without_looking() -> None:
    assert boilerplate("Advertisement " * 60) is None
