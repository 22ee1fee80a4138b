"""Front matter in the notations that people use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Metadata
from communique.read.front_matter import front_matter


def told(body: str) -> Metadata:
    text = f"---\n{body}\n---\nText.\n"
    metadata, start = front_matter(text)
    assert text[start:] == "Text.\n"
    return metadata


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ("author: Jane Doe", ("Jane Doe",)),
        ("author: Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("authors: [Jane Doe, 'John Roe, Jr.']", ("Jane Doe", "John Roe, Jr.")),
        ("authors:\n  - Jane Doe\n  - John Roe", ("Jane Doe", "John Roe")),
        ("authors:\n- name: Jane Doe\n  email: x@example.org\n- name: John Roe", ("Jane Doe", "John Roe")),
        ("author:\n  name: Jane Doe\n  url: https://example.org", ("Jane Doe",)),
        ("author: *anchor", ()),
        ("tags: [a, b]", ()),
    ],
)
def test_authors(body: str, authors: tuple[str, ...]) -> None:
    assert told(body).authors == authors


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("title: Talks Resume", "Talks Resume"),
        ("title: 'The Envoy''s Return'", "The Envoy's Return"),
        ('title: "The \\"Deal\\""  # not final', 'The "Deal"'),
        ("title: Talks # 3", "Talks"),
        ("title: >-\n  Talks\n  Resume", "Talks Resume"),
        ("Title: Talks\n  Resume", "Talks Resume"),
        ("title:\ndate: 2021", None),
        ("title: !!python/object:os.system x", None),
    ],
)
def test_titles(body: str, title: str | None) -> None:
    assert told(body + "\nlayout: post").title == title


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("date: 2021-03-12", "2021-03-12"),
        ("date: '2021-03-12T08:00:00Z'", "2021-03-12"),
        ("date: 2021-03-12 08:00:00 +0100", "2021-03-12"),
        ("date: 2021-03", "2021-03"),
        ("pubDate: 2021", "2021"),
        ("date: 12/03/2021", None),
        ("date: 2021-13-45", None),
        ("lastmod: 2021-03-12", None),
    ],
)
def test_dates_with_the_precision_that_is_written(body: str, published: str | None) -> None:
    assert told(body + "\nlayout: post").published == published


def test_publisher_and_address() -> None:
    metadata = told("publisher: The Post\ncanonical_url: https://example.org/a\nurl: /relative")
    assert (metadata.publisher, metadata.url) == ("The Post", None)
    assert told("canonical_url: https://example.org/a").url == "https://example.org/a"


def test_toml_and_percent() -> None:
    metadata, start = front_matter('+++\ntitle = "Talks"\nauthors = ["A B"]\ndate = 2021-03-12\n+++\nText.')
    assert (metadata.title, metadata.authors, metadata.published) == ("Talks", ("A B",), "2021-03-12")
    assert start == 60
    metadata, _ = front_matter("% Talks\n  Resume\n% Jane Doe; John Roe\n% 2021-03-12\n\nText.")
    assert metadata.title == "Talks Resume"
    assert metadata.authors == ("Jane Doe", "John Roe")
    assert metadata.published == "2021-03-12"


def test_broken_front_matter_is_no_error() -> None:
    assert front_matter("+++\ntitle = \n+++\nText.")[0] == Metadata()
    assert front_matter("---\ntitle: Talks\nText without an end.") == (Metadata(), 0)
    assert front_matter("Text.") == (Metadata(), 0)


@given(st.text(alphabet=st.sampled_from("ab:-[]{}'\"&*!|>#\\, \n\t+%=1"), max_size=150))
def test_any_front_matter_is_read(body: str) -> None:
    for mark in ("---", "+++"):
        front_matter(f"{mark}\n{body}\n{mark}\nText.")
    front_matter(f"%{body}\n\nText.")
