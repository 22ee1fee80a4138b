"""A path → bytes, never more of them than the limit allows, and without waiting for what may never come."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from communique.errors import InputError, TooLongInput

BYTES_PER_CHARACTER = 4
"""The most bytes that a code point takes in any encoding that is read."""


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """The file, open for reading, as one that can be looked ahead in.

    :raises InputError: where there is no such file, it may not be read, or it is a folder or a device
    """
    with _clearly(path):
        # Opened without waiting: a pipe that nobody writes to would never open.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            os.close(descriptor)
            raise IsADirectoryError
    with os.fdopen(descriptor, "rb") as stream:
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise InputError("this is a device, not a file", hint="name a file, or - for standard input")
        if stat.S_ISFIFO(mode):
            os.set_blocking(descriptor, True)
        yield stream


def size(stream: BinaryIO) -> int | None:
    """The bytes of an open file; ``None`` for a pipe, or what is no file."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


class Ahead(io.RawIOBase):
    """A stream whose first bytes can be looked at before it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._held = b""

    def head(self, length: int) -> bytes:
        """The first bytes, as many as there are up to ``length``; only before anything is read."""
        while len(self._held) < length and (more := self._read(length - len(self._held))):
            self._held += more
        return self._held[:length]

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; 0 at the end."""
        data = self._held[: len(buffer)] if self._held else self._read(len(buffer))
        self._held = self._held[len(data) :]
        buffer[: len(data)] = data
        return len(data)

    def _read(self, length: int) -> bytes:
        try:
            return self._stream.read(length) or b""
        except OSError as error:
            raise InputError(f"this file cannot be read: {error.strerror or error}") from None


RAISE = "convert the parts one by one, or read it with a higher `limit` from Python"
_RAISE_BYTES = "read it with a higher `max_bytes` from Python"

_AT_ONCE = 1_048_576  # bytes


def too_long(what: str, limit: int) -> str:
    """The message of a TooLongInput."""
    return f"the text is too long: {what}, and the limit is {limit:,} characters"


def all_bytes(stream: BinaryIO, most: int, *, size: int | None = None) -> bytes:
    """All that a stream holds, if it is not more than ``most`` bytes.

    :param size: the bytes that it is known to hold: too many of them are refused without reading
    :raises TooLongInput: where there are more
    """
    if size is not None and size > most:
        raise too_many_bytes(size, most)
    parts: list[bytes] = []
    room = most + 1
    while room > 0 and (part := stream.read(min(room, _AT_ONCE))):
        parts.append(part)
        room -= len(part)
    if room <= 0:
        raise too_many_bytes(None, most)
    return b"".join(parts)


def unpacked(stream: BinaryIO, most: int) -> bytes:
    """What is packed in a stream with gzip, if it is not more than ``most`` bytes.

    :raises TooLongInput: where it is more; nothing more is unpacked then
    :raises InputError: where the archive is broken or cut short
    """
    try:
        with gzip.GzipFile(fileobj=stream, mode="rb") as inner:
            return all_bytes(cast("BinaryIO", inner), most)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(
            f"the gzip archive is broken: {error}", hint="fetch or copy the file again"
        ) from None


def unpacked_head(data: bytes, length: int) -> bytes:
    """The first bytes of what is packed in a gzip archive, as far as the first bytes of it tell."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, length)
    except zlib.error:
        return b""


def too_many_bytes(size: int | None, most: int) -> TooLongInput:
    """The error for more bytes than may be read."""
    found = "more" if size is None else f"{size:,} bytes"
    return TooLongInput(f"the file is too long: {found}, and the limit is {most:,} bytes", hint=_RAISE_BYTES)


@contextmanager
def _clearly(path: str | os.PathLike[str]) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise InputError("there is no such file", hint=f"looked in {Path(path).absolute().parent}") from None
    except IsADirectoryError:
        raise InputError("this is a folder, not a file", hint="name the files in it") from None
    except PermissionError:
        if Path(path).is_dir():  # Windows says so of a folder
            raise InputError("this is a folder, not a file", hint="name the files in it") from None
        raise InputError("this file may not be read", hint="ask for permission, or copy it") from None
    except (OSError, ValueError) as error:
        raise InputError(f"this file cannot be read: {getattr(error, 'strerror', None) or error}") from None
