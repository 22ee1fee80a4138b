"""Many articles: one bad file is reported and stops nothing; only one article is held at a time."""

from __future__ import annotations

from pathlib import Path

import communique
from communique.corpus import convert_many

TEXT = "Chancellor Anna Berger met Prime Minister Kofi Mensah in Vienna in March 2021."


def test_errors_come_in_their_place(tmp_path: Path) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", "\n"), ("c.txt", TEXT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = list(convert_many(str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")))
    assert [type(each.error).__name__ for each in done] == ["NoneType", "EmptyInput", "NoneType"]
    assert [each.article is None for each in done] == [False, True, False]
    assert done[1].error is not None
    assert str(tmp_path / "b.txt") in str(done[1].error)


def test_it_reads_the_next_file_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    stream = convert_many(iter([str(tmp_path / "a.txt"), "not-there.txt"]))
    assert next(stream).article is not None
    assert isinstance(next(stream).error, communique.InputError)


def test_a_document_goes_by_the_name_given() -> None:
    document = communique.read_bytes(TEXT.encode())
    (done,) = convert_many([("stdin", document)])
    assert done.name == "stdin"
    assert done.article == communique.convert(document)
