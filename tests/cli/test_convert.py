"""``communique convert``: where the JSON goes, what is said, how it ends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from communique.cli import main

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "trump-putin.txt"
TEXT = "Chancellor Anna Berger met Prime Minister Kofi Mensah in Vienna in March 2021 to discuss trade.\n"
GERMAN = (
    "Die Bundeskanzlerin traf am Montag den Ministerpräsidenten, um mit ihm über den Handel und die Zölle "
    "zu sprechen. Danach erklärten beide, dass die Gespräche in guter Stimmung verlaufen seien.\n"
)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exited:
        main(["convert", *arguments])
    code = exited.value.code
    assert isinstance(code, int)
    return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("one", "two"):
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_one_article_goes_to_stdout_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(folder / "in" / "one.txt")) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["meetings"][0]["date"]["edtf"] == "2021-03"
    assert said.err == "2 actors, 1 meeting, 0 controversies, 0 implications, 0 statements\n"


def test_many_articles_go_to_stdout_as_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(folder / "in"), "-q") == 0
    said = capsys.readouterr()
    assert [json.loads(line)["schema_version"] for line in said.out.splitlines()] == ["1.0", "1.0"]
    assert said.err == ""


def test_a_jsonl_file_takes_many(folder: Path) -> None:
    target = folder / "out.jsonl"
    assert run(str(folder / "in"), "-o", str(target)) == 0
    assert len(target.read_text("utf-8").splitlines()) == 2


def test_a_folder_takes_a_file_each(folder: Path) -> None:
    assert run(str(folder / "in"), "-o", f"{folder / 'out'}/") == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["one.json", "two.json"]


def test_two_inputs_of_one_name_are_refused_before_anything_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "one.txt").write_text(TEXT, encoding="utf-8")
    assert run(str(folder / "in"), str(folder / "more"), "-o", f"{folder / 'out'}/") == 2
    assert not (folder / "out").exists()
    assert "would both become" in capsys.readouterr().err


def test_many_articles_do_not_fit_into_one_json_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(folder / "in"), "-o", str(folder / "out.json")) == 2
    assert "name a .jsonl file or a folder" in capsys.readouterr().err
    assert not (folder / "out.json").exists()


def test_one_bad_file_does_not_stop_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "empty.txt").write_text("", encoding="utf-8")
    (folder / "in" / "german.txt").write_text(GERMAN, encoding="utf-8")
    assert run(str(folder / "in"), "-o", str(folder / "out.jsonl")) == 1
    said = capsys.readouterr().err
    assert "empty.txt: " in said
    assert "german.txt: " in said
    assert said.endswith("2 of 4 articles converted\n")
    assert len((folder / "out.jsonl").read_text("utf-8").splitlines()) == 2


def test_fail_fast_stops(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "a.txt").write_text("", encoding="utf-8")
    assert run(str(folder / "in"), "--fail-fast", "-o", str(folder / "out.jsonl")) == 1
    assert not (folder / "out.jsonl").exists()


def test_where_nothing_is_converted_no_file_is_left(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    assert run(str(folder / "empty.txt"), "-o", str(folder / "out.json")) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["empty.txt", "in"]


def test_an_old_file_stays_where_the_new_one_fails(folder: Path) -> None:
    target = folder / "out.json"
    target.write_text("old", encoding="utf-8")
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    assert run(str(folder / "empty.txt"), "-o", str(target)) == 1
    assert target.read_text("utf-8") == "old"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Piped:
        buffer = io.BytesIO(TEXT.encode())

        @staticmethod
        def isatty() -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", Piped())
    assert run("-q") == 0
    assert json.loads(capsys.readouterr().out)["text"] == TEXT


def test_no_text_leaves_the_text_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(folder / "in" / "one.txt"), "--no-text", "-q") == 0
    article = json.loads(capsys.readouterr().out)
    assert article["text"] is None
    assert article["source"]["length"] == len(TEXT)


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (["nowhere.txt"], "check the name"),
        (["--published", "yesterday", str(SEED)], "write 2021-03-12"),
        (["--gazetteer", "nowhere.csv", str(SEED)], "nowhere.csv"),
        ([str(SEED), "-o", "no/such/folder/out.json"], "make it first"),
        (["--format", "xml", str(SEED)], "json"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(
    arguments: list[str], way_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) in {1, 2}
    said = capsys.readouterr()
    assert said.out == ""
    assert way_out in said.err
    assert "Traceback" not in said.err
