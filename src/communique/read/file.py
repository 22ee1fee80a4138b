"""A path → bytes, never more of them than the limit allows, and without waiting for what may never come."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import InputError, TooLongInput

BYTES_PER_CHARACTER = 4
"""The most bytes that a code point takes in any encoding that is read."""


def file_bytes(path: str | os.PathLike[str], *, limit: int) -> bytes:
    """The bytes of a file.

    :param limit: the most code points of a text; a file of more than four times as many bytes is longer
        whatever its encoding, and is refused before it is read
    :raises TooLongInput: where the file is longer
    :raises InputError: where there is no such file, it may not be read, or it is a folder or a device
    """
    most = limit * BYTES_PER_CHARACTER + BYTES_PER_CHARACTER
    with _clearly(path):
        # Opened without waiting: a pipe that nobody writes to would never open.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            _refuse(status, most, limit)
            if stat.S_ISFIFO(status.st_mode):
                os.set_blocking(descriptor, True)
            data = opened.read(most + 1)
    if len(data) > most:
        raise TooLongInput(too_long(f"more than {most:,} bytes", limit), hint=RAISE)
    return data


RAISE = "convert the parts one by one, or read it with a higher `limit` from Python"


def too_long(what: str, limit: int) -> str:
    """The message of a TooLongInput."""
    return f"the text is too long: {what}, and the limit is {limit:,} characters"


def _refuse(status: os.stat_result, most: int, limit: int) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise InputError("this is a folder, not a file", hint="name the files in it")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise InputError("this is a device, not a file", hint="name a file, or - for standard input")
    if status.st_size > most:
        raise TooLongInput(too_long(f"{status.st_size:,} bytes", limit), hint=RAISE)


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
