"""What the schema has against a value is told once, in words, with the way out."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import mutated

from communique.schema.example import example
from communique.validate.shape import accepted, findings


def changed(path: tuple[Any, ...], new: Any) -> dict[str, Any]:
    value = copy.deepcopy(example("article"))
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = new
    return value


@pytest.mark.parametrize(
    ("path", "new", "message", "hint"),
    [
        (("text",), 7, "7 is a whole number", "write text or null"),
        (("actors",), {}, "{} is an object", "write a list"),
        (("actors", 0), "x", '"x" is text', "write an object"),
        (("meetings", 0, "several"), 1, "1 is a whole number", "write true or false"),
        (("meetings", 0, "date"), True, "true is true or false", "write an object or null"),
        (
            ("extraction", "settings"),
            {"a": 1.5},
            "1.5 is a number",
            "write text or true or false or a whole number or null",
        ),
        (("source", "length"), 1.5, "1.5 is a number", "write a whole number"),
        (("actors", 0, "kind"), "goverment", '"goverment" is none', 'is it "government"?'),
        (("actors", 0, "aliases"), [""], "the text is empty", "null"),
        (("actors", 0, "country"), "gb", '"gb" is no country code', "two capitals"),
        (("meetings", 0, "date", "edtf"), "May 2021", '"May 2021" is no date', "2018-07-16"),
        (
            ("meetings", 0, "part_of"),
            "actor:x",
            '"actor:x" is the id of an actor',
            "this is the id of a meeting",
        ),
        (("actors", 0, "nmae"), "x", 'no field "nmae"', 'is it "name"?'),
        (("source", "url"), "www", "form it must have", "http or https"),
    ],
)
def test_one_thing_wrong_is_told_once(path: tuple[Any, ...], new: Any, message: str, hint: str) -> None:
    found = {(one.code, one.path, one.message, one.hint) for one in findings(changed(path, new))}
    assert len(found) == 1
    [(_, where, said, way_out)] = found
    assert where[: len(path)] == path
    assert message in said
    assert hint in way_out


def test_inside_what_may_be_null_the_true_fault_is_told() -> None:
    [found] = findings(changed(("meetings", 0, "date", "start"), "87"))
    assert (found.code, found.path) == ("type", ("meetings", 0, "date", "start"))


def test_a_long_value_is_cut() -> None:
    [found] = findings(changed(("actors", 0, "kind"), "x" * 1000))
    assert len(found.message) < 120


@settings(max_examples=60)
@given(mutated(example("article")))
def test_there_are_findings_exactly_where_the_schema_refuses(value: Any) -> None:
    assert (not list(findings(value))) == accepted(value)
