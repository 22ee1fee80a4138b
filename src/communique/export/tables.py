"""The tables that CSV, TSV, JSON lines, Parquet and DuckDB share: their names, columns and keys.

A table a kind of record, and a table for each list in one: who took part in a meeting, which words a record
rests on. The name of a column is the path of its field, joined by ``_``. Words and their place are three
columns: ``quote``, and ``char_start`` and ``char_end``, code points of the article's text. A date has
``date_first`` and ``date_last`` besides its EDTF: the first and the last day that it can mean.

Every table begins with ``article``, so that several articles fit into one, and each has a primary key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from communique.export import table_rows as rows
from communique.export.cells import Row
from communique.export.identity import tell_apart
from communique.export.table import (
    NUMBER,
    WHEN,
    WHERE,
    Column,
    Table,
    attribution,
    maybe,
    span,
    table,
    text,
)
from communique.records import Article


def tabulate(articles: Sequence[Article]) -> Iterator[tuple[Table, list[Row]]]:
    """Every table with its rows, the tables that others point at before those; equal articles count once."""
    told = tell_apart(articles)
    for each in TABLES:
        yield each, [row for one in told for row in each.rows(one.key, one.article)]


TABLES: Final[tuple[Table, ...]] = (
    table(
        "articles",
        (
            *text("schema_version"),
            *maybe("title"),
            Column("authors", "texts"),
            *maybe("publisher", "published"),
            Column("published_first", "date", nullable=True),
            Column("published_last", "date", nullable=True),
            *maybe("url", "language", "media_type"),
            *text("sha256"),
            Column("length", "integer"),
            *maybe("text"),
            *text("extraction_engine", "extraction_version", "extraction_settings"),
        ),
        rows.articles,
        key=(),
    ),
    table(
        "sections",
        (
            *text("section"),
            NUMBER,
            Column("level", "integer"),
            *span("heading_", nullable=True),
            Column("char_start", "integer"),
            Column("char_end", "integer"),
        ),
        rows.sections,
        key=("section",),
    ),
    table(
        "paragraphs",
        (*text("section"), NUMBER, Column("char_start", "integer"), Column("char_end", "integer")),
        rows.paragraphs,
        key=("section", "number"),
        links=(("section", "sections"),),
    ),
    table("boilerplate", (NUMBER, *span()), rows.boilerplate, key=("number",)),
    table("records", (*text("record", "type", "found_by"), NUMBER), rows.records, key=("record",)),
    table(
        "actors",
        (*text("actor"), *text("name", "kind"), Column("aliases", "texts"), *maybe("country")),
        rows.actors,
        key=("actor",),
        links=(("actor", "records"),),
    ),
    table(
        "actor_identifiers",
        text("actor", "scheme", "value"),
        rows.identifiers,
        key=("actor", "scheme"),
        links=(("actor", "actors"),),
    ),
    table(
        "actor_roles",
        (*text("actor"), NUMBER, *span("title_"), *maybe("of_actor")),
        rows.roles,
        key=("actor", "number"),
        links=(("actor", "actors"), ("of_actor", "actors")),
    ),
    table(
        "mentions",
        (*text("actor"), NUMBER, *span(), *text("form")),
        rows.mentions,
        key=("actor", "number"),
        links=(("actor", "actors"),),
    ),
    table(
        "meetings",
        (
            *text("meeting", "name", "kind", "status"),
            Column("several", "boolean"),
            *WHEN,
            *WHERE,
            *maybe("part_of", "event_code"),
        ),
        rows.meetings,
        key=("meeting",),
        # That part_of names a meeting is no link here: a database that takes rows one after the other
        # would refuse a part that stands before its whole.
        links=(("meeting", "records"), ("part_of", "records")),
    ),
    table(
        "meeting_participants",
        (*text("meeting"), NUMBER, *text("actor")),
        rows.participants,
        key=("meeting", "number"),
        links=(("meeting", "meetings"), ("actor", "actors")),
    ),
    table(
        "meeting_topics",
        (*text("meeting"), NUMBER, *span()),
        rows.topics,
        key=("meeting", "number"),
        links=(("meeting", "meetings"),),
    ),
    table(
        "controversies",
        (*text("controversy", "name", "kind"), *maybe("standing"), *WHEN, *WHERE),
        rows.controversies,
        key=("controversy",),
        links=(("controversy", "records"),),
    ),
    table(
        "controversy_about",
        (*text("controversy"), NUMBER, *text("actor")),
        rows.controversy_about,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("actor", "actors")),
    ),
    table(
        "controversy_meetings",
        (*text("controversy"), NUMBER, *text("meeting")),
        rows.controversy_meetings,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("meeting", "meetings")),
    ),
    table(
        "positions",
        (
            *text("controversy"),
            NUMBER,
            *text("stance", "certainty"),
            *span("claim_"),
            *attribution(nullable=True),
        ),
        rows.positions,
        key=("controversy", "number"),
        links=(("controversy", "controversies"), ("attribution_actor", "actors")),
    ),
    table(
        "implications",
        (
            *text("implication"),
            *span("cause_"),
            *span("cue_"),
            *span("effect_"),
            *text("direction", "certainty", "polarity", "time"),
            *attribution(nullable=True),
        ),
        rows.implications,
        key=("implication",),
        links=(("implication", "records"), ("attribution_actor", "actors")),
    ),
    table(
        "implication_refs",
        (*text("implication", "side"), NUMBER, *text("record")),
        rows.implication_refs,
        key=("implication", "side", "number"),
        links=(("implication", "implications"), ("record", "records")),
    ),
    table(
        "implication_affects",
        (*text("implication"), NUMBER, *text("actor")),
        rows.implication_affects,
        key=("implication", "number"),
        links=(("implication", "implications"), ("actor", "actors")),
    ),
    table(
        "statements",
        (
            *text("statement", "kind"),
            Column("quoted", "boolean"),
            *text("certainty", "polarity"),
            *span("content_"),
            *attribution(nullable=False),
        ),
        rows.statements,
        key=("statement",),
        links=(("statement", "records"), ("attribution_actor", "actors")),
    ),
    table(
        "statement_about",
        (*text("statement"), NUMBER, *text("actor")),
        rows.statement_about,
        key=("statement", "number"),
        links=(("statement", "statements"), ("actor", "actors")),
    ),
    table(
        "evidence",
        (*text("record"), NUMBER, *span()),
        rows.evidence,
        key=("record", "number"),
        links=(("record", "records"),),
    ),
)
