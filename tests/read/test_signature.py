from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from communique.read.signature import binary, markup


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
        (gzip.compress(b"abc"), "gzip"),
        (zipped("word/document.xml"), ".docx"),
        (zipped("mimetype", "application/epub+zip"), "EPUB"),
        (zipped("a.txt"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Office"),
    ],
)
def test_binary_formats(data: bytes, name: str) -> None:
    assert name in str(binary(data))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html>\n<html>", "HTML"),
        (b"\xef\xbb\xbf  <html lang='en'>", "HTML"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''><html>", "HTML"),
        (b"<?xml version='1.0'?><rss>", "XML"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b'{"title": "Talks"}', "JSON"),
        (b"WARC/1.0\r\n", "WARC"),
        (b"Received: from mail\r\nSubject: Talks\r\n\r\nText", "e-mail"),
    ],
)
def test_other_formats_of_text(data: bytes, name: str) -> None:
    assert binary(data) is None
    assert name in str(markup(data))


@pytest.mark.parametrize(
    "data",
    [b"", b"Talks resume", b"PDF-files are common.", b"<b>Talks</b>", b"{Talks}", b"Subject: talks\n\nText"],
)
def test_plain_text_is_none_of_them(data: bytes) -> None:
    assert binary(data) is None
    assert markup(data) is None
