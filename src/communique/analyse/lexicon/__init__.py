"""The word lists, one idea a TOML file, and what a user adds to them.

``load("countries")`` reads ``countries.toml`` beside this file, with the additions that are in force. Whoever
needs a list in another shape builds it in a function under ``cached``: it is built once for the lists as they
come, and once for each set of additions, so that two conversions with different ones do not mix.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

from communique.analyse.lexicon.additions import Additions, merged

__all__ = ["Additions", "added", "cached", "load", "names"]

P = ParamSpec("P")
R = TypeVar("R")

_in_force: ContextVar[Additions | None] = ContextVar("communique.lexicon", default=None)


@contextmanager
def added(additions: Additions | None) -> Iterator[None]:
    """Lists have these additions inside the block, in this thread or task alone."""
    token = _in_force.set(additions)
    try:
        yield
    finally:
        _in_force.reset(token)


def cached(function: Callable[P, R]) -> Callable[P, R]:
    """Like ``functools.cache`` (bounded), with results of its own for each set of additions."""

    @lru_cache(maxsize=1 << 16)
    def remembered(additions: Additions | None, *given: Any) -> R:
        return cast("Callable[..., R]", function)(*given)

    @wraps(function)
    def answer(*given: Any) -> R:
        return remembered(_in_force.get(), *given)

    return cast("Callable[P, R]", answer)


@cached
def load(name: str) -> dict[str, Any]:
    """The contents of ``<name>.toml``, in the order of the file. Shared between callers: do not change it.

    :raises FileNotFoundError: there is no such list.
    """
    additions = _in_force.get()
    own = _shipped(name)
    return merged(own, additions.lists[name]) if additions is not None and name in additions.lists else own


def shipped(name: str) -> dict[str, Any]:
    """A list as it comes, without additions. Do not change it."""
    return _shipped(name)


@cache
def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in files(__name__).iterdir() if f.name.endswith(".toml"))
    )
