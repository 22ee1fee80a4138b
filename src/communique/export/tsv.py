"""TSV: a table a file, as ``separated`` writes them with tabs, for programs: without a byte order mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.export import separated
from communique.records import Article


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.tsv`` …"""
    return separated.files(articles, "tsv", "\t", mark=False)


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()
