"""Reading: a file, bytes or a string → a Document, whose every offset counts into its own text.

One format a file, listed in ``formats``. ``choice`` picks the format, ``many`` runs its reader and checks
what comes out; nothing here depends on a format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from communique.document import Document, Metadata
from communique.errors import CommuniqueError, InputError, TooLongInput
from communique.read.asked import LIMIT, Asked
from communique.read.decode import refuse_what_is_not_text
from communique.read.file import RAISE, too_long
from communique.read.formats import FORMATS
from communique.read.many import Told, bytes_entries, file_entries, finished, located, only
from communique.read.plain import plain, refuse_too_many_lines

__all__ = ["LIMIT", "SUFFIXES", "read", "read_bytes", "read_many", "read_text"]

# Not taken from a folder unless named: JSON there may be what communique has written itself.
_AMBIGUOUS = frozenset((".json", ".jsonl", ".ndjson"))
_PLAIN = {suffix for one in FORMATS for suffix in one.suffixes} - _AMBIGUOUS
SUFFIXES = frozenset(_PLAIN | {f"{suffix}.gz" for suffix in _PLAIN})
"""The endings of the files that are read: those taken from a folder."""


def read(
    path: str | os.PathLike[str],
    *,
    media_type: str | None = None,
    url: str | None = None,
    limit: int = LIMIT,
    max_bytes: int | None = None,
    language: str | None = None,
) -> Document:
    """The Document of a file that holds one article.

    :param path: a file, or a pipe that something writes to
    :param media_type: what the file is, where its name does not say or is wrong: a media type, in which
        ``charset`` names the encoding (``text/html; charset=windows-1252``), or a short name (``html``)
    :param url: where the article was published
    :param limit: the most code points of text
    :param max_bytes: the most bytes of the file, and of what is unpacked from it, instead of the format's own
        limit (docs/inputs.md)
    :param language: ``"en"`` takes the text for English without looking
    :raises InputError: one of its kinds, each saying what is wrong, where and the way out; also where
        the file holds several articles
    :raises MissingExtra: the format needs a library that is not installed
    """
    told = Told(media_type, url, limit, max_bytes, language)
    with located(os.fspath(path)):
        return only(file_entries(path, told))


def read_bytes(
    data: bytes,
    media_type: str | None = None,
    url: str | None = None,
    *,
    limit: int = LIMIT,
    max_bytes: int | None = None,
    language: str | None = None,
) -> Document:
    """The Document of bytes that hold one article: the rest as for ``read``.

    :raises CommuniqueError: as ``read``
    """
    return only(bytes_entries(data, Told(media_type, url, limit, max_bytes, language)))


def read_many(
    path: str | os.PathLike[str],
    *,
    on_error: Callable[[CommuniqueError], object] | None = None,
    media_type: str | None = None,
    url: str | None = None,
    limit: int = LIMIT,
    max_bytes: int | None = None,
    language: str | None = None,
) -> Iterator[Document]:
    """The Documents of a file that may hold several articles, each read when it is asked for.

    :param on_error: is called with the error of each record that cannot be read; the others go on. Without it
        the errors are raised as one when all the others have been given.
    :raises InputError: as ``read``; and at the end, where records could not be read and nobody was told
    """
    first: CommuniqueError | None = None
    failed = 0
    for entry in file_entries(path, Told(media_type, url, limit, max_bytes, language)):
        if isinstance(entry.found, Document):
            yield entry.found
            continue
        if on_error is not None:
            on_error(entry.found)
            continue
        failed += 1
        first = first or entry.found
    if first is not None and failed == 1:
        raise first
    if first is not None:
        raise InputError(
            f"{failed} articles could not be read; the first: {first}",
            where=os.fspath(path),
            hint="pass on_error= to be told of each",
        )


def read_text(
    text: str, *, url: str | None = None, limit: int = LIMIT, language: str | None = None
) -> Document:
    """The Document of plain text that is decoded already; ``Document.text`` is ``text``, unchanged.

    :raises InputError: as ``read``; UndecodableInput for a lone surrogate, which no file can hold
    """
    refuse_what_is_not_text(text)
    if len(text) > limit:
        raise TooLongInput(too_long(f"{len(text):,} characters", limit), hint=RAISE)
    refuse_too_many_lines(text)
    document = plain(text, metadata=Metadata(url=url))
    return finished(document, language, FORMATS[0], Asked(url=url, limit=limit))
