"""The published files: fresh, sound, complete in themselves, described in every field."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from communique import UsageError, validate
from communique.schema import DIALECT, NAMES, schema, schema_text
from communique.schema.__main__ import main, published
from communique.schema.example import example

ROOT = Path(__file__).parents[2]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def test_the_published_files_are_fresh() -> None:
    stale = [str(path) for path, text in published(ROOT).items() if path.read_bytes() != text.encode()]
    assert not stale, "run: python -m communique.schema"


def test_a_stale_file_is_told_and_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 0
    assert main(["--root", str(tmp_path), "--check"]) == 0
    victim = tmp_path / "schemas" / "1.0" / "actor.json"
    victim.write_text("{}")
    assert main(["--root", str(tmp_path), "--check"]) == 1
    assert "stale: " in capsys.readouterr().err
    assert victim.read_text() == "{}"
    assert main(["--root", str(tmp_path)]) == 0
    assert victim.read_text(encoding="utf-8") == schema_text("actor")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_sound_schema_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    jsonschema_rs.Draft202012Validator(schema(name))
    assert schema(name)["$schema"] == DIALECT
    assert schema(name)["$id"] == f"urn:communique:schema:1.0:{name}"


@pytest.mark.parametrize("name", NAMES)
def test_it_is_complete_in_itself(name: str) -> None:
    whole = schema(name)
    references = {node["$ref"] for node in nodes(whole) if isinstance(node.get("$ref"), str)}
    assert references
    assert references == {f"#/$defs/{title}" for title in whole["$defs"]}


@pytest.mark.parametrize("name", NAMES)
def test_every_object_is_closed_and_every_field_required_and_described(name: str) -> None:
    whole = schema(name)
    for part in (whole, *whole["$defs"].values()):
        assert part["title"]
        assert part["description"]
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        for field, said in part["properties"].items():
            assert len(said.get("description", "")) > 10, (part["title"], field)


@pytest.mark.parametrize("name", NAMES)
def test_patterns_mean_the_same_to_every_reader(name: str) -> None:
    """``$`` comes with a ban on line breaks; no class of characters that depends on the reader."""
    for node in nodes({key: value for key, value in schema(name).items() if key != "examples"}):
        pattern = node.get("pattern")
        if isinstance(pattern, str) and "not" in node:
            assert pattern.startswith("^")
            assert pattern.endswith("$")
            assert not any(
                escape in pattern for escape in (r"\d", r"\w", r"\s", r"\b", r"\p", "(?=", "(?!", "(?<")
            )
        elif isinstance(pattern, str):
            assert pattern == "[\n\r\u0085\u2028\u2029]"


@pytest.mark.parametrize("name", NAMES)
def test_the_example_is_valid(name: str) -> None:
    whole = schema(name)
    assert whole["examples"] == [example(name)]
    assert jsonschema_rs.is_valid(whole, example(name), validate_formats=True)
    checker = Draft202012Validator.FORMAT_CHECKER
    assert Draft202012Validator(whole, format_checker=checker).is_valid(example(name))


def test_the_example_article_holds_together() -> None:
    assert validate(example("article")) == []


def test_the_text_of_a_schema_is_the_schema() -> None:
    for name in NAMES:
        assert json.loads(schema_text(name)) == schema(name)
        assert schema_text(name).endswith("}\n")


def test_a_schema_given_out_can_be_changed_without_harm() -> None:
    schema("actor")["properties"].clear()
    assert schema("actor")["properties"]


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="article, actor, meeting"):
        schema("person")


def test_the_module_runs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "communique.schema", "--root", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert sorted(path.stem for path in (tmp_path / "schemas" / "1.0").iterdir()) == sorted(NAMES)
