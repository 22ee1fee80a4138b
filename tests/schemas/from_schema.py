"""A strategy for the values that a published schema describes, read from the schema alone."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from tests.strategies import LETTERS


def values(schema: dict[str, Any], parts: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that ``schema`` accepts; ``parts`` are its ``$defs``. Knows only what we publish."""
    if "$ref" in schema:
        part = parts[schema["$ref"].removeprefix("#/$defs/")]
        return st.deferred(lambda: values(part, parts))
    if "anyOf" in schema:
        return st.one_of([values(choice, parts) for choice in schema["anyOf"]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema["type"]:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            whole = st.integers(schema["minimum"], schema["maximum"])
            return whole | whole.map(float).filter(lambda number: number <= schema["maximum"])
        case "string":
            return _strings(schema)
        case "array":
            least = schema.get("minItems", 0)
            return st.lists(values(schema["items"], parts), min_size=least, max_size=least + 1)
        case "object" if "properties" in schema:
            assert schema["required"] == list(schema["properties"])
            return st.fixed_dictionaries(
                {name: values(one, parts) for name, one in schema["properties"].items()}
            )
        case "object":
            return st.dictionaries(
                _strings(schema["propertyNames"]), values(schema["additionalProperties"], parts), max_size=2
            )
    raise AssertionError(f"a keyword that this does not know: {schema}")


def _strings(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" not in schema:
        return st.text(LETTERS, min_size=schema.get("minLength", 0), max_size=6)
    banned = re.compile(schema["not"]["pattern"])
    return st.from_regex(schema["pattern"]).filter(lambda text: not banned.search(text))
