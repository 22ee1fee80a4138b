"""A table: its name, columns, key and links; and the columns that several tables share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from communique.export.cells import Row
from communique.records import Article

Type = Literal["text", "integer", "boolean", "date", "texts"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values, whether it may be empty."""

    name: str
    type: Type = "text"
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Columns that name a row of another table, by its primary key."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its rows come in the order of the articles and of the records in them."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...]
    rows: Callable[[str, Article], Iterator[Row]]
    """The rows of one article, given the name that its key column has for it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def text(*names: str) -> tuple[Column, ...]:
    """Columns of text that are never empty."""
    return tuple(Column(name) for name in names)


def maybe(*names: str) -> tuple[Column, ...]:
    """Columns of text that may be empty."""
    return tuple(Column(name, nullable=True) for name in names)


def span(prefix: str = "", *, nullable: bool = False) -> tuple[Column, ...]:
    """The columns of ``cells.span``."""
    return (
        Column(f"{prefix}quote", "text", nullable),
        Column(f"{prefix}char_start", "integer", nullable),
        Column(f"{prefix}char_end", "integer", nullable),
    )


def attribution(*, nullable: bool) -> tuple[Column, ...]:
    """The columns of ``cells.attribution``; with ``nullable`` first whether it is the article's own voice."""
    own = (Column("own_voice", "boolean"),) if nullable else ()
    source, cue = span("attribution_source_", nullable=True), span("attribution_cue_", nullable=True)
    return (*own, Column("attribution_actor", nullable=True), *source, *cue)


NUMBER: Final = Column("number", "integer")
"""Where a row stands in the list that it comes from, from 1."""
WHEN: Final = (
    Column("date_edtf", nullable=True),
    Column("date_first", "date", nullable=True),
    Column("date_last", "date", nullable=True),
    *span("date_", nullable=True),
)
WHERE: Final = (*maybe("place_name", "place_country"), *span("place_", nullable=True))


def table(
    name: str,
    columns: Iterable[Column],
    made: Callable[[str, Article], Iterator[Row]],
    *,
    key: tuple[str, ...],
    links: tuple[tuple[str, str], ...] = (),
) -> Table:
    """A table whose key and links are those named, within the article."""
    found = tuple(Link(("article", column), table) for column, table in links)
    above = (Link(("article",), "articles"),) if key and not found else ()
    return Table(name, (Column("article"), *columns), ("article", *key), (*above, *found), made)
