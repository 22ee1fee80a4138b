"""Files, folders, patterns and streams to JSON documents, one at a time."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from communique.errors import UsageError

LIMIT = 64 * 1024 * 1024
"""Bytes of one JSON document, the longest that is read unless told otherwise."""

SUFFIXES = (".json", ".jsonl", ".ndjson")
_LINES = (".jsonl", ".ndjson")
STDIN = "-"


class Piece(NamedTuple):
    """One JSON document of a file: its bytes and the line it begins on; no bytes where it is too long."""

    data: bytes | None
    line: int


def files(arguments: Iterable[str]) -> list[str]:
    """The files that the arguments mean, each once, folders and patterns opened in order of their names.

    ``-`` stands for standard input. Raises ``UsageError`` for what is not there or holds no JSON.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        found.update(dict.fromkeys([argument] if argument == STDIN else _files(argument)))
    return list(found)


def pieces(stream: BinaryIO, name: str, limit: int = LIMIT) -> Iterator[Piece]:
    """The JSON documents of a stream: one for each line of JSON lines, else one.

    JSON lines are known by the suffix of ``name``, else by their first two lines. At no time is more than
    one document held. A document longer than ``limit`` bytes comes without its bytes.
    """
    first = stream.readline(limit + 1)
    second = stream.readline(limit + 1) if first.endswith(b"\n") else b""
    lines = name.endswith(_LINES) or (not name.endswith(".json") and _looks_like_lines(first, second))
    if not lines:
        data = first + second
        data += stream.read(limit + 1 - len(data)) if len(data) <= limit else b""
        yield Piece(data if len(data) <= limit else None, 1)
        return
    number, empty = 0, True
    for line in _lines(stream, (first, second), limit):
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


def _looks_like_lines(first: bytes, second: bytes) -> bool:
    one = first.removeprefix(b"\xef\xbb\xbf").strip()
    return one.startswith(b"{") and one.endswith(b"}") and second.strip().startswith(b"{")


def _files(argument: str) -> list[str]:
    path = Path(argument)
    if path.is_dir():
        inside = sorted(one for one in path.rglob("*") if one.suffix in SUFFIXES and one.is_file())
        if inside:
            return [str(one) for one in inside]
        raise UsageError(
            "the folder holds no JSON",
            where=argument,
            hint=f"files are looked for that end in {', '.join(SUFFIXES)}",
        )
    if path.exists():
        return [argument]
    # Path.glob takes no absolute pattern.
    matching = sorted(one for one in glob.glob(argument, recursive=True) if Path(one).is_file())  # noqa: PTH207
    if matching:
        return matching
    if glob.has_magic(argument):
        raise UsageError(
            "no file fits the pattern", where=argument, hint="quote patterns that the shell should leave"
        )
    raise UsageError("there is no such file", where=argument, hint=_meant(path))


def _meant(path: Path) -> str:
    from difflib import get_close_matches

    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder} either"
    near = get_close_matches(path.name, [one.name for one in folder.iterdir()], 1)
    return f"is it {folder / near[0]}?" if near else "check the name and the folder"
