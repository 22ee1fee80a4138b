"""JSON lines: a table a file, a row a line: an object of all its columns, in their order.

Nothing is escaped but what JSON demands. Dates are text, 2018-07-16, and lists are arrays of text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from communique.export.tables import tabulate
from communique.records import Article


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The tables, ``actors.jsonl`` …"""
    made = {}
    for table, rows in tabulate(articles):
        lines = (
            json.dumps(dict(zip(table.names, row, strict=True)), ensure_ascii=False, default=date.isoformat)
            for row in rows
        )
        made[f"{table.name}.jsonl"] = "".join(f"{line}\n" for line in lines).encode()
    return made


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Nothing: every field of every record has its column."""
    return ()
