"""The files that a list of names means: files, folders, patterns, ``-`` for standard input."""

from __future__ import annotations

import glob
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from communique.errors import UsageError

STDIN = "-"


def files(names: Iterable[str], suffixes: Collection[str], what: str) -> list[str]:
    """The files that the names mean, each once, in the order given; folders and patterns in order of name.

    A folder means the files beneath it that end in one of ``suffixes``; hidden ones are left out, and those
    that a browser saved beside a page. A pattern
    (``*``, ``?``, ``[…]``, ``**``) that is not itself a file means the files it matches.

    Raises:
        UsageError: a name is not there, or holds nothing; ``what`` names what was looked for ("JSON").
    """
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys([name] if name == STDIN else _files(name, suffixes, what)))
    return list(found)


def _files(name: str, suffixes: Collection[str], what: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        inside = [str(one) for one in sorted(path.rglob("*")) if _wanted(one, path, suffixes)]
        if inside:
            return inside
        ends = ", ".join(sorted(suffixes))
        raise UsageError(
            f"the folder holds no {what}", where=name, hint=f"files are taken that end in {ends}"
        )
    if path.exists():
        return [name]
    # Path.glob takes no absolute pattern.
    matching = sorted(one for one in glob.glob(name, recursive=True) if Path(one).is_file())  # noqa: PTH207
    if matching:
        return matching
    if glob.has_magic(name):
        raise UsageError(
            "no file fits the pattern", where=name, hint="quote patterns that the shell should leave"
        )
    raise UsageError("there is no such file", where=name, hint=_meant(path))


def _wanted(path: Path, folder: Path, suffixes: Collection[str]) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    wanted = not hidden and path.name.lower().endswith(tuple(suffixes)) and path.is_file()
    return wanted and not any(_is_of_a_page(above) for above in path.parents if above != folder)


def _is_of_a_page(folder: Path) -> bool:
    """Whether a folder holds what a browser saved beside a page: ``talks_files`` beside ``talks.html``."""
    stem = folder.name.removesuffix("_files")
    pages = (folder.with_name(stem + suffix) for suffix in (".html", ".htm"))
    return stem != folder.name and any(page.is_file() for page in pages)


def _meant(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder} either"
    near = get_close_matches(path.name, [one.name for one in folder.iterdir()], 1)
    return f"is it {folder / near[0]}?" if near else "check the name and the folder"
