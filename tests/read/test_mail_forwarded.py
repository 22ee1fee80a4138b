"""A message that forwards an article is that article; one that answers has what it quotes beside it."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.read import read_bytes

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."
NOTE = "This is worth reading before the meeting on Friday."
OUTLOOK = (
    f"{NOTE}\n\n-----Original Message-----\nFrom: Jane Doe\nSent: Thursday, 11 March 2021 09:00\n"
    f"To: John Roe\nSubject: Talks\n\n{ONE}\n\n{TWO}\n"
)


def message(subject: str, body: str, kind: str = "text/plain") -> Document:
    head = f"From: Jane Doe <j@example.org>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
    return read_bytes(f"{head}Content-Type: {kind}; charset=utf-8\r\n\r\n{body}".encode(), "message/rfc822")


def prose(document: Document) -> list[str]:
    return [document.words(block) for block in document.paragraphs]


@pytest.mark.parametrize(
    ("subject", "read"), [("FW: Talks", True), ("WG: Talks", True), ("RE: Talks", False)]
)
def test_the_subject_says_whether_an_original_message_is_forwarded(subject: str, read: bool) -> None:
    assert prose(message(subject, OUTLOOK)) == ([NOTE, ONE, TWO] if read else [NOTE])


@pytest.mark.parametrize(("subject", "read"), [("Fwd: Talks", True), ("Re: Talks", False)])
def test_a_quotation_in_html_is_forwarded_by_the_subject(subject: str, read: bool) -> None:
    body = f'<p>{NOTE}</p><blockquote type="cite"><p>{ONE}</p><p>{TWO}</p></blockquote>'
    assert prose(message(subject, body, "text/html")) == ([NOTE, ONE, TWO] if read else [NOTE])


def test_a_quotation_may_say_itself_that_it_is_forwarded() -> None:
    opening = '<div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>John Roe</b></div>'
    for marks, read in ((opening, True), ('<div class="gmail_attr">On Monday John Roe wrote:</div>', False)):
        body = f'<p>{NOTE}</p><div class="gmail_quote">{marks}<p>{ONE}</p></div>'
        document = message("Talks", body, "text/html")
        assert prose(document) == ([NOTE, ONE] if read else [NOTE])
        assert any("John Roe" in document.words(block) for block in document.boilerplate)


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Talks go on",
        "Re: [strait-l] Fwd: Talks go on",
        "[strait-l] RE: Talks go on",
        "AW: WG: Talks go on",
    ],
)
def test_what_programs_and_lists_put_before_a_subject_is_no_title(subject: str) -> None:
    assert message(subject, ONE).title == "Talks go on"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_headers_in_bare_bytes_are_letters(encoding: str) -> None:
    data = f"From: Jürgen Döe <j@example.org>\r\nSubject: The “talks” – again\r\n\r\n{ONE}\r\n".encode(
        encoding
    )
    document = read_bytes(data, "message/rfc822")
    assert document.title == "The “talks” – again"
    assert document.metadata.authors == ("Jürgen Döe",)
