"""``communique schema``: the published JSON Schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import Debug
from communique.cli.output import STDOUT, write


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="article (the default), actor, meeting …: see --list"),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Write NAME.json into this folder; without NAME, all."
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the names of the schemas.")] = False,
    debug: Debug = False,
) -> None:
    """Print a JSON Schema (2020-12) of the records, or write all of them.

    Each is complete in itself, and nothing is fetched from a network.
    """
    from communique.schema import NAMES, schema_text

    if listed:
        write(STDOUT, "".join(f"{each}\n" for each in NAMES))
        return
    if output is None or output == STDOUT:
        write(STDOUT, schema_text(name or "article"))
        return
    texts = {each: schema_text(each) for each in ([name] if name else NAMES)}
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for each, text in texts.items():
        write(folder / f"{each}.json", text)
