"""``communique show`` as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.schema.example import example

COMMAND = [sys.executable, "-m", "communique", "show"]


def run(
    *arguments: str | Path, data: str | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
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
    (tmp_path / "bad.json").write_text(article(schema_version="2"))
    return tmp_path


def test_piped_it_is_a_record_a_line(folder: Path) -> None:
    done = run("a.json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Lisbon talks calm fishing dispute · Inês Prado · 5 May 2021\n"
        "\n4 actors\n"
        "Ana Ruiz | person | ES | 2 | Foreign Minister, Ruiz\n"
        "João Lima | person | – | 2 | Lima\n"
        "Spain | country | ES | 1 | –\n"
        "Critics | group | – | 1 | –\n"
        "\n1 meeting\n"
        "Lisbon talks | bilateral | held | 4 May 2021 | Lisbon (PT) | Ana Ruiz, João Lima\n"
        "\n1 controversy\n"
        "neglecting coastal towns | criticism | Ana Ruiz | – | Critics: “neglecting coastal towns” | – | –\n"
        "\n1 implication\n"
        "the agreement | ease tensions between the two countries | + beneficial | possible | future"
        " | João Lima\n"
        "\n1 statement\n"
        "João Lima | says (“said”) | the agreement could ease tensions between the two countries | possible"
        " | Spain\n"
    )


@pytest.mark.parametrize(
    ("filters", "headings"),
    [
        (["--kind", "meeting"], ["1 meeting"]),
        (["--kind", "meeting", "--kind", "actor"], ["4 actors", "1 meeting"]),
        (["--kind", "controversies", "--kind", "Actors"], ["4 actors", "1 controversy"]),
        (["--certainty", "certain"], ["1 controversy"]),
        (["--certainty", "Possible", "--kind", "implications"], ["1 implication"]),
        (["--certainty", "possible"], ["1 implication", "1 statement"]),
        (["--actor", "ruiz"], ["1 actor", "1 meeting", "1 controversy"]),
        (["--actor", "actor:spain", "--kind", "statement"], ["1 statement"]),
        (["--actor", "Ana"], ["1 actor", "1 meeting", "1 controversy"]),
    ],
)
def test_filters(folder: Path, filters: list[str], headings: list[str]) -> None:
    done = run("a.json", *filters, cwd=folder)
    assert [line for line in done.stdout.split("\n") if line[:1].isdigit()] == headings


def test_an_actor_that_is_not_there(folder: Path) -> None:
    done = run("a.json", "--actor", "Anna Ruis", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "communique: no actor is called 'Anna Ruis' (is it Ana Ruiz?)\n"


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--kind", "people", "'people' is none of actor, meeting, controversy, implication, statement."),
        ("--kind", "meetngs", "Is it meeting?"),
        ("--certainty", "probably", "Is it probable?"),
    ],
)
def test_a_word_that_is_not_known_is_refused_with_those_that_are(
    folder: Path, option: str, word: str, said: str
) -> None:
    done = run("a.json", option, word, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.replace("│", " ").split())


def test_nothing_that_fits_is_said(folder: Path) -> None:
    done = run("a.json", "--certainty", "probable", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no record fits\n")


def test_several_articles_json_lines_and_standard_input(folder: Path) -> None:
    (folder / "many.jsonl").write_text(f"{article()}\n{article()}\n")
    assert run("a.json", "many.jsonl", cwd=folder).stdout.count("Lisbon talks calm") == 3
    for arguments in (["-"], []):
        assert run(*arguments, data=article()).stdout.startswith("Lisbon talks calm")


def test_what_is_not_valid_is_named_and_the_rest_goes_on(folder: Path) -> None:
    done = run("bad.json", "a.json", cwd=folder)
    assert done.returncode == 1
    assert "bad.json: not a valid article" in done.stderr
    assert done.stdout.startswith("Lisbon")
    assert run("bad.json", "a.json", "--fail-fast", cwd=folder).stdout == ""
    assert run("nowhere.json", cwd=folder).returncode == 2


def test_text_cannot_steer_the_terminal(folder: Path) -> None:
    actors = example("article")["actors"]
    actors[0]["name"] = "Ana\x1b[2J\x07 [red]Ruiz[/red]\nin two lines"
    done = run("-", data=article(actors=actors))
    assert "Ana\ufffd[2J\ufffd [red]Ruiz[/red] in two lines | person" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_on_a_terminal_there_are_tables(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    try:
        environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm"}
        process = subprocess.Popen([*COMMAND, "a.json"], cwd=folder, stdout=theirs, env=environment)
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
        assert process.wait(60) == 0
    finally:
        os.close(ours)
    told = said.decode()
    assert "Mentions" in told
    assert "──" in told
    # No one supports and nothing is said of the standing: no column, no line for it.
    assert "kind: criticism" in told
    assert "about: Ana Ruiz" in told
    assert "Supportive" not in told
    assert "standing" not in told


def test_the_language_model_is_not_loaded(folder: Path) -> None:
    code = (
        "import sys\nfrom communique.cli import main\n"
        "try: main(['show', 'a.json'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert not {"numpy", "onnxruntime", "communique.analyse"} & set(done.stdout.split("\n")[-2].split())
