"""Reading: a file, bytes or a string → a Document."""

from __future__ import annotations

import os
from pathlib import Path

from communique.document import Document, Metadata
from communique.errors import EmptyInput, TooLongInput
from communique.read.decode import decode
from communique.read.plain import plain

LIMIT = 5_000_000
"""The most code points that are read unless the caller says otherwise."""


def read(
    path: str | os.PathLike[str],
    *,
    media_type: str | None = None,
    limit: int = LIMIT,
    language: str | None = None,
) -> Document:
    """The Document of a file."""
    data = Path(path).read_bytes()
    text = decode(data)
    return _document(text, None, str(path), limit, language)


def read_bytes(
    data: bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    limit: int = LIMIT,
    language: str | None = None,
) -> Document:
    """The Document of bytes."""
    return _document(decode(data), url, None, limit, language)


def read_text(
    text: str, *, url: str | None = None, limit: int = LIMIT, language: str | None = None
) -> Document:
    """The Document of a text that is decoded already."""
    return _document(text, url, None, limit, language)


def _document(text: str, url: str | None, path: str | None, limit: int, language: str | None) -> Document:
    if len(text) > limit:
        raise TooLongInput(f"the text has {len(text):,} characters, and the limit is {limit:,}")
    if not text.strip():
        raise EmptyInput("nothing but white space")
    return plain(text, metadata=Metadata(url=url, language="en", media_type="text/plain"), path=path)
