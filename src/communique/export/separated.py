"""Tables as text with separators, after RFC 4180: what CSV and TSV share.

Every table is a file. Its first line names the columns; lines end in CRLF, and a cell that holds the
separator, a double quote or a line break stands in double quotes, double quotes doubled. An empty cell is
null: no text of a record is empty. A list is a JSON array. ``true`` and ``false`` are written so, dates as
2018-07-16.

A cell of text that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that
begins with an apostrophe: to read back, take one leading apostrophe off. Formulas begin with ``=``, ``+``,
``-``, ``@``, their full-width forms, a tab or a line break (OWASP, CSV Injection), with or without white
space before them.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from communique.export.cells import Value
from communique.export.tables import tabulate
from communique.records import Article

_FORMULA = re.compile("'|[\t\r\n\x00]|[\\s\x00\ufeff\u200b]*[=+\\-@＝＋－＠]")


def files(articles: Sequence[Article], suffix: str, separator: str, *, mark: bool) -> Mapping[str, bytes]:
    """Every table as a file; with ``mark`` a byte order mark first, by which spreadsheets know UTF-8."""
    return {
        f"{table.name}.{suffix}": text_table(table.names, rows, separator, mark=mark)
        for table, rows in tabulate(articles)
    }


def text_table(names: Iterable[str], rows: Iterable[Iterable[Value]], separator: str, *, mark: bool) -> bytes:
    """One table: a line of names, then the rows."""
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _cell(value: Value) -> str | int | None:
    match value:
        case str():
            return f"'{value}" if _FORMULA.match(value) else value
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case list():
            return json.dumps(value, ensure_ascii=False)
    return value
