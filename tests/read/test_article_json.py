"""JSON that carries articles: the vocabularies, the lists they stand in, and what is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from communique.document import Document
from communique.errors import CommuniqueError, EmptyInput, InputError
from communique.read import read_bytes
from communique.read.article_json import read_each
from communique.read.asked import Asked

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."

SCHEMA: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Talks on the strait resume",
    "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "John Roe"}],
    "publisher": {"@type": "Organization", "name": "The Daily Example"},
    "datePublished": "2021-03-12T10:15:00+01:00",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/talks?a=1"},
    "inLanguage": "en-GB",
    "articleBody": f"{ONE}\n\n{TWO}",
}
WORDPRESS: dict[str, Any] = {
    "id": 7,
    "date": "2021-03-12T23:30:00",
    "date_gmt": "2021-03-13T04:30:00",
    "slug": "talks",
    "status": "publish",
    "type": "post",
    "link": "https://example.org/2021/03/talks/",
    "title": {"rendered": "Talks &#8211; and what&nbsp;then?"},
    "content": {
        "rendered": f"\n<p>{ONE}</p>\n\n\n\n<h2>A &#8220;fragile&#8221; truce</h2>\n<p>{TWO}</p>\n"
        "<figure><img src='x.jpg'/><figcaption>The palace</figcaption></figure>",
        "protected": False,
    },
    "excerpt": {"rendered": "<p>Short.</p>"},
    "author": 3,
    "_embedded": {"author": [{"id": 3, "name": "Jane Doe"}]},
}
NINJS_2: dict[str, Any] = {
    "uri": "http://agency.example.org/items/42",
    "type": "text",
    "versioncreated": "2021-03-12T12:00:00Z",
    "firstcreated": "2021-03-11T12:00:00Z",
    "language": "en",
    "by": "Jane Doe, Reuters",
    "headlines": [
        {"role": "short", "value": "Talks"},
        {"role": "main", "value": "Talks on the strait resume"},
    ],
    "infosources": [{"name": "The Agency", "role": "isourcerole:originating"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": f"{ONE} {TWO}"},
        {"role": "web", "contenttype": "text/html", "value": f"<section><p>{ONE}</p><p>{TWO}</p></section>"},
    ],
}
NINJS_3: dict[str, Any] = {
    "uri": "http://agency.example.org/items/43",
    "contentCreated": "2021-03-10T12:00:00Z",
    "versionCreated": "2021-03-12T12:00:00Z",
    "headlines": [{"value": "Talks on the strait resume"}],
    "by": "Jane Doe",
    "bodies": [{"contentType": "text/plain", "value": f"{ONE}\n\n{TWO}"}],
}
NINJS_1: dict[str, Any] = {
    "uri": "tag:example.org,2021:44",
    "versioncreated": "2021-03-12T12:00:00Z",
    "byline": "Jane Doe",
    "headline": "Talks on the strait resume",
    "body_text": "short",
    "body_xhtml": f"<div><p>{ONE}</p><p>{TWO}</p></div>",
}
FEED_ITEM: dict[str, Any] = {
    "id": "https://example.org/talks",
    "title": "Talks on the strait resume",
    "authors": [{"name": "Jane Doe"}],
    "date_published": "2021-03-12T10:15:00Z",
    "content_html": f"<p>{ONE}</p><p>{TWO}</p>",
}


def read(value: Any) -> Document:
    return read_bytes(json.dumps(value).encode(), media_type="application/json")


def each(value: Any) -> list[Document | CommuniqueError]:
    return list(read_each(json.dumps(value).encode(), Asked()))


def paragraphs(document: Document) -> list[str]:
    return [document.words(block) for block in document.paragraphs]


@pytest.mark.parametrize("value", [SCHEMA, WORDPRESS, NINJS_2, NINJS_3, NINJS_1, FEED_ITEM])
def test_every_vocabulary_gives_the_paragraphs(value: Any) -> None:
    document = read(value)
    assert paragraphs(document) == [ONE, TWO]
    assert document.metadata.title is not None
    assert document.words(document.blocks[0]) == document.metadata.title
    assert document.metadata.authors[0] == "Jane Doe"
    assert (document.metadata.published or "").startswith("2021-03-1")


def test_schema_org() -> None:
    said = read(SCHEMA).metadata
    assert said.title == "Talks on the strait resume"
    assert said.authors == ("Jane Doe", "John Roe")
    assert said.publisher == "The Daily Example"
    assert said.published == "2021-03-12"
    assert said.url == "https://example.org/talks?a=1"
    assert (said.language, said.media_type) == ("en-GB", "application/json")


def test_wordpress_gives_the_day_of_the_site_and_headings_and_leaves_captions_out() -> None:
    document = read(WORDPRESS)
    assert document.metadata.published == "2021-03-12"
    assert document.metadata.title == "Talks – and what then?"
    assert [section.id for section in document.sections] == ["section:lead", "section:a-fragile-truce"]
    assert document.metadata.url == "https://example.org/2021/03/talks/"
    assert [document.words(it) for it in document.boilerplate] == ["The palace"]


def test_a_post_protected_by_a_password_says_so() -> None:
    with pytest.raises(EmptyInput, match="protected by a password"):
        read(WORDPRESS | {"content": {"rendered": "", "protected": True}})


def test_ninjs_prefers_the_body_that_has_paragraphs_and_the_earliest_date() -> None:
    said = read(NINJS_2).metadata
    assert said.authors == ("Jane Doe",)
    assert said.publisher == "The Agency"
    assert said.published == "2021-03-11"
    assert said.title == "Talks on the strait resume"
    assert said.url == "http://agency.example.org/items/42"
    assert read(NINJS_3).metadata.published == "2021-03-10"


def test_a_date_is_as_exact_as_it_is_written() -> None:
    assert read(SCHEMA | {"datePublished": "2021-03"}).metadata.published == "2021-03"
    assert read(SCHEMA | {"datePublished": "2021"}).metadata.published == "2021"
    assert read(SCHEMA | {"datePublished": "03/04/2021"}).metadata.published is None


def test_an_address_that_is_none_is_left_out() -> None:
    changed = SCHEMA | {"mainEntityOfPage": "javascript:alert(1)", "url": "/talks"}
    assert read(changed).metadata.url is None


@pytest.mark.parametrize(
    "value",
    [
        [WORDPRESS, SCHEMA],
        {"posts": [WORDPRESS, SCHEMA]},
        {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": [FEED_ITEM, FEED_ITEM]},
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, SCHEMA, SCHEMA]},
        {"@type": "ItemList", "itemListElement": [{"item": SCHEMA}, {"item": SCHEMA}]},
        {"data": {"not": "a list"}, "results": [SCHEMA, SCHEMA]},
    ],
)
def test_lists_of_articles(value: Any) -> None:
    assert [type(it) for it in each(value)] == [Document, Document]


def test_an_article_in_a_list_that_cannot_be_read_stops_nothing() -> None:
    found = each([SCHEMA, WORDPRESS | {"content": {"rendered": "<p></p>"}}, NINJS_2])
    assert [type(it) for it in found] == [Document, EmptyInput, Document]
    assert "Talks – and what then?" in str(found[1])


def test_json_lines() -> None:
    lines = [json.dumps(SCHEMA), "", "{broken", json.dumps(WORDPRESS)]
    found = list(read_each("\n".join(lines).encode(), Asked()))
    assert [type(it) for it in found] == [Document, InputError, Document]
    assert "line 3" in str(found[1])


@pytest.mark.parametrize("value", [{}, [], {"a": 1}, [1, 2], "text", 7, None, {"items": [{"name": "x"}]}])
def test_json_without_an_article_says_so(value: Any) -> None:
    with pytest.raises(EmptyInput, match="no article in this JSON"):
        read(value)


def test_what_communique_wrote_is_not_converted_again() -> None:
    with pytest.raises(InputError, match="converted already"):
        read({"schema_version": "1.0", "source": {}, "text": ONE, "extraction": {}})


def test_broken_json_says_where() -> None:
    with pytest.raises(InputError, match=r"line 2, column 1"):
        read_bytes(b'{"headline": "Talks",\n', media_type="application/json")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding: str) -> None:
    data = json.dumps(SCHEMA | {"headline": "Łódź talks"}, ensure_ascii=False).encode(encoding)
    assert read_bytes(data, media_type="application/json").title == "Łódź talks"


@pytest.mark.parametrize("junk", [None, 7, [], {}, [None], {"name": 7}, "", ["x", {"name": []}]])
@pytest.mark.parametrize("key", ["headline", "author", "publisher", "datePublished", "url", "inLanguage"])
def test_fields_of_any_type_are_met_calmly(key: str, junk: Any) -> None:
    assert paragraphs(read(SCHEMA | {key: junk})) == [ONE, TWO]


@pytest.mark.parametrize("junk", [None, 7, [], {}, [None], {"name": 7}, "", ["x", {"name": []}]])
@pytest.mark.parametrize(
    "key", ["by", "headlines", "infosources", "language", "uri", "altids", "firstcreated"]
)
def test_fields_of_ninjs_of_any_type_are_met_calmly(key: str, junk: Any) -> None:
    assert paragraphs(read(NINJS_2 | {key: junk})) == [ONE, TWO]


@pytest.mark.parametrize("junk", [None, 7, [], {}, [None], {"name": 7}, "", ["x", {"name": []}]])
@pytest.mark.parametrize("key", ["title", "date", "link", "_embedded", "yoast_head_json", "author", "lang"])
def test_fields_of_wordpress_of_any_type_are_met_calmly(key: str, junk: Any) -> None:
    assert paragraphs(read(WORDPRESS | {key: junk})) == [ONE, TWO]
