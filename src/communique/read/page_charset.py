"""Bytes of a page → its text: HTTP's charset, a byte order mark, ``<meta charset>``, else as for plain text.

The order is that of the HTML standard (WHATWG, "Determining the character encoding"), but for HTTP and the
mark, where the standard lets the mark win; names of encodings mean what browsers take them for. A few broken
bytes become U+FFFD, as in a browser: a page is often put together from several sources.
"""

from __future__ import annotations

import codecs
import re

from communique.errors import UndecodableInput
from communique.read.decode import decode, refuse_what_is_not_text

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]+)", re.IGNORECASE)
_HEAD = 16_384  # the standard looks at 1,024 bytes, browsers further
_BROKEN = 0.001  # share of characters that may be broken

# What browsers read for a name (WHATWG Encoding Standard, section 4.2).
_BROWSERS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}


def page_text(data: bytes, *, charset: str | None = None) -> str:
    """The text of a page.

    :param charset: the encoding that HTTP or the caller names
    :raises UndecodableInput: where no encoding fits
    :raises BinaryInput: where what comes out is control characters rather than text
    """
    declared = charset if charset is not None and _is_known(charset) else None
    if declared is None and not data.startswith(_MARKS):
        declared = _stated(data)
    if declared is None:
        return _detected(data)
    text = _as_browsers(data, declared)
    if text is None:
        return _detected(data)
    refuse_what_is_not_text(text)
    return text


def _stated(data: bytes) -> str | None:
    found = _META.search(data[:_HEAD]) or _XML.search(data[:_HEAD])
    name = found[1].decode("ascii", "ignore") if found else None
    if name is None or not _is_known(name):
        return None
    return "utf-8" if name.lower().startswith("utf-16") else name  # else the name could not have been found


def _is_known(charset: str) -> bool:
    try:
        return codecs.lookup(charset)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _as_browsers(data: bytes, charset: str) -> str | None:
    """The text in a named encoding, or ``None`` where too much of it is broken for the name to be true."""
    encoding = _BROWSERS.get(charset.lower(), charset)
    try:
        text = data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding, "replace")
    except (UnicodeError, LookupError):
        return None
    broken = text.count("\ufffd")
    return text if broken <= max(2, _BROKEN * len(text)) else None


def _detected(data: bytes) -> str:
    try:
        return decode(data)
    except UndecodableInput:
        text = _as_browsers(data, "utf-8")
        if text is None:
            raise
        refuse_what_is_not_text(text)
        return text
