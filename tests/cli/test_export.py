"""``communique export`` and ``communique import`` as their users meet them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.schema.example import TEXT, example_article

COMMAND = [sys.executable, "-m", "communique"]


def run(*arguments: str | Path, cwd: Path, data: bytes | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=data,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.json").write_text(example_article().to_json(), "utf-8")
    (tmp_path / "bare.json").write_text(
        example_article().model_copy(update={"text": None}).to_json(), "utf-8"
    )
    (tmp_path / "bad.json").write_text('{"schema_version": "2"}')
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_the_suffix_tells_the_format(folder: Path) -> None:
    done = run("export", "good.json", "-o", "tables.csv.zip", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "tables.csv.zip").read_bytes().startswith(b"PK")


def test_to_standard_output_and_from_standard_input(folder: Path) -> None:
    data = (folder / "good.json").read_bytes()
    done = run("export", "--to", "jsonl", "--table", "meetings", cwd=folder, data=data)
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert '"name": "Lisbon talks"' in done.stdout


def test_what_is_lost_is_told_unless_quiet(folder: Path) -> None:
    told = run("export", "good.json", "--to", "brat", "-o", "one/", cwd=folder)
    assert told.returncode == 0
    assert told.stderr.startswith("communique: brat standoff: sections, boilerplate")
    assert run("export", "good.json", "-q", "--to", "brat", "-o", "two/", cwd=folder).stderr == ""


def test_a_bad_article_does_not_stop_the_rest(folder: Path) -> None:
    done = run("export", "bad.json", "good.json", "-o", "a.jsonl.zip", cwd=folder)
    assert done.returncode == 1
    assert "bad.json is not a valid article: 1:1: " in done.stderr
    assert (folder / "a.jsonl.zip").exists()
    assert run("export", "nowhere.json", "good.json", "-o", "b.tsv.zip", cwd=folder).returncode == 2
    assert run("export", "bad.json", "-o", "c.tsv.zip", cwd=folder).returncode == 1
    assert not (folder / "c.tsv.zip").exists()


def test_a_text_that_was_left_out_is_given_back(folder: Path) -> None:
    done = run("export", "bare.json", "--to", "brat", "-o", "one/", cwd=folder)
    assert done.returncode == 2
    assert "--source FILE" in done.stderr
    given = ("--source", "article.txt")
    assert run("export", "bare.json", "--to", "brat", "-o", "one/", *given, cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["good.json"], "--to FORMAT (see --list)"),
        (["good.json", "--to", "cvs"], "is it csv?"),
        (["good.json", "--to", "csv"], "CSV is 22 files"),
        (["good.json", "--to", "csv", "-o", "x.txt"], "CSV is several files"),
        (["good.json", "--to", "csv", "-o", "x.csv", "--table", "actor"], "is it actors?"),
        (["good.json", "-o", "x.html"], "communique view"),
        (["good.json", "-o", "x.xyz"], "end it in one of .duckdb .jsonld .ttl"),
        (["good.json", "-o", "x.csv"], "give --to csv"),
    ],
)
def test_wrong_usage(folder: Path, arguments: list[str], said: str) -> None:
    done = run("export", *arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_article_is_told_with_the_way_out(folder: Path) -> None:
    done = run("export", "article.txt", "--to", "md", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "communique: article.txt is no article in JSON "
        "(communique convert makes articles of texts and pages)\n"
    )


@pytest.mark.parametrize(
    "to", ["graphml", "gexf", "turtle", "ftm", "markdown", "plover", "csv", "brat", "dot"]
)
def test_an_article_that_does_not_hold_together_is_told_with_its_place(folder: Path, to: str) -> None:
    whole = example_article()
    (folder / "torn.json").write_text(
        whole.model_copy(update={"actors": whole.actors[:1]}).to_json(), "utf-8"
    )
    done = run("export", "torn.json", "--to", to, "-o", "out.zip", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "torn.json is not a valid article: " in done.stderr
    assert 'no record has the id "actor:' in done.stderr
    assert "[dangling-reference] /" in done.stderr
    assert "communique validate tells all" in done.stderr
    assert not (folder / "out.zip").exists()


def test_the_suffix_of_a_format_is_a_name_of_it(folder: Path) -> None:
    done = run("export", "good.json", "--to", "md", "-q", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("# Lisbon talks calm fishing dispute\n")


@pytest.mark.parametrize("target", ["tables/", "tables.csv.zip"])
def test_a_disk_that_is_full_leaves_nothing(folder: Path, target: str) -> None:
    text = f"ulimit -f 1 && exec {sys.executable} -m communique export good.json --to csv -o {target}"
    large = example_article().model_copy(update={"text": None})
    big = large.model_copy(update={"source": large.source.model_copy(update={"title": "long " * 1000})})
    (folder / "good.json").write_text(big.to_json(), "utf-8")
    before = {path.name for path in folder.iterdir()}
    done = subprocess.run(["bash", "-c", text], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in folder.iterdir()} == before


def test_a_source_that_belongs_to_no_article_is_told(folder: Path) -> None:
    (folder / "other.txt").write_text("Something else.", "utf-8")
    done = run("export", "good.json", "--to", "jsonl", "-o", "out/", "--source", "other.txt", cwd=folder)
    assert done.returncode == 2
    assert "no article was made from the text of a --source" in done.stderr
    assert not (folder / "out").exists()


def test_several_articles_are_not_imported_into_one_document(folder: Path) -> None:
    for name in ("one/", "two/"):
        run("export", "good.json", "--to", "brat", "-o", name, cwd=folder)
    done = run("import", "one", "two", "-o", "back.json", cwd=folder)
    assert done.returncode == 2
    assert "2 articles do not fit into one JSON document (name a .jsonl file, or a folder" in done.stderr
    assert run("import", "one", "two", "-o", "back.jsonl", "-q", cwd=folder).returncode == 0
    assert len((folder / "back.jsonl").read_text("utf-8").splitlines()) == 2


def test_the_formats_are_listed(folder: Path) -> None:
    done = run("export", "--list", cwd=folder)
    assert done.returncode == 0
    assert "pip install 'communique[duckdb]'" in done.stdout
    assert len(done.stdout.splitlines()) > 15


def test_corrections_come_back(folder: Path) -> None:
    run("export", "good.json", "--to", "brat", "-o", "brat/", cwd=folder)
    done = run("import", "brat", "-o", "back.json", cwd=folder)
    assert done.returncode == 0
    assert done.stderr.endswith(".ann: records: 0 changed, 0 added, 0 taken away\n")
    assert (folder / "back.json").read_bytes() == (folder / "good.json").read_bytes()
    assert run("import", "brat", "--no-text", "-q", cwd=folder).stdout == (folder / "bare.json").read_text(
        "utf-8"
    )


def test_an_import_that_fails_is_told(folder: Path) -> None:
    run("export", "good.json", "--to", "brat", "-o", "brat/", cwd=folder)
    assert run("import", "brat", "-o", "brat", cwd=folder).returncode == 2
    next((folder / "brat").glob("*.ann")).write_text("nonsense\n")
    done = run("import", "brat", "-o", "back.json", cwd=folder)
    assert done.returncode == 1
    assert ".ann:1: this is no line of standoff" in done.stderr
    assert not (folder / "back.json").exists()
    assert run("import", "nowhere", cwd=folder).returncode == 2
