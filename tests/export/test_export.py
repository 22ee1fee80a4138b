"""The table of formats, and what holds for all of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.export.real import EXAMPLE

import communique
from communique.errors import MissingExtra, RecordError, UsageError
from communique.export import FORMATS, Format
from communique.export.formats import named, of_path
from communique.records import Article
from communique.schema.example import TEXT, example_article

BARE = example_article().model_copy(update={"text": None})


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_every_format_of_the_table_writes_what_it_says(row: Format, tmp_path: Path) -> None:
    made = example_article().export(to=row.name)
    assert made.format is row
    assert bool(made.files) is row.folder
    assert made.data
    assert all(sentence and not sentence.endswith("..") for sentence in made.lost)
    target = tmp_path / f"x{row.suffixes[0]}"
    communique.export([example_article()], target)
    # DuckDB leaves eight bytes unset: tests/export/test_tables.py.
    assert target.read_bytes() == made.data or row.name == "duckdb"
    if row.folder:
        communique.export(example_article(), tmp_path / "folder", to=row.name)
        written = {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()}
        assert written == dict(made.files)
        with ZipFile(BytesIO(made.data)) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == written


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_an_article_without_its_text_is_exported_or_told_how(row: Format) -> None:
    if row.needs_text:
        with pytest.raises(UsageError, match="--source FILE"):
            communique.export(BARE, to=row.name)
    else:
        assert communique.export(BARE, to=row.name).data
    whole = communique.export(BARE, to=row.name, texts=[TEXT]).data
    assert whole == communique.export(example_article(), to=row.name).data or row.name == "duckdb"


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_nothing_at_all_is_exported_to_something_that_can_be_read(row: Format) -> None:
    assert communique.export([], to=row.name).data is not None


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_an_article_that_does_not_hold_together_is_refused(row: Format, tmp_path: Path) -> None:
    whole = example_article()
    without = whole.model_copy(update={"actors": whole.actors[:1]})
    with pytest.raises(RecordError) as caught:
        communique.export([whole, without], tmp_path / f"x{row.suffixes[0]}", to=row.name)
    said = str(caught.value)
    assert said.startswith(
        "article 2, 'Lisbon talks calm fishing dispute': not a valid article: no record has"
    )
    assert "at /" in said
    assert "[dangling-reference]" in said
    assert "communique.validate lists all" in said
    assert not list(tmp_path.iterdir())


def test_a_quote_that_does_not_stand_there_is_refused_with_its_place() -> None:
    whole = example_article()
    moved = whole.meetings[0].evidence[0].model_copy(update={"start": 0, "end": 3})
    meeting = whole.meetings[0].model_copy(update={"evidence": (moved,)})
    with pytest.raises(RecordError, match=r"at /meetings/0/evidence/0/quote \[quote-mismatch\]"):
        communique.export(whole.model_copy(update={"meetings": (meeting,)}), to="graphml")


def test_values_that_are_no_json_are_refused() -> None:
    whole = example_article()
    broken = whole.model_copy(update={"text": "a lone \ud800"})
    with pytest.raises(RecordError, match=r"not a valid article: .*surrogate"):
        communique.export(broken, to="markdown")
    with pytest.raises(RecordError, match="article 1: not a valid article"):
        communique.export(Article.model_construct(source=None), to="markdown")  # type: ignore[arg-type, call-arg]


@pytest.mark.parametrize(
    "given", ["article.json", Path("article.json"), {"text": "a"}, [{"text": "a"}], 5, None]
)
def test_what_is_no_article_is_told(given: object) -> None:
    with pytest.raises(UsageError, match=r"is no Article \(communique\.load makes one"):
        communique.export(given, to="markdown")  # type: ignore[arg-type]


def test_names_and_suffixes_are_unique_and_the_longest_suffix_counts() -> None:
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({row.name for row in FORMATS}) == len(FORMATS)
    for row in FORMATS:
        for suffix in row.suffixes:
            assert of_path(f"some.folder/An Article.v2{suffix.upper()}") is row
    assert named("CSV").name == "csv"
    assert named("md").name == "markdown"
    assert named(".ttl").name == "turtle"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("actors.csv", "name a folder and give --to csv, name a file .csv.zip, or choose one of them"),
        ("article.xlsx", "or give --to with one of csv, tsv"),
        ("article.html", "communique view"),
        ("article", "or give --to with one of csv, tsv"),
        ("markdown", "give --to markdown"),
    ],
)
def test_a_name_that_tells_nothing(path: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        communique.export(example_article(), path)
    assert hint in str(caught.value)


def test_one_table_of_several(tmp_path: Path) -> None:
    made = communique.export(example_article(), tmp_path / "some.csv", table="mentions")
    assert (tmp_path / "some.csv").read_bytes() == made.data
    assert made.data == communique.export(example_article(), to="csv").files["mentions.csv"]
    with pytest.raises(UsageError, match=r"no table 'people' .*there are articles, sections"):
        communique.export(example_article(), to="csv", table="people")
    with pytest.raises(UsageError, match="no table to choose"):
        communique.export(example_article(), to="markdown", table="actors")


def test_what_cannot_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is it parquet"):
        communique.export(example_article(), to="parket")
    with pytest.raises(UsageError, match="nothing says what to export to"):
        communique.export(example_article())
    with pytest.raises(UsageError, match="this is a folder"):
        communique.export(example_article(), tmp_path, to="markdown")
    with pytest.raises(UsageError, match="no such folder"):
        communique.export(example_article(), tmp_path / "no" / "a.md")
    with pytest.raises(UsageError, match="no article was made from the text"):
        communique.export(BARE, to="csv", texts=["something else"])
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(UsageError, match="CSV is several files"):
        communique.export(example_article(), tmp_path / "a.txt", to="csv")
    assert (tmp_path / "a.txt").read_text() == "mine"


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, library in (("parquet", "pyarrow"), ("duckdb", "duckdb"), ("docbin", "spacy")):
        monkeypatch.delitem(sys.modules, f"communique.export.{named(name).module}", raising=False)
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(MissingExtra, match=r"pip install 'communique\[") as caught:
            communique.export(example_article(), to=name)
        assert caught.value.extra == named(name).extra


def test_a_fault_of_our_own_is_no_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("communique.export.markdown")

    def broken(articles: object) -> Mapping[str, bytes]:
        raise ModuleNotFoundError("gone", name="communique.gone")

    monkeypatch.setattr(module, "render", broken)
    with pytest.raises(ModuleNotFoundError):
        communique.export(example_article(), to="markdown")


@pytest.mark.parametrize("name", ["csv", "brat", "markdown"])
def test_the_language_model_is_never_loaded(name: str) -> None:
    code = (
        "import sys, communique\n"
        f"article = communique.load({str(EXAMPLE)!r})\n"
        f"article.export(to={name!r})\n"
        "from communique.export.brat.reading import import_brat\n"
        "heavy = [m for m in sys.modules if m in ('numpy', 'onnxruntime', 'spacy', 'pyarrow', 'duckdb')\n"
        "         or m.startswith(('communique.analyse', 'communique.recognise', 'communique.convert'))]\n"
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_article_given_twice_counts_once() -> None:
    one: Article = example_article()
    assert communique.export([one, one], to="jsonl").data == communique.export(one, to="jsonl").data
