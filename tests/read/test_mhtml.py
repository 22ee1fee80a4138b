"""Pages saved with their parts, as Chromium writes them."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest

from communique.errors import EmptyInput
from communique.read import read, read_bytes

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the “truce” would hold, the envoy said after the meeting."
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta http-equiv='Content-Type' content='text/html; charset=UTF-8'>"
    "<title>Talks resume</title></head><body>"
    f"<nav><a href='/'>Home</a></nav><article><h1>Talks resume</h1><p>{ONE}</p><p>{TWO}</p></article>"
    "</body></html>"
)
FRAME = "<html><body><p>Words of a frame that are no part of the article, but long enough.</p></body></html>"


def saved(page: str = PAGE) -> bytes:
    def part(kind: str, location: str, text: str) -> bytes:
        return (
            (
                f"------Boundary\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                f"Content-Location: {location}\r\n\r\n"
            ).encode()
            + quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")
            + b"\r\n"
        )

    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/talks\r\n"
        b"Subject: Talks resume\r\nDate: Sun, 4 Apr 2021 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary"\r\n\r\n\r\n'
        + part("text/html", "cid:frame@mhtml.blink", FRAME)
        + part("text/html", "https://example.org/talks", page)
        + part("text/css", "https://example.org/a.css", "p { color: red }")
        + b"------Boundary--\r\n"
    )


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.eml", "a"])
def test_the_page_is_read_and_its_address_known(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(saved())
    document = read(path)
    assert [document.words(it) for it in document.paragraphs] == [ONE, TWO]
    assert document.title == "Talks resume"
    assert document.metadata.url == "https://example.org/talks"
    assert document.metadata.media_type == "text/html"
    assert document.metadata.published is None  # the day on which it was saved says nothing


def test_a_file_without_a_page() -> None:
    data = saved().replace(b"text/html", b"text/css")
    with pytest.raises(EmptyInput, match="no web page"):
        read_bytes(data, "mhtml")
