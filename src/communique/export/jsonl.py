"""JSON lines: a table a file, a row a line: an object of all its columns, in their order.

Nothing is escaped but what JSON demands. Dates are text, 2018-07-16, and lists are arrays of text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import BinaryIO

from communique.export.cells import Row
from communique.export.table import Table
from communique.export.writer import in_memory
from communique.records import Article


class Lines:
    """Writes a table."""

    def __init__(self, names: Sequence[str], file: BinaryIO) -> None:
        self._names, self._file = names, file

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        for row in rows:
            told = dict(zip(self._names, row, strict=True))
            line = json.dumps(told, ensure_ascii=False, default=date.isoformat)
            self._file.write(f"{line}\n".encode())

    def close(self) -> None:
        """Nothing is held back."""


def writer(table: Table, file: BinaryIO) -> Lines:
    """Opens a table."""
    return Lines(table.names, file)


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.jsonl`` …"""
    return in_memory(articles, writer, "jsonl")


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()
