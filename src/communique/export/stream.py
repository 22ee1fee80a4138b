"""Many articles into tables, one after the other: memory for a few of them, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from communique.errors import UsageError
from communique.export import formats
from communique.export.formats import Format, missing, require_table
from communique.export.table import Table
from communique.export.tables import TABLES
from communique.export.target import is_folder, put, put_all, require_place, staged, zip_all
from communique.export.writer import on_disk
from communique.records import Article


def stream(
    articles: Iterable[Article], to: str, path: str | PathLike[str], *, table: str | None = None
) -> int:
    """Export valid articles to a format of tables, as ``communique.export`` does; tells how many.

    ``to`` is the name of a format that ``streams``; ``path`` and ``table`` are as there. Where there is no
    article, nothing is written.

    Raises:
        UsageError: no such format or table, one that cannot be written article by article, a folder where
            there should be a file, or the other way round.
        MissingExtra: the library that the format needs is not installed.
        OSError: the files cannot be written.
    """
    row = formats.named(to)
    if not row.streams:
        raise UsageError(
            f"{row.title} cannot be written article by article",
            hint=f"there are {', '.join(each.name for each in formats.FORMATS if each.streams)}",
        )
    if table is not None and not row.folder:
        raise UsageError(f"{row.title} has no table to choose", hint="leave the table out")
    where = fspath(path)
    target = Path(where)
    require_place(row.title, where, several=row.folder and table is None)
    module = _module(row)
    if not row.folder:
        with staged(target) as stage:
            count: int = module.write(articles, stage / "file")
            if count:
                put(stage / "file", target)
        return count
    chosen = TABLES if table is None else (_chosen(row, table),)
    whole = table is None and is_folder(where)
    names = [f"{one.name}.{row.name}" for one in chosen]
    with staged(target) as stage:
        count = on_disk(articles, module.writer, row.name, stage, chosen)
        if count and whole:
            put_all(stage, names, target)
        elif count and table is None:
            zip_all(stage, names, stage / "zip")
            put(stage / "zip", target)
        elif count:
            put(stage / names[0], target)
    return count


def _chosen(row: Format, table: str) -> Table:
    require_table(row, [one.name for one in TABLES], table)
    return next(one for one in TABLES if one.name == table)


def _module(row: Format) -> Any:
    try:
        return import_module(f"communique.export.{row.module}")
    except ModuleNotFoundError as error:
        raise missing(row, error) from error
