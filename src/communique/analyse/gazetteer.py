"""A user's own table of names: ``--gazetteer FILE.csv``. It stands above every other table and vote.

    name,aliases,kind,country,wikidata
    Wagner Group,PMC Wagner|Wagner PMC,organization,RU,Q17052997

UTF-8, comma-separated (RFC 4180), the columns in any order; only ``name`` and ``kind`` must be filled.
Aliases are separated by ``|``. A row that cannot be used is an error that names its line, never skipped.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from communique.analyse.tables import Entry, countries, plain
from communique.errors import GazetteerError

COLUMNS = ("name", "aliases", "kind", "country", "wikidata")
KINDS = ("person", "country", "government", "organization", "place", "event", "other")
MAX_BYTES = 20_000_000
MAX_NAMES = 200_000
MAX_LENGTH = 200
"""Code points in one name: longer is a broken quotation mark, not a name."""
FEWER = "leave out what the texts never name"
WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")


@dataclass(frozen=True)
class Gazetteer:
    """Names of the user's own: each form with its entry."""

    entries: Mapping[str, Entry]
    sha256: str
    """Digest of the table as it was read: the Article records it, so that the conversion can be repeated."""

    def lookup(self, name: str) -> Entry | None:
        """What the user's table says of a name, or ``None``."""
        return self.entries.get(plain(name))


def load_gazetteer(path: str | PathLike[str]) -> Gazetteer:
    """Read a gazetteer.

    :raises GazetteerError: the file cannot be read, or a row cannot be used; ``where`` names file and line.
    """
    path = Path(path)
    found: dict[str, Entry] = {}
    table = _text(path)
    for line, row in _rows(table, str(path)):
        where = f"{path}:{line}"
        entry = _entry(row, where)
        for form in (entry.name, *row["aliases"].split("|")):
            form = plain(form)
            if not form:
                continue
            if len(form) > MAX_LENGTH:
                raise GazetteerError(
                    f"a name has {len(form)} characters",
                    where=where,
                    hint=f"at most {MAX_LENGTH}; is a quotation mark open?",
                )
            if form in found and found[form] != entry:
                raise GazetteerError(f"{form!r} is named twice", where=where, hint="give each name one row")
            found[form] = entry
            if len(found) > MAX_NAMES:
                raise GazetteerError(f"more than {MAX_NAMES:,} names", where=where, hint=FEWER)
    return Gazetteer(found, hashlib.sha256(table.encode()).hexdigest())


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GazetteerError(
                f"larger than {MAX_BYTES // 1_000_000} MB",
                where=str(path),
                hint=FEWER,
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GazetteerError(
            f"cannot be read: {error.strerror}", where=str(path), hint="check the path of the gazetteer"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise GazetteerError("not UTF-8", where=f"{path}:{line}", hint="save the table as UTF-8") from error


def _rows(text: str, path: str) -> Iterator[tuple[int, dict[str, str]]]:
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise GazetteerError("holds a NUL character", where=f"{path}:{line}", hint="is it a text file?")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1
            if header is None:
                header = _header(cells, path)
            elif any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    raise GazetteerError(
                        f"{len(cells)} columns, {len(header)} expected",
                        where=f"{path}:{start}",
                        hint="quote cells that hold a comma",
                    )
                row = dict.fromkeys(COLUMNS, "") | dict(zip(header, (c.strip() for c in cells), strict=True))
                yield start, row
    except csv.Error as error:
        raise GazetteerError(
            f"not CSV: {error}", where=f"{path}:{reader.line_num}", hint="RFC 4180"
        ) from error
    if header is None:
        raise GazetteerError("empty", where=f"{path}:1", hint=f"the first row is {','.join(COLUMNS)}")


def _header(cells: list[str], path: str) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    hint = f"the first row is {','.join(COLUMNS)}"
    unknown = [cell for cell in header if cell not in COLUMNS]
    if unknown:
        raise GazetteerError(f"unknown column {unknown[0]!r}", where=f"{path}:1", hint=hint)
    missing = [column for column in ("name", "kind") if column not in header]
    if missing:
        raise GazetteerError(f"no column {missing[0]!r}", where=f"{path}:1", hint=hint)
    if len(set(header)) != len(header):
        raise GazetteerError("a column stands twice", where=f"{path}:1", hint=hint)
    return header


def _entry(row: dict[str, str], where: str) -> Entry:
    name, kind, country, wikidata = plain(row["name"]), row["kind"], row["country"], row["wikidata"]
    if not name:
        raise GazetteerError("no name", where=where, hint="fill the column name, or delete the row")
    if kind not in KINDS:
        raise GazetteerError(f"unknown kind {kind!r}", where=where, hint=f"one of {', '.join(KINDS)}")
    if country and country not in countries():
        raise GazetteerError(
            f"no country has the code {country!r}",
            where=where,
            hint="ISO 3166-1 alpha-2 in capitals, such as FR",
        )
    if wikidata and not WIKIDATA.fullmatch(wikidata):
        raise GazetteerError(
            f"{wikidata!r} is no Wikidata id", where=where, hint="a Q and a number, such as Q159"
        )
    return Entry(name, kind, country or None, wikidata or None, "user")
