"""``communique show``: what is in an article, in the terminal."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.articles import articles, complain
from communique.cli.options import Articles, Debug, FailFast, FilesFrom
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.report.summary import Table


class Kind(StrEnum):
    """The kinds of records."""

    actor = "actor"
    meeting = "meeting"
    controversy = "controversy"
    implication = "implication"
    statement = "statement"


class Certainty(StrEnum):
    """How sure the holder of a claim is."""

    certain = "certain"
    probable = "probable"
    possible = "possible"
    unknown = "unknown"


def show(
    ctx: typer.Context,
    files: Articles = None,
    *,
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            metavar="NAME",
            help="Only records about, by or with this actor: a name, an alias or an id. May be repeated.",
        ),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="Only records of this kind. May be repeated.", show_default=False),
    ] = None,
    certainty: Annotated[
        list[Certainty] | None,
        typer.Option("--certainty", help="Only claims held so. May be repeated.", show_default=False),
    ] = None,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    debug: Debug = False,
) -> None:
    """Print what was read out of articles: tables on a terminal; piped, a record a line between bars."""
    from communique.report.summary import Asked, called, heading, summary

    asked = Asked(tuple(actor or ()), tuple(kind or ()), tuple(certainty or ()))
    failed = missing = False
    unknown, heard = dict.fromkeys(asked.actors), dict.fromkeys("")
    printed = 0
    for loaded in articles(given(ctx, files, files_from)):
        if loaded.article is None:
            missing |= isinstance(loaded.error, UsageError)
            failed = True
            complain(loaded)
            if fail_fast:
                break
            continue
        unknown = {name: None for name in unknown if not called(loaded.article, name)}
        heard |= dict.fromkeys(one.name for one in loaded.article.actors)
        tables = summary(loaded.article, asked)
        if tables:
            _print(heading(loaded.article), tables, first=not printed)
            printed += 1
    for name in unknown:
        near = get_close_matches(name, heard, 1, cutoff=0.5)
        hint = f" (is it {near[0]}?)" if near else ""
        print(f"communique: no actor is called {name!r}{hint}", file=sys.stderr)
    if not printed and not failed and not unknown:
        print("no record fits", file=sys.stderr)
    raise typer.Exit(2 if missing or unknown else int(failed))


def _print(title: str, tables: tuple[Table, ...], *, first: bool) -> None:
    if sys.stdout.isatty():
        _draw(title, tables)
        return
    lines = [title] if first else ["", title]
    for table in tables:
        lines += ["", table.heading, *(" | ".join(row) for row in table.rows)]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _draw(title: str, tables: tuple[Table, ...]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console()
    # A Text, for what stands in square brackets in an article is no markup.
    console.print(Text(f"\n{title}", style="bold"))
    for table in tables:
        drawn = Drawn(
            title=Text(table.heading, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
        )
        for column in table.columns:
            drawn.add_column(column, overflow="fold")
        for row in table.rows:
            drawn.add_row(*(Text(cell) for cell in row))
        console.print(drawn)
