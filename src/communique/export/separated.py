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
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from io import BytesIO, TextIOWrapper
from typing import BinaryIO

from communique.export.cells import Value

_FORMULA = re.compile("'|[\t\r\n\x00]|[\\s\x00\ufeff\u200b]*[=+\\-@＝＋－＠]")


class Separated:
    """Writes a table; with ``mark`` a byte order mark first, by which spreadsheets know UTF-8."""

    def __init__(self, names: Iterable[str], file: BinaryIO, separator: str, *, mark: bool) -> None:
        self._text = TextIOWrapper(file, "utf-8", newline="")
        if mark:
            self._text.write("\ufeff")
        self._rows = csv.writer(self._text, delimiter=separator, lineterminator="\r\n")
        self._rows.writerow(names)

    def add(self, rows: Iterable[Iterable[Value]]) -> None:
        """Write rows."""
        self._rows.writerows([_cell(value) for value in row] for row in rows)

    def close(self) -> None:
        """Write what is held back; the file stays open."""
        self._text.detach()


def text_table(names: Iterable[str], rows: Iterable[Iterable[Value]], separator: str, *, mark: bool) -> bytes:
    """One table: a line of names, then the rows."""
    file = BytesIO()
    with closing(Separated(names, file, separator, mark=mark)) as table:
        table.add(rows)
    return file.getvalue()


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
