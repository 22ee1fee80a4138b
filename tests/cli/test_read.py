"""``communique read``, and what ``convert`` takes besides plain text."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from communique.cli import main

ONE = "Chancellor Anna Berger met Prime Minister Kofi Mensah in Vienna in March 2021 to discuss trade."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."
PAGE = (
    "<!doctype html><html lang='en'><head><title>Talks resume</title></head><body><nav>Home</nav><article>"
    f"<h1>Talks resume</h1><p>{ONE}</p><h2>A fragile truce</h2><p>{TWO}</p></article></body></html>"
)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exited:
        main(arguments)
    assert isinstance(exited.value.code, int)
    return exited.value.code


def post(title: str, body: str) -> dict[str, object]:
    return {"title": {"rendered": title}, "content": {"rendered": f"<p>{body}</p>"}, "slug": "a"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([post("One", ONE), post("None", ""), post("Two", TWO)]), encoding="utf-8")
    return path


def test_text_shows_metadata_and_blocks(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", str(page), "--url", "https://example.org/talks") == 0
    said = capsys.readouterr().out
    assert "title       Talks resume\n" in said
    assert "url         https://example.org/talks\n" in said
    assert "1 heading, 2 paragraphs, 0 boilerplate" in said
    assert f"[14:{14 + len(ONE)}] paragraph\n{ONE}\n" in said
    assert "] heading 2\nA fragile truce\n" in said


def test_json_holds_what_the_text_shows(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", str(page), "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["metadata"]["title"] == "Talks resume"
    assert [block["kind"] for block in data["blocks"]] == ["title", "paragraph", "heading", "paragraph"]
    assert all(data["text"][it["start"] : it["end"]] == it["words"] for it in data["blocks"])


def test_the_articles_of_a_container_come_as_json_lines(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("read", str(posts), "--format", "json") == 0
    said = capsys.readouterr()
    assert [json.loads(line)["metadata"]["title"] for line in said.out.splitlines()] == ["One", "Two"]
    assert f"{posts}, the article 'None': " in said.err


def test_convert_takes_every_article_of_a_container(
    posts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("convert", str(posts)) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["source"]["title"] for line in said.out.splitlines()] == ["One", "Two"]
    assert said.err.endswith("2 of 3 articles converted\n")
    assert run("convert", str(posts), "-o", f"{tmp_path / 'out'}/") == 0
    assert sorted(it.name for it in (tmp_path / "out").iterdir()) == ["posts-1.json", "posts-3.json"]


def test_several_articles_do_not_fit_into_one_json_file(
    posts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("convert", str(posts), "-o", str(tmp_path / "out.json")) == 2
    assert "name a .jsonl file or a folder" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_page_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Piped:
        buffer = io.BytesIO(PAGE.removeprefix("<!doctype html>").encode("cp1252"))

    monkeypatch.setattr(sys, "stdin", Piped())
    options = ["--from", "html", "--url", "https://example.org/talks", "--published", "2021-04"]
    assert run("convert", "-", *options, "-q") == 0
    source = json.loads(capsys.readouterr().out)["source"]
    assert (source["url"], source["published"]) == ("https://example.org/talks", "2021-04")
    assert source["media_type"] == "text/html"


def test_errors_of_standard_input_name_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Piped:
        buffer = io.BytesIO(b"")

    monkeypatch.setattr(sys, "stdin", Piped())
    assert run("read", "-") == 1
    assert capsys.readouterr().err.startswith("communique: <stdin>: there is nothing to read")


@pytest.mark.parametrize("command", ["read", "convert"])
@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (["--from", "htlm"], "no format called 'htlm'"),
        (["--from", "pdf"], "not a PDF document"),
        (["--url", "example"], "write https://example.org/article"),
        (["--language", "de"], "communique reads English"),
    ],
)
def test_options_that_cannot_be_honoured(
    page: Path, command: str, arguments: list[str], way_out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, str(page), *arguments) in (1, 2)
    assert way_out in capsys.readouterr().err


def test_one_address_is_not_that_of_two_files(page: Path, posts: Path) -> None:
    assert run("read", str(page), str(posts), "--url", "https://example.org/a") == 2


def test_debug_shows_where_an_error_of_a_file_comes_from(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("convert", "read"):
        assert run(command, str(posts), "--debug") == 0
        said = capsys.readouterr().err
        assert "Traceback (most recent call last)" in said
        assert "EmptyInput" in said


@pytest.mark.parametrize("command", [[], ["convert"], ["read"], ["validate"], ["schema"]])
def test_help_names_no_types_beside_flags(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*command, "--help") == 0
    said = capsys.readouterr().out
    assert "<bool>" not in said
    assert "list[" not in said


@pytest.mark.parametrize("command", ["read", "convert"])
def test_an_entry_without_an_article_is_told_and_is_no_failure_where_others_have_one(
    command: str, posts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, str(posts), "--format", "jsonl", "-o", str(tmp_path / "out.jsonl")) == 0
    assert "nothing to read" in capsys.readouterr().err
    empty = tmp_path / "empty.json"
    empty.write_text(json.dumps([post("None", ""), post("Nothing", "")]), encoding="utf-8")
    assert run(command, str(empty), "--format", "jsonl", "-o", str(tmp_path / "none.jsonl")) == 1
