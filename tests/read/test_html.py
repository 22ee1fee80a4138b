"""Web pages: the article comes out as a reader sees it, and what the page states of it as it states it."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import contextlib
import logging
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.errors import EmptyInput, InputError, TooLongInput
from communique.read.asked import Asked
from communique.read.html import fragment, read

FIRST = (
    "The foreign ministers of Norland and Sudmark met in the capital on Monday for the first time in three years, "
    "and agreed to go on talking about the border."
)
SECOND = (
    "“We have made a start,” said the minister of Norland, who had come with a delegation of forty people and "
    "left with an invitation to the spring conference."
)
THIRD = (
    "Critics in both parliaments doubted that the talks would lead anywhere, because neither government has given "
    "up its claim to the islands since the last treaty lapsed."
)

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ministers Meet Again | The Daily Norland</title>
<meta property="og:title" content="Ministers Meet Again">
<meta property="og:site_name" content="The Daily Norland">
<link rel="canonical" href="https://daily.example/world/ministers-meet-again">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "@id": "#us", "name": "The Daily Norland"}},
 {{"@type": "NewsArticle", "headline": "Ministers Meet Again", "datePublished": "2021-03-15T23:30:00+01:00",
   "author": [{{"@type": "Person", "name": "Jane Doe"}}, {{"@type": "Person", "name": "John Roe"}}],
   "publisher": {{"@id": "#us"}}}}]}}</script>
<style>p {{ color: black }}</style><script>var tracked = "Never to be read";</script>
<link rel="stylesheet" href="Ministers%20Meet%20Again_files/style.css"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to improve your experience. <button>Accept all</button></p></div>
<main><article><h1>Ministers Meet Again</h1>
<p class="byline">By Jane Doe and John Roe</p>
<figure><img src="Ministers%20Meet%20Again_files/hall.jpg"><figcaption>The hall before the talks.</figcaption></figure>
<p>{FIRST}</p>
<h2>A Careful Start</h2>
<p>{SECOND}</p>
<blockquote><p>{THIRD}</p></blockquote>
<p><a href="/world/other">Read more: The long road to the talks</a></p>
<h2>What Comes Next</h2>
<ul><li>A working group on fishing will report in May, and its members are to be named this week.</li>
<li>Both sides will ask the <b>League</b> for a ruling on the islands before the end of the year.</li></ul>
<p>{THIRD.replace("Critics", "Observers")}</p>
</article><aside><h3>Most read</h3><ul><li><a href="/a">Goats on the loose</a></li></ul></aside></main>
<section class="comments"><h2>Comments</h2><p>First! I never believed a word of what these people say in their talks.</p></section>
<footer><p>© 2021 The Daily Norland. All rights reserved.</p></footer></body></html>"""


def page(body: str, head: str = "") -> bytes:
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    return text.encode()


def of(data: bytes, **asked: Any) -> Document:
    return read(data, Asked(**asked))


def shape(document: Document) -> list[tuple[str, str]]:
    return [
        (f"h{it.level}" if it.kind == "heading" else it.kind, document.words(it))
        for it in document.blocks
        if it.kind not in ("space", "boilerplate")
    ]


def test_the_article_comes_out_with_its_headings_and_without_what_surrounds_it() -> None:
    found = of(PAGE.encode())
    assert shape(found) == [
        ("title", "Ministers Meet Again"),
        ("paragraph", FIRST),
        ("h2", "A Careful Start"),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
        ("h2", "What Comes Next"),
        (
            "paragraph",
            "A working group on fishing will report in May, and its members are to be named this week.",
        ),
        (
            "paragraph",
            "Both sides will ask the League for a ruling on the islands before the end of the year.",
        ),
        ("paragraph", THIRD.replace("Critics", "Observers")),
    ]
    for gone in ("cookies", "tracked", "Goats", "First!", "rights reserved", "color"):
        assert gone not in found.text


def test_the_metadata_are_what_the_page_states() -> None:
    found = of(PAGE.encode()).metadata
    assert found.title == "Ministers Meet Again"
    assert found.authors == ("Jane Doe", "John Roe")
    assert found.publisher == "The Daily Norland"
    assert found.published == "2021-03-15"  # the day as written, not the day in UTC
    assert found.url == "https://daily.example/world/ministers-meet-again"
    assert found.language == "en-GB"
    assert found.media_type == "text/html"


def test_the_address_of_the_caller_goes_before_that_of_the_page() -> None:
    assert of(PAGE.encode(), url="https://mirror.example/1").metadata.url == "https://mirror.example/1"


def test_without_metadata_the_heading_and_the_byline_tell() -> None:
    body = f"<article><h1>Ministers Meet Again</h1><p>By Jane Doe | 15 March 2021</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    found = of(page(body))
    assert (found.metadata.title, found.metadata.authors, found.metadata.published) == (
        "Ministers Meet Again", ("Jane Doe",), "2021-03-15",
    )  # fmt: skip
    assert ("paragraph", "By Jane Doe | 15 March 2021") not in shape(found)


def test_no_date_is_made_up() -> None:
    body = f"<article><h1>Ministers Meet Again</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article><p>© 2019</p>"
    head = '<meta property="og:url" content="https://daily.example/2019/05/04/talks">'
    assert of(page(body, head)).metadata.published is None


def test_an_article_in_several_boxes_is_read_whole() -> None:
    box = "<div class='part'><p>{}</p><p>{}</p></div><div class='ad'></div>"
    body = (
        "<article><div>"
        + box.format(FIRST, SECOND)
        + box.format(THIRD, SECOND.replace("forty", "fifty"))
        + "</div></article>"
    )
    assert [words for _, words in shape(of(page(body)))] == [
        FIRST,
        SECOND,
        THIRD,
        SECOND.replace("forty", "fifty"),
    ]


def test_a_quotation_in_a_line_stays_in_its_line() -> None:
    body = f"<article><p>{FIRST}</p><p>He called the talks <q>a good start</q> and left.</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    assert ("paragraph", "He called the talks “a good start” and left.") in shape(of(page(body)))


def test_a_page_whose_text_scripts_would_show_is_read() -> None:
    body = f"<main style='visibility:hidden'><article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></main>"
    assert [words for _, words in shape(of(page(body)))] == [FIRST, SECOND, THIRD]


def test_the_same_page_gives_the_same_document_whatever_was_read_before() -> None:
    other = PAGE.replace("Norland", "Ostmark").encode()
    first = of(PAGE.encode())
    seen = [of(other), of(PAGE.encode()), of(other), of(PAGE.encode()), of(other)]
    assert seen[1] == seen[3] == first
    assert seen[0] == seen[2] == seen[4] != first


def test_nothing_is_fetched_and_nothing_is_logged(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(logging.root, "handlers", [])
    head = '<link rel="stylesheet" href="http://page.invalid/a.css"><base href="http://page.invalid/">'
    of(page("<iframe src='http://page.invalid/'></iframe>" + PAGE, head))
    with pytest.raises(EmptyInput):
        of(page("<nav><a href=/>Home</a></nav>"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"<html></html>", b"<!-- -->", b"<script>let a = 1</script>", b"<img src=x>"]
)
def test_a_page_without_words_is_empty_and_says_what_to_do(data: bytes) -> None:
    with pytest.raises(EmptyInput) as caught:
        of(data)
    assert caught.value.hint


def test_a_page_longer_than_the_limit_is_refused() -> None:
    with pytest.raises(TooLongInput):
        of(PAGE.encode(), limit=300)


TAG = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "a",
        "h1",
        "h2",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "blockquote",
        "br",
        "img",
        "script",
        "style",
        "figure",
        "figcaption",
        "article",
        "nav",
        "form",
        "q",
        "sup",
        "pre",
        "code",
        "select",
        "aside",
        "time",
        "main",
        "em",
        "svg",
        "iframe",
    ]
)
TEXT = st.one_of(
    st.sampled_from(
        [FIRST, SECOND, THIRD, "By Jane Doe", "12 March 2021", "Advertisement", "A Careful Start", " "]
    ),
    st.text(max_size=20),
)
NODE = st.recursive(
    TEXT,
    lambda inner: st.builds(
        lambda tag, rest, attributes, closed: (
            f"<{tag}{attributes}>{''.join(rest)}" + (f"</{tag}>" if closed else "")
        ),
        TAG,
        st.lists(inner, max_size=5),
        st.sampled_from(
            ["", " class=caption", " hidden", " href='/x'", " style='display:none'", " role=navigation"]
        ),
        st.booleans(),
    ),
    max_leaves=25,
)


@given(st.lists(NODE, max_size=4).map("".join))
def test_any_markup_is_a_document_or_an_error_and_twice_the_same(html: str) -> None:
    def outcome() -> Document | str:
        try:
            return of(html.encode("utf-8", "replace"))
        except InputError as error:
            return str(error)

    assert outcome() == outcome()


@given(st.lists(NODE, max_size=4).map("".join))
def test_the_pieces_of_any_fragment_hold_words_and_no_markup_of_white_space(html: str) -> None:
    for piece in fragment(html):
        assert any(it.isalnum() for it in piece.words)
        assert piece.words == piece.words.strip("\n")
        assert "\u200b" not in piece.words
        assert "\u00ad" not in piece.words


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_an_error(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert of(data).text


def test_advertising_and_cookie_notices_that_a_class_names_are_out_and_the_row_of_the_byline_tells() -> None:
    page = (
        "<html><body><article><h1>Ministers Meet Again</h1><p class='byline'>By Anna Keller</p>"
        f"<p>Tel Aviv, 12 March 2021</p><p>{FIRST}</p><div class='ad'><p>Buy shoes of great comfort now.</p></div>"
        f"<div class='Cookie-Notice'><p>We keep cookies for reasons.</p></div><p class='header'>{SECOND}</p>"
        f"<p>{THIRD}</p></article></body></html>"
    )
    document = read(page.encode(), Asked())
    assert "shoes" not in document.text
    assert "cookies" not in document.text
    assert SECOND in document.text
    assert THIRD in document.text
    assert (document.metadata.authors, document.metadata.published) == (("Anna Keller",), "2021-03-12")
    two = page.replace("</article>", "</article><p class='byline'>By Jane Doe</p>")
    assert read(two.encode(), Asked()).metadata.authors == ("Anna Keller",)  # the one beneath the title


def test_a_page_whose_whole_article_bears_a_class_of_advertising_is_read() -> None:
    page = f"<html><body><div class='ads'><h1>Ministers</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    page += f"<p>{FIRST} {SECOND} {THIRD}</p></div></body></html>"
    assert THIRD in read(page.encode(), Asked()).text
