"""Feeds: RSS, Atom, RSS 1.0 and what WordPress exports."""

from __future__ import annotations

import re
from typing import Any

import pytest

from communique.document import Document
from communique.errors import CommuniqueError, EmptyInput, InputError
from communique.read import read_bytes
from communique.read.asked import Asked
from communique.read.feed import read_each

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."
LONG = " ".join([ONE, TWO] * 4)
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(*items: str, channel: str = "<language>en-gb</language>", spaces: str = SPACES) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {spaces}><channel>'
        f"<title>The Daily</title><link>https://example.org</link>{channel}{''.join(items)}</channel></rss>"
    ).encode()


ITEM = (
    "<item><title>Talks &amp;amp; what then</title><link>https://example.org/talks</link>"
    "<dc:creator><![CDATA[Jane Doe and John Roe]]></dc:creator>"
    "<pubDate>Fri, 12 Mar 2021 23:30:00 -0500</pubDate><description>Short.</description>"
    f"<content:encoded><![CDATA[<p>{ONE}</p><h2>A fragile truce</h2><p>{TWO}</p>"
    "<p>The post <a href='x'>Talks</a> appeared first on <a href='y'>The Daily</a>.</p>]]></content:encoded>"
    "</item>"
)
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title>
<entry><title type="html">Talks &lt;em&gt;resume&lt;/em&gt;</title><author><name>Jane Doe</name></author>
<link rel="edit" href="https://example.org/edit"/><link rel="alternate" href="https://example.org/talks"/>
<id>tag:example.org,2021:1</id><published>2021-03-12T10:15:00Z</published><updated>2021-04-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div></content></entry>
<entry><title>Plain</title><updated>2021-04-01T00:00:00Z</updated><id>https://example.org/plain</id>
<content type="text">{ONE}

{TWO}</content></entry>
</feed>""".encode()


def each(data: bytes) -> list[Document | CommuniqueError]:
    return list(read_each(data, Asked()))


def paragraphs(document: Any) -> list[str]:
    return [document.words(block) for block in document.paragraphs]


def test_rss_with_full_content() -> None:
    document = read_bytes(rss(ITEM))
    assert paragraphs(document) == [ONE, TWO]
    assert [section.id for section in document.sections] == ["section:lead", "section:a-fragile-truce"]
    said = document.metadata
    assert said.title == "Talks & what then"
    assert said.authors == ("Jane Doe", "John Roe")
    assert said.publisher == "The Daily"
    assert said.published == "2021-03-12"
    assert said.url == "https://example.org/talks"
    assert (said.language, said.media_type) == ("en-gb", "application/rss+xml")


def test_atom_with_xhtml_and_with_text() -> None:
    first, second = each(ATOM)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert paragraphs(first) == paragraphs(second) == [ONE, TWO]
    assert first.metadata.title == "Talks resume"
    assert first.metadata.url == "https://example.org/talks"
    assert first.metadata.published == "2021-03-12"
    assert first.metadata.media_type == "application/atom+xml"
    assert second.metadata.url == "https://example.org/plain"
    assert second.metadata.published == "2021-04-01"


def test_a_long_description_is_the_article_and_a_short_one_is_none() -> None:
    long = f"<item><title>Long</title><description>&lt;p&gt;{LONG}&lt;/p&gt;</description></item>"
    short = f"<item><title>Short</title><description>{ONE}</description></item>"
    found = each(rss(long, short))
    assert isinstance(found[0], Document)
    assert isinstance(found[1], EmptyInput)
    assert "the entry 'Short'" in str(found[1])
    assert "fetches nothing" in str(found[1])


def test_rss_1_0() -> None:
    data = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    {SPACES}><channel><title>The Daily</title></channel><item><title>Talks</title><dc:date>2021-03</dc:date>
    <content:encoded><![CDATA[<p>{ONE}</p>]]></content:encoded></item></rdf:RDF>""".encode()
    document = read_bytes(data)
    assert paragraphs(document) == [ONE]
    assert document.metadata.published == "2021-03"


def test_a_wordpress_export_has_paragraphs_without_tags_and_things_that_are_no_articles() -> None:
    spaces = f'{SPACES} xmlns:wp="http://wordpress.org/export/1.2/"'
    content = (
        f'[caption id="a" width="300"]<img src="x.jpg"/> The palace[/caption]\n{ONE}\n\n'
        f'<h3>A fragile truce</h3>\n\n{TWO} [gallery ids="1,2"]'
    )
    post = (
        "<item><title>Talks</title><dc:creator>jane</dc:creator>"
        "<pubDate>Sat, 13 Mar 2021 04:30:00 +0000</pubDate>"
        "<wp:post_date>2021-03-12 23:30:00</wp:post_date><wp:post_type>post</wp:post_type>"
        f"<wp:status>publish</wp:status><content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )
    picture = (
        "<item><title>x.jpg</title><wp:post_type>attachment</wp:post_type>"
        "<content:encoded></content:encoded></item>"
    )
    found = each(rss(picture, post, spaces=spaces))
    assert len(found) == 1
    document = found[0]
    assert isinstance(document, Document)
    assert paragraphs(document) == [ONE, TWO]
    assert [section.id for section in document.sections] == ["section:lead", "section:a-fragile-truce"]
    assert document.metadata.published == "2021-03-12"


@pytest.mark.parametrize(
    ("bytes_lost", "told"), [(60, "the entry 'Talks.*in the middle of an entry"), (16, "entries are missing")]
)
def test_a_feed_cut_short_gives_what_is_whole_and_says_that_it_was_cut(bytes_lost: int, told: str) -> None:
    data = rss(ITEM, ITEM)
    found = each(data[: len(data) - bytes_lost])
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], InputError)
    assert re.search(told, str(found[-1]))
    assert len(found) == (2 if bytes_lost == 60 else 3)


def test_what_servers_write_behind_a_feed_is_no_cut() -> None:
    (found,) = each(rss(ITEM) + b"\n<!-- cached -->")
    assert isinstance(found, Document)


@pytest.mark.parametrize("data", [b"<rss", b"", b"{}", b"<html><body>The talks</body></html>", b"\0\0"])
def test_what_is_no_feed(data: bytes) -> None:
    with pytest.raises(InputError):
        each(data)


def test_an_empty_feed_says_so() -> None:
    with pytest.raises(EmptyInput, match="no entry"):
        each(rss())


def test_entities_of_html_that_xml_does_not_know() -> None:
    item = f"<item><title>Talks&nbsp;now</title><description>&lt;p&gt;{LONG}&lt;/p&gt;</description></item>"
    assert isinstance(each(rss(item))[0], Document)


def test_prefixes_that_are_not_declared_and_titles_of_pictures() -> None:
    item = ITEM.replace("<title>", "<media:title>The palace</media:title><title>", 1)
    for spaces in ("", f'{SPACES} xmlns:media="http://search.yahoo.com/mrss/"'):
        (document,) = each(rss(item, spaces=spaces))
        assert isinstance(document, Document)
        assert document.title == "Talks & what then"
        assert document.metadata.authors == ("Jane Doe", "John Roe")
        assert paragraphs(document) == [ONE, TWO]
