"""CSV: a table a file, as ``separated`` writes them, for spreadsheets: with a byte order mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from communique.export.separated import Separated
from communique.export.table import Table
from communique.export.writer import in_memory
from communique.records import Article


def writer(table: Table, file: BinaryIO) -> Separated:
    """Opens a table: writes the line of names."""
    return Separated(table.names, file, ",", mark=True)


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.csv`` …"""
    return in_memory(articles, writer, "csv")


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()
