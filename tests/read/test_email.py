"""E-mail: which body is read, how headers are written, and what of a message is not its sender's own."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage
from typing import Any

import pytest

from communique.document import Document
from communique.errors import EmptyInput
from communique.read import read_bytes

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."
HEAD = (
    "From: Jane Doe <jane@example.org>\r\nTo: desk@example.org\r\nSubject: Talks resume\r\n"
    "Date: Fri, 12 Mar 2021 23:30:00 -0500\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
)


def read(
    text: str | bytes, head: str = HEAD, kind: str = "text/plain; charset=utf-8", **asked: Any
) -> Document:
    body = text.encode() if isinstance(text, str) else text
    return read_bytes(f"{head}Content-Type: {kind}\r\n\r\n".encode() + body, "message/rfc822", **asked)


def words(document: Document, kind: str) -> list[str]:
    return [" ".join(document.words(block).split()) for block in document.blocks if block.kind == kind]


def test_headers_become_metadata() -> None:
    document = read(f"{ONE}\r\n\r\n{TWO}\r\n")
    said = document.metadata
    assert said.title == "Talks resume"
    assert said.authors == ("Jane Doe",)
    assert said.published == "2021-03-12"
    assert (said.language, said.media_type) == ("en", "message/rfc822")
    assert words(document, "title") == ["Talks resume"]
    assert words(document, "paragraph") == [ONE, TWO]


def test_encoded_words_in_headers() -> None:
    head = (
        "From: =?utf-8?b?xYF1a2FzeiDFu8OzxYJ3?= <l@example.org>\r\n"
        "Subject: =?windows-1252?q?Re=3A_The_=93fragile=94?=\r\n =?windows-1252?q?_truce_=96_and_now=3F?=\r\n"
        "Message-ID: <1@example.org>\r\n"
    )
    said = read(ONE, head).metadata
    assert said.title == "The “fragile” truce – and now?"
    assert said.authors == ("Łukasz Żółw",)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Re: Talks resume", "Talks resume"),
        ("[desk] Talks resume", "Talks resume"),
        ("Reset: what it means", "Reset: what it means"),
        ("", None),
    ],
)
def test_a_subject_becomes_a_title(subject: str, title: str | None) -> None:
    document = read(f"{ONE}\n\n{TWO}", HEAD.replace("Talks resume", subject))
    assert document.title == title


def test_a_header_no_honest_message_has_is_cut() -> None:
    document = read(ONE, HEAD.replace("Talks resume", "Talks " * 100_000))
    assert len(document.title or "") <= 4_000


def test_quoted_printable_base64_and_windows_1252() -> None:
    text = f"{ONE}\n\nThe “truce” – they said – would hold, and nobody at the café had asked why it should.\n"
    data = text.encode("cp1252")
    for encoding, coded in (
        ("quoted-printable", quopri.encodestring(data)),
        ("base64", base64.encodebytes(data)),
        ("8bit", data),
    ):
        head = f"{HEAD}Content-Transfer-Encoding: {encoding}\r\n"
        assert "The “truce” – they said" in read(coded, head, "text/plain; charset=windows-1252").text


@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "x-unknown", "utf-8"])
def test_charsets_that_are_said_wrongly(charset: str) -> None:
    data = f"{ONE} The café was shut.".encode("cp1252" if charset != "utf-8" else "utf-8")
    assert "The café was shut" in read(data, kind=f"text/plain; charset={charset}").text


def test_html_is_read_where_there_is_some_and_attachments_are_not() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Jane Doe <jane@example.org>", "Talks resume"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("See the web version.")
    message.add_alternative(
        f"<html><body><h1>Talks resume</h1><p>{ONE}</p><h2>A fragile truce</h2><p>{TWO}</p></body></html>",
        subtype="html",
    )
    message.add_attachment("A list of cables that nobody should read.", filename="cables.txt")
    document = read_bytes(message.as_bytes())
    assert words(document, "paragraph") == [ONE, TWO]
    assert words(document, "heading") == ["A fragile truce"]
    assert words(document, "title") == ["Talks resume"]


def test_a_message_that_only_carries_another() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Talks resume"
    inner.set_content(f"{ONE}\n\n{TWO}\n")
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Message-ID"] = "a@example.org", "Fwd", "<2@example.org>"
    outer.make_mixed()
    outer.add_attachment(inner)
    assert words(read_bytes(outer.as_bytes()), "paragraph") == [ONE, TWO]


def test_quoted_replies_and_the_signature_are_boilerplate() -> None:
    document = read(
        f"{ONE}\n\n{TWO}\n\nOn Thu, 11 Mar 2021 at 09:12, John Roe\n<john@example.org> wrote:\n\n"
        "> Has anything come of the talks that were to begin?\n> The desk would like to know.\n\n"
        "-- \nJane Doe\nThe Daily Example, Vienna\n"
    )
    assert words(document, "paragraph") == [ONE, TWO]
    left = " ".join(words(document, "boilerplate"))
    assert "John Roe" in left
    assert "The desk would like to know" in left
    assert "The Daily Example, Vienna" in left


def test_outlook_quotes_without_marks() -> None:
    document = read(
        f"{ONE}\n\n{TWO}\n\n-----Original Message-----\nFrom: John Roe\nSent: Thursday\nSubject: Talks\n\n"
        "The desk would like to know whether anything has come of the talks.\n"
    )
    assert words(document, "paragraph") == [ONE, TWO]


def test_a_forwarded_article_is_read() -> None:
    document = read(
        "FYI\n\nSent from my phone\n\n---------- Forwarded message ---------\nFrom: News <news@example.org>\n"
        f"Date: Thu, 11 Mar 2021\nSubject: Talks\nTo: <jane@example.org>\n\n{ONE}\n\n{TWO}\n"
    )
    assert [it for it in words(document, "paragraph") if len(it) > 20] == [ONE, TWO]


def test_a_message_that_is_all_quotation_is_read() -> None:
    assert words(read(f"> {ONE}\n>\n> {TWO}\n"), "paragraph") == [ONE, TWO]


def test_marks_of_mail_programs_in_html() -> None:
    quoted = f'<div class="gmail_quote"><div>On Thu John wrote:</div><blockquote>{TWO}</blockquote></div>'
    document = read(f"<div>{ONE}</div>{quoted}<div id='Signature'>Jane Doe</div>", kind="text/html")
    assert words(document, "paragraph") == [ONE]
    assert TWO in " ".join(words(document, "boilerplate"))
    alone = read(f'<div class="gmail_quote"><p>{ONE}</p><p>{TWO}</p></div>', kind="text/html")
    assert words(alone, "paragraph") == [ONE, TWO]


def test_flowed_text_is_joined() -> None:
    flowed = "\n\n".join(text.replace(" on ", " on \n") for text in (ONE, TWO)) + "\n"
    document = read(flowed, kind="text/plain; charset=utf-8; format=flowed")
    assert words(document, "paragraph") == [ONE, TWO]
    assert ONE in document.text


def test_text_wrapped_by_hand_is_one_paragraph() -> None:
    wrapped = (
        "The two ministers met in Vienna on Monday, and agreed that the\ntalks on the strait would go on.\n"
    )
    assert words(read(f"{wrapped}\n{wrapped}\n{wrapped}"), "paragraph") == [ONE] * 3


@pytest.mark.parametrize(
    "data", [b"\r\n\r\nText without headers", HEAD.encode(), HEAD.encode() + b"\r\n  \r\n"]
)
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        read_bytes(data, "message/rfc822")


def test_the_caller_knows_the_address() -> None:
    assert read(ONE, url="https://example.org/talks").metadata.url == "https://example.org/talks"
    assert read(ONE, f"{HEAD}Archived-At: <https://lists.example.org/7>\r\n").metadata.url == (
        "https://lists.example.org/7"
    )
