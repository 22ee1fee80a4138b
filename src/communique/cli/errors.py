"""Errors of single files, said on stderr while the others go on."""

from __future__ import annotations

import sys
import traceback

from communique.errors import CommuniqueError
from communique.paths import STDIN


def complain(error: CommuniqueError, *, debug: bool = False) -> None:
    """Say what is wrong on one line, with ``debug`` beneath the traceback that led to it."""
    if debug:
        traceback.print_exception(error)
    print(f"communique: {error}", file=sys.stderr)


def placed(error: CommuniqueError, name: str, number: int | None = None) -> CommuniqueError:
    """The error, with the name of the input that it belongs to, and its place there."""
    name = "<stdin>" if name == STDIN else name
    if error.where is None:
        error.where = name if number is None else f"{name}, article {number}"
    elif not error.where.startswith(name):
        error.where = f"{name}, {error.where}"
    return error
