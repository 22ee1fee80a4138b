"""A file → the articles in it, one after the other: one for most formats, any number for containers.

A record of a container that cannot be read stands in its place as an error, and stops nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO
from pathlib import PurePath
from typing import BinaryIO, cast

from communique.document import Document, Metadata
from communique.errors import (
    CommuniqueError,
    EmptyInput,
    InputError,
    TooLongInput,
    UnsupportedLanguage,
    UsageError,
)
from communique.read.asked import LIMIT, Asked
from communique.read.choice import choose, said
from communique.read.fields import address
from communique.read.file import (
    BYTES_PER_CHARACTER,
    RAISE,
    Ahead,
    all_bytes,
    opened,
    size,
    too_long,
    unpacked,
    unpacked_head,
)
from communique.read.formats import Format, module, needs
from communique.read.language import language as language_of
from communique.read.signature import gzipped, seen
from communique.records.edtf import fault

_HEAD = 65_536  # bytes that a format is told by
_LETTER = re.compile(r"[^\W\d_]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a caller says of a file and asks for: the keywords of ``read``."""

    media_type: str | None = None
    url: str | None = None
    limit: int = LIMIT
    max_bytes: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a file, or the error in its place.

    ``number`` counts the articles of a file that holds several, from 1; it is ``None`` for the only one.
    """

    found: Document | CommuniqueError
    number: int | None = None


def file_entries(path: str | os.PathLike[str], told: Told) -> Iterator[Entry]:
    """The articles of a file, each read when it is asked for.

    :raises CommuniqueError: where the file as a whole cannot be read
    """
    name = os.fspath(path)
    with located(name), opened(path) as stream:
        for entry in entries(stream, told, path=name, suffixes=PurePath(name).suffixes):
            error = entry.found
            if isinstance(error, CommuniqueError):
                place = error.where or (f"article {entry.number}" if entry.number else "")
                error.where = ", ".join(filter(None, (name, place)))
            yield entry


def entries(
    stream: BinaryIO, told: Told, *, path: str | None = None, suffixes: list[str] | None = None
) -> Iterator[Entry]:
    """The articles of a stream, each read when it is asked for.

    :param path: what to record as the place it came from
    :param suffixes: how its name ends
    :raises CommuniqueError: where the stream as a whole cannot be read
    """
    ends = [suffix.lower() for suffix in suffixes or ()]
    length = size(stream)
    ahead = Ahead(stream)
    head = ahead.head(_HEAD)
    if not head:
        raise EmptyInput("there is nothing to read: it has no bytes", hint="is it the right file?")
    packed = gzipped(head)
    if packed:
        head = unpacked_head(head, _HEAD)
        ends = ends[:-1] if ends[-1:] == [".gz"] else ends
    told_of = said(told.media_type)
    one = choose(told_of, ends[-1] if ends else "", seen(head))
    url = None if told.url is None else _address(told.url)
    # A container says of each article where it is from; the caller knows it of one that stands alone.
    own = None if one.many else url
    asked = Asked(told_of.charset, own, path, told.limit, told.max_bytes, told_of.media_type)
    if one.streamed:
        source: BinaryIO | bytes = cast("BinaryIO", BufferedReader(ahead, _HEAD))
    else:
        source = _bytes(ahead, one, asked, packed=packed, length=length)
    found = (_checked(each, told.language, one, asked) for each in _each(one, source, asked))
    for entry in _numbered(found):
        yield _at(entry, url)


def only(found: Iterator[Entry]) -> Document:
    """The article of a file that holds one.

    :raises InputError: where it holds more; says how many, as far as it is quickly counted
    :raises CommuniqueError: where it holds none that can be read
    """
    document: Document | None = None
    error: CommuniqueError | None = None
    count = 0
    for entry in found:
        if isinstance(entry.found, CommuniqueError):
            error = error or entry.found
        else:
            count += 1
            document = document or entry.found
        if count > _COUNTED:
            break
    if count > 1:
        many = f"more than {_COUNTED}" if count > _COUNTED else str(count)
        raise InputError(f"this holds {many} articles", hint="communique.read_many gives them one by one")
    if document is not None:
        return document
    raise error or EmptyInput("there is no article in it")


_COUNTED = 20


@contextmanager
def located(path: str) -> Iterator[None]:
    """Says of every error which file it is about."""
    try:
        yield
    except CommuniqueError as error:
        error.where = error.where or path
        raise


def finished(document: Document, language: str | None, one: Format, asked: Asked) -> Document:
    """A Document that a reader made: refused where it is no article in English, and told what it was.

    :raises EmptyInput: where it has no words
    :raises TooLongInput: where it is longer than the limit
    :raises UnsupportedLanguage: where it is in another language, and ``language`` is not "en"
    """
    if len(document.text) > asked.limit:
        raise TooLongInput(too_long(f"{len(document.text):,} characters", asked.limit), hint=RAISE)
    if _LETTER.search(document.text) is None:
        what = "no words" if document.text.strip() else "nothing but white space"
        raise EmptyInput(f"there is nothing to read: {what}", hint="is it the right file?")
    told = _told_language(document, language)
    metadata = _clean(document.metadata)
    kind = metadata.media_type or (
        asked.media_type if asked.media_type in one.media_types else one.media_types[0]
    )
    metadata = replace(metadata, language=told, media_type=kind, url=asked.url or metadata.url)
    return replace(document, metadata=metadata, path=document.path or asked.path)


def _told_language(document: Document, language: str | None) -> str | None:
    """The language the caller says; else the one that is seen, with the region that the document states."""
    if language is not None:
        return _english(language)
    found = language_of(document)
    stated = document.metadata.language
    return stated if stated and stated.lower().partition("-")[0] == found else found


def _clean(said: Metadata) -> Metadata:
    """Metadata that a record may hold: fields on one line, dates that are dates, absolute addresses."""
    title, publisher = _line(said.title), _line(said.publisher)
    return replace(
        said,
        title=title,
        authors=tuple(line for author in said.authors if (line := _line(author))),
        publisher=publisher,
        published=None if said.published is None or fault(said.published) else said.published,
        url=address(said.url),
    )


def _line(value: str | None) -> str | None:
    """A field on one line, without characters that no line has."""
    return " ".join(_UNSEEN.sub(" ", value or "").split()) or None


def _english(language: str) -> str:
    if language.lower().partition("-")[0] != "en":
        raise UnsupportedLanguage(f"communique reads English, not {language!r}")
    return language


def _bytes(stream: Ahead, one: Format, asked: Asked, *, packed: bool, length: int | None) -> bytes:
    source = cast("BinaryIO", BufferedReader(stream, _HEAD))
    if one.name != "text" or asked.max_bytes is not None:
        most = asked.max_bytes or one.max_bytes
        return unpacked(source, most) if packed else all_bytes(source, most, size=length)
    most = (asked.limit + 1) * BYTES_PER_CHARACTER
    try:
        return unpacked(source, most) if packed else all_bytes(source, most, size=length)
    except TooLongInput:
        found = f"more than {most:,} bytes" if packed or length is None else f"{length:,} bytes"
        raise TooLongInput(too_long(found, asked.limit), hint=RAISE) from None


def _each(one: Format, source: BinaryIO | bytes, asked: Asked) -> Iterator[Document | CommuniqueError]:
    reader = module(one)
    with needs(one), _within_reason(one):
        if one.many:
            yield from reader.read_each(source, asked)
        else:
            yield reader.read(source, asked)


@contextmanager
def _within_reason(one: Format) -> Iterator[None]:
    """What no reader should let happen, told as an error of the input all the same."""
    try:
        yield
    except RecursionError:
        raise InputError(f"{one.human} that is nested too deeply to be read") from None
    except MemoryError:
        raise InputError(f"{one.human} that does not fit into memory") from None


def _numbered(found: Iterator[Document | CommuniqueError]) -> Iterator[Entry]:
    """The entries in order; the only one of a file has no number. One is held back to know."""
    held: Document | CommuniqueError | None = None
    number = 0
    for each in found:
        if held is not None:
            number += 1
            yield Entry(held, number)
        held = each
    if held is not None:
        yield Entry(held, number + 1 if number else None)


def _at(entry: Entry, url: str | None) -> Entry:
    """The entry with the address that the caller gives, which can be that of one article only."""
    if url is None or isinstance(entry.found, CommuniqueError):
        return entry
    if entry.number is not None:
        raise UsageError(
            "the address given is that of one article, and this holds several", hint="leave it out"
        )
    metadata = replace(entry.found.metadata, url=url)
    return replace(entry, found=replace(entry.found, metadata=metadata))


def _address(url: str) -> str:
    found = address(url)
    if found is None:
        raise UsageError(f"{url!r} is no address", hint="write https://example.org/article")
    return found


def _checked(
    found: Document | CommuniqueError, language: str | None, one: Format, asked: Asked
) -> Document | CommuniqueError:
    if isinstance(found, CommuniqueError):
        return found
    try:
        return finished(found, language, one, asked)
    except InputError as error:
        error.where = error.where or (found.metadata.title if one.many else None)
        return error


def bytes_entries(data: bytes, told: Told) -> Iterator[Entry]:
    """The articles in bytes, as ``entries``."""
    return entries(BytesIO(data), told)
