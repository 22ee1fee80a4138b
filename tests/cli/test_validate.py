"""``communique validate`` as its users meet it: what it takes, says, and exits with."""

from __future__ import annotations

import copy
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from communique.schema.example import TEXT, example

COMMAND = [sys.executable, "-m", "communique"]


def run(
    *arguments: str | Path, data: str | bytes | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    given = data.encode() if isinstance(data, str) else data
    done = subprocess.run(
        [*COMMAND, "validate", *map(str, arguments)],
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def article(**changes: Any) -> str:
    return json.dumps({**example("article"), **changes}, indent=2)


def line(**changes: Any) -> str:
    return json.dumps({**example("article"), **changes})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "good.json").write_text(article())
    (tmp_path / "deep" / "bad.json").write_text(article(schema_version="2"))
    (tmp_path / "deep" / "lines.jsonl").write_text(f"{line()}\n{line(actors=None)}\n")
    (tmp_path / "notes.txt").write_text("not looked at")
    return tmp_path


def test_a_valid_file(folder: Path) -> None:
    done = run("good.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 of 1 article valid\n")


def test_an_invalid_file(folder: Path) -> None:
    done = run("deep/bad.json", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.split("\n") == [
        'deep/bad.json:2:21: "2" is not a version of the record model known here  [version] /schema_version',
        '      "schema_version": "2",',
        "                        ^",
        "    try: this program reads version 1.0: convert the article again",
        "",
    ]
    assert done.stderr == "0 of 1 article valid, 1 problem\n"


def test_a_folder_and_json_lines(folder: Path) -> None:
    done = run(".", "-v", cwd=folder)
    assert done.returncode == 1
    heads = [said for said in done.stdout.split("\n") if said[:1] not in {" ", ""}]
    assert heads[0].startswith("deep/bad.json:2:21: ")
    assert all(head.startswith("deep/lines.jsonl:2:") for head in heads[1:])
    assert "valid: good.json" in done.stderr
    assert "valid: deep/lines.jsonl\n" in done.stderr
    assert f"2 of 4 articles valid, {len(heads)} problems" in done.stderr


def test_a_pattern_that_the_shell_left(folder: Path) -> None:
    assert run("**/ba*.json", cwd=folder).returncode == 1
    assert run("go*.json", cwd=folder).returncode == 0


def test_standard_input_named_and_unnamed() -> None:
    for arguments in (["-"], []):
        done = run(*arguments, data=article(text=7))
        assert done.returncode == 1
        assert done.stdout.startswith("<stdin>:")
    assert run(data=f"{line()}\n{line()}\n").stderr == "2 of 2 articles valid\n"


def test_names_from_a_list(folder: Path) -> None:
    assert run("--files-from", "-", data="good.json\n\n", cwd=folder).returncode == 0
    (folder / "names").write_text("good.json\ndeep/bad.json\n")
    assert run("--files-from", "names", cwd=folder).returncode == 1
    assert run("--files-from", "nowhere", cwd=folder).returncode == 2


def test_a_missing_file_does_not_stop_the_rest(folder: Path) -> None:
    done = run("god.json", "deep/bad.json", "good.json", cwd=folder)
    assert done.returncode == 2
    assert "communique: god.json: there is no such file (is it good.json?)" in done.stderr
    assert "1 of 2 articles valid, 1 problem, 1 file not read" in done.stderr
    assert "[version]" in done.stdout


def test_fail_fast_stops_at_the_first(folder: Path) -> None:
    done = run("deep/bad.json", "good.json", "--fail-fast", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.startswith("0 of 1 article valid")
    assert run("nowhere.json", "good.json", "--fail-fast", cwd=folder).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing/at/all.json"], "there is no folder nothing/at either"),
        (["*.xml"], "no file fits the pattern"),
        (["empty"], "the folder holds no JSON"),
        (["--format", "xml"], "xml"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "[empty]"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is a binary file, not JSON"),
        (TEXT.encode(), "to read an article use `communique convert`"),
        (b'{"schema_version": "1.0",\n "source": }', ":2:12: not JSON"),
        (b"[]", "[not-an-article]"),
    ],
)
def test_what_beginners_give(data: bytes, said: str) -> None:
    done = run("-", data=data)
    assert done.returncode == 1
    assert said in done.stdout


def test_a_detached_article_and_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(article(text=None))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "other.txt").write_text("Some other text.")
    alone = run("a.json", cwd=tmp_path)
    assert alone.returncode == 0
    assert "1 article without text: --source FILE lets quotes be compared" in alone.stderr
    together = run("a.json", "--source", "other.txt", "--source", "a.txt", cwd=tmp_path)
    assert (together.returncode, together.stderr) == (0, "1 of 1 article valid\n")
    wrong = run("a.json", "--source", "other.txt", cwd=tmp_path)
    assert wrong.returncode == 1
    assert wrong.stdout.count("try:") == 1
    assert "[sha256]" in wrong.stdout
    assert run("a.json", "--source", "nowhere.txt", cwd=tmp_path).returncode == 2


def test_json(folder: Path) -> None:
    problems = json.loads(run(".", "--format", "json", cwd=folder).stdout)
    assert {problem["code"] for problem in problems} >= {"version", "type"}
    assert json.loads(run("good.json", "--format", "json", cwd=folder).stdout) == []


def test_github(folder: Path) -> None:
    said = run("deep/bad.json", "--format", "github", cwd=folder).stdout
    assert said.startswith("::error file=deep/bad.json,line=2,col=21,title=version::")
    assert said.count("\n") == 1


def test_quiet_says_nothing_but_problems(folder: Path) -> None:
    assert run("good.json", "-q", cwd=folder).stderr == ""
    assert run("deep/bad.json", "-q", cwd=folder).stderr == ""


def test_no_colour_is_written(folder: Path) -> None:
    assert "\x1b" not in run("deep", cwd=folder).stdout


def test_a_document_beyond_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(article() + " " * 1_100_000)
    assert "[too-long]" in run("a.json", "--limit", "1", cwd=tmp_path).stdout
    assert run("a.json", "--limit", "2", cwd=tmp_path).returncode == 0


def test_neither_the_language_model_nor_jsonschema_is_loaded_for_what_is_valid(folder: Path) -> None:
    code = (
        "import sys\nfrom communique.cli import main\n"
        "try: main(['validate', 'good.json', '--source', 'notes.txt'])\nfinally: print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not {"numpy", "onnxruntime", "communique.analyse", "jsonschema", "rich"} & loaded


def test_nor_is_the_language_model_for_what_is_not(folder: Path) -> None:
    code = (
        "import sys\nfrom communique.cli import main\n"
        "try: main(['validate', 'deep/bad.json'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "jsonschema" in loaded
    assert not {"numpy", "onnxruntime", "communique.analyse"} & loaded


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_output_piped_to_head_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("{}\n" * 20_000)
    command = f"{sys.executable} -m communique validate many.jsonl | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupted(tmp_path: Path) -> None:
    # A shell that runs the tests in the background makes them, and what they start, deaf to SIGINT.
    listening = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from communique.cli import main\nmain()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", listening, "validate", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    # The first answer shows that it is running; then it waits for more.
    process.stdin.write(b'{"a": 1}\n{"a": 2}\n' + b'{"a": 3}\n' * 3000)
    process.stdin.flush()
    assert process.stdout
    process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.returncode == 130
    assert b"Traceback" not in process.stderr.read() if process.stderr else False
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_on_a_terminal_it_shows_help_instead_of_waiting() -> None:
    import pty

    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "validate"], stdin=theirs, capture_output=True, text=True, timeout=60, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert "Usage: communique validate" in done.stdout + done.stderr


def test_an_error_of_our_own_is_owned_up_to(folder: Path) -> None:
    code = (
        "from communique.validate import document as d\nfrom communique.cli import main\n"
        "def fail(data): raise ZeroDivisionError('oh')\nd.parse = fail\nmain(['validate', 'good.json', *{}])"
    )
    for extra, traceback in ((["-q"], False), (["--debug"], True)):
        done = subprocess.run(
            [sys.executable, "-c", code.format(extra)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 3
        assert ("Traceback" in done.stderr) is traceback
        assert "ZeroDivisionError: oh" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process alone, as Linux tells it")
def test_fifty_megabytes_of_json_lines_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = line() + "\n"
    wrong = copy.deepcopy(example("article"))
    wrong["actors"][0]["country"] = "QQ"
    count = 50_000_000 // len(good)
    with path.open("w") as file:
        file.writelines(good for _ in range(count))
        file.write(json.dumps(wrong) + "\n")
    code = (
        "from communique.cli import main\n"
        "try: main(['validate', 'many.jsonl'])\nexcept SystemExit: pass\n"
        # Unlike ru_maxrss, it does not count what the process was before exec: the one that runs the tests.
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert f"many.jsonl:{count + 1}:" in done.stdout
    assert f"{count} of {count + 1} articles valid, 1 problem" in done.stderr
    assert int(done.stdout.split()[-1]) < 150_000  # kilobytes
