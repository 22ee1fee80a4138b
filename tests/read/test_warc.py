"""Web archives, as warcio writes them and as they come: cut short, with false lengths, packed as a whole."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from communique.document import Document
from communique.errors import CommuniqueError, InputError
from communique.read import read, read_many
from communique.read.asked import Asked
from communique.read.warc import read_each

# warcio leaves the temporary files of its writer open.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."


def page(title: str = "Talks resume") -> bytes:
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><nav>Home</nav><article>"
        f"<h1>{title}</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"
    ).encode()


Answer = tuple[str, str, bytes]


def archive(answers: Sequence[Answer], *, packed: bool = False, status: str = "200 OK") -> bytes:
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a test"}))
    for url, kind, body in answers:
        head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        writer.write_record(
            writer.create_warc_record(url, "request", payload=io.BytesIO(), http_headers=request)
        )
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=head)
        )
    return held.getvalue()


def each(data: bytes) -> list[Document | CommuniqueError]:
    return list(read_each(io.BufferedReader(io.BytesIO(data)), Asked()))


def titles(found: list[Document | CommuniqueError]) -> list[str | None]:
    return [it.title if isinstance(it, Document) else type(it).__name__ for it in found]


TWO_PAGES: list[Answer] = [
    ("https://example.org/robots.txt", "text/plain", b"User-agent: *\nDisallow: /private"),
    ("https://example.org/one", "text/html; charset=utf-8", page("Talks resume")),
    ("https://example.org/one.png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("https://example.org/feed", "application/rss+xml", b"<rss></rss>"),
    ("https://example.org/two", "text/html", page("A truce that fails")),
]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_one_after_another_with_their_addresses(packed: bool) -> None:
    found = each(archive(TWO_PAGES, packed=packed))
    assert titles(found) == ["Talks resume", "A truce that fails"]
    assert [it.metadata.url for it in found if isinstance(it, Document)] == [
        "https://example.org/one",
        "https://example.org/two",
    ]
    assert all(it.metadata.media_type == "text/html" for it in found if isinstance(it, Document))


def test_a_file_packed_as_a_whole() -> None:
    assert titles(each(gzip.compress(archive(TWO_PAGES)))) == ["Talks resume", "A truce that fails"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
def test_by_name_or_by_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(archive(TWO_PAGES, packed=name != "a.warc"))
    assert [it.title for it in read_many(path)] == ["Talks resume", "A truce that fails"]
    with pytest.raises(InputError, match=r"holds 2 articles .*read_many"):
        read(path)


def test_an_archive_of_one_page_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(archive(TWO_PAGES[:2]))
    document = read(path)
    assert document.title == "Talks resume"
    assert document.path == str(path)


def test_plain_text_and_what_common_crawl_extracts() -> None:
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=False)
    writer.write_record(
        writer.create_warc_record(
            "https://example.org/one",
            "conversion",
            payload=io.BytesIO(f"Talks resume\n{ONE}\n{TWO}\n".encode()),
            warc_content_type="text/plain",
        )
    )
    (document,) = each(held.getvalue())
    assert isinstance(document, Document)
    assert document.title == "Talks resume"
    assert document.metadata.url == "https://example.org/one"
    assert document.metadata.media_type == "text/plain"


def test_only_pages_that_were_found_are_read() -> None:
    assert each(archive(TWO_PAGES, status="404 Not Found")) == []
    assert each(archive(TWO_PAGES, status="301 Moved")) == []


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("gzip", lambda data: data),  # undone by the archiver, which kept the header
    ],
)
def test_codings_are_undone(coding: str, pack: object) -> None:
    assert callable(pack)
    body = pack(page())
    chunked = b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 99]), body[at : at + 99]) for at in range(0, len(body), 99)
    )
    for data, transfer in ((body, "identity"), (chunked + b"0\r\n\r\n", "chunked"), (body, "chunked")):
        held = io.BytesIO()
        head = StatusAndHeaders(
            "200 OK",
            [("Content-Type", "text/html"), ("Content-Encoding", coding), ("Transfer-Encoding", transfer)],
            protocol="HTTP/1.1",
        )
        writer = WARCWriter(held, gzip=False)
        writer.write_record(
            writer.create_warc_record(
                "https://example.org/one", "response", payload=io.BytesIO(data), http_headers=head
            )
        )
        assert titles(each(held.getvalue())) == ["Talks resume"]


def test_a_length_too_short_is_told_and_stops_nothing() -> None:
    data = archive(TWO_PAGES)
    at = data.index(b"https://example.org/one\r\n")
    length = data.index(b"Content-Length: ", data.index(b"WARC-Type: response", at - 400)) + len(
        "Content-Length: "
    )
    lying = data[:length] + b"9" + data[data.index(b"\r\n", length) :]
    found = each(lying)
    assert "A truce that fails" in titles(found)
    assert any("length is wrong" in str(it) or "no HTTP response" in str(it) for it in found)


def test_a_length_too_long_is_told() -> None:
    data = archive(TWO_PAGES[:2])
    at = data.rindex(b"Content-Length: ") + len("Content-Length: ")
    lying = data[:at] + b"999999999999" + data[data.index(b"\r\n", at) :]
    found = each(lying)
    assert titles(found) == ["TooLongInput"] or any("the file ends" in str(it) for it in found)


@pytest.mark.parametrize("length", ["-1", "", "9" * 30, "0x10", "ten"])
def test_a_length_that_is_none(length: str) -> None:
    data = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n".encode() + archive(
        TWO_PAGES
    )
    found = each(data)
    assert "does not say how long" in str(found[0])
    assert titles(found)[-2:] == ["Talks resume", "A truce that fails"]


def test_a_file_cut_short_gives_what_is_whole() -> None:
    for packed in (False, True):
        data = archive(TWO_PAGES, packed=packed)
        found = each(data[: len(data) - 100])
        assert titles(found)[0] == "Talks resume"
        assert isinstance(found[-1], InputError)


def test_a_page_without_an_article_is_named_by_its_record_and_address(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(archive([("https://example.org/none", "text/html", b"<html></html>"), *TWO_PAGES]))
    told: list[str] = []
    assert len(list(read_many(path, on_error=lambda error: told.append(str(error))))) == 2
    assert told[0].startswith(f"{path}, record 3 (https://example.org/none): there is nothing to read")
