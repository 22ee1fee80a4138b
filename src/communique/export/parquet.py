"""Parquet: a table a file, with types: text, 64-bit integers, booleans, dates, lists of text.

The file says of each table what its key and its links are, as metadata of its schema (``primary_key``,
``foreign_keys``, both JSON), since Parquet itself has neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

import pyarrow
from pyarrow import parquet

from communique.export.cells import Row
from communique.export.table import Table, Type
from communique.export.writer import in_memory
from communique.records import Article

_TYPES: Mapping[Type, pyarrow.DataType] = {
    "text": pyarrow.string(),
    "integer": pyarrow.int64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
    "texts": pyarrow.list_(pyarrow.field("element", pyarrow.string(), nullable=False)),
}


_GROUP = 256
"""Articles whose rows make a row group: so many are held in memory."""


class Groups:
    """Writes a table."""

    def __init__(self, table: Table, file: BinaryIO) -> None:
        self._schema = _schema(table)
        self._file = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._articles = 0
        self._written = False

    def add(self, rows: Iterable[Row]) -> None:
        """Hold the rows of an article until there are enough for a row group."""
        self._rows.extend(rows)
        self._articles += 1
        if self._articles % _GROUP == 0:
            self._write()

    def close(self) -> None:
        """Write what is held back, and where there was nothing an empty table."""
        if self._rows or not self._written:
            self._write()
        self._file.close()

    def _write(self) -> None:
        columns = list(zip(*self._rows, strict=True)) or [()] * len(self._schema)
        pairs = zip(columns, self._schema, strict=True)
        arrays = [pyarrow.array(column, type=field.type) for column, field in pairs]
        self._file.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows, self._written = [], True


def writer(table: Table, file: BinaryIO) -> Groups:
    """Opens a table."""
    return Groups(table, file)


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.parquet`` …"""
    return in_memory(articles, writer, "parquet")


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()


def _schema(table: Table) -> pyarrow.Schema:
    links = [{"columns": list(link.columns), "table": link.table} for link in table.links]
    return pyarrow.schema(
        [pyarrow.field(one.name, _TYPES[one.type], nullable=one.nullable) for one in table.columns],
        metadata={"primary_key": json.dumps(table.key), "foreign_keys": json.dumps(links)},
    )
