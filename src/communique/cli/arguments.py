"""What the arguments mean: standard input, lists of names, help where there is nothing to read."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from communique.errors import UsageError
from communique.paths import STDIN


def given(ctx: typer.Context, names: list[str] | None, files_from: str | None) -> list[str]:
    """The names given, those of ``--files-from`` included; ``-`` where something is piped in instead.

    With nothing given on a terminal, shows the command's help and exits, instead of waiting.
    """
    found = list(names or ())
    if files_from is not None:
        if files_from == STDIN and STDIN in found:
            raise UsageError("standard input cannot be both a document and a list of files")
        lines = sys.stdin.read() if files_from == STDIN else Path(files_from).read_text(encoding="utf-8")
        return found + [line for line in lines.splitlines() if line.strip()]
    if found:
        return found
    if sys.stdin is None or sys.stdin.isatty():
        print(ctx.get_help())
        raise typer.Exit(2)
    return [STDIN]
