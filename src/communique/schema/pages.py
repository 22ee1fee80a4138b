"""The page ``docs/record-model.md``, written from the models: a description stands in one place."""

from __future__ import annotations

import json
from typing import Any

from communique.records import SCHEMA_VERSION
from communique.schema.build import NAMES, schema
from communique.schema.example import TEXT, example

_OPENING = f"""\
<!-- Generated from the record models by `python -m communique.schema`. Do not edit. -->

# The record model

What a converted article is, field by field: version {SCHEMA_VERSION}. The JSON Schemas in
`schemas/{SCHEMA_VERSION}/` say the same to a machine; `communique schema article` prints one.
What a schema cannot say is listed in [validation](validation.md).

## Rules of the format

1. **The record says what the article says, never what is true.** A claim keeps its holder and its certainty.
2. **Nothing without evidence.** `text[start:end] == quote` holds for every piece of evidence.
3. **Same input, same bytes.** The JSON of two runs is identical.
4. **Self-contained, or detached.** Where `text` is null, `source.sha256` says which text the \
offsets count into.
5. **Strict.** Every field is always present; where there is nothing to say it is `null` or an empty list. \
Fields that this page does not name are refused.

Offsets are half-open, `[start, end)`, and count Unicode code points: the indices of a Python string, not
bytes and not the UTF-16 units of JavaScript and Java. Line endings count as they stand: `\\r\\n` is two.

A whole number may be written `7` or `7.0`, up to 9007199254740991. The JSON is I-JSON (RFC 7493): UTF-8, no
key twice in an object, no `NaN`, no half of a surrogate pair.

## Ids and references

`kind:words-in-ascii`, as in `actor:ana-ruiz`; a namesake gets `-2`. Ids are unique in the article, and a
reference is the id of a record of the article. Letters of other scripts are written as their code points.

## Dates

EDTF (ISO 8601-2:2019), of levels 0 and 1:

| written | means |
|---|---|
| `2018-07-16`, `2018-07`, `2018` | a day, a month, a year |
| `199X`, `19XX` | the nineteen-nineties, the twentieth century |
| `2018-XX`, `2018-07-XX`, `2018-XX-XX` | some month, some day |
| `2018-21` … `2018-24` | spring, summer, autumn, winter |
| `2018~`, `2018?`, `2018%` | about 2018, perhaps 2018, both |
| `2017/2021`, `2017/..`, `../2021` | an interval; one that is open |
| `2017/`, `/2021` | an interval of which one end is not known |

Times of day and years before 0000 are not part of it. Readers of EDTF differ on unspecified digits in an
interval (`198X/2001`) and on a season with a qualifier (`2018-21~`); both are accepted here.
"""

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "null": "null",
    "object": "map",
}

# Fields that say by their pattern what they refer to.
_PATTERNS = {
    "^actor:": "actor id",
    "^meeting:": "meeting id",
    "^controversy:": "controversy id",
    "^implication:": "implication id",
    "^statement:": "statement id",
    "^section:": "section id",
    "^(?:actor|": "record id",
    "^[A-Z]{2}$": "country code",
    "^(?:(?:[0-9]{3}X": "EDTF date",
    "^https?": "web address",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
}


def record_model() -> str:
    """The page, in Markdown."""
    article = schema("article")
    parts: dict[str, dict[str, Any]] = article["$defs"]
    order = [
        "Source",
        "Section",
        "Paragraph",
        "Extraction",
        "Evidence",
        "DateMention",
        "PlaceMention",
        "Attribution",
    ]
    order += ["Actor", "Role", "Mention", "Meeting", "Controversy", "Position", "Implication", "Statement"]
    left = sorted(parts.keys() - set(order))
    sections = [_table("Article", article), *(_table(title, parts[title]) for title in [*order, *left])]
    return "\n".join([_OPENING, *sections, _example()])


def _table(title: str, part: dict[str, Any]) -> str:
    rows = [
        f"| `{name}` | {_type(field)} | {_cell(field['description'])} |"
        for name, field in part["properties"].items()
    ]
    return (
        f"## {title}\n\n{part['description']}\n\n| field | is | meaning |\n|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def _cell(description: str) -> str:
    return " ".join(description.split()).replace("|", "\\|")


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        title = field["$ref"].rpartition("/")[2]
        return f"[{title}](#{title.lower()})"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(choice) for choice in field["anyOf"]))
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " · ".join(f"`{value}`" for value in field["enum"])
    if field["type"] == "array":
        least = ", at least one" if field.get("minItems") else ""
        return f"list of {_type(field['items'])}{least}"
    if field["type"] == "object":
        return f"map of {_type(field['additionalProperties'])}"
    for pattern, name in _PATTERNS.items():
        if field.get("pattern", "").startswith(pattern):
            return name
    return _TYPES[field["type"]]


def _example() -> str:
    kinds = [name for name in NAMES if name != "article"]
    records = {name: example(name) for name in kinds}
    shown = "\n\n".join(
        f"### {name.capitalize()}\n\n```json\n{json.dumps(record, indent=2, ensure_ascii=False)}\n```"
        for name, record in records.items()
    )
    opening = (
        f"## An example\n\nThis invented text\n\n```text\n{TEXT}```\n\nholds, among others, these records."
    )
    return f"{opening}\n\n{shown}\n"
