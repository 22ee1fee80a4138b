"""Where converted articles go: standard output, one file for all of them, or a folder with a file each."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from communique.cli.output import STDOUT, whole_file, write
from communique.errors import UsageError
from communique.paths import STDIN


class Sink(Protocol):
    """Takes documents one after the other, as a context manager."""

    lines: bool
    """Whether each document is one line."""

    def write(self, name: str, text: str) -> None:
        """Take the document that was made of the input ``name``."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None: ...


class FileSink(ExitStack):
    """One file, or standard output (``-``), written as the documents come.

    The file is whole or absent: it takes its place when all is done, and only if something was written.
    """

    def __init__(self, target: str, *, lines: bool) -> None:
        super().__init__()
        self.lines = lines
        self._target = target
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        _require_folder(self._target)
        return super().__enter__()

    def write(self, name: str, text: str) -> None:
        """Append a document."""
        if self._target == STDOUT:
            write(STDOUT, text)
            return
        if self._file is None:
            self._file = self.enter_context(whole_file(self._target))
        self._file.write(text)


class FolderSink(ExitStack):
    """A folder, made where it is missing: ``a/article.txt`` becomes ``article.json`` in it.

    Two inputs of one name would overwrite each other, and are refused before anything is written.
    """

    lines = False

    def __init__(self, target: str, names: Iterable[str]) -> None:
        super().__init__()
        self._folder = Path(target)
        taken: dict[Path, str] = {}
        for name in names:
            path = self._path(name)
            if path in taken:
                raise UsageError(
                    f"{taken[path]} and {name} would both become {path}",
                    hint="write JSON lines into one .jsonl file instead",
                )
            taken[path] = name

    def __enter__(self) -> Self:
        _require_folder(str(self._folder))
        self._folder.mkdir(exist_ok=True)
        return super().__enter__()

    def write(self, name: str, text: str) -> None:
        """Write a document into a file of its own."""
        write(self._path(name), text)

    def _path(self, name: str) -> Path:
        return self._folder / f"{'stdin' if name == STDIN else Path(name).stem}.json"


def _require_folder(target: str) -> None:
    folder = Path(target).parent
    if target != STDOUT and not folder.is_dir():
        raise UsageError("there is no such folder", where=str(folder), hint="make it first")
