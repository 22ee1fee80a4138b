"""The first article laid out as fields, messages and archives gives the records of its plain text."""

from __future__ import annotations

import base64
import html
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import communique
from communique.document import Document

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

SEED = Path(__file__).resolve().parents[2] / "seeds" / "trump-putin.txt"


@lru_cache(maxsize=1)
def seed() -> Document:
    return communique.read(SEED)


def as_html() -> str:
    """The article beneath its title, as a content system would hold it."""
    rows = []
    for block in seed().blocks:
        words = html.escape(seed().words(block))
        if block.kind == "heading":
            rows.append(f"<h{block.level}>{words}</h{block.level}>")
        elif block.kind in ("paragraph", "boilerplate"):
            rows.append(f"<p>{words}</p>")
    return "\n\n".join(rows)


def title() -> str:
    assert seed().title is not None
    return str(seed().title)


def as_wordpress() -> bytes:
    post = {
        "id": 1,
        "slug": "a-deep-dive",
        "title": {"rendered": html.escape(title())},
        "content": {"rendered": as_html(), "protected": False},
    }
    return json.dumps([post]).encode()


def as_news_article() -> bytes:
    body = seed().text.partition("\n")[2]
    return json.dumps({"@type": "NewsArticle", "headline": title(), "articleBody": body}).encode()


def as_ninjs() -> bytes:
    bodies = [{"contentType": "text/html", "value": as_html()}]
    return json.dumps({"uri": "urn:x:1", "headlines": [{"value": title()}], "bodies": bodies}).encode()


def as_rss() -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Example</title><item><title>{html.escape(title())}</title>"
        f"<content:encoded><![CDATA[{as_html()}]]></content:encoded></item></channel></rss>"
    ).encode()


def as_eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "The desk <desk@example.org>", "reader@example.org"
    message["Subject"], message["Message-ID"] = title(), "<1@example.org>"
    message.set_content("This article is best read in HTML.")
    message.add_alternative(f"<html><body>{as_html()}</body></html>", subtype="html", cte="base64")
    return message.as_bytes()


def as_plain_eml() -> bytes:
    body = base64.encodebytes(seed().text.encode())
    return (
        b"From: desk@example.org\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body
    )


def as_page() -> bytes:
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{html.escape(title())} | Example"
        f"</title></head><body><nav><a href=/>Home</a><a href=/world>World</a></nav><article>"
        f"<h1>{html.escape(title())}</h1>{as_html()}</article><footer>Imprint</footer></body></html>"
    ).encode()


def as_warc(*, packed: bool) -> bytes:
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=packed)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://example.org/a", "response", payload=io.BytesIO(as_page()), http_headers=head
        )
    )
    return held.getvalue()


@lru_cache(maxsize=1)
def wanted() -> Any:
    return records(seed())


def records(document: Document) -> Any:
    """All records of an article with their words, without offsets and ids of evidence."""
    data = json.loads(communique.convert(document, published="2021-01-01").to_json())

    def without_offsets(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without_offsets(it) for key, it in value.items() if key not in ("start", "end")}
        return [without_offsets(it) for it in value] if isinstance(value, list) else value

    kept = ("actors", "meetings", "controversies", "implications", "statements", "sections", "boilerplate")
    return without_offsets({key: data[key] for key in kept})


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("posts.json", as_wordpress),
        ("article.json", as_news_article),
        ("item.json", as_ninjs),
        ("feed.xml", as_rss),
        ("mail.eml", as_eml),
        ("plain.eml", as_plain_eml),
        ("page.warc", lambda: as_warc(packed=False)),
        ("page.warc.gz", lambda: as_warc(packed=True)),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_the_records_are_those_of_the_plain_text(
    tmp_path: Path, name: str, made: Callable[[], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    document = communique.read(path)
    assert document.title == title()
    assert records(document) == wanted()
