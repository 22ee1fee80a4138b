"""What bytes are, told by how they begin: for saying clearly what cannot be read."""

from __future__ import annotations

import re

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
_MARKUP: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\{\\rtf\d"), "an RTF document"),
    (
        re.compile(
            rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
            re.IGNORECASE | re.DOTALL,
        ),
        "a web page (HTML)",
    ),
    (re.compile(rb"<\?xml[\s>]"), "an XML document"),
    (re.compile(rb"<(?:rss|feed)[\s>]"), "a feed"),
    (re.compile(rb"WARC/\d\.\d\r?\n"), "a web archive (WARC)"),
    (re.compile(rb"\{\s{0,50}\"[^\"\n]{1,80}\"\s{0,20}:"), "JSON"),
    (
        re.compile(
            rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): .{1,300}\r?\n[A-Za-z-]{2,40}:",
            re.IGNORECASE,
        ),
        "an e-mail message",
    ),
)
_HEAD = 4_096
_ZIP_SAMPLE = 65_536
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def binary(data: bytes) -> str | None:
    """What a file of bytes is, in words ("a PDF document"), or ``None`` where nothing is known of it."""
    head = data[:_HEAD]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        sample = data[:_ZIP_SAMPLE] + data[-_ZIP_SAMPLE:]
        return next((name for sign, name in _ZIPPED if sign in sample), "a ZIP archive")
    for place, sign, name in _BINARY:
        if head.startswith(sign, place):
            return name
    # Programs that write PDF may put a few bytes before it; readers look in the first kilobyte.
    return "a PDF document" if b"%PDF-" in head[:1024] and b"\nendobj" in data[:_ZIP_SAMPLE] else None


def markup(data: bytes) -> str | None:
    """What a text of another format is, in words ("a web page (HTML)"), or ``None`` for plain text."""
    head = data[:_HEAD].removeprefix(_BYTE_ORDER_MARK).lstrip()
    return next((name for pattern, name in _MARKUP if pattern.match(head)), None)
