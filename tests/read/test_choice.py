"""Which format bytes are read as: the caller, the name, the bytes; and never a guess where two disagree."""

from __future__ import annotations

import gzip
import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest

from communique.errors import BinaryInput, InputError, MissingExtra, UnknownFormat
from communique.read import SUFFIXES, read
from communique.read.choice import choose, said
from communique.read.formats import FORMATS, by_name, by_suffix, needs
from communique.read.signature import seen

HTML = b"<!doctype html><title>Talks</title><p>The talks went on for weeks, the minister said.</p>"
TEXT = b"The talks went on for weeks, and nobody knew what would come of them.\n"
MAIL = b"Received: from mail\r\nFrom: a@example.org\r\nSubject: Talks\r\n\r\nThe talks went on."
JSON = b'{"@type": "NewsArticle", "headline": "Talks"}'
ZIP = b"PK\x03\x04" + bytes(60)
PDF = b"%PDF-1.7\n"


def chosen(data: bytes, name: str = "", media_type: str | None = None) -> str:
    return choose(said(media_type), Path(name).suffix.lower(), seen(data)).name


@pytest.mark.parametrize(
    ("data", "name", "media_type", "expected"),
    [
        (TEXT, "", None, "text"),
        (TEXT, "a.txt", None, "text"),
        (TEXT, "a.note", None, "text"),
        (HTML, "", None, "html"),
        (HTML, "a", None, "html"),
        (HTML, "a.php", None, "html"),
        (HTML, "a.html", None, "html"),
        (b"<p>The talks went on.", "a.html", None, "html"),
        (TEXT, "a.md", None, "markdown"),
        (PDF, "", None, "pdf"),
        (JSON, "", None, "json"),
        (MAIL, "", None, "eml"),
        (b"Subject: Talks\n\nThe talks went on.", "a.eml", None, "eml"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a.xml", None, "feed"),
        (b"WARC/1.0\r\n", "", None, "warc"),
        # What the caller says stands above the name, and above what a text looks like.
        (HTML, "a.txt", "text/html", "html"),
        (HTML, "a.html", "text/plain", "text"),
        (HTML, "a.txt", "html", "html"),
        (JSON, "a.txt", "application/activity+json", "json"),
        # Media types that say nothing leave it to the name and the bytes.
        (HTML, "", "application/octet-stream", "html"),
        (b"<rss>", "", "text/xml; charset=utf-8", "feed"),
    ],
)
def test_the_caller_then_the_name_then_the_bytes(
    data: bytes, name: str, media_type: str | None, expected: str
) -> None:
    assert chosen(data, name, media_type) == expected


@pytest.mark.parametrize(
    ("data", "name", "what", "way_out"),
    [
        (PDF, "a.txt", "a PDF document", "--from pdf"),
        (HTML, "a.pdf", "a web page", "--from html"),
        (HTML, "a.txt", "a web page", "--from text"),
        (ZIP, "a.html", "a ZIP archive", "plain text"),
        (HTML, "a.eml", "a web page", "--from html"),
        (JSON, "a.html", "JSON", "--from json"),
        (TEXT, "a.pdf", "not a PDF document", "--from text"),
        (TEXT, "a.docx", "not a Word document", "--from text"),
    ],
)
def test_name_and_bytes_that_disagree_are_both_named(
    tmp_path: Path, data: bytes, name: str, what: str, way_out: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises((UnknownFormat, BinaryInput)) as raised:
        read(path)
    told = str(raised.value)
    assert f"the name ends in {path.suffix}" in told
    assert what in told
    assert way_out in told


def test_bytes_that_are_not_what_the_caller_says() -> None:
    with pytest.raises(BinaryInput, match=r"this is a PDF document, not a web page"):
        chosen(PDF, media_type="text/html")
    with pytest.raises(UnknownFormat, match=r"this is a web page \(HTML\), not a PDF document"):
        chosen(HTML, media_type="application/pdf")


def test_xml_that_is_no_article() -> None:
    with pytest.raises(UnknownFormat, match="an XML document, which is not read"):
        chosen(b"<?xml version='1.0'?><svg>", "a.xml")


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt", "a.gz", "a"])
def test_a_gzip_archive_is_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(TEXT))
    assert read(path).text == TEXT.decode()


def test_a_broken_gzip_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT * 10)[:-20])
    with pytest.raises(InputError, match="gzip archive is broken"):
        read(path)


def test_what_is_in_an_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(PDF))
    with pytest.raises(BinaryInput, match=r"ends in \.txt, and this is a PDF document"):
        read(path)


def test_every_name_suffix_and_media_type_is_of_one_format() -> None:
    for of in (
        lambda one: (one.name, *one.other_names),
        lambda one: one.media_types,
        lambda one: one.suffixes,
    ):
        keys = sorted(key for one in FORMATS for key in of(one))
        assert all(one != two for one, two in pairwise(keys))
    for one in FORMATS:
        assert by_name(one.name) is one
        assert by_suffix(one.suffixes[0]) is one
        assert said(one.media_types[0]).format is one


def test_folders_give_all_but_what_may_be_our_own_output() -> None:
    assert {".txt", ".html", ".pdf", ".docx", ".md", ".eml", ".warc", ".warc.gz", ".html.gz"} <= SUFFIXES
    assert not {".json", ".jsonl", ".xml", ".gz", ".zip"} & SUFFIXES


def test_a_library_that_is_missing_is_told_in_one_line() -> None:
    with pytest.raises(MissingExtra) as raised, needs(by_name("pdf")):
        raise ModuleNotFoundError(name="pypdfium2")
    assert str(raised.value) == (
        "a PDF document needs a library that is not installed (pip install 'communique[pdf]')"
    )


def test_every_reader_is_there() -> None:
    missing = [
        one.name for one in FORMATS if importlib.util.find_spec(f"communique.read.{one.module}") is None
    ]
    assert missing == []
