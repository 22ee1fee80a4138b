"""What a page states of itself: the most trusted place first, and nothing that it does not state."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from communique.document import Metadata
from communique.read.asked import Asked
from communique.read.fields import address
from communique.read.page_charset import page_text
from communique.read.page_dates import date
from communique.read.page_metadata import stated
from communique.read.page_site import without_site
from communique.read.page_tree import tree


def of(head: str, body: str = "<p>They met.") -> Metadata:
    root = tree(f"<html><head>{head}</head><body>{body}")
    assert root is not None
    return stated(root, Asked()).metadata


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


LD = ld(
    '{"@type": "NewsArticle", "headline": "Talks Resume", "author": "Jane Doe", "datePublished": "2021-03-15"}'
)
META = """<meta property="og:title" content="Talks"><meta name="author" content="John Roe">
<meta property="article:published_time" content="2021-03-16T08:00:00Z">"""


def test_json_ld_goes_before_meta_and_meta_before_what_is_seen() -> None:
    seen = '<h1>Talks!</h1><a rel="author">Ann Poe</a><time datetime="2021-03-17">17 March</time>'
    both, meta, neither = of(META + LD, seen), of(META, seen), of("", seen)
    assert (both.title, both.authors, both.published) == ("Talks Resume", ("Jane Doe",), "2021-03-15")
    assert (meta.title, meta.authors, meta.published) == ("Talks", ("John Roe",), "2021-03-16")
    assert (neither.title, neither.authors, neither.published) == ("Talks!", ("Ann Poe",), "2021-03-17")


def test_the_article_is_meant_whose_headline_is_the_title_of_the_page() -> None:
    other = ld('{"@type": "Article", "headline": "Goats on the Loose", "author": "Ann Poe"}')
    assert of('<meta property="og:title" content="Talks Resume">' + other + LD).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, "null", '"x"', '{"@type": 3}', '{"@type": ["Article"], "author": [[]]}']
)
def test_broken_json_ld_says_nothing(broken: str) -> None:
    assert of(ld(broken) + META).authors == ("John Roe",)


def test_json_ld_with_a_comma_too_many_or_in_a_comment_is_read() -> None:
    assert (
        of(ld('<!-- {"@type": "NewsArticle", "headline": "Talks &amp; More",} -->')).title == "Talks & More"
    )


def test_of_several_times_on_a_page_none_is_taken() -> None:
    assert of("", '<time datetime="2021-03-17"></time><time datetime="2020-01-01"></time>').published is None


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-03-15T23:30:00+01:00", "2021-03-15"),
        ("2021-03-15 08:00", "2021-03-15"),
        ("20210315", "2021-03-15"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("March 15, 2021", "2021-03-15"),
        ("Mon, 15 Mar 2021 08:00:00 GMT", "2021-03-15"),
        ("March 2021", "2021-03"),
        ("03/04/2021", None),
        ("2021-02-30", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, edtf: str | None) -> None:
    assert date(written) == edtf


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Talks Resume | The Daily", "Talks Resume"),
        ("The Daily: Talks Resume", "The Daily: Talks Resume"),
        ("The Daily - Talks Resume", "Talks Resume"),
        ("Norland - Sudmark: Talks Resume", "Norland - Sudmark: Talks Resume"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, left: str) -> None:
    assert without_site(title, {"thedaily"}) == left


def test_addresses_are_absolute_and_encoded() -> None:
    assert (
        address("https://daily.example/talks resume?a=ü") == "https://daily.example/talks%20resume?a=%C3%BC"
    )
    assert [
        address(it) for it in ("/talks", "javascript:x", "ftp://daily.example/", "http://", "http://[")
    ] == [None] * 5


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("<p>café".encode(), None, "<p>café"),
        ("<meta charset=iso-8859-1><p>“café”".encode("cp1252"), None, "<meta charset=iso-8859-1><p>“café”"),
        ("<p>café".encode("latin-1"), "utf-16-nonsense", "<p>café"),
        ("<meta charset=utf-8><p>café".encode("cp1252"), "windows-1252", "<meta charset=utf-8><p>café"),
        ("\ufeff<p>café".encode(), None, "<p>café"),
        ("<meta charset=utf-16><p>café".encode(), None, "<meta charset=utf-16><p>café"),
        (b"<meta charset=utf-8><p>caf" + b"\xff", None, "<meta charset=utf-8><p>caf\ufffd"),
    ],
)
def test_the_encoding_is_what_http_a_mark_or_the_page_says(
    data: bytes, charset: str | None, text: str
) -> None:
    assert page_text(data, charset=charset) == text


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ("<time class='entry-date published' {}></time><time class='updated' {}></time>", "2021-03-17"),
        ("<time class='updated' {}></time><time class='entry-date published' {}></time>", "2021-03-18"),
        ("<time class='c1' {}></time><time class='last-updated' {}></time>", "2021-03-17"),
        ("<time class='c1' {}></time><time class='c2' {}></time>", None),
        ("<time class='republished' {}></time><time class='c2' {}></time>", None),
    ],
)
def test_of_two_times_that_is_taken_which_says_that_it_is_the_publication(
    times: str, published: str | None
) -> None:
    days = ("datetime='2021-03-17T08:00'", "datetime='2021-03-18T09:00'")
    assert of("", times.format(*days)).published == published


def test_the_publisher_is_also_read_from_microdata() -> None:
    body = "<span itemprop='publisher' itemscope><meta itemprop='name' content='The Daily'></span>"
    assert of("", body).publisher == "The Daily"
