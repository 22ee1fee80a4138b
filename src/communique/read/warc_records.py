"""A WARC file (ISO 28500), packed with gzip or not → its records, one after another, never the whole file.

A record is held only where its body is wanted and not too long. What a record says of its own length may be
a lie: what is left over behind one is skipped up to the next record, and one that runs past the end of the
file ends it.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from communique.errors import CommuniqueError, InputError
from communique.read.file import too_many_bytes
from communique.read.signature import gzipped

_VERSION = re.compile(rb"WARC/\d\.\d\s*$")
_LONGEST_LINE = 65_536  # bytes of a header
_MOST_LINES = 200  # of headers
_MOST_BETWEEN = 100_000_000  # bytes that are no record before the file is given up
_MOST_LINES_BETWEEN = 1_000_000
_AT_ONCE = 1_048_576

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its place in the file from 1, its headers by their names in lower case, and its body."""

    number: int
    headers: Headers
    body: bytes

    @property
    def place(self) -> str:
        """What messages call it."""
        url = self.headers.get("warc-target-uri", "").strip("<>")
        return f"record {self.number:,}" + (f" ({url[:200]})" if url else "")


def records(
    source: BinaryIO, wanted: Callable[[Headers], bool], most: int
) -> Iterator[Record | CommuniqueError]:
    """The records whose headers are wanted, in order; an error in the place of one that cannot be had.

    :param most: the most bytes of a body
    """
    stream = source
    if gzipped(_peeked(source)):
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=source, mode="rb"))
    number = 0
    try:
        while (skipped := _to_record(stream)) is not None:
            if skipped:
                yield _lost(number, skipped)
            number += 1
            try:
                headers = _headers(stream)
                length = _length(headers)
            except InputError as error:
                error.where = f"record {number:,}"
                yield error
                continue
            record = Record(number, headers, b"")
            if not wanted(headers) or length > most:
                missing = _skip(stream, length)
                if length > most and not missing and wanted(headers):
                    yield _at(too_many_bytes(length, most), record)
            else:
                body = _exactly(stream, length)
                missing = length - len(body)
                if not missing:
                    yield Record(number, headers, body)
            if missing:
                yield _at(InputError(f"the file ends {missing:,} bytes before the end of the record"), record)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield InputError(f"the gzip archive is broken: {error}", where=f"after record {number:,}")
    except InputError as error:
        error.where = error.where or f"after record {number:,}"
        yield error


def _peeked(source: BinaryIO) -> bytes:
    return bytes(source.peek(2)) if hasattr(source, "peek") else b""


def _to_record(stream: BinaryIO) -> int | None:
    """Read to the first line of a record: how many bytes but white space came before, ``None`` at the end."""
    between = skipped = lines = 0
    whole = True  # whether the line before was read to its end
    while line := stream.readline(_LONGEST_LINE):
        lines += 1
        if whole and _VERSION.match(line):
            return skipped
        whole = line.endswith(b"\n")
        between += len(line)
        skipped += len(line.strip())
        if between > _MOST_BETWEEN or lines > _MOST_LINES_BETWEEN:
            raise InputError(f"no record begins within {lines:,} lines ({between:,} bytes)")
    if skipped:
        raise InputError(f"{skipped:,} bytes at the end belong to no record")
    return None


def _headers(stream: BinaryIO) -> Headers:
    found: dict[str, str] = {}
    last = ""
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise InputError("a header of this record is too long, or the file ends in it")
        text = line.decode("utf-8", errors="replace").rstrip("\r\n")
        if not text:
            return found
        if text[0] in " \t" and last:
            found[last] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        if colon:
            last = name.strip().lower()
            found.setdefault(last, value.strip())
    raise InputError(f"this record has more than {_MOST_LINES} headers")


def _length(headers: Headers) -> int:
    value = headers.get("content-length", "")
    if not re.fullmatch("[0-9]{1,15}", value):
        raise InputError(f"this record does not say how long it is: Content-Length {value[:50]!r}")
    return int(value)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    parts: list[bytes] = []
    while length and (part := stream.read(min(length, _AT_ONCE))):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _skip(stream: BinaryIO, length: int) -> int:
    """Pass over bytes; how many of them there were not."""
    while length and (part := stream.read(min(length, _AT_ONCE))):
        length -= len(part)
    return length


def _lost(number: int, skipped: int) -> InputError:
    where = f"record {number:,}" if number else "the beginning of the file"
    return InputError(f"{skipped:,} bytes behind it belong to no record: its length is wrong", where=where)


def _at(error: CommuniqueError, record: Record) -> CommuniqueError:
    error.where = record.place
    return error
