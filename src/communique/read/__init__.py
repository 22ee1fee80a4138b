"""Reading: a file, bytes or a string → a Document, whose every offset counts into its own text.

One format a file. ``plain`` reads plain text; what other formats look like is known here only to refuse them
by name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath

from communique.document import Document, Metadata
from communique.errors import (
    BinaryInput,
    EmptyInput,
    InputError,
    TooLongInput,
    UnknownFormat,
    UnsupportedLanguage,
)
from communique.read.asked import LIMIT
from communique.read.decode import decode, refuse_what_is_not_text
from communique.read.file import BYTES_PER_CHARACTER, RAISE, file_bytes, too_long
from communique.read.language import language as language_of
from communique.read.plain import plain
from communique.read.signature import binary, markup

__all__ = ["LIMIT", "SUFFIXES", "read", "read_bytes", "read_text"]

PLAIN = "text/plain"

# Media types by suffix. A suffix that is not here says nothing: the bytes decide.
_SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".asc": PLAIN,
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".epub": "application/epub+zip",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".eml": "message/rfc822",
    ".warc": "application/warc",
    ".gz": "application/gzip",
    ".zip": "application/zip",
    ".csv": "text/csv",
}
SUFFIXES = frozenset(suffix for suffix, kind in _SUFFIXES.items() if kind == PLAIN)
"""The endings of the files that are read: those taken from a folder."""

_NAMES = {
    "text/html": "a web page (HTML)",
    "text/markdown": "Markdown",
    "application/pdf": "PDF",
    "application/msword": "an old Word document (.doc)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document (.docx)",
    "application/json": "JSON",
    "message/rfc822": "an e-mail message",
}
_LETTER = re.compile(r"[^\W\d_]")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_CONVERT = "save it as plain text (.txt) first"


def read(
    path: str | os.PathLike[str],
    *,
    media_type: str | None = None,
    limit: int = LIMIT,
    language: str | None = None,
) -> Document:
    """The Document of a file.

    :param path: a file, or a pipe that something writes to
    :param media_type: what the file is, where the suffix does not say or is wrong; ``charset`` names the
        encoding (``text/plain; charset=windows-1252``)
    :param limit: the most code points of text
    :param language: ``"en"`` takes the text for English without looking
    :raises InputError: one of its kinds, each saying what is wrong, where and the way out
    """
    with _at(os.fspath(path)):
        kind, charset = _media_type(media_type)
        kind = kind or _SUFFIXES.get(PurePath(path).suffix.lower())
        _refuse_unknown(kind)
        data = file_bytes(path, limit=limit)
        return _document(_text(data, kind, charset, limit), Metadata(), os.fspath(path), limit, language)


def read_bytes(
    data: bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    limit: int = LIMIT,
    language: str | None = None,
) -> Document:
    """The Document of bytes: ``url`` says where they come from, the rest as for ``read``.

    :raises InputError: as ``read``
    """
    kind, charset = _media_type(media_type)
    _refuse_unknown(kind)
    return _document(_text(data, kind, charset, limit), Metadata(url=url), None, limit, language)


def read_text(
    text: str, *, url: str | None = None, limit: int = LIMIT, language: str | None = None
) -> Document:
    """The Document of plain text that is decoded already; ``Document.text`` is ``text``, unchanged.

    :raises InputError: as ``read``; UndecodableInput for a lone surrogate, which no file can hold
    """
    refuse_what_is_not_text(text)
    return _document(text, Metadata(url=url), None, limit, language)


def _text(data: bytes, kind: str | None, charset: str | None, limit: int) -> str:
    if len(data) > (limit + 1) * BYTES_PER_CHARACTER:
        raise TooLongInput(too_long(f"{len(data):,} bytes", limit), hint=RAISE)
    if (name := binary(data)) is not None:
        raise BinaryInput(f"this is {name}, not text", hint=_CONVERT)
    if kind is None and (name := markup(data)) is not None:
        raise UnknownFormat(f"this is {name}, which is not read yet", hint=_CONVERT)
    return decode(data, charset=charset)


def _document(text: str, known: Metadata, path: str | None, limit: int, language: str | None) -> Document:
    if len(text) > limit:
        raise TooLongInput(too_long(f"{len(text):,} characters", limit), hint=RAISE)
    if _LETTER.search(text) is None:
        what = "no words" if text.strip() else "nothing but white space"
        raise EmptyInput(f"there is nothing to read: {what}", hint="is it the right file?")
    document = plain(text, metadata=replace(known, media_type=PLAIN), path=path)
    told = language_of(document) if language is None else _english(language)
    return replace(document, metadata=replace(document.metadata, language=told))


def _english(language: str) -> str:
    if language.lower().partition("-")[0] != "en":
        raise UnsupportedLanguage(f"communique reads English, not {language!r}")
    return language


def _media_type(value: str | None) -> tuple[str | None, str | None]:
    """``text/plain; charset=utf-8`` → its two halves, ``None`` for what is not said."""
    if value is None:
        return None, None
    kind, _, parameters = value.partition(";")
    named = _CHARSET.search(parameters)
    return kind.strip().lower() or None, named[1] if named else None


def _refuse_unknown(kind: str | None) -> None:
    if kind not in (None, PLAIN):
        raise UnknownFormat(f"{_NAMES.get(kind, kind)} is not read yet", hint=_CONVERT)


@contextmanager
def _at(path: str) -> Iterator[None]:
    """Says of every error which file it is about."""
    try:
        yield
    except InputError as error:
        error.where = error.where or path
        raise
