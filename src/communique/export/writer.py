"""Articles into tables one after the other: what is held is one article, however many there are.

A format of tables has a ``writer``: opened on a file for each table, given the rows of each article, closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from communique.export.cells import Row
from communique.export.identity import Apart
from communique.export.table import Table
from communique.export.tables import TABLES
from communique.records import Article


class Writer(Protocol):
    """Writes one table into an open file."""

    def add(self, rows: Iterable[Row]) -> None:
        """Write the rows of one article."""

    def close(self) -> None:
        """Write what is left; the file stays open."""


Opened = Callable[[Table, BinaryIO], Writer]
"""Opens a table: writes what stands before its rows."""


def in_memory(articles: Iterable[Article], opened: Opened, suffix: str) -> Mapping[str, bytes]:
    """Every table as the bytes of a file, by its name."""
    made = {f"{table.name}.{suffix}": BytesIO() for table in TABLES}
    write(articles, opened, dict(zip(TABLES, made.values(), strict=True)))
    return {name: file.getvalue() for name, file in made.items()}


def on_disk(
    articles: Iterable[Article], opened: Opened, suffix: str, folder: Path, tables: Iterable[Table] = TABLES
) -> int:
    """Some tables as files of a folder; how many articles there were. Raises ``OSError`` as files do."""
    with ExitStack() as stack:
        files = {
            table: stack.enter_context((folder / f"{table.name}.{suffix}").open("wb")) for table in tables
        }
        return write(articles, opened, files)


def write(articles: Iterable[Article], opened: Opened, files: Mapping[Table, BinaryIO]) -> int:
    """Tables into open files, equal articles once; how many articles there were."""
    apart = Apart()
    count = 0
    with ExitStack() as stack:
        writers = {table: stack.enter_context(closing(opened(table, file))) for table, file in files.items()}
        for article in articles:
            count += 1
            key = apart.key(article)
            if key is not None:
                for table, writer in writers.items():
                    writer.add(table.rows(key, article))
    return count
