"""The table of formats that articles are exported to: one row a format, one module a row.

A module has ``render(articles) -> bytes`` where the format is one file, or ``files(articles)``, names to
bytes, where it is a folder; and ``lost(articles)``, in sentences what the format cannot hold and these
articles have. It is imported when its format is asked for, and so are the libraries it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from communique.errors import MissingExtra, UsageError
from communique.records import Article


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table."""

    name: str
    """What ``--to`` and ``to=`` take."""
    title: str
    """What people call it."""
    module: str
    """The module of ``communique.export`` that writes it."""
    suffixes: tuple[str, ...]
    """How the names of its files end, the usual one first: with ``folder``, of the zip of the folder."""
    folder: bool = False
    """Whether it is several files: a folder, or a zip of one."""
    extra: str | None = None
    """The extra of this package that brings the library it needs."""
    needs_text: bool = False
    """Whether it can do nothing with an article whose text was left out."""
    binary: bool = False
    """Whether a terminal cannot show it."""
    streams: bool = False
    """Whether articles can be written one after the other, so that many need no more memory than few."""
    keeps: bool = False
    """Whether a file that is there already and differs may be someone's work, not to be written over."""


class FileFormat(Protocol):
    """The module of a format that is one file."""

    def render(self, articles: Sequence[Article]) -> bytes:
        """The file."""

    def lost(self, articles: Sequence[Article]) -> tuple[str, ...]:
        """What the articles have and the file does not, a sentence each."""


class FolderFormat(Protocol):
    """The module of a format that is a folder."""

    def files(self, articles: Sequence[Article]) -> Mapping[str, bytes]:
        """The files by their names, in the order in which they are to be listed."""

    def lost(self, articles: Sequence[Article]) -> tuple[str, ...]:
        """What the articles have and the files do not, a sentence each."""


FORMATS: tuple[Format, ...] = (
    # Tables.
    Format("csv", "CSV", "csv", (".csv.zip",), folder=True, streams=True),
    Format("tsv", "TSV", "tsv", (".tsv.zip",), folder=True, streams=True),
    Format("jsonl", "JSON lines", "jsonl", (".jsonl.zip", ".ndjson.zip"), folder=True, streams=True),
    Format(
        "parquet",
        "Parquet",
        "parquet",
        (".parquet.zip",),
        folder=True,
        extra="parquet",
        binary=True,
        streams=True,
    ),
    Format("duckdb", "DuckDB", "duckdb", (".duckdb", ".db"), extra="duckdb", binary=True, streams=True),
    # Linked data.
    Format("jsonld", "JSON-LD", "jsonld", (".jsonld",)),
    Format("turtle", "Turtle", "turtle", (".ttl",)),
    Format("annotations", "Web Annotation", "annotation", (".annotations.jsonld", ".annotations.json")),
    # Graphs.
    Format("graphml", "GraphML", "graphml", (".graphml",)),
    Format("gexf", "GEXF", "gexf", (".gexf",)),
    Format("mermaid", "Mermaid network", "mermaid", (".mmd", ".mermaid")),
    Format("timeline", "Mermaid timeline", "timeline", (".timeline.mmd", ".timeline.mermaid")),
    Format("dot", "DOT", "dot", (".dot", ".gv")),
    # Other people's models.
    Format("ftm", "FollowTheMoney", "ftm", (".ftm.json", ".ftm.jsonl", ".ftm")),
    Format("plover", "PLOVER-style events", "plover", (".plover.csv",)),
    # For annotators.
    Format("brat", "brat standoff", "brat", (".brat.zip",), folder=True, needs_text=True, keeps=True),
    Format("docbin", "spaCy DocBin", "docbin", (".spacy",), extra="spacy", needs_text=True, binary=True),
    # To read.
    Format("markdown", "Markdown", "markdown", (".md", ".markdown")),
)

_BY_NAME = {row.name: row for row in FORMATS}
_BY_SUFFIX = {suffix: row for row in FORMATS for suffix in row.suffixes}


def asked(path: str | None, to: str | None, table: str | None) -> Format:
    """The format that was asked for: by name, or by the file to write.

    Raises:
        UsageError: none was, or there is none of this name.
    """
    if to is not None:
        return named(to)
    if path is None:
        raise UsageError(
            "nothing says what to export to", hint=f"give one of {', '.join(row.name for row in FORMATS)}"
        )
    if table is not None:
        return named(path.rpartition(".")[2])
    return of_path(path)


def named(name: str) -> Format:
    """The format of a name, or of the suffix of its files: ``markdown``, ``md``.

    Raises:
        UsageError: there is none.
    """
    wanted = name.lower().lstrip(".")
    found = _BY_NAME.get(wanted) or _BY_SUFFIX.get(f".{wanted}")
    if found is None:
        near = get_close_matches(wanted, _BY_NAME, 1)
        hint = f"is it {near[0]}?" if near else f"there are {', '.join(_BY_NAME)}"
        raise UsageError(f"there is no format {name!r}", hint=hint)
    return found


def of_path(path: str) -> Format:
    """The format that the end of a file's name tells; the longest that fits counts.

    Raises:
        UsageError: it tells none.
    """
    name = PurePath(path).name.lower()
    for at, sign in enumerate(name):
        if sign == "." and name[at:] in _BY_SUFFIX:
            return _BY_SUFFIX[name[at:]]
    suffix = PurePath(name).suffix.removeprefix(".")
    row = _BY_NAME.get(suffix or name)
    if row is not None and row.folder:
        hint = (
            f"{row.title} is several files: name a folder and give --to {row.name}, name a file "
            f"{row.suffixes[0]}, or choose one of them with --table"
        )
    elif row is not None:
        hint = f"give --to {row.name}"
    elif suffix in {"html", "htm"}:
        hint = "pages to read are made by communique view"
    else:
        usual = " ".join(row.suffixes[0] for row in FORMATS if not row.folder)
        hint = f"end it in one of {usual}, or give --to with one of {', '.join(_BY_NAME)}"
    raise UsageError("the name does not tell what to write", where=path, hint=hint)


def rendered(row: Format, articles: Sequence[Article]) -> bytes | Mapping[str, bytes]:
    """The file of a format, or the files of its folder by name.

    Raises:
        MissingExtra: the library that it needs is not installed.
    """
    try:
        module = import_module(f"communique.export.{row.module}")
        if row.folder:
            return cast("FolderFormat", module).files(articles)
        return cast("FileFormat", module).render(articles)
    except ModuleNotFoundError as error:
        raise missing(row, error) from error


def lost(row: Format, articles: Sequence[Article]) -> tuple[str, ...]:
    """What the format cannot hold and these articles have, a sentence each.

    Raises:
        MissingExtra: the library that it needs is not installed.
    """
    try:
        return cast("FileFormat", import_module(f"communique.export.{row.module}")).lost(articles)
    except ModuleNotFoundError as error:
        raise missing(row, error) from error


def require_table(row: Format, names: Sequence[str], table: str) -> None:
    """That a format has a table.

    Raises:
        UsageError: it has none of this name.
    """
    if table not in names:
        near = get_close_matches(table, names, 1)
        hint = f"is it {near[0]}?" if near else f"there are {', '.join(names)}"
        raise UsageError(f"{row.title} has no table {table!r}", hint=hint)


def missing(row: Format, error: ModuleNotFoundError) -> Exception:
    """The error for a format whose library is not installed; another one where a module of ours is gone."""
    ours = (error.name or "").split(".")[0] == "communique"
    return error if row.extra is None or ours else MissingExtra(row.title, row.extra)
