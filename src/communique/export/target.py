"""Where exported bytes go: a file or a folder that is whole or absent, or a zip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from communique.errors import UsageError

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold stands for all, so that the same files are the same bytes."""


def is_folder(path: str) -> bool:
    """Whether a path means a folder: it is one, ends in a slash, or is new and has no suffix."""
    return path.endswith(("/", "\\")) or Path(path).is_dir() or not (Path(path).suffix or Path(path).exists())


def require_place(title: str, path: str, *, several: bool) -> None:
    """That a path can be a file, or what ``several`` files go into: asked before the work is done.

    ``title`` is what the format is called.

    Raises:
        UsageError: it cannot.
    """
    target = Path(path)
    if several and not is_folder(path) and not path.lower().endswith(".zip"):
        raise UsageError(
            f"{title} is several files",
            where=path,
            hint="name a folder (ending in /), a .zip, or with --table one of them",
        )
    if not several and target.is_dir():
        raise UsageError("this is a folder, and the format is one file", where=path, hint="name a file")
    if not target.parent.is_dir():
        raise UsageError("there is no such folder", where=str(target.parent), hint="make it first")


@contextmanager
def staged(path: str | Path) -> Iterator[Path]:
    """A hidden folder beside a file or in a folder, on the same disk; it goes when the block ends."""
    target = Path(path).resolve()
    with TemporaryDirectory(
        prefix=f".{target.name}.", dir=target if target.is_dir() else target.parent
    ) as folder:
        yield Path(folder)


def put(file: Path, target: Path) -> None:
    """Move a finished file into its place; one that is there gives its permissions and goes.

    What is no file, such as ``/dev/null`` or a pipe, stays, and gets the bytes.
    """
    if target.exists() and not target.is_file():
        with file.open("rb") as source, target.open("wb") as sink:
            copyfileobj(source, sink)
        return
    place = target.resolve()
    if place.exists():
        file.chmod(place.stat().st_mode & 0o777)
    file.replace(place)


def write_file(path: str | Path, data: bytes) -> None:
    """Write a file beside its place and move it there. Raises ``OSError`` as files do."""
    target = Path(path)
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    with staged(target) as folder:
        (folder / "file").write_bytes(data)
        put(folder / "file", target)


def write_folder(path: str | Path, files: Mapping[str, bytes], *, keeps: bool = False) -> None:
    """Write files into a folder, made where it is missing. None takes its place before all are written.

    With ``keeps`` a file that is there already and differs is not written over.

    Raises:
        UsageError: a file differs and is to be kept.
    """
    folder = Path(path)
    for name, data in files.items():
        there = folder / name
        if keeps and there.exists() and there.read_bytes() != data:
            raise UsageError(
                "this file is there already, and may hold someone's corrections",
                where=str(there),
                hint="name another folder, or move it away",
            )
    with staged(folder) as stage:
        for name, data in files.items():
            (stage / name).write_bytes(data)
        put_all(stage, files, folder)


def put_all(stage: Path, names: Iterable[str], folder: Path) -> None:
    """Move finished files into a folder, made where it is missing."""
    folder.mkdir(exist_ok=True)
    for name in names:
        put(stage / name, folder / name)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, in their order; the same files are the same bytes."""
    buffer = BytesIO()
    _zip({name: (len(data), BytesIO(data)) for name, data in files.items()}, buffer)
    return buffer.getvalue()


def zip_all(stage: Path, names: Iterable[str], target: Path) -> None:
    """A zip of finished files, with the bytes that ``zipped`` makes of them."""
    with ExitStack() as stack:
        opened = {
            name: ((stage / name).stat().st_size, stack.enter_context((stage / name).open("rb")))
            for name in names
        }
        with target.open("wb") as file:
            _zip(opened, file)


def _zip(files: Mapping[str, tuple[int, BinaryIO]], into: BinaryIO) -> None:
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for name, (size, data) in files.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.file_size = size
            with archive.open(entry, "w") as place:
                copyfileobj(data, place)
