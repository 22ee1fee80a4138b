"""One JSON Schema for the article and one for each kind of record, each complete in itself.

A schema's ``$id`` is a name, not an address: every ``$ref`` points into the same file, so nothing is fetched.
"""

from __future__ import annotations

import inspect
import json
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import BaseModel

from communique.errors import UsageError
from communique.records import (
    SCHEMA_VERSION,
    Actor,
    Article,
    Controversy,
    Implication,
    Meeting,
    Statement,
)
from communique.schema.example import example

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "article": Article,
    "actor": Actor,
    "meeting": Meeting,
    "controversy": Controversy,
    "implication": Implication,
    "statement": Statement,
}

NAMES: tuple[str, ...] = tuple(MODELS)
"""The names that ``schema`` takes."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) called ``name``, one of ``NAMES``; a new dictionary each time.

    Raises ``UsageError`` for any other name.
    """
    if name not in MODELS:
        raise UsageError(f"there is no schema called {name!r}", hint=f"the schemas are {', '.join(NAMES)}")
    return deepcopy(_built(name))


def schema_text(name: str) -> str:
    """The schema as its published file: UTF-8, two spaces, a line break at the end."""
    text = json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
    # Line breaks that editors would show as such stand in a pattern.
    return text.replace("\u0085", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _built(name: str) -> dict[str, Any]:
    model = MODELS[name]
    raw = model.model_json_schema()
    parts = raw.pop("$defs", {})
    for part in (raw, *parts.values()):
        part["description"] = inspect.cleandoc(part["description"])
    return {
        "$schema": DIALECT,
        "$id": f"urn:communique:schema:{SCHEMA_VERSION}:{name}",
        "title": raw.pop("title"),
        "description": raw.pop("description"),
        **{key: raw[key] for key in ("type", "properties", "required", "additionalProperties")},
        "examples": [example(name)],
        "$defs": {title: _ordered(parts[title]) for title in sorted(parts)},
    }


def _ordered(part: dict[str, Any]) -> dict[str, Any]:
    first = ("title", "description", "type", "properties", "required", "additionalProperties")
    return {key: part[key] for key in (*first, *part) if key in part}
