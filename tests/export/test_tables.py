"""Tables in every format, read back by DuckDB and pyarrow, and compared with the articles field by field."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from tests.export.real import real
from tests.export.rebuilt import Rows, rebuilt
from tests.strategies import articles, edtf

import communique
from communique.export.cells import days
from communique.export.table import Column
from communique.export.tables import TABLES, tabulate
from communique.records import Article
from communique.records.edtf import fault

FORMATS = ("csv", "tsv", "jsonl", "parquet", "duckdb")


def of_csv(given: list[Article]) -> Rows:
    return _separated(given, "csv", ",")


def of_tsv(given: list[Article]) -> Rows:
    return _separated(given, "tsv", "\t")


def of_jsonl(given: list[Article]) -> Rows:
    made = communique.export(given, to="jsonl")
    return {Path(name).stem: [json.loads(line) for line in _lines(data)] for name, data in made.files.items()}


def of_parquet(given: list[Article]) -> Rows:
    made = communique.export(given, to="parquet")
    return {
        Path(name).stem: parquet.read_table(BytesIO(data)).to_pylist() for name, data in made.files.items()
    }


def of_duckdb(given: list[Article]) -> Rows:
    with TemporaryDirectory() as folder:
        path = Path(folder, "articles.duckdb")
        communique.export(given, path)
        with duckdb.connect(str(path), read_only=True) as database:
            return {table.name: _fetched(database, f"FROM {table.name}") for table in TABLES}


def _separated(given: list[Article], to: str, separator: str) -> Rows:
    """As DuckDB reads them, and then as docs/exports.md tells to undo what was done for spreadsheets."""
    types = {table.name: {column.name: column for column in table.columns} for table in TABLES}
    rows: Rows = {}
    with TemporaryDirectory() as folder, duckdb.connect() as database:
        communique.export(given, folder, to=to)
        for path in sorted(Path(folder).iterdir()):
            read = (
                f"FROM read_csv('{path}', all_varchar = true, header = true, delim = '{separator}', "
                "quote = '\"', escape = '\"', strict_mode = true)"
            )
            rows[path.stem] = [
                {name: _typed(types[path.stem][name], cell) for name, cell in row.items()}
                for row in _fetched(database, read)
            ]
    return rows


def _typed(column: Column, cell: str | None) -> object:
    if cell is None:
        return None
    match column.type:
        case "integer":
            return int(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
        case "texts":
            return json.loads(cell)
    return cell.removeprefix("'")


def _fetched(database: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    found = database.execute(query)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _lines(data: bytes) -> list[str]:
    return data.decode().split("\n")[:-1]


READERS: dict[str, Callable[[list[Article]], Rows]] = {
    "csv": of_csv,
    "tsv": of_tsv,
    "jsonl": of_jsonl,
    "parquet": of_parquet,
    "duckdb": of_duckdb,
}


@pytest.mark.parametrize("to", FORMATS)
def test_the_articles_can_be_rebuilt_from_the_rows(to: str) -> None:
    assert rebuilt(READERS[to](list(real()))) == list(real())


@given(st.lists(articles() | articles(detached=True), max_size=3))
@settings(max_examples=15)
def test_rows_of_any_articles_can_be_read_back(given: list[Article]) -> None:
    once = [article for at, article in enumerate(given) if article not in given[:at]]
    for to in ("csv", "jsonl", "parquet"):
        assert rebuilt(READERS[to](given)) == once


@given(articles())
@settings(max_examples=5)
def test_a_database_of_any_article_can_be_read_back(article: Article) -> None:
    for to in ("tsv", "duckdb"):
        assert rebuilt(READERS[to]([article])) == [article]


@pytest.mark.parametrize("to", ["csv", "tsv", "jsonl", "parquet"])
def test_the_same_articles_are_the_same_bytes(to: str) -> None:
    first, second = (communique.export(real(), to=to) for _ in range(2))
    assert first.data == second.data
    assert first.lost == ()


def test_two_databases_of_the_same_articles_hold_the_same() -> None:
    assert of_duckdb(list(real())) == of_duckdb(list(real()))
    # DuckDB leaves eight bytes unset, and with them the checksum of their block.
    first, second = (communique.export(real(), to="duckdb").data for _ in range(2))
    assert len(first) == len(second)
    assert sum(one != other for one, other in zip(first, second, strict=True)) <= 16


def test_tables_declare_what_their_rows_hold() -> None:
    kinds = {"text": str, "integer": int, "boolean": bool, "date": date, "texts": list}
    for table, rows in tabulate(real()):
        assert rows
        keys = [tuple(row[table.names.index(name)] for name in table.key) for row in rows]
        assert len(set(keys)) == len(keys), table.name
        for row in rows:
            for column, value in zip(table.columns, row, strict=True):
                assert column.nullable if value is None else type(value) is kinds[column.type], column


def test_links_lead_to_rows_that_are_there() -> None:
    found = {table.name: (table, rows) for table, rows in tabulate(real())}
    linked = 0
    for table, rows in found.values():
        for link in table.links:
            target, there = found[link.table]
            keys = {tuple(row[target.names.index(name)] for name in target.key) for row in there}
            for row in rows:
                named = tuple(row[table.names.index(name)] for name in link.columns)
                assert None in named or named in keys, (table.name, named)
                linked += 1
    assert linked > 1000


def test_parquet_has_types_and_tells_keys() -> None:
    made = communique.export(real()[0], to="parquet")
    mentions = parquet.read_schema(BytesIO(made.files["mentions.parquet"]))
    assert [str(field.type) for field in mentions] == [
        "string",
        "string",
        "int64",
        "string",
        "int64",
        "int64",
        "string",
    ]
    assert not any(field.nullable for field in mentions)
    assert json.loads(mentions.metadata[b"primary_key"]) == ["article", "actor", "number"]
    assert json.loads(mentions.metadata[b"foreign_keys"]) == [
        {"columns": ["article", "actor"], "table": "actors"}
    ]
    meetings = parquet.read_schema(BytesIO(made.files["meetings.parquet"]))
    assert str(meetings.field("date_first").type) == "date32[day]"
    assert str(meetings.field("several").type) == "bool"
    actors = parquet.read_schema(BytesIO(made.files["actors.parquet"]))
    assert str(actors.field("aliases").type).startswith("list<")


def test_duckdb_keeps_its_keys(tmp_path: Path) -> None:
    communique.export(real(), tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as database:
        kinds = database.execute(
            "SELECT constraint_type, count(*) FROM duckdb_constraints() "
            "WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') GROUP BY ALL"
        ).fetchall()
        links = sum(len(table.links) for table in TABLES)
        # A foreign key is told of at both its ends.
        assert dict(kinds)["PRIMARY KEY"] == len(TABLES)
        assert dict(kinds)["FOREIGN KEY"] >= links
        with pytest.raises(duckdb.ConstraintException):
            database.execute("INSERT INTO mentions VALUES ('x', 'actor:nobody', 1, 'q', 0, 1, 'name')")


def test_duckdb_refuses_records_that_do_not_hold_together() -> None:
    article = real()[0]
    dangling = article.model_copy(update={"actors": article.actors[:1]})
    with pytest.raises(communique.RecordError, match="communique validate says"):
        communique.export(dangling, to="duckdb", checked=True)


@given(st.text("=+-@'\t\r\n\x00\ufeff ＝ab1", min_size=1, max_size=5))
def test_no_cell_is_a_formula_and_each_reads_back(name: str) -> None:
    article = real()[0]
    named = article.model_copy(
        update={"source": article.source.model_copy(update={"title": name, "authors": (name,)})}
    )
    [_, row] = csv.reader(StringIO(communique.export(named, to="csv", table="articles").text, newline=""))
    for cell in row:
        starts = cell.lstrip(" \t\r\n\x00\ufeff")[:1]
        assert cell.startswith("'") or (
            starts not in set("=+-@＝＋－＠") and cell[:1] not in set("\t\r\n")
        ), cell
    assert row[2].removeprefix("'") == name


def test_csv_is_marked_as_utf8_and_tsv_is_not() -> None:
    marked, plain = (communique.export(real()[0], to=to) for to in ("csv", "tsv"))
    assert all(data.startswith(b"\xef\xbb\xbfarticle,") for data in marked.files.values())
    assert all(data.startswith(b"article\t") for data in plain.files.values())
    assert b"\r\n" in marked.files["actors.csv"]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2018-07", date(2018, 7, 1), date(2018, 7, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-07-16", date(2018, 7, 16), date(2018, 7, 16)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018~", date(2018, 1, 1), date(2018, 12, 31)),
        ("2017/2021-03", date(2017, 1, 1), date(2021, 3, 31)),
        ("2017/..", date(2017, 1, 1), None),
        ("/2021", None, date(2021, 12, 31)),
        ("0000", None, None),
        ("2018-02-30", None, None),
        (None, None, None),
    ],
)
def test_the_days_that_a_date_can_mean(said: str | None, first: date | None, last: date | None) -> None:
    assert days(said) == (first, last)


@given(edtf)
def test_days_are_in_order(said: str) -> None:
    first, last = days(said)
    assert fault(said) or first is None or last is None or first <= last
