"""``communique export``: articles in JSON out to the formats that other programs read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.articles import Loaded, articles, texts_of
from communique.cli.options import Articles, Debug, FailFast, FilesFrom, Quiet, Sources
from communique.cli.output import STDOUT
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.export import Exported
    from communique.records import Article


def export(
    ctx: typer.Context,
    files: Articles = None,
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where it goes: a file, whose suffix tells the format unless --to does; for a format of "
            "several files a folder or a .zip.",
            show_default="standard output",
        ),
    ] = STDOUT,
    to: Annotated[str | None, typer.Option("--to", metavar="FORMAT", help="The format: see --list.")] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table", metavar="NAME", help="Of a format of several files, the one to write: actors."
        ),
    ] = None,
    source: Sources = None,
    listed: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Export articles to tables, databases, graphs, linked data, annotation tools or a briefing.

    All articles go into one file or folder, in the order given. What the format cannot hold is said on
    stderr.

    The page docs/exports.md shows each format.
    """
    from communique.export import export as exported

    if listed:
        _list()
        return
    names = given(ctx, files, files_from)
    target = None if output == STDOUT else output
    if target is None and to is None:
        raise UsageError(
            "nothing says what to export to", hint="--to FORMAT (see --list), or -o with a suffix"
        )
    texts = texts_of(source or [])
    found: list[Article] = []
    failed = missing = False
    for loaded in articles(names, texts):
        if loaded.article is not None:
            found.append(loaded.article)
            continue
        missing |= isinstance(loaded.error, UsageError)
        failed = True
        print(f"communique: {_reason(loaded)}", file=sys.stderr)
        if fail_fast:
            break
    if found:
        made = exported(found, target, to=to, table=table, texts=texts.values())
        if target is None:
            _print(made, chosen=table is not None)
        if not quiet:
            for sentence in made.lost:
                print(f"communique: {made.format.title}: {sentence}", file=sys.stderr)
    raise typer.Exit(2 if missing else int(failed))


def _list() -> None:
    from communique.export import FORMATS

    for row in FORMATS:
        name = f"{row.name:<12} {row.title:<20}"
        where = f"a folder, or {row.suffixes[0]}" if row.folder else " ".join(row.suffixes)
        needs = f"  pip install 'communique[{row.extra}]'" if row.extra else ""
        print(f"{name} {where:<40}{needs}".rstrip())


def _print(made: Exported, *, chosen: bool) -> None:
    """To standard output: one file, and nothing that a terminal cannot show."""
    if made.format.folder and not chosen:
        raise UsageError(
            f"{made.format.title} is {len(made.files)} files",
            hint="name a folder or a .zip with -o, or one of them with --table",
        )
    if made.format.binary and sys.stdout.isatty():
        raise UsageError(f"a terminal cannot show {made.format.title}", hint="name a file with -o")
    sys.stdout.buffer.write(made.data)
    sys.stdout.buffer.flush()


def _reason(loaded: Loaded) -> str:
    if loaded.error is not None:
        return str(loaded.error)
    name = "<stdin>" if loaded.name == STDOUT else loaded.name
    first, *rest = [str(problem).splitlines()[0].removeprefix(f"{name}:") for problem in loaded.problems]
    more = f", and {len(rest)} more" if rest else ""
    return f"{name} is not a valid article: {first.strip()}{more} (communique validate tells all)"
