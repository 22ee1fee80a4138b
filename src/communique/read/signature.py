"""What bytes are, told by how they begin: which format to read, and what to call what cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What bytes plainly are: ``name`` is the format that reads them (``formats``), or ``None``."""

    human: str
    """In words: "a PDF document"."""
    name: str | None = None
    binary: bool = False
    """Whether they are no text."""


# How a format begins, at which byte, and what it is called.
_BINARY: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document (.doc, .xls, .ppt)"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"fLaC", "a FLAC recording"),
    (4, b"ftyp", "an MPEG-4 video"),
    (0, b"RIFF", "a recording or a picture (RIFF)"),
    (0, b"bplist00", "a binary property list"),
    (0, b"wOFF", "a font"),
)
# What a ZIP archive is, by the names of the files in it.
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
)
# The formats among these that are read.
_READ = {"a PDF document": "pdf", "a Word document (.docx)": "docx"}
_GZIP = b"\x1f\x8b"

_RTF = re.compile(rb"\{\\rtf\d")
_WARC = re.compile(rb"WARC/\d\.\d\r?\n")
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[A-Za-z-]{2,40}|Date|From|To|Subject"
    rb"|Reply-To|Content-Type|DKIM-Signature|ARC-Seal|List-[A-Za-z]{2,20}|Envelope-To|Authentication-Results"
    rb"|Snapshot-Content-Location|Cc|Sender):[ \t]",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [^\n]{10,40}\n[A-Za-z-]{2,40}:"
)
_MAIL_FIELD = re.compile(
    rb"^(?:(received|return-path|delivered-to|message-id|mime-version)|date|from|to|subject|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED_PAGE = re.compile(rb"^(?:Snapshot-Content-Location:|From: <Saved by )", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_JSON = re.compile(
    rb"\{\s{0,50}(?:\"(?:[^\"\\\n]|\\.){1,80}\"\s{0,20}:|\}\s*$)|\[\s{0,50}(?:\{\s{0,50}\"|\[\s{0,50}\[|\]\s*$)"
)
# What may stand before the first element: declarations, instructions, comments, a document type.
_PROLOG = re.compile(
    rb"(?:\s+|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<!doctype(?:[^\[>]|\[[^\]]*\])*>)*",
    re.IGNORECASE | re.DOTALL,
)
_HTML_DOCTYPE = re.compile(rb"<!doctype\s+html\b", re.IGNORECASE)
_ELEMENT = re.compile(rb"<((?:[A-Za-z_][\w.-]{0,40}:)?[A-Za-z_][\w.-]{0,40})[\s/>]")
_PAGE = frozenset((b"html", b"head", b"body"))
_FEED = frozenset((b"rss", b"feed", b"rdf:rdf", b"atom:feed"))
_HEAD = 65_536
_ZIP_SAMPLE = 65_536
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def seen(data: bytes) -> Seen | None:
    """What bytes plainly are, or ``None``: plain text, Markdown, or nothing that is known.

    :param data: the bytes, or at least the first 65,536 of them
    """
    if (human := _binary(data)) is not None:
        return Seen(human, _READ.get(human), binary=True)
    return _markup(_as_ascii(data[:_HEAD]).lstrip())


def gzipped(data: bytes) -> bool:
    """Whether bytes are packed with gzip."""
    return data.startswith(_GZIP)


def _binary(data: bytes) -> str | None:
    head = data[:4_096]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        sample = data[:_ZIP_SAMPLE] + data[-_ZIP_SAMPLE:]
        return next((name for sign, name in _ZIPPED if sign in sample), "a ZIP archive")
    for place, sign, name in _BINARY:
        if head.startswith(sign, place):
            return name
    # Programs that write PDF may put a few bytes before it; readers look in the first kilobyte.
    return "a PDF document" if b"%PDF-" in head[:1024] and b"\nendobj" in data[:_ZIP_SAMPLE] else None


def _as_ascii(head: bytes) -> bytes:
    """The head without byte order mark, and of UTF-16 only the bytes that carry ASCII."""
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :]
    return head.replace(b"\0", b"") if b"\0" in head[:64] else head


def _markup(head: bytes) -> Seen | None:
    if _RTF.match(head):
        return Seen("an RTF document")
    if _WARC.match(head):
        return Seen("a web archive (WARC)", "warc")
    if _JSON.match(head):
        return Seen("JSON", "json")
    if _MAILBOX.match(head):
        return Seen("a mailbox of several e-mail messages (mbox)")
    if _MAIL.match(head):
        return _mail(head)
    return _element(head) if head.startswith(b"<") else None


def _mail(head: bytes) -> Seen | None:
    """A message has at least three of the usual fields, or one that only mail programs write."""
    fields = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    found = list(_MAIL_FIELD.finditer(fields))
    if not any(field[1] for field in found) or len(found) < 2:
        return None
    if _SAVED_PAGE.search(fields) and _RELATED.search(fields):
        return Seen("a web page saved with its parts (MHTML)", "mhtml")
    return Seen("an e-mail message", "eml")


def _element(head: bytes) -> Seen | None:
    """HTML, a feed or other XML, by the first element after whatever may stand before it."""
    prolog = _PROLOG.match(head)
    before = prolog[0] if prolog else b""
    if _HTML_DOCTYPE.search(before):
        return Seen("a web page (HTML)", "html")
    name = found[1].lower() if (found := _ELEMENT.match(head, len(before))) else b""
    if name in _PAGE:
        return Seen("a web page (HTML)", "html")
    if name in _FEED:
        return Seen("a feed (RSS or Atom)", "feed")
    return Seen("an XML document") if before.startswith(b"<?xml") else None
