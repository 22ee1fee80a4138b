"""A schema and its model accept and refuse the same JSON: proved both ways, with two validators."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from tests.schemas.from_schema import values
from tests.strategies import articles, mutated

from communique.records import Article
from communique.schema import NAMES, schema
from communique.schema.build import MODELS
from communique.schema.example import example

PLURALS = {
    "actor": "actors",
    "meeting": "meetings",
    "controversy": "controversies",
    "implication": "implications",
    "statement": "statements",
}


@cache
def python_validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def rust_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name), validate_formats=True)


def model_accepts(name: str, value: Any) -> bool:
    try:
        MODELS[name].model_validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


def verdicts(name: str, value: Any) -> dict[str, bool]:
    return {
        "model": model_accepts(name, value),
        "jsonschema": python_validator(name).is_valid(value),
        "jsonschema_rs": rust_validator(name).is_valid(value),
    }


def agreed(name: str, value: Any) -> bool:
    said = verdicts(name, value)
    assert len(set(said.values())) == 1, (said, value)
    return said["model"]


@settings(max_examples=25)
@given(articles())
def test_what_the_model_makes_the_schema_accepts(article: Article) -> None:
    value = json.loads(article.to_json())
    assert agreed("article", value)
    for name, plural in PLURALS.items():
        for record in value[plural]:
            assert agreed(name, record)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(articles().map(lambda article: json.loads(article.to_json())).flatmap(mutated))
def test_a_changed_article_is_accepted_by_both_or_refused_by_both(value: Any) -> None:
    agreed("article", value)


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_example_is_accepted_by_both_or_refused_by_both(name: str) -> None:
    seen = set()

    @settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
    @given(mutated(example(name)))
    def agree(value: Any) -> None:
        seen.add(agreed(name, value))

    agree()
    assert seen == {True, False}, "the mutations should be of both kinds"


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, one in inner for found in paths(one, (*path, step)))]


def own_paths(name: str) -> list[tuple[Any, ...]]:
    """Every place in the example; in an article those inside its records are left to the records' own."""
    found = paths(example(name))
    return [
        path for path in found if name != "article" or path[:1] not in {(one,) for one in PLURALS.values()}
    ]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy: Any = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_what_the_schema_describes_the_model_accepts(name: str) -> None:
    whole = schema(name)

    @settings(max_examples=10 if name == "article" else 40, suppress_health_check=list(HealthCheck))
    @given(values(whole, whole["$defs"]))
    def accepts(value: Any) -> None:
        assert agreed(name, value)

    accepts()


EDGES = [None, True, "", "x", "\n", 0, 1, -1, 1.0, 1.5, 2**53, float(2**53), [], ["x"], [None], {}, {"x": 1}]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_the_example_replaced_by_every_edge(name: str) -> None:
    whole = example(name)
    for path in own_paths(name):
        for edge in EDGES:
            agreed(name, replaced(whole, path, edge))


@pytest.mark.parametrize("name", NAMES)
def test_every_string_with_a_line_break_behind_it(name: str) -> None:
    whole = example(name)
    for path in own_paths(name):
        value: Any = whole
        for step in path:
            value = value[step]
        if isinstance(value, str):
            for tail in ("\n", "\r", "\u0085", "\u2028", "\u2029", " ", "\x00"):
                agreed(name, replaced(whole, path, value + tail))
                agreed(name, replaced(whole, path, tail + value))


@given(st.text("0123456789X-/.~?%T\n", max_size=12) | st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,3}[~?%]?"))
def test_dates_are_accepted_by_both_or_refused_by_both(date: str) -> None:
    value = example("meeting")
    value["date"]["edtf"] = date
    agreed("meeting", value)
