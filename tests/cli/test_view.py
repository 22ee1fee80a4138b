"""``communique view`` as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.schema.example import TEXT, example


def run(
    *arguments: str | Path, data: str | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "communique", "view", *map(str, arguments)],
        input=None if data is None else data.encode(),
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def article(**changes: Any) -> str:
    return json.dumps({**example("article"), **changes})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_text(article())
    (tmp_path / "bare.json").write_text(article(text=None))
    (tmp_path / "bare.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "bad.json").write_text(article(schema_version="2"))
    return tmp_path


def test_the_page_comes_beside_the_json(folder: Path) -> None:
    done = run("a.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "a.html: 8 records\n")
    assert (folder / "a.html").read_text("utf-8").startswith("<!doctype html>")
    # Once more: a page of ours may be replaced.
    assert run("a.json", "-q", cwd=folder).stderr == ""


def test_a_file_that_is_not_ours_is_left_alone_unless_named(folder: Path) -> None:
    (folder / "a.html").write_text("<p>mine</p>")
    done = run("a.json", cwd=folder)
    assert done.returncode == 2
    assert "no reading page, and is left as it is (communique view -o a.html replaces it)" in done.stderr
    assert (folder / "a.html").read_text() == "<p>mine</p>"
    assert run("a.json", "-o", "a.html", cwd=folder).returncode == 0
    assert "communique" in (folder / "a.html").read_text("utf-8")


def test_a_page_never_takes_the_place_of_an_article(folder: Path) -> None:
    before = (folder / "a.json").read_bytes()
    for name in ("a.json", "page.pdf"):
        done = run("a.json", "-o", name, cwd=folder)
        assert done.returncode == 2
        assert f"{name}: a page is HTML (name it {Path(name).stem}.html)" in done.stderr
    assert (folder / "a.json").read_bytes() == before
    assert not (folder / "page.pdf").exists()
    # A folder, though its name has a dot in it.
    (folder / "talks.2018").mkdir()
    assert run("a.json", "-o", "talks.2018", cwd=folder).returncode == 0
    assert (folder / "talks.2018" / "a.html").exists()


def test_standard_input_and_output(folder: Path) -> None:
    for arguments in (["-"], [], ["-", "-o", "-"]):
        done = run(*arguments, data=article(), cwd=folder)
        assert done.returncode == 0
        assert done.stdout.endswith("</html>\n")
        assert done.stderr == ""


def test_several_articles_go_into_a_folder(folder: Path) -> None:
    (folder / "many.jsonl").write_text(f"{article()}\n{article()}\n")
    assert run("a.json", "many.jsonl", "-o", "pages/", cwd=folder).returncode == 0
    assert {one.name for one in (folder / "pages").iterdir()} == {"a.html", "many.html", "many-2.html"}
    refused = run("a.json", "many.jsonl", "-o", "one.html", cwd=folder)
    assert refused.returncode == 2
    assert "would both become one.html" in refused.stderr
    assert "no such folder" in run("a.json", "-o", "nowhere/a.html", cwd=folder).stderr


def test_an_invalid_article_is_named_and_the_rest_goes_on(folder: Path) -> None:
    done = run("bad.json", "a.json", cwd=folder)
    assert done.returncode == 1
    assert "[version]" in done.stderr
    assert "bad.json: not a valid article" in done.stderr
    assert (folder / "a.html").exists()
    assert not (folder / "bad.html").exists()
    assert run("nowhere.json", "a.json", cwd=folder).returncode == 2
    (folder / "a.html").unlink()
    run("bad.json", "a.json", "--fail-fast", cwd=folder)
    assert not (folder / "a.html").exists()


def test_a_detached_article_and_its_source(folder: Path) -> None:
    alone = run("bare.json", cwd=folder)
    assert alone.returncode == 0
    assert "quotes alone (--source FILE gives the text)" in alone.stderr
    whole = run("bare.json", "--source", "bare.txt", cwd=folder)
    assert whole.stderr == "bare.html: 8 records\n"
    assert "not part of this file" not in (folder / "bare.html").read_text("utf-8")
    (folder / "other.txt").write_text("Some other text, long enough.")
    wrong = run("bare.json", "--source", "other.txt", cwd=folder)
    assert wrong.returncode == 1
    assert "[sha256]" in wrong.stderr


def test_the_language_model_is_not_loaded(folder: Path) -> None:
    code = (
        "import sys\nfrom communique.cli import main\n"
        "try: main(['view', 'bare.json', '--source', 'bare.txt'])\nexcept SystemExit: pass\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert not {"numpy", "onnxruntime", "communique.analyse"} & set(done.stdout.split())
    assert (folder / "bare.html").exists()


def test_convert_writes_pages_beside_its_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")

    def convert(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "communique", "convert", "a.txt", "--view", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    assert convert("-o", "out.json").returncode == 0
    assert "Ana Ruiz" in (tmp_path / "out.html").read_text("utf-8")
    assert convert("-o", "pages/").returncode == 0
    assert {one.name for one in (tmp_path / "pages").iterdir()} == {"a.json", "a.html"}
    refused = convert()
    assert refused.returncode == 2
    assert "--view writes a page beside each JSON file" in refused.stderr
