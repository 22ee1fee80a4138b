"""The tables that CSV, TSV, JSON lines, Parquet and DuckDB share: their names, columns and keys.

A table a kind of record, and a table for each list in one: who took part in a meeting, which words a record
rests on. The name of a column is the path of its field, joined by ``_``. Words and their place are three
columns: ``quote``, and ``char_start`` and ``char_end``, code points of the article's text. A date has
``date_first`` and ``date_last`` besides its EDTF: the first and the last day that it can mean.

Every table begins with ``article``, so that several articles fit into one, and each has a primary key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from communique.export import table_rows as rows
from communique.export.identity import tell_apart
from communique.records import Article

Type = Literal["text", "integer", "boolean", "date", "texts"]
Value = str | int | bool | date | list[str] | None
Row = tuple[Value, ...]


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


def tabulate(articles: Sequence[Article]) -> Iterator[tuple[Table, list[Row]]]:
    """Every table with its rows, the tables that others point at before those; equal articles count once."""
    told = tell_apart(articles)
    for table in TABLES:
        yield table, [row for one in told for row in table.rows(one.key, one.article)]


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _maybe(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, nullable=True) for name in names)


def _span(prefix: str = "", *, nullable: bool = False) -> tuple[Column, ...]:
    return (
        Column(f"{prefix}quote", "text", nullable),
        Column(f"{prefix}char_start", "integer", nullable),
        Column(f"{prefix}char_end", "integer", nullable),
    )


def _attribution(*, nullable: bool) -> tuple[Column, ...]:
    own = (Column("own_voice", "boolean"),) if nullable else ()
    source, cue = _span("attribution_source_", nullable=True), _span("attribution_cue_", nullable=True)
    return (*own, Column("attribution_actor", nullable=True), *source, *cue)


_NUMBER: Final = Column("number", "integer")
"""Where a row stands in the list that it comes from, from 1."""
_WHEN: Final = (
    Column("date_edtf", nullable=True),
    Column("date_first", "date", nullable=True),
    Column("date_last", "date", nullable=True),
    *_span("date_", nullable=True),
)
_WHERE: Final = (*_maybe("place_name", "place_country"), *_span("place_", nullable=True))


def _table(
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


TABLES: Final[tuple[Table, ...]] = (
    _table(
        "articles",
        (
            *_text("schema_version"),
            *_maybe("title"),
            Column("authors", "texts"),
            *_maybe("publisher", "published"),
            Column("published_first", "date", nullable=True),
            Column("published_last", "date", nullable=True),
            *_maybe("url", "language", "media_type"),
            *_text("sha256"),
            Column("length", "integer"),
            *_maybe("text"),
            *_text("extraction_engine", "extraction_version", "extraction_settings"),
        ),
        rows.articles,
        key=(),
    ),
    _table(
        "sections",
        (
            *_text("section"),
            _NUMBER,
            Column("level", "integer"),
            *_span("heading_", nullable=True),
            Column("char_start", "integer"),
            Column("char_end", "integer"),
        ),
        rows.sections,
        key=("section",),
    ),
    _table(
        "paragraphs",
        (*_text("section"), _NUMBER, Column("char_start", "integer"), Column("char_end", "integer")),
        rows.paragraphs,
        key=("section", "number"),
        links=(("section", "sections"),),
    ),
    _table("boilerplate", (_NUMBER, *_span()), rows.boilerplate, key=("number",)),
    _table("records", (*_text("record", "type", "found_by"), _NUMBER), rows.records, key=("record",)),
    _table(
        "actors",
        (*_text("actor"), *_text("name", "kind"), Column("aliases", "texts"), *_maybe("country")),
        rows.actors,
        key=("actor",),
        links=(("actor", "records"),),
    ),
    _table(
        "actor_identifiers",
        _text("actor", "scheme", "value"),
        rows.identifiers,
        key=("actor", "scheme"),
        links=(("actor", "actors"),),
    ),
    _table(
        "actor_roles",
        (*_text("actor"), _NUMBER, *_span("title_"), *_maybe("of_actor")),
        rows.roles,
        key=("actor", "number"),
        links=(("actor", "actors"), ("of_actor", "actors")),
    ),
    _table(
        "mentions",
        (*_text("actor"), _NUMBER, *_span(), *_text("form")),
        rows.mentions,
        key=("actor", "number"),
        links=(("actor", "actors"),),
    ),
    _table(
        "meetings",
        (
            *_text("meeting", "name", "kind", "status"),
            Column("several", "boolean"),
            *_WHEN,
            *_WHERE,
            *_maybe("part_of", "event_code"),
        ),
        rows.meetings,
        key=("meeting",),
        # That part_of names a meeting is no link here: a database that takes rows one after the other
        # would refuse a part that stands before its whole.
        links=(("meeting", "records"), ("part_of", "records")),
    ),
    _table(
        "meeting_participants",
        (*_text("meeting"), _NUMBER, *_text("actor")),
        rows.participants,
        key=("meeting", "number"),
        links=(("meeting", "meetings"), ("actor", "actors")),
    ),
    _table(
        "meeting_topics",
        (*_text("meeting"), _NUMBER, *_span()),
        rows.topics,
        key=("meeting", "number"),
        links=(("meeting", "meetings"),),
    ),
    _table(
        "controversies",
        (*_text("controversy", "name", "kind"), *_maybe("standing"), *_WHEN, *_WHERE),
        rows.controversies,
        key=("controversy",),
        links=(("controversy", "records"),),
    ),
    _table(
        "controversy_about",
        (*_text("controversy"), _NUMBER, *_text("actor")),
        rows.controversy_about,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("actor", "actors")),
    ),
    _table(
        "controversy_meetings",
        (*_text("controversy"), _NUMBER, *_text("meeting")),
        rows.controversy_meetings,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("meeting", "meetings")),
    ),
    _table(
        "positions",
        (
            *_text("controversy"),
            _NUMBER,
            *_text("stance", "certainty"),
            *_span("claim_"),
            *_attribution(nullable=True),
        ),
        rows.positions,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("attribution_actor", "actors")),
    ),
    _table(
        "implications",
        (
            *_text("implication"),
            *_span("cause_"),
            *_span("cue_"),
            *_span("effect_"),
            *_text("direction", "certainty", "polarity", "time"),
            *_attribution(nullable=True),
        ),
        rows.implications,
        key=("implication",),
        links=(("implication", "records"), ("attribution_actor", "actors")),
    ),
    _table(
        "implication_refs",
        (*_text("implication", "side"), _NUMBER, *_text("record")),
        rows.implication_refs,
        key=("implication", "side", "number"),
        links=(("implication", "implications"), ("record", "records")),
    ),
    _table(
        "implication_affects",
        (*_text("implication"), _NUMBER, *_text("actor")),
        rows.implication_affects,
        key=("implication", "number"),
        links=(("implication", "implications"), ("actor", "actors")),
    ),
    _table(
        "statements",
        (
            *_text("statement", "kind"),
            Column("quoted", "boolean"),
            *_text("certainty", "polarity"),
            *_span("content_"),
            *_attribution(nullable=False),
        ),
        rows.statements,
        key=("statement",),
        links=(("statement", "records"), ("attribution_actor", "actors")),
    ),
    _table(
        "statement_about",
        (*_text("statement"), _NUMBER, *_text("actor")),
        rows.statement_about,
        key=("statement", "number"),
        links=(("statement", "statements"), ("actor", "actors")),
    ),
    _table(
        "evidence",
        (*_text("record"), _NUMBER, *_span()),
        rows.evidence,
        key=("record", "number"),
        links=(("record", "records"),),
    ),
)
