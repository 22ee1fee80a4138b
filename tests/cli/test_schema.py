"""``communique schema`` prints and writes the published schemas."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.cli import main
from communique.schema import NAMES, schema_text

PUBLISHED = Path(__file__).parents[2] / "schemas" / "1.0"


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exited:
        main(["schema", *arguments])
    code = exited.value.code
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_the_published_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name) == 0
    assert capsys.readouterr().out == (PUBLISHED / f"{name}.json").read_text(encoding="utf-8")


def test_without_a_name_it_is_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    assert capsys.readouterr().out == schema_text("article")


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--list") == 0
    assert capsys.readouterr().out.split() == list(NAMES)


def test_all_are_written_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-o", str(tmp_path / "new" / "schemas")) == 0
    written = sorted((tmp_path / "new" / "schemas").iterdir())
    assert [path.name for path in written] == sorted(f"{name}.json" for name in NAMES)
    assert all(path.read_bytes() == (PUBLISHED / path.name).read_bytes() for path in written)
    assert capsys.readouterr().out == ""


def test_one_is_written_into_a_folder(tmp_path: Path) -> None:
    assert run("actor", "-o", str(tmp_path)) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["actor.json"]


def test_an_unknown_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("person") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "the schemas are article, actor" in said.err


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file"
    path.write_text("")
    assert run("-o", str(path)) == 2
    assert str(path) in capsys.readouterr().err
