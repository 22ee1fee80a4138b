"""DuckDB: all tables in one database file, with types, primary keys and foreign keys.

It is written in the storage of DuckDB 1.0, so that every version since then reads it. Later storage would
also give each file an identity drawn by chance, and compression leaves bytes of working memory in the file
(duckdb/duckdb#23382). Without both the same articles give the same bytes but for eight, which DuckDB leaves
unset behind text of more than 4,096 bytes that ends in the first block of its column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from communique.errors import RecordError
from communique.export import jsonl
from communique.export.table import Table, Type
from communique.export.tables import TABLES
from communique.export.writer import on_disk
from communique.records import Article

_TYPES: Mapping[Type, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "texts": "VARCHAR[]",
}
_BLOCK = 16384
"""Bytes of a block, the least that DuckDB knows: with its usual 262,144 an empty table takes a quarter MB."""


def render(articles: Sequence[Article]) -> bytes:
    """The database."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "articles.duckdb")
        write(articles, file)
        return file.read_bytes()


def write(articles: Iterable[Article], file: Path) -> int:
    """Write the database into a new file, through files beside it; how many articles there were."""
    with (
        TemporaryDirectory(dir=file.parent) as folder,
        # One thread, so that rows keep their order and blocks their places.
        duckdb.connect(config={"threads": 1, "force_compression": "uncompressed"}) as database,
    ):
        count = on_disk(articles, jsonl.writer, "jsonl", Path(folder))
        database.execute(f"ATTACH '{_quoted(file)}' AS made (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE {_BLOCK})")
        database.execute("USE made; BEGIN")
        for table in TABLES:
            database.execute(f"CREATE TABLE {table.name} ({', '.join(_declared(table))})")
            rows = Path(folder, f"{table.name}.jsonl")
            if rows.stat().st_size:
                _fill(database, table, rows)
        database.execute("COMMIT; USE memory; DETACH made")
    return count


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()


def _declared(table: Table) -> Iterator[str]:
    """The columns and constraints of a table, in SQL."""
    for column in table.columns:
        yield f"{column.name} {_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}"
    yield f"PRIMARY KEY ({', '.join(table.key)})"
    for link in table.links:
        yield f"FOREIGN KEY ({', '.join(link.columns)}) REFERENCES {link.table}"


def _fill(database: duckdb.DuckDBPyConnection, table: Table, rows: Path) -> None:
    """Fill a table from JSON lines: two hundred times as fast as a statement for each row."""
    with rows.open("rb") as lines:
        longest = max(map(len, lines)) + 1
    columns = ", ".join(f"'{column.name}': '{_TYPES[column.type]}'" for column in table.columns)
    source = (
        f"read_json('{_quoted(rows)}', format = 'newline_delimited', columns = {{{columns}}}, "
        f"maximum_object_size = {max(longest, 1 << 24)})"
    )
    try:
        database.execute(f"INSERT INTO {table.name} FROM {source}")
    except duckdb.ConstraintException as error:
        raise RecordError(
            f"the records do not hold together: {str(error).splitlines()[0]}",
            hint="communique validate says what is wrong",
        ) from error


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
