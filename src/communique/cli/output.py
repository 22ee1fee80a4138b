"""Where data goes: standard output, or a file that is whole or absent."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

STDOUT = "-"


def write(target: str | Path, text: str) -> None:
    """Write text as UTF-8: to standard output where ``target`` is ``-``, else to a file, all or nothing.

    Raises ``OSError`` as files do.
    """
    if str(target) == STDOUT:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    with whole_file(target) as file:
        file.write(text)


@contextmanager
def whole_file(target: str | Path) -> Iterator[TextIO]:
    """A file to write to as UTF-8 that takes its place only when the block ends well.

    It is written beside its place and then renamed into it; a link stays a link. What is no file, such as
    ``/dev/null`` or a pipe, stays too, and gets the text as it comes. Raises ``OSError`` as files do.
    """
    path = Path(target)
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        return
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        # mkstemp makes files that only their owner may read; a new file gets what the umask leaves.
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
