"""Where exported bytes go: a file or a folder that is whole or absent, or a zip."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from communique.errors import UsageError

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold stands for all, so that the same files are the same bytes."""


def is_folder(path: str) -> bool:
    """Whether a path means a folder: it is one, ends in a slash, or is new and has no suffix."""
    return path.endswith(("/", "\\")) or Path(path).is_dir() or not (Path(path).suffix or Path(path).exists())


def write_file(path: str | Path, data: bytes) -> None:
    """Write a file beside its place and rename it into it. Raises ``OSError`` as files do.

    Raises:
        UsageError: there is a folder of this name, or no folder to write it into.
    """
    target = Path(path)
    if target.is_dir():
        raise UsageError("this is a folder, and the format is one file", where=str(path), hint="name a file")
    if not target.parent.is_dir():
        raise UsageError("there is no such folder", where=str(target.parent), hint="make it first")
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes files that only their owner may read; a new file gets what the umask leaves.
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_folder(path: str | Path, files: Mapping[str, bytes], *, keeps: bool = False) -> None:
    """Write files into a folder, made where it is missing; each is whole or absent.

    With ``keeps`` a file that is there already and differs is not written over.

    Raises:
        UsageError: a file differs and is to be kept, or there is no folder to make this one in.
    """
    folder = Path(path)
    if not folder.parent.is_dir():
        raise UsageError("there is no such folder", where=str(folder.parent), hint="make it first")
    for name, data in files.items():
        there = folder / name
        if keeps and there.exists() and there.read_bytes() != data:
            raise UsageError(
                "this file is there already, and may hold someone's corrections",
                where=str(there),
                hint="name another folder, or move it away",
            )
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        write_file(folder / name, data)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, in their order; the same files are the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
