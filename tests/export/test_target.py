"""Files and folders are whole or absent, and what is no file stays what it is."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from communique.export.target import put, write_file, write_folder

FULL = OSError(errno.ENOSPC, "No space left on device")


def test_a_file_takes_the_place_of_another_and_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file_and_no_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("old")
    written: list[str] = []

    def full(path: Path, data: bytes) -> int:
        if len(written) == 2:
            raise FULL
        written.append(path.name)
        with path.open("wb") as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path / "new", {"a": b"1", "b": b"2", "c": b"3"})
    assert written == ["a", "b"]
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / "a.md", b"new")
    assert {path.name for path in tmp_path.iterdir()} == {"a.md"}
    assert (tmp_path / "a.md").read_text() == "old"


def test_a_pipe_gets_the_bytes_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"one")
        (tmp_path / "file").write_bytes(b"two")
        put(tmp_path / "file", pipe)
        assert os.read(reader, 100) == b"onetwo"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_file(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"
