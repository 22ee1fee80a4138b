"""Models are strict, frozen and closed, and write the same bytes each time."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from pydantic import BaseModel, ValidationError
from tests.strategies import articles

from communique import records
from communique.records import Actor, Article, Evidence, Extraction
from communique.records.maps import FrozenMap
from communique.schema.example import example, example_article

MODELS = [one for one in vars(records).values() if isinstance(one, type) and issubclass(one, BaseModel)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_strict_frozen_and_closed(model: type[BaseModel]) -> None:
    assert model.model_config["strict"]
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_required_and_described(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.is_required(), name
        assert field.description, name


@settings(max_examples=30)
@given(articles())
def test_json_there_and_back(article: Article) -> None:
    text = article.to_json()
    again = Article.model_validate_json(text)
    assert again == article
    assert hash(again) == hash(article)
    assert again.to_json() == text
    assert text.endswith("}\n")
    assert "\r" not in text
    line = article.to_json(indent=None)
    assert line.count("\n") == 1
    assert json.loads(text) == json.loads(line)


def test_keys_stand_in_model_order() -> None:
    value = json.loads(example_article().to_json())
    assert list(value) == list(Article.model_fields)
    assert list(value["actors"][0]) == list(Actor.model_fields)


def test_other_letters_are_kept() -> None:
    assert "João Lima" in example_article().to_json()


def test_the_bytes_do_not_hang_on_the_seed_of_hashes() -> None:
    code = "from communique.schema.example import example_article as e; print(e().to_json())"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "bad",
    [
        '{"start": true, "end": 3, "quote": "a"}',
        '{"start": "0", "end": 3, "quote": "a"}',
        '{"start": 0.5, "end": 3, "quote": "a"}',
        '{"start": null, "end": 3, "quote": "a"}',
        '{"start": 0, "end": 3, "quote": "a", "x": 1}',
        '{"start": 0, "end": 3}',
        '{"start": 0, "end": 9007199254740992, "quote": "a"}',
        '{"start": 0, "end": 1e400, "quote": "a"}',
        '{"start": NaN, "end": 3, "quote": "a"}',
        '{"start": 0, "end": 3, "quote": "\\ud83c"}',
        '["a"]',
        "null",
        "",
    ],
)
def test_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate_json(bad)


def test_a_whole_number_may_have_a_point() -> None:
    found = Evidence.model_validate_json('{"start": 0.0, "end": 3e0, "quote": "abc"}')
    assert found == Evidence(start=0, end=3, quote="abc")
    assert type(found.start) is int
    assert found.model_dump_json() == '{"start":0,"end":3,"quote":"abc"}'


def test_no_field_can_be_set() -> None:
    found = Evidence(start=0, end=3, quote="abc")
    with pytest.raises(ValidationError, match="frozen"):
        found.start = 1  # type: ignore[misc]


def test_lists_are_no_tuples_in_python() -> None:
    value = example("actor")
    with pytest.raises(ValidationError, match="tuple"):
        Actor(**value)


def test_a_map_is_in_order_and_does_not_change() -> None:
    made = Extraction(engine="e", version="1", settings={"b": 1, "a": True, "c": None})
    assert list(made.settings) == ["a", "b", "c"]
    assert made == Extraction(engine="e", version="1", settings={"c": None, "a": True, "b": 1})
    with pytest.raises(TypeError, match="does not change"):
        made.settings["d"] = 1
    for change in ("clear", "popitem"):
        with pytest.raises(TypeError, match="does not change"):
            getattr(made.settings, change)()
    assert {made: 1}[made] == 1


def test_a_map_can_be_copied_and_pickled() -> None:
    made = FrozenMap({"b": 1, "a": 2})
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == {"a": 2, "b": 1}
    article = example_article()
    assert pickle.loads(pickle.dumps(article)) == article == copy.deepcopy(article)


def test_a_record_without_evidence_is_refused() -> None:
    value = {**example("actor"), "mentions": []}
    with pytest.raises(ValidationError, match="at least 1 item"):
        Actor.model_validate_json(json.dumps(value))
