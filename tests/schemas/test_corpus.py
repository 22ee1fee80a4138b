"""Every file in ``good`` is valid; every file in ``bad/CODE`` has problems of that code and of no other."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from pydantic import ValidationError

from communique import validate
from communique.records import Article
from communique.schema import schema
from communique.validate.codes import CODES

HERE = Path(__file__).parent
GOOD = sorted(HERE.glob("good/*"))
BAD = sorted(HERE.glob("bad/*/*"))

# What another reader of JSON lets pass: it is for us to refuse.
LOOSE = {"empty", "encoding", "json", "duplicate-key"}
MEANING = list(CODES)[list(CODES).index("sha256") :]


def test_there_is_a_folder_for_every_code() -> None:
    # No file in a repository should be long enough to be too long.
    assert {path.parent.name for path in BAD} | {"too-long"} == set(CODES)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good(path: Path) -> None:
    assert validate(path) == []
    assert jsonschema_rs.is_valid(schema("article"), json.loads(path.read_text(encoding="utf-8-sig")))


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_bad(path: Path) -> None:
    problems = validate(path)
    assert {problem.code for problem in problems} == {path.parent.name}
    for problem in problems:
        assert problem.message
        assert problem.hint
        assert problem.file == str(path)


@pytest.mark.parametrize(
    "path",
    [path for path in BAD if path.parent.name not in LOOSE],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_schema_and_model_draw_the_line_at_the_same_place(path: Path) -> None:
    """What is said of shape both refuse; what is said of meaning both accept, for it is beyond them.

    Dates and countries lie on either side: their form is the schema's, whether they exist is not.
    """
    text = path.read_text(encoding="utf-8")
    accepted = jsonschema_rs.is_valid(schema("article"), json.loads(text))
    try:
        Article.model_validate_json(text)
    except ValidationError:
        assert not accepted
    else:
        assert accepted
    if path.parent.name not in {"edtf", "country"}:
        assert accepted == (path.parent.name in MEANING)
