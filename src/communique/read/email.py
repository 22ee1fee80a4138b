"""E-mail (``.eml``) → Document: subject, and the body in HTML where there is one, else in plain text.

Attachments are left out. What the sender did not write - quoted replies, signatures, what lists add - is
boilerplate; a message that is all quotation, as a forwarded article is, is read as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message
from email.utils import getaddresses
from itertools import groupby

from communique.document import Document, Metadata, Piece
from communique.errors import EmptyInput
from communique.read.asked import Asked
from communique.read.body import document, html_pieces, text_pieces
from communique.read.fields import address, language, people
from communique.read.formats import by_name, needs
from communique.read.mail_date import day
from communique.read.mail_message import Part, header, parsed, parts
from communique.read.mail_quotes import own_lines, unflowed

# What programs put before the subject of a reply or a forwarded message, and lists before any.
_PREFIXES = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|sv|vs|antw|rv|enc)(?:\[\d+\])?\s*:\s*|\[[\w .:-]{1,40}\]\s+(?=\S)){1,20}",
    re.IGNORECASE,
)
_FORWARDS = re.compile(r"(?:\[[\w .:-]{1,40}\]\s+)?(?:fwd?|wg|tr|rv|enc)\s*:", re.IGNORECASE)
_LINK = re.compile(r"<?(https?://[^\s<>]+)>?")


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a message.

    :raises EmptyInput: for a message without a text of its own
    :raises MissingExtra: for HTML, where the library for it is not installed
    :raises InputError: for parts nested too deeply, or a text in no encoding that fits
    """
    message = parsed(data)
    if not message.keys():
        raise EmptyInput("this is no e-mail message: it has no headers", hint="is it the right file?")
    found = list(parts(message))
    metadata = replace(_metadata(message), url=asked.url or _metadata(message).url)
    forwards = _FORWARDS.match(header(message, "Subject")) is not None
    return document(_pieces(found, forwards=forwards), metadata, asked)


def _metadata(message: Message) -> Metadata:
    subject = header(message, "Subject")
    prefixes = _PREFIXES.match(subject)
    title = subject[prefixes.end() if prefixes else 0 :].strip()
    archived = _LINK.search(header(message, "Archived-At"))
    return Metadata(
        title=title or None,
        authors=people(_senders(header(message, "From"))),
        publisher=header(message, "Organization") or None,
        published=day(header(message, "Date")),
        url=address(archived[1]) if archived else None,
        language=language(header(message, "Content-Language").partition(",")[0]),
    )


def _senders(value: str) -> list[str]:
    try:
        return [name for name, _ in getaddresses([value]) if name]
    except RecursionError:  # comments within comments
        return []


def _pieces(found: Sequence[Part], *, forwards: bool) -> tuple[Piece, ...]:
    pages = [part for part in found if part.kind != "text/plain"]
    if pages:
        return tuple(piece for part in pages for piece in _html(part.text, forwards=forwards))
    return tuple(piece for part in found for piece in _plain(part, forwards=forwards))


def _plain(part: Part, *, forwards: bool) -> Iterator[Piece]:
    text = unflowed(part.text) if part.flowed else part.text
    labelled = list(own_lines(text.splitlines(), forwards=forwards))
    if not any(own and line.strip() for line, own in labelled):
        yield from text_pieces("\n".join(line.lstrip("> ") for line, _ in labelled))
        return
    for own, group in groupby(labelled, key=lambda it: it[1]):
        words = "\n".join(line for line, _ in group)
        yield from text_pieces(words) if own else _boilerplate(words)


def _boilerplate(words: str) -> Iterator[Piece]:
    yield Piece("boilerplate", words)


def _html(text: str, *, forwards: bool) -> tuple[Piece, ...]:
    with needs(by_name("html")):
        from communique.read.mail_html import without_quotes
    own = html_pieces(without_quotes(text, forwards=forwards))
    return own if any(it.kind == "paragraph" for it in own) else html_pieces(text)
