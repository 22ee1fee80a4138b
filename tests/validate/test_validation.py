"""``communique.validate`` and ``communique.load``, on all they take."""

from __future__ import annotations

import copy
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import articles

from communique import Article, RecordError, UsageError, load, validate
from communique.schema.example import TEXT, example, example_article
from communique.validate import Problem, outcomes
from communique.validate.codes import CODES

ROOT = Path(__file__).parents[2]


def broken(*changes: tuple[tuple[Any, ...], Any]) -> dict[str, Any]:
    value = copy.deepcopy(example("article"))
    for path, new in changes:
        inner = value
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = new
    return value


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.pointer) for problem in problems]


@settings(max_examples=40)
@given(articles())
def test_an_article_that_holds_together_is_valid(article: Article) -> None:
    assert validate(article) == []
    assert validate(article.to_json().encode()) == []


@settings(max_examples=40)
@given(articles(detached=True))
def test_a_detached_article_is_valid_with_and_without_its_text(article: Article) -> None:
    assert validate(article) == []


def test_everything_it_takes_is_taken_alike(tmp_path: Path) -> None:
    value = broken((("actors", 0, "country"), "UK"))
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent=2), encoding="utf-8")
    expected = [("country", "/actors/0/country")]
    article = Article.model_validate_json(path.read_bytes())
    sources: list[Any] = [
        path,
        str(path),
        path.read_bytes(),
        path.read_text(encoding="utf-8"),
        value,
        article,
    ]
    for source in sources:
        assert said(validate(source)) == expected
    assert [validate(source)[0].line is None for source in sources] == [
        False,
        False,
        False,
        False,
        True,
        True,
    ]


def test_all_problems_are_told_shape_and_meaning_alike() -> None:
    value = broken(
        (("actors", 0, "kind"), "persn"),
        (("actors", 1, "mentions", 0, "quote"), "Joao Lima"),
        (("meetings", 0, "participants", 0), "actor:nobody"),
        (("source", "published"), "2021-02-30"),
    )
    del value["statements"][0]["quoted"]
    assert said(validate(json.dumps(value))) == [
        ("edtf", "/source/published"),
        ("value", "/actors/0/kind"),
        ("quote-mismatch", "/actors/1/mentions/0/quote"),
        ("dangling-reference", "/meetings/0/participants/0"),
        ("missing-field", "/statements/0"),
    ]


def test_the_way_out_is_told() -> None:
    value = broken((("actors", 0, "kind"), "persn"), (("actors", 0, "mentions", 0, "start"), 51))
    value["pubisher"] = None
    hints = {problem.code: problem.hint for problem in validate(value)}
    assert hints["value"] == 'is it "person"?'
    assert hints["quote-mismatch"].startswith("the words stand at 52 to 60")
    assert "schema_version" in hints["unknown-field"]


def test_offsets_of_bytes_are_told_where_the_words_are() -> None:
    start = len(TEXT[: TEXT.index("neglecting")].encode())
    claim = {"start": start, "end": start + 24, "quote": "neglecting coastal towns"}
    [problem] = validate(broken((("controversies", 0, "positions", 0, "claim"), claim)))
    assert problem.code == "quote-mismatch"
    assert f"the words stand at {start - 1} to {start + 23}" in problem.hint


def test_the_text_of_a_detached_article_is_compared() -> None:
    value = broken((("text",), None), (("actors", 0, "mentions", 0, "quote"), "Ann Ruiz"))
    assert validate(value) == []
    assert said(validate(value, text=TEXT)) == [("quote-mismatch", "/actors/0/mentions/0/quote")]
    assert said(validate(value, text=TEXT + "x")) == [("sha256", "/source/sha256")]


def test_the_text_given_does_not_matter_to_an_article_that_has_its_own() -> None:
    assert validate(example("article"), text="something else") == []


def test_json_lines_name_the_line(tmp_path: Path) -> None:
    good, bad = json.dumps(example("article")), json.dumps(broken((("actors", 3, "country"), "QQ")))
    path = tmp_path / "many.jsonl"
    path.write_text(f"{good}\n\n{bad}\nnot json\n{good}", encoding="utf-8")
    problems = validate(path)
    assert [(problem.code, problem.line) for problem in problems] == [("country", 3), ("json", 4)]
    assert problems[0].column == bad.index('"QQ"') + 1


def test_json_lines_are_known_by_their_look() -> None:
    line = json.dumps(example("article")).encode()
    assert [one.line for one in outcomes(BytesIO(line + b"\n" + line + b"\n"), "<stdin>")] == [1, 2]
    assert [one.line for one in outcomes(BytesIO(b"\n" + line + b"\n\n" + line), "<stdin>")] == [2, 4]
    assert [one.line for one in outcomes(BytesIO(line), "<stdin>")] == [1]
    pretty = json.dumps(example("article"), indent=2).encode()
    assert [one.problems for one in outcomes(BytesIO(pretty), "<stdin>")] == [()]


def test_json_lines_in_memory() -> None:
    lines = (
        example_article().to_json(indent=None) + json.dumps(broken((("actors", 3, "country"), "QQ"))) + "\n"
    )
    for source in (lines, lines.encode()):
        assert [(problem.code, problem.line, problem.file) for problem in validate(source)] == [
            ("country", 2, None)
        ]


def test_empty_json_lines_are_empty() -> None:
    [outcome] = outcomes(BytesIO(b"\n\n"), "x.jsonl")
    assert [problem.code for problem in outcome.problems] == ["empty"]


def test_a_document_that_is_too_long_is_passed_over_and_told() -> None:
    line = json.dumps(example("article")).encode()
    stream = BytesIO(line + b"\n" + b'{"a": "' + b"x" * 30_000 + b'"}\n' + line + b"\n")
    found = list(outcomes(stream, "x.jsonl", limit=len(line) + 1))
    assert [[problem.code for problem in one.problems] for one in found] == [[], ["too-long"], []]
    assert [one.line for one in found] == [1, 2, 3]
    assert [problem.code for problem in validate(line, limit=100)] == ["too-long"]
    assert [
        problem.code for one in outcomes(BytesIO(line), "x.json", limit=100) for problem in one.problems
    ] == ["too-long"]


def test_problems_come_in_the_order_of_the_file() -> None:
    value = broken(
        (("statements", 0, "about"), ["actor:x"]), (("actors", 0, "country"), "QQ"), (("source", "url"), "x")
    )
    lines = [problem.line for problem in validate(json.dumps(value, indent=1))]
    assert lines == sorted(line for line in lines if line)


def test_a_pointer_leads_to_the_value() -> None:
    value = broken((("actors", 0, "identifiers"), {"a/b~c": "x"}))
    [problem] = validate(value)
    assert problem.pointer == "/actors/0/identifiers/a~1b~0c"


def test_load(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + example_article().to_json().encode())
    assert load(path) == example_article()
    assert load(str(path)) == load(path.read_bytes()) == load(example("article")) == example_article()


def test_load_names_the_first_problems_and_the_file(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(
        json.dumps(broken(*(((kind,), 7) for kind in ("actors", "meetings", "statements", "text"))))
    )
    with pytest.raises(
        RecordError, match=r"bad\.json: not a valid article: .*/text \[type\].*; and \d more"
    ) as caught:
        load(path)
    assert caught.value.where == str(path)


def test_load_of_several_articles_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(2 * example_article().to_json(indent=None))
    with pytest.raises(RecordError, match="one document a file"):
        load(path)


@pytest.mark.parametrize("take", [validate, load])
def test_a_path_that_leads_nowhere(take: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        take(tmp_path / "nothing.json")
    with pytest.raises(UsageError, match="int is nothing to validate"):
        take(7)


def test_values_that_json_cannot_hold() -> None:
    with pytest.raises(RecordError, match="not those of JSON"):
        validate({"schema_version": {1, 2}})


def test_hostile_documents_take_their_time_only_once() -> None:
    """Each would take minutes were a check quadratic."""
    many = 20_000
    value = broken()
    value["boilerplate"] = [{"start": 0, "end": 1, "quote": "L"}] * many
    value["actors"][0]["mentions"] = [{"start": 2, "end": 9, "quote": "nothing", "form": "name"}] * many
    value["meetings"] = [
        {**value["meetings"][0], "id": f"meeting:m{n}", "part_of": f"meeting:m{(n + 1) % 2000}"}
        for n in range(2000)
    ]
    value["statements"][0]["about"] = [f"actor:x{number}" for number in range(many)]
    codes = {problem.code for problem in validate(value)}
    assert codes == {"order", "quote-mismatch", "part-of-cycle", "dangling-reference"}


def test_every_code_is_registered_and_every_registered_code_is_used() -> None:
    written = set()
    for path in (ROOT / "src" / "communique" / "validate").rglob("*.py"):
        written.update(
            re.findall(r"(?:Finding|Problem)\(\s*\"([a-z0-9-]+)\"", path.read_text(encoding="utf-8"))
        )
    assert written == set(CODES)


def test_every_code_has_a_section_in_the_docs() -> None:
    page = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    assert re.findall(r"^### `([a-z0-9-]+)`$", page, re.MULTILINE) == list(CODES)


def test_the_functions_stay_functions_once_their_modules_are_loaded() -> None:
    import communique.validate.problem

    assert communique.validate is validate
    assert callable(communique.schema)
    assert set(communique.__all__) <= set(dir(communique))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = communique.nothing
