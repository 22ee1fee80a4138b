"""A stream to JSON documents, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

LIMIT = 64 * 1024 * 1024
"""Bytes of one JSON document, the longest that is read unless told otherwise."""

SUFFIXES = (".json", ".jsonl", ".ndjson")
"""What files of JSON are called: looked for in folders."""

_LINES = (".jsonl", ".ndjson")


class Piece(NamedTuple):
    """One JSON document of a file: its bytes and the line it begins on; no bytes where it is too long."""

    data: bytes | None
    line: int


def pieces(stream: BinaryIO, name: str, limit: int = LIMIT) -> Iterator[Piece]:
    """The JSON documents of a stream: one for each line of JSON lines, else one.

    JSON lines are known by the suffix of ``name``, else by their first two lines. At no time is more than
    one document held. A document longer than ``limit`` bytes comes without its bytes.
    """
    opening = _opening(stream, limit)
    lines = name.endswith(_LINES) or (not name.endswith(".json") and _looks_like_lines(opening))
    if not lines:
        data = b"".join(opening)
        data += stream.read(limit + 1 - len(data)) if len(data) <= limit else b""
        yield Piece(data if len(data) <= limit else None, 1)
        return
    number, empty = 0, True
    for line in _lines(stream, opening, limit):
        number += 1
        if line is not None and not line.strip():
            continue
        empty = False
        yield Piece(line, number)
    if empty:
        yield Piece(b"", 1)


def _lines(stream: BinaryIO, read: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    waiting = [line for line in read if line]
    while waiting or (line := stream.readline(limit + 1)):
        line = waiting.pop(0) if waiting else line
        if len(line) <= limit:
            yield line
            continue
        while not line.endswith(b"\n") and (
            line := waiting.pop(0) if waiting else stream.readline(limit + 1)
        ):
            pass
        yield None


def _opening(stream: BinaryIO, limit: int) -> list[bytes]:
    """The first lines, as far as the second that is not blank."""
    read: list[bytes] = []
    written = 0
    while written < 2 and sum(map(len, read)) <= limit and (line := stream.readline(limit + 1)):
        read.append(line)
        written += bool(line.strip())
    return read


def _looks_like_lines(opening: list[bytes]) -> bool:
    written = [line.removeprefix(b"\xef\xbb\xbf").strip() for line in opening if line.strip()]
    if len(written) < 2:
        return False
    return written[0].startswith(b"{") and written[0].endswith(b"}") and written[1].startswith(b"{")
