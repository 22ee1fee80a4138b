"""Parquet: a table a file, with types: text, 64-bit integers, booleans, dates, lists of text.

The file says of each table what its key and its links are, as metadata of its schema (``primary_key``,
``foreign_keys``, both JSON), since Parquet itself has neither.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO

import pyarrow
from pyarrow import parquet

from communique.export.cells import Row
from communique.export.table import Table, Type
from communique.export.tables import tabulate
from communique.records import Article

_TYPES: Mapping[Type, pyarrow.DataType] = {
    "text": pyarrow.string(),
    "integer": pyarrow.int64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
    "texts": pyarrow.list_(pyarrow.field("element", pyarrow.string(), nullable=False)),
}


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.parquet`` …"""
    return {f"{table.name}.parquet": _file(table, rows) for table, rows in tabulate(articles)}


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()


def _file(table: Table, rows: list[Row]) -> bytes:
    links = [{"columns": list(link.columns), "table": link.table} for link in table.links]
    schema = pyarrow.schema(
        [pyarrow.field(one.name, _TYPES[one.type], nullable=one.nullable) for one in table.columns],
        metadata={"primary_key": json.dumps(table.key), "foreign_keys": json.dumps(links)},
    )
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    arrays = [pyarrow.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    buffer = BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()
