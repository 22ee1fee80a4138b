"""An Article rebuilt from rows of tables: what shows that a table format lost nothing.

Rows are dictionaries, as a reader of the format gives them; nothing of ``communique.export`` is used.
"""

from __future__ import annotations

import json
from typing import Any

from communique.records import Article

Rows = dict[str, list[dict[str, Any]]]


def rebuilt(tables: Rows) -> list[Article]:
    """The articles, in the order of their rows."""
    return [_article(_Tables(tables, row["article"]), row) for row in tables["articles"]]


class _Tables:
    def __init__(self, tables: Rows, article: str) -> None:
        self._of = {name: [row for row in rows if row["article"] == article] for name, rows in tables.items()}

    def all(self, table: str, **named: str) -> list[dict[str, Any]]:
        """The rows of the article that have these values, in the order that ``number`` tells."""
        found = [row for row in self._of[table] if all(row[key] == named[key] for key in named)]
        return sorted(found, key=lambda row: row["number"]) if found and "number" in found[0] else found

    def found_by(self, record: str) -> str:
        [row] = self.all("records", record=record)
        return str(row["found_by"])

    def evidence(self, record: str) -> list[dict[str, Any] | None]:
        return [_span(row) for row in self.all("evidence", record=record)]


def _article(tables: _Tables, row: dict[str, Any]) -> Article:
    keys = ["title", "publisher", "published", "url", "language", "media_type", "sha256", "length"]
    made = {
        "schema_version": row["schema_version"],
        "source": {**{key: row[key] for key in keys}, "authors": row["authors"]},
        "text": row["text"],
        "sections": [_section(tables, each) for each in tables.all("sections")],
        "boilerplate": [_span(each) for each in tables.all("boilerplate")],
        "actors": [_actor(tables, each) for each in tables.all("actors")],
        "meetings": [_meeting(tables, each) for each in tables.all("meetings")],
        "controversies": [_controversy(tables, each) for each in tables.all("controversies")],
        "implications": [_implication(tables, each) for each in tables.all("implications")],
        "statements": [_statement(tables, each) for each in tables.all("statements")],
        "extraction": {
            "engine": row["extraction_engine"],
            "version": row["extraction_version"],
            "settings": json.loads(row["extraction_settings"]),
        },
    }
    return Article.model_validate_json(json.dumps(made))


def _section(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    paragraphs = [_place(each) for each in tables.all("paragraphs", section=row["section"])]
    heading = _span(row, "heading_")
    return {
        "id": row["section"],
        "heading": heading,
        "level": row["level"],
        **_place(row),
        "paragraphs": paragraphs,
    }


def _actor(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    name = row["actor"]
    return {
        "id": name,
        **{key: row[key] for key in ("name", "kind", "aliases", "country")},
        "identifiers": {
            each["scheme"]: each["value"] for each in tables.all("actor_identifiers", actor=name)
        },
        "roles": [
            {"title": _span(each, "title_"), "of": each["of_actor"]}
            for each in tables.all("actor_roles", actor=name)
        ],
        "mentions": [
            {**(_span(each) or {}), "form": each["form"]} for each in tables.all("mentions", actor=name)
        ],
        "found_by": tables.found_by(name),
    }


def _meeting(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    name = row["meeting"]
    return {
        "id": name,
        **{key: row[key] for key in ["name", "kind", "status", "several", "part_of", "event_code"]},
        **_when_and_where(row),
        "participants": [each["actor"] for each in tables.all("meeting_participants", meeting=name)],
        "topics": [_span(each) for each in tables.all("meeting_topics", meeting=name)],
        "evidence": tables.evidence(name),
        "found_by": tables.found_by(name),
    }


def _controversy(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    name = row["controversy"]
    return {
        "id": name,
        **{key: row[key] for key in ("name", "kind", "standing")},
        **_when_and_where(row),
        "about": [each["actor"] for each in tables.all("controversy_about", controversy=name)],
        "meetings": [each["meeting"] for each in tables.all("controversy_meetings", controversy=name)],
        "positions": [
            {
                "stance": each["stance"],
                "attribution": None if each["own_voice"] else _attribution(each),
                "claim": _span(each, "claim_"),
                "certainty": each["certainty"],
            }
            for each in tables.all("positions", controversy=name)
        ],
        "evidence": tables.evidence(name),
        "found_by": tables.found_by(name),
    }


def _implication(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    name = row["implication"]

    def refs(side: str) -> list[str]:
        return [each["record"] for each in tables.all("implication_refs", implication=name, side=side)]

    return {
        "id": name,
        **{part: _span(row, f"{part}_") for part in ("cause", "effect", "cue")},
        "cause_refs": refs("cause"),
        "effect_refs": refs("effect"),
        "affects": [each["actor"] for each in tables.all("implication_affects", implication=name)],
        **{key: row[key] for key in ["direction", "certainty", "polarity", "time"]},
        "attribution": None if row["own_voice"] else _attribution(row),
        "evidence": tables.evidence(name),
        "found_by": tables.found_by(name),
    }


def _statement(tables: _Tables, row: dict[str, Any]) -> dict[str, Any]:
    name = row["statement"]
    return {
        "id": name,
        "attribution": _attribution(row),
        "content": _span(row, "content_"),
        **{key: row[key] for key in ["kind", "quoted", "certainty", "polarity"]},
        "about": [each["actor"] for each in tables.all("statement_about", statement=name)],
        "evidence": tables.evidence(name),
        "found_by": tables.found_by(name),
    }


def _attribution(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": _span(row, "attribution_source_"),
        "actor": row["attribution_actor"],
        "cue": _span(row, "attribution_cue_"),
    }


def _when_and_where(row: dict[str, Any]) -> dict[str, Any]:
    when, where = _span(row, "date_"), _span(row, "place_")
    return {
        "date": when and {**when, "edtf": row["date_edtf"]},
        "place": where and {**where, "name": row["place_name"], "country": row["place_country"]},
    }


def _span(row: dict[str, Any], prefix: str = "") -> dict[str, Any] | None:
    if row[f"{prefix}quote"] is None:
        return None
    return {
        "start": row[f"{prefix}char_start"],
        "end": row[f"{prefix}char_end"],
        "quote": row[f"{prefix}quote"],
    }


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {"start": row["char_start"], "end": row["char_end"]}
