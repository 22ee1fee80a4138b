"""Where the values of a JSON text stand: one pass over it, run only when there is something to point at."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.validate.problem import Finding, Path, Problem, excerpt, json_pointer

# A string, a bracket or sign, or a bare word (number, true, false, null).
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


class Place(NamedTuple):
    """Offsets of a value and of the name before it (the same where it has none), and whether it is the
    first of that name in its object."""

    key: int
    value: int
    again: bool
    path: Path


def places(text: str) -> Iterator[Place]:
    """Every value of a JSON text that parses, in order, with its path."""
    # One entry for each open bracket: the names seen in an object, or None for a list.
    names: list[set[str] | None] = []
    path: list[str | int] = []
    key: tuple[int, bool] | None = None
    expects_name = False
    for match in _TOKEN.finditer(text):
        token, start = match.group(), match.start()
        first = token[0]
        if first in "}]":
            if len(path) == len(names):
                path.pop()
            names.pop()
            expects_name = False
        elif first == ",":
            expects_name = names[-1] is not None
            last = path.pop()
            if not expects_name:
                path.append(int(last) + 1)
        elif first == ":":
            continue
        elif expects_name and first == '"':
            name = json.loads(token)
            seen = names[-1]
            assert seen is not None
            key = (start, name in seen)
            seen.add(name)
            path.append(name)
            expects_name = False
        else:
            if names and names[-1] is None and len(path) < len(names):
                path.append(0)
            offset, again = key or (start, False)
            yield Place(offset, start, again, tuple(path))
            key = None
            if first in "{[":
                names.append(set() if first == "{" else None)
                expects_name = first == "{"


def place(
    findings: Iterable[Finding], text: str | None, file: str | None, first_line: int = 1
) -> list[Problem]:
    """Findings as problems with line, column and excerpt, in the order of the file.

    ``first_line`` is the line of the file that ``text`` begins on. Without a text there are no places.
    """
    found = list(findings)
    if text is None:
        return [Problem(one.code, one.message, one.hint, json_pointer(one.path), file) for one in found]
    offsets = _offsets(found, text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    problems = []
    for one, offset in sorted(zip(found, offsets, strict=True), key=lambda pair: pair[1]):
        index = bisect_right(starts, offset) - 1
        end = starts[index + 1] - 1 if index + 1 < len(starts) else len(text)
        line, column = text[starts[index] : end].rstrip("\r"), offset - starts[index]
        problems.append(
            Problem(
                one.code,
                one.message,
                one.hint,
                json_pointer(one.path),
                file,
                first_line + index,
                column + 1,
                excerpt(line, column),
            )
        )
    return problems


def _offsets(findings: list[Finding], text: str) -> list[int]:
    wanted = {prefix for one in findings if one.offset is None for prefix in _prefixes(one.path)}
    known: dict[Path, Place] = {}
    if wanted:
        # Of a name given twice the last counts, here as for every reader of JSON.
        known = {one.path: one for one in places(text) if one.path in wanted}
    offsets = []
    for one in findings:
        if one.offset is not None:
            offsets.append(one.offset)
            continue
        where = next((known[prefix] for prefix in _prefixes(one.path) if prefix in known), None)
        offsets.append((where.key if one.at_key else where.value) if where else 0)
    return offsets


def _prefixes(path: Path) -> Iterator[Path]:
    return (path[:length] for length in range(len(path), -1, -1))
