"""What a user adds to the word lists: a folder of TOML files that bear the names of ours."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import Any

from communique.errors import LexiconError

MAX_BYTES = 1_000_000
"""The largest file that is read: words, not texts."""


@dataclass(frozen=True, eq=False)
class Additions:
    """Additions to the lists, by the name of the list, and the digest of all of them."""

    lists: Mapping[str, dict[str, Any]]
    sha256: str


def load_additions(folder: str | PathLike[str]) -> Additions:
    """Read a folder of additions: ``causing_verbs.toml`` there adds to our ``causing_verbs.toml``.

    Tables go together by their names. Words are added to words, whether they stand in a list or one after the
    other in a text of several words; any other value takes the place of ours.

    :raises LexiconError: the folder or a file cannot be used; ``where`` names the file
    """
    from communique.analyse.lexicon import names, shipped

    root = Path(folder)
    if not root.is_dir():
        raise LexiconError("this is no folder", where=str(root), hint="name a folder of TOML files")
    lists: dict[str, dict[str, Any]] = {}
    digest = hashlib.sha256()
    for path in sorted(root.glob("*.toml")):
        if path.stem not in names():
            near = get_close_matches(path.stem, names(), 1)
            meant = f"is it {near[0]}.toml?" if near else "the lists are in docs/lexicons.md"
            raise LexiconError("there is no such list", where=str(path), hint=meant)
        data = _bytes(path)
        table = _table(data, path)
        _check(shipped(path.stem), table, str(path), ())
        lists[path.stem] = table
        digest.update(path.name.encode() + b"\0" + data + b"\0")
    if not lists:
        raise LexiconError(
            "the folder holds no list", where=str(root), hint="lists are files that end in .toml"
        )
    return Additions(lists, digest.hexdigest())


def merged(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Our table with theirs added, in the order of ours; what is only in theirs comes last."""
    result = dict(ours)
    for key, value in theirs.items():
        known = ours.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            result[key] = merged(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            result[key] = [*known, *(each for each in value if each not in known)]
        elif isinstance(known, str) and isinstance(value, str) and len(known.split()) > 1:
            result[key] = f"{known} {value}"
        else:
            result[key] = value
    return result


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LexiconError(
                f"larger than {MAX_BYTES:,} bytes", where=str(path), hint="add words, not texts"
            )
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"it cannot be read: {error.strerror}", where=str(path)) from error


def _table(data: bytes, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LexiconError("it is not UTF-8", where=str(path), hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            f"it is not TOML: {error}", where=str(path), hint="compare with our list"
        ) from error


def _check(ours: Mapping[str, Any], theirs: Mapping[str, Any], where: str, path: tuple[str, ...]) -> None:
    """A value must be of the kind that ours is of: words for words, a table for a table."""
    for key, value in theirs.items():
        known = ours.get(key)
        place = (*path, key)
        if known is None:
            continue
        if type(known) is not type(value):
            wanted = {dict: "a table", list: "a list", str: "text", bool: "true or false"}.get(
                type(known), "a number"
            )
            raise LexiconError(f"{'.'.join(place)} must be {wanted}", where=where, hint="as in our list")
        if isinstance(known, dict):
            _check(known, value, where, place)
        if isinstance(known, list) and known and any(type(each) is not type(known[0]) for each in value):
            raise LexiconError(f"{'.'.join(place)} holds something else", where=where, hint="as in our list")
