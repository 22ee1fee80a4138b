"""The published schema's say: what ``jsonschema`` finds, put into the words of the record model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from communique.records.edtf import PATTERN as EDTF
from communique.schema import schema
from communique.validate.facts import is_offset
from communique.validate.problem import Finding, Path, printable

# A jsonschema ValidationError. Its stubs allow every attribute to be unset, as it is before it is raised.
Fault = Any

_KINDS = ("actor", "meeting", "controversy", "implication", "statement", "section")
_TYPES = {"string": "text", "integer": "a whole number", "boolean": "true or false", "null": "null"}
_TYPES |= {"array": "a list", "object": "an object", "number": "a number"}
_FORMS = {
    "url": "write an http or https address, other characters percent-encoded",
    "language": "write a language tag: en, en-GB",
    "media_type": "write type/subtype in small letters: text/plain",
    "sha256": "write 64 hexadecimal digits in small letters",
    "found_by": "write the name of a rule in small letters: meeting.noun",
    "event_code": "write a code of CAMEO or PLOVER: 036, CONSULT",
}


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema("article"), format_checker=Draft202012Validator.FORMAT_CHECKER)


def accepted(value: object) -> bool:
    """Whether the published schema of an article accepts a JSON value, format checks on."""
    return bool(_validator().is_valid(value))


def findings(value: object) -> Iterator[Finding]:
    """All that the published schema has against a JSON value, one finding for each thing to mend."""
    if not isinstance(value, dict) or not {"schema_version", "source"} & value.keys():
        yield _something_else(value)
        return
    for error in _validator().iter_errors(value):
        yield from _told(error, tuple(error.absolute_path))


def _something_else(value: object) -> Finding:
    hint = "give what `communique convert` wrote"
    if isinstance(value, list):
        hint = "give one article, or one on each line of a .jsonl file, not a list"
    elif isinstance(value, dict) and {"id", "found_by"} <= value.keys():
        hint = "this is a record: `communique schema` prints its schema, and articles hold it"
    message = f"this JSON is not an article but {_type_of(value)}"
    if isinstance(value, dict):
        message = "this JSON is not an article: it has neither schema_version nor source"
    return Finding("not-an-article", (), message, hint)


def _told(error: Fault, path: Path) -> Iterator[Finding]:
    if error.validator == "anyOf":
        yield from _choice(error, path)
    elif error.validator == "required":
        yield from _missing(error, path)
    elif error.validator == "additionalProperties":
        yield from _unknown(error, path)
    elif "propertyNames" in error.absolute_schema_path:
        message = f"{_shown(error.instance)} is no name that this map may hold"
        hint = "write small letters, digits, _ . and -, a letter first"
        yield Finding("pattern", (*path, error.instance), message, hint, at_key=True)
    elif not _beside_the_point(error):
        yield _single(error, path)


def _beside_the_point(error: Fault) -> bool:
    """Whether another error says of the same value what is really wrong with it."""
    match error.validator:
        case "not":
            # A pattern says of everything but text that it fits.
            return not isinstance(error.instance, str)
        case "minimum" | "maximum":
            return not is_offset(error.instance)
        case "type":
            return "const" in error.schema
    return False


def _choice(error: Fault, path: Path) -> Iterator[Finding]:
    """A value that may be several things: complain of the one it tries to be, else name them all."""
    branches: dict[object, list[Fault]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    for inners in branches.values():
        if not any(inner.validator == "type" and not inner.path for inner in inners):
            for inner in inners:
                yield from _told(inner, path + tuple(inner.path))
            return
    allowed = [_expected(choice) for choice in error.validator_value]
    yield _wrong_type(error.instance, path, " or ".join(allowed))


def _missing(error: Fault, path: Path) -> Iterator[Finding]:
    # jsonschema says in prose alone which one is missing.
    name = next(field for field in error.validator_value if error.message.startswith(repr(field)))
    known = error.schema.get("properties", {}).get(name, {})
    empty = "[]" if known.get("type") == "array" else "null" if "anyOf" in known else "…"
    yield Finding(
        "missing-field",
        path,
        f'the field "{name}" is missing',
        f'every field is always present: add "{name}": {empty}',
    )


def _unknown(error: Fault, path: Path) -> Iterator[Finding]:
    fields = error.schema.get("properties", {})
    for name in error.instance:
        if name in fields:
            continue
        near = get_close_matches(name, fields, 1)
        hint = f'is it "{near[0]}"?' if near else f"the fields here are {', '.join(fields)}"
        message = f"there is no field {_shown(name)} here"
        yield Finding("unknown-field", (*path, name), message, hint, at_key=True)


def _single(error: Fault, path: Path) -> Finding:
    shown, bound = _shown(error.instance), error.validator_value
    match error.validator:
        case "type":
            return _wrong_type(error.instance, path, _TYPES.get(bound, bound))
        case "enum":
            near = get_close_matches(str(error.instance), bound, 1)
            hint = f'is it "{near[0]}"?' if near else f"it is one of {', '.join(bound)}"
            return Finding("value", path, f"{shown} is none of the values allowed here", hint)
        case "const":
            hint = f"this program reads version {bound}: convert the article again"
            return Finding("version", path, f"{shown} is not a version of the record model known here", hint)
        case "minLength":
            hint = "say something, or null where the field may be null"
            return Finding("empty-value", path, "the text is empty", hint)
        case "minItems":
            hint = "quote at least one passage, or leave the record out"
            return Finding("missing-evidence", path, "a record needs evidence, and here is none", hint)
        case "minimum" | "maximum":
            side = "less" if error.validator == "minimum" else "more"
            hint = f"it is a number from {error.schema['minimum']} to {error.schema['maximum']}"
            return Finding("number-range", path, f"{shown} is {side} than is allowed here", hint)
        case _:
            return _misshapen(error.instance, str(error.schema.get("pattern", "")), path)


def _misshapen(value: str, pattern: str, path: Path) -> Finding:
    shown = _shown(value)
    if pattern == EDTF:
        hint = "write it as 2018-07-16, 2018-07, 2018, 199X, 2018~ or 2017/2021"
        return Finding("edtf", path, f"{shown} is no date of the record model", hint)
    if pattern == "^[A-Z]{2}$":
        return Finding(
            "country", path, f"{shown} is no country code", "write two capitals of ISO 3166-1: FR, KR"
        )
    wanted = next((kind for kind in _KINDS if pattern.startswith(f"^{kind}:")), None)
    if wanted or pattern.startswith("^(?:actor|"):
        kind, _, rest = value.partition(":")
        other_kind = kind != wanted if wanted else kind == "section"
        if kind in _KINDS and rest and other_kind:
            other = wanted or "a record"
            return Finding(
                "reference-type", path, f"{shown} is the id of {_a(kind)}", f"this is the id of {_a(other)}"
            )
        hint = f"write {wanted or 'actor'}:words-in-ascii, small letters and digits joined by hyphens"
        return Finding("id", path, f"{shown} is not an id", hint)
    hint = _FORMS.get(str(path[-1]), f"it must fit {pattern}")
    return Finding("pattern", path, f"{shown} does not have the form it must have", hint)


def _a(kind: str) -> str:
    if " " in kind:
        return kind
    return f"an {kind}" if kind[0] in "ai" else f"a {kind}"


def _wrong_type(value: object, path: Path, allowed: str) -> Finding:
    message = f"{_shown(value)} is {_type_of(value)}"
    return Finding("type", path, message, f"write {allowed}")


def _type_of(value: object) -> str:
    if isinstance(value, bool):
        return _TYPES["boolean"]
    kinds = {
        str: "string",
        int: "integer",
        float: "number",
        list: "array",
        dict: "object",
        type(None): "null",
    }
    return _TYPES[kinds[type(value)]]


def _expected(choice: dict[str, Any]) -> str:
    return _TYPES[choice["type"]] if "type" in choice else "an object"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= 60 else f"{text[:58]}…"
