"""The files that a list of names means."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import UsageError
from communique.paths import files

TEXT = frozenset({".txt"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.TXT", "deep/.hidden.txt", ".git/d.txt", "e.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def found(folder: Path, *names: str) -> list[str]:
    return [Path(each).relative_to(folder).as_posix() for each in files(names, TEXT, "article")]


def test_a_folder_is_its_articles_in_order_of_name(folder: Path) -> None:
    assert found(folder, str(folder)) == ["a.txt", "b.txt", "deep/c.TXT"]


def test_a_pattern_and_a_folder_that_overlap_give_each_file_once(folder: Path) -> None:
    assert found(folder, str(folder / "b*.txt"), str(folder)) == ["b.txt", "a.txt", "deep/c.TXT"]


def test_a_named_file_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert found(folder, str(folder / "e.md")) == ["e.md"]


def test_a_file_whose_name_looks_like_a_pattern(folder: Path) -> None:
    (folder / "[odd].txt").write_text("x", encoding="utf-8")
    assert found(folder, str(folder / "[odd].txt")) == ["[odd].txt"]


def test_standard_input_passes_through() -> None:
    assert files(["-"], TEXT, "article") == ["-"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.tx", "is it "), ("*.pdf", "no file fits the pattern"), ("nowhere/a.txt", "there is no folder")],
)
def test_what_is_not_there_is_told_with_a_way_out(folder: Path, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        files([str(folder / name)], TEXT, "article")


def test_a_folder_without_articles(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match=r"holds no article.*\.txt"):
        files([str(folder / "empty")], TEXT, "article")


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("talks.html", "talks_files/frame.html", "other_files/a.html", "talks.html.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = files([str(tmp_path)], (".html", ".html.gz"), "article")
    assert [Path(name).relative_to(tmp_path).as_posix() for name in found] == [
        "other_files/a.html",
        "talks.html",
        "talks.html.gz",
    ]
