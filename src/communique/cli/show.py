"""``communique show``: what is in an article, in the terminal."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.articles import articles, complain
from communique.cli.options import Articles, Debug, FailFast, FilesFrom
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.report.summary import Table


KINDS = {
    "actor": "actors",
    "meeting": "meetings",
    "controversy": "controversies",
    "implication": "implications",
    "statement": "statements",
}
_SHORT, _LONG = 14, 60
"""Characters of a cell that is never broken, and of one that surely is."""

CERTAINTIES = ("certain", "probable", "possible", "unknown")


def _kind(given: str) -> str:
    """The kind that a word means, in the singular or the plural."""
    singular = {many: one for one, many in KINDS.items()}
    word = given.strip().casefold()
    return _one_of(singular.get(word, word), tuple(KINDS), given)


def _certainty(given: str) -> str:
    return _one_of(given.strip().casefold(), CERTAINTIES, given)


def _one_of(word: str, known: tuple[str, ...], given: str) -> str:
    if word not in known:
        near = get_close_matches(word, known, 1, cutoff=0.5)
        asked = f" Is it {near[0]}?" if near else ""
        raise typer.BadParameter(f"{given!r} is none of {', '.join(known)}.{asked}")
    return word


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
        list[str] | None,
        typer.Option(
            "--kind",
            parser=_kind,
            metavar="KIND",
            help="Only these records: actors, meetings, controversies, implications or statements. "
            "May be repeated.",
            show_default=False,
        ),
    ] = None,
    certainty: Annotated[
        list[str] | None,
        typer.Option(
            "--certainty",
            parser=_certainty,
            metavar="CERTAINTY",
            help="Only claims that their holder takes for certain, probable, possible or unknown. "
            "May be repeated.",
            show_default=False,
        ),
    ] = None,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    debug: Debug = False,
) -> None:
    """Print what was read out of articles as tables: who acts, meets, disputes and says what.

    On a terminal the tables are drawn; piped, each record is a line with its fields between bars.

    Filters given together must all fit: --actor NAME --kind statements.
    """
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

    from communique.report.summary import NONE

    console = Console()
    # A Text, for what stands in square brackets in an article is no markup.
    console.print(Text(f"\n{title}", style="bold"))
    for table in tables:
        drawn = Drawn(
            title=Text(table.heading, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False
        )
        # A column in which nothing stands only takes room from the others.
        told = [at for at in range(len(table.columns)) if any(row[at] != NONE for row in table.rows)]
        beside = [at for at in told if at not in table.beneath]
        for at in beside:
            short = max(len(row[at]) for row in table.rows) <= _SHORT
            drawn.add_column(table.columns[at], overflow="fold", no_wrap=short)
        # Rows of several lines run into each other without a line between them.
        drawn.leading = int(any(len(cell) > _LONG for row in table.rows for cell in row))
        for row in table.rows:
            first, *others = (Text(row[at]) for at in beside)
            details = [f"{table.columns[at].lower()}: {row[at]}" for at in table.beneath if row[at] != NONE]
            drawn.add_row(Text("\n").join([first, *(Text(one, style="dim") for one in details)]), *others)
        console.print(drawn)
