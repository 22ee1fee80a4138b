"""Reads a gold file, or an article's JSON, into the same plain values, so that either can be scored.

The gold format is described in README.md beside this file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.gold.annotation import (
    Actor,
    Annotation,
    Attribution,
    Controversy,
    Implication,
    Meeting,
    Mention,
    Position,
    Span,
    Spans,
    Statement,
    When,
    Where,
)

Json = dict[str, Any]


def load(path: Path) -> Annotation:
    """Reads a gold file or an article's JSON, whichever `path` holds."""
    return read(json.loads(path.read_text(encoding="utf-8")))


def read(data: Json) -> Annotation:
    """Reads a gold file or an article from parsed JSON. Raises KeyError where a field is missing."""
    gold = "format" in data
    text = None if gold else data["text"]
    return Annotation(
        text=text,
        sha256=data["sha256"] if gold else data["source"]["sha256"],
        sentences=tuple((start, end) for start, end in data.get("sentences", ())),
        actors=tuple(_actor(record) for record in data["actors"]),
        meetings=tuple(_meeting(record) for record in data["meetings"]),
        controversies=tuple(_controversy(record) for record in data["controversies"]),
        implications=tuple(_implication(record) for record in data["implications"]),
        statements=tuple(_statement(record) for record in data["statements"]),
    )


def _span(value: Any) -> Span:
    if isinstance(value, dict):
        return Span(value["start"], value["end"], value["quote"])
    return Span(value[0], value[1], value[2])


def _spans(record: Json, field: str) -> Spans:
    if record[field] is None:
        return ()
    return tuple(_span(value) for value in (record[field], *record.get(f"{field}_or", ())))


def _key(record: Json) -> str:
    return str(record.get("id", record["name"]))


def _evidence(record: Json) -> Spans:
    """The passages; a gold file gives their offsets alone."""
    return tuple(_span(value if isinstance(value, dict) else [*value, ""]) for value in record["evidence"])


def _mentions(values: list[Any]) -> tuple[Mention, ...]:
    mentions: list[Mention] = []
    for value in values:
        if isinstance(value, dict):
            mentions.append(Mention((_span(value),), value["form"], False))
        elif value[4:] == ["or"]:
            last = mentions.pop()
            mentions.append(Mention((*last.spans, _span(value)), last.form, last.optional))
        else:
            mentions.append(Mention((_span(value),), value[3], value[4:] == ["optional"]))
    return tuple(mentions)


def _actor(record: Json) -> Actor:
    return Actor(
        key=_key(record),
        name=record["name"],
        kind=record["kind"],
        country=record["country"],
        mentions=_mentions(record["mentions"]),
        optional=record.get("optional", False),
    )


def _attribution(record: Json) -> Attribution:
    inner = record.get("attribution", record)
    if inner is None:
        return Attribution((), None, ())
    return Attribution(_spans(inner, "source"), inner["actor"], _spans(inner, "cue"))


def _meeting(record: Json) -> Meeting:
    date, place = record["date"], record["place"]
    return Meeting(
        key=_key(record),
        name=record["name"],
        kind=record["kind"],
        status=record["status"],
        several=record["several"],
        participants=frozenset(record["participants"]),
        date=None if date is None else When(_span(date.get("at", date)), date["edtf"]),
        place=None if place is None else Where(_span(place.get("at", place)), place["country"]),
        part_of=record["part_of"],
        evidence=_evidence(record),
        optional=record.get("optional", False),
        open=frozenset(record.get("open", ())),
    )


def _position(record: Json) -> Position:
    return Position(
        stance=record["stance"],
        attribution=_attribution(record),
        claim=_spans(record, "claim"),
        certainty=record["certainty"],
        optional=record.get("optional", False),
    )


def _controversy(record: Json) -> Controversy:
    return Controversy(
        key=_key(record),
        name=record["name"],
        kind=record["kind"],
        about=frozenset(record["about"]),
        positions=tuple(_position(position) for position in record["positions"]),
        standing=record["standing"],
        meetings=frozenset(record["meetings"]),
        evidence=_evidence(record),
        optional=record.get("optional", False),
        open=frozenset(record.get("open", ())),
    )


def _implication(record: Json) -> Implication:
    return Implication(
        cause=_spans(record, "cause"),
        effect=_spans(record, "effect"),
        cue=_spans(record, "cue"),
        direction=record["direction"],
        affects=frozenset(record["affects"]),
        certainty=record["certainty"],
        polarity=record["polarity"],
        time=record["time"],
        attribution=_attribution(record),
        optional=record.get("optional", False),
        open=frozenset(record.get("open", ())),
    )


def _statement(record: Json) -> Statement:
    return Statement(
        attribution=_attribution(record),
        content=_spans(record, "content"),
        kind=record["kind"],
        quoted=record["quoted"],
        about=frozenset(record["about"]),
        certainty=record["certainty"],
        polarity=record["polarity"],
        optional=record.get("optional", False),
        open=frozenset(record.get("open", ())),
    )
