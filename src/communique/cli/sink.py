"""Where converted articles go: standard output, one file for all of them, or a folder with a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

from communique.cli.output import STDOUT, whole_file, write
from communique.errors import UsageError
from communique.paths import STDIN

Render = Callable[[bool], str]
"""A document as text: on one line, or as a file of its own."""


class Sink(Protocol):
    """Takes documents one after the other, as a context manager."""

    def write(self, name: str, number: int | None, render: Render) -> None:
        """Take the document made of the input ``name``, or of the one article of it that ``number`` says."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None: ...


class FileSink(ExitStack):
    """One file, or standard output (``-``), written as the documents come.

    The file is whole or absent: it takes its place when all is done, and only if something was written.
    ``lines`` says whether each document is one line; where it is ``None`` the number of documents decides,
    which for a file that is not named as one of lines may be one at most.
    """

    def __init__(self, target: str, *, lines: bool | None) -> None:
        super().__init__()
        self._lines = lines
        self._target = target
        self._file: TextIO | None = None
        self._held: Render | None = None
        self._count = 0

    def __enter__(self) -> Self:
        _require_folder(self._target)
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        if kind is None and self._held is not None:
            self._put(self._held(False))
        return super().__exit__(kind, error, trace)

    def write(self, name: str, number: int | None, render: Render) -> None:
        """Append a document; the first is held back until the number of documents is known to matter."""
        self._count += 1
        if self._lines is None and self._count == 1:
            self._held = render
            return
        if self._lines is None and self._target == STDOUT:
            self._lines = True
        if not self._lines and self._count > 1:
            raise several(self._target)
        if self._held is not None:
            self._put(self._held(True))
            self._held = None
        self._put(render(bool(self._lines)))

    def _put(self, text: str) -> None:
        if self._target == STDOUT:
            write(STDOUT, text)
            return
        if self._file is None:
            self._file = self.enter_context(whole_file(self._target))
        self._file.write(text)


def several(target: str, count: int | None = None) -> UsageError:
    """The error for more than one article where one has room."""
    return UsageError(
        f"{count or 'several'} articles do not fit into one JSON document",
        where=None if target == STDOUT else target,
        hint="name a .jsonl file or a folder, or pass --format jsonl",
    )


class FolderSink(ExitStack):
    """A folder, made where it is missing: ``a/article.txt`` becomes ``article.json`` in it.

    The articles of ``a/crawl.warc.gz`` become ``crawl-1.json``, ``crawl-2.json`` … Two inputs of one name
    would overwrite each other, and are refused before anything is written.
    """

    def __init__(self, target: str, names: Iterable[str]) -> None:
        super().__init__()
        self._folder = Path(target)
        self._taken: dict[Path, str] = {}
        for name in names:
            self._take(self._path(name, None), name)

    def __enter__(self) -> Self:
        _require_folder(str(self._folder))
        self._folder.mkdir(exist_ok=True)
        return super().__enter__()

    def write(self, name: str, number: int | None, render: Render) -> None:
        """Write a document into a file of its own."""
        path = self._path(name, number)
        if number is not None:
            self._take(path, name)
        write(path, render(False))

    def _take(self, path: Path, name: str) -> None:
        if path in self._taken:
            raise UsageError(
                f"{self._taken[path]} and {name} would both become {path}",
                hint="write JSON lines into one .jsonl file instead",
            )
        self._taken[path] = name

    def _path(self, name: str, number: int | None) -> Path:
        stem = "stdin" if name == STDIN else Path(name.removesuffix(".gz")).stem
        return self._folder / f"{stem}{'' if number is None else f'-{number}'}.json"


def _require_folder(target: str) -> None:
    folder = Path(target).parent
    if target != STDOUT and not folder.is_dir():
        raise UsageError("there is no such folder", where=str(folder), hint="make it first")
