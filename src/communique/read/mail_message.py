"""Bytes of a message (RFC 5322, MIME) → its headers and its parts with a body.

The standard library takes messages apart; headers are decoded here, each cut to a length that no honest one
reaches, since the library's own objects for headers take time in proportion to the square of theirs.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32

from communique.errors import InputError
from communique.read.page_charset import page_text

_LONGEST_HEADER = 4_000  # characters
_LONGEST_HEAD = 1_000_000  # bytes of all headers of a message
_MOST_WORK = 3_000_000  # lines, times the boundaries that each may be compared with
_MOST_DASHES = 20_000  # lines that may begin a part
_MOST_PARTS = 1_000
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_HEAD_END = re.compile(rb"\n\r?\n|\r\r")
_FOLD = re.compile(r"\r?\n[ \t]*|\r")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that holds text: its type, its words and where it says they come from."""

    kind: str
    text: str
    location: str | None
    flowed: bool


def parsed(data: bytes) -> Message:
    """The message in bytes; whatever bytes they are, since anything may be a message.

    :raises InputError: where it has more parts within parts than can be read
    """
    if len(data) > _LONGEST_HEAD and _HEAD_END.search(data, 0, _LONGEST_HEAD) is None:
        raise InputError(f"the headers of this message are longer than {_LONGEST_HEAD:,} bytes")
    boundaries = sum(1 for _ in _BOUNDARY.finditer(data))
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines * (boundaries + 2) > _MOST_WORK or data.count(b"\n--") > _MOST_DASHES:
        raise InputError(f"this message is too intricate: {boundaries:,} kinds of parts and {lines:,} lines")
    try:
        return email.message_from_bytes(data, policy=compat32)
    except RecursionError:
        raise InputError("this message holds parts within parts, nested too deeply to be read") from None


def header(message: Message, name: str) -> str:
    """A header on one line, encoded words (RFC 2047) decoded; empty where it is missing."""
    value = next((it for key, it in message.raw_items() if key.lower() == name.lower()), None)
    if value is None:
        return ""
    raw = _FOLD.sub(" ", _bare(str(value)[:_LONGEST_HEADER]))
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError, LookupError, TypeError):
        return " ".join(raw.split())
    return " ".join("".join(_decoded(part, charset) for part, charset in parts).split())


def _bare(value: str) -> str:
    """A header in which bytes that no encoded word holds are letters: of UTF-8, else of Windows-1252."""
    return value if value.isascii() else _decoded(value.encode("utf-8", "surrogateescape"), None)


def _decoded(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    try:
        return part.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return part.decode("cp1252", errors="replace")


def parts(message: Message) -> Iterator[Part]:
    """The parts that hold a text and are no attachments, in order; a message within only where it is all.

    :raises InputError: where there are too many, or a text is in no encoding that fits
    """
    waiting = [message]
    inner: list[Message] = []
    seen = 0
    while waiting or inner:
        if not waiting:
            waiting, inner = inner, []
        part = waiting.pop()
        seen += 1
        if seen > _MOST_PARTS:
            raise InputError(f"this message has more than {_MOST_PARTS:,} parts")
        kind = part.get_content_type()
        if part.is_multipart():
            held = [it for it in part.get_payload() if isinstance(it, Message)]
            if kind == "message/rfc822" and part is not message:
                inner = inner or held
            else:
                waiting.extend(reversed(held))
        elif kind in ("text/plain", "text/html", "application/xhtml+xml") and not _is_attached(part):
            yield _part(part, kind)
            inner = []
            seen = max(seen, 1)


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", ""))[:20].strip().lower().startswith("attachment")


def _part(part: Message, kind: str) -> Part:
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset()
    flowed = "flowed" in str(part.get("Content-Type", ""))[:500].lower()
    return Part(kind, page_text(data, charset=charset), header(part, "Content-Location") or None, flowed)
