from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from communique.read.signature import seen


def zipped(name: str, content: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"junk\n%PDF-1.4\n1 0 obj\n<<>>\nendobj", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (gzip.compress(b"abc", mtime=0), "gzip"),
        (zipped("word/document.xml"), ".docx"),
        (zipped("mimetype", "application/epub+zip"), "EPUB"),
        (zipped("a.txt"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Office"),
    ],
)
def test_binary_formats(data: bytes, name: str) -> None:
    found = seen(data)
    assert found is not None
    assert found.binary
    assert name in found.human


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html>\n<html>", "HTML"),
        (b"\xef\xbb\xbf  <html lang='en'>", "HTML"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''><html>", "HTML"),
        (b"<?xml version='1.0'?><rss>", "feed"),
        (
            b"<?xml version='1.0'?>\n<!-- a > b --><?style x?><feed xmlns='http://www.w3.org/2005/Atom'>",
            "feed",
        ),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "feed"),
        (b"<?xml version='1.0'?><svg>", "XML"),
        (b"<!-- saved from url=(0025)https://example.org/ --><html>", "HTML"),
        ("<!doctype html>".encode("utf-16"), "HTML"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b'{"title": "Talks"}', "JSON"),
        (b'\n[ {"id": 1, "content": {"rendered": ""}}]', "JSON"),
        (b"[" * 500, "JSON"),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: Talks\r\n"
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
            "MHTML",
        ),
        (b"From jane@example.org Mon Mar  1 10:00:00 2021\nReceived: from mail\n", "mailbox"),
        (b"WARC/1.0\r\n", "WARC"),
        (b"Received: from mail\r\nSubject: Talks\r\n\r\nText", "e-mail"),
    ],
)
def test_other_formats_of_text(data: bytes, name: str) -> None:
    found = seen(data)
    assert found is not None
    assert not found.binary
    assert name in found.human


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Talks resume",
        b"PDF-files are common.",
        b"<b>Talks</b>",
        b"{Talks}",
        b"Subject: talks\n\nText",
        b"From: Geneva\nTo: Vienna\n\nThe train was late.",
        b"<3 days of talks>",
        b"[1] The talks went on.",
        b"From Moscow Mon came.\nNote: the talks went on.",
    ],
)
def test_plain_text_is_none_of_them(data: bytes) -> None:
    assert seen(data) is None
