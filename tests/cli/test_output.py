from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from communique.cli.output import whole_file, write

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as POSIX has them")


def test_nothing_is_left_of_a_file_that_fails(tmp_path: Path) -> None:
    place = tmp_path / "article.json"
    place.write_text("before", encoding="utf-8")

    def fails() -> None:
        with whole_file(place) as file:
            file.write("half")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        fails()
    assert place.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [place]


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real" / "article.json"
    real.parent.mkdir()
    real.write_text("before", encoding="utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(real)
    write(link, "after")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "after"


@POSIX
def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "new.json")
    write(link, "text")
    assert (tmp_path / "new.json").read_text(encoding="utf-8") == "text"


@POSIX
def test_a_pipe_gets_the_text_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write(pipe, "through")
    reader.join(timeout=10)
    assert got == ["through"]
    assert pipe.is_fifo()


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    place = tmp_path / "folder"
    place.mkdir()
    with pytest.raises(OSError, match="folder"):
        write(place, "text")
    assert list(tmp_path.iterdir()) == [place]
