"""Many articles one after the other: the bytes of all at once, memory for a few, and all or nothing."""

from __future__ import annotations

import errno
import hashlib
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from tests.export.samples import samples, several_on_one_text, small

import communique
from communique.errors import MissingExtra, UsageError
from communique.export import FORMATS, Format
from communique.export.stream import stream
from communique.records import Article

STREAMED = [row for row in FORMATS if row.streams]
TABLES = [row for row in STREAMED if row.folder]


def some() -> tuple[Article, ...]:
    return (*samples(), *several_on_one_text(), small())


def numbered(count: int) -> Iterator[Article]:
    """So many different articles, made as they are asked for."""
    for number in range(count):
        text = f"{small().text}\n{number:06}"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        source = small().source.model_copy(update={"sha256": sha256, "length": len(text)})
        yield small().model_copy(update={"text": text, "source": source})


@pytest.mark.parametrize("row", TABLES, ids=lambda row: row.name)
def test_the_bytes_are_those_of_all_at_once(row: Format, tmp_path: Path) -> None:
    made = communique.export(some(), to=row.name)
    assert stream(iter(some()), row.name, str(tmp_path / "folder")) == len(some())
    assert {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()} == dict(made.files)
    stream(iter(some()), row.name, str(tmp_path / "all.zip"))
    assert (tmp_path / "all.zip").read_bytes() == made.data
    stream(iter(some()), row.name, str(tmp_path / "one"), table="mentions")
    assert (tmp_path / "one").read_bytes() == made.files[f"mentions.{row.name}"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "folder", "one"]


def test_row_groups_of_parquet_are_the_same_at_once_and_one_after_the_other(tmp_path: Path) -> None:
    (row,) = (row for row in STREAMED if row.name == "parquet")
    made = communique.export(numbered(600), to="parquet", table="articles", checked=True)
    stream(numbered(600), row.name, str(tmp_path / "articles.parquet"), table="articles")
    assert (tmp_path / "articles.parquet").read_bytes() == made.data
    with duckdb.connect() as database:
        read = database.execute(f"SELECT count(DISTINCT article) FROM '{tmp_path}/articles.parquet'")
        assert read.fetchall() == [(600,)]


def test_duckdb_has_every_article(tmp_path: Path) -> None:
    (row,) = (row for row in STREAMED if row.name == "duckdb")
    stream(numbered(20), row.name, str(tmp_path / "a.duckdb"))
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as database:
        assert database.sql("SELECT count(*) FROM articles").fetchall() == [(20,)]
        assert database.sql("SELECT count(*) FROM actors").fetchall() == [(20 * len(small().actors),)]


@pytest.mark.parametrize("name", ["jsonl", "csv", "tsv"])
def test_memory_does_not_grow_with_the_number_of_articles(name: str, tmp_path: Path) -> None:
    (row,) = (row for row in STREAMED if row.name == name)

    def peak(count: int) -> int:
        tracemalloc.start()
        stream(numbered(count), row.name, str(tmp_path / f"{count}/"))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(10)  # what is loaded once
    few, many = peak(20), peak(220)
    # The names of articles stay, some 300 bytes each; the articles, 50 KB each, do not.
    assert many - few < 200 * 2_000


@pytest.mark.parametrize("row", STREAMED, ids=lambda row: row.name)
def test_a_failure_on_the_way_leaves_nothing(row: Format, tmp_path: Path) -> None:
    def failing() -> Iterator[Article]:
        yield from numbered(3)
        raise OSError(errno.ENOSPC, "No space left on device")

    for name in ("folder/", "a.zip") if row.folder else ("a.db",):
        with pytest.raises(OSError, match="No space"):
            stream(failing(), row.name, str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("row", STREAMED, ids=lambda row: row.name)
def test_nothing_to_write_writes_nothing(row: Format, tmp_path: Path) -> None:
    assert stream(iter(()), row.name, str(tmp_path / f"x{row.suffixes[0]}")) == 0
    assert list(tmp_path.iterdir()) == []


def test_wrong_places_are_told_before_an_article_is_read(tmp_path: Path) -> None:
    def unread() -> Iterator[Article]:
        raise AssertionError
        yield

    (row,) = (row for row in STREAMED if row.name == "csv")
    with pytest.raises(UsageError, match="CSV is several files"):
        stream(unread(), row.name, str(tmp_path / "a.txt"))
    with pytest.raises(UsageError, match="no such folder"):
        stream(unread(), row.name, str(tmp_path / "no" / "tables"))
    with pytest.raises(UsageError, match="this is a folder"):
        stream(unread(), row.name, str(tmp_path), table="actors")
    with pytest.raises(UsageError, match="DuckDB has no table to choose"):
        stream(unread(), "duckdb", tmp_path / "a.duckdb", table="actors")
    with pytest.raises(UsageError, match="is it actors"):
        stream(unread(), row.name, str(tmp_path / "a.csv"), table="actor")


def test_a_format_that_needs_all_articles_is_told() -> None:
    with pytest.raises(
        UsageError, match=r"GraphML cannot be written article by article \(there are csv, tsv"
    ):
        stream(iter(()), "graphml", "a.graphml")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, library in (("parquet", "pyarrow"), ("duckdb", "duckdb")):
        (row,) = (row for row in STREAMED if row.name == name)
        monkeypatch.delitem(sys.modules, f"communique.export.{row.module}", raising=False)
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(MissingExtra, match=rf"pip install 'communique\[{name}\]'"):
            stream(iter(()), row.name, str(tmp_path / f"x{row.suffixes[0]}"))
