"""The word lists, one idea a TOML file, read once.

``load("countries")`` reads ``countries.toml`` beside this file. Whoever needs a list in another shape builds
it once, in a function under ``cache``, and never changes what ``load`` returned.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The contents of ``<name>.toml``, in the order of the file. Shared between callers: do not change it.

    :raises FileNotFoundError: there is no such list.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in files(__name__).iterdir() if f.name.endswith(".toml"))
    )
