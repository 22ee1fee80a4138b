"""A problem: what is wrong with a document, where, and the way out."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands in a JSON document: names and indices from the root."""

WIDEST = 100
"""Columns of an excerpt; JSON lines are long, and a screen is not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, before its place in the file is known."""

    code: str
    path: Path
    message: str
    hint: str
    at_key: bool = False
    """Whether the caret belongs under the name of the field rather than its value."""
    offset: int | None = None
    """The place itself, in code points of the JSON text, where a path cannot name it (broken JSON)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one document. ``str(problem)`` is what people read."""

    code: str
    """What kind of problem it is; docs/validation.md has a section for each."""
    message: str
    """What is wrong."""
    hint: str
    """The way out."""
    pointer: str
    """JSON Pointer (RFC 6901) to the value, from the root of its document."""
    file: str | None = None
    """The file, or ``None`` where the document came from memory."""
    line: int | None = None
    """Line of the file, from 1; ``None`` where there is no JSON text."""
    column: int | None = None
    """Column of that line in code points, from 1."""
    excerpt: str | None = None
    """The line or the part of it around the column, and on a second line a caret under the place."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        head = f"{place}: {self.message}" if place else self.message
        tail = f"[{self.code}]" + (f" {self.pointer}" if self.pointer else "")
        return "\n".join([f"{head}  {tail}", *self._indented()])

    def _indented(self) -> list[str]:
        lines = self.excerpt.split("\n") if self.excerpt else []
        return [*(f"    {line}" for line in lines), f"    try: {self.hint}"]


def json_pointer(path: Path) -> str:
    """The path as a JSON Pointer: ``("a/b", 0)`` → ``/a~1b/0``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def excerpt(line: str, column: int) -> str:
    """The part of a line around a column (from 0), and a caret beneath it; safe to print on a terminal."""
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    window = line[start : start + WIDEST]
    shown = "".join(map(_printable, window))
    left, right = "…" if start else "", "…" if start + WIDEST < len(line) else ""
    before = left + shown[: column - start]
    return f"{left}{shown}{right}\n{' ' * sum(map(_width, before))}^"


def _printable(sign: str) -> str:
    if sign == "\t":
        return " "
    # Control and format characters may move the cursor, colour the terminal or turn the line around.
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign
    )


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def printable(text: str) -> str:
    """The text with every sign that a terminal would obey replaced."""
    return "".join(map(_printable, text))
