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
    from collections.abc import Iterator, Sequence

    from communique.export import Exported, Format
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
            "several files a folder, or a .zip.",
            show_default="standard output",
        ),
    ] = STDOUT,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="FORMAT", help="The format, where the name of the file does not tell: see --list."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table", metavar="NAME", help="Of a format of tables the one to write, such as meetings."
        ),
    ] = None,
    source: Sources = None,
    listed: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Export articles to tables, databases, graphs, linked data, events, tools for annotators or a briefing.

    A briefing to read: communique export article.json -o article.md

    Spreadsheets: communique export article.json --to csv -o tables/

    All articles go into one file or folder, in the order given.
    What the format cannot hold is said on stderr.
    The page docs/exports.md shows each format.
    """
    from communique.export.formats import asked

    if listed:
        _list()
        return
    names = given(ctx, files, files_from)
    target = None if output == STDOUT else output
    if target is None and to is None:
        raise UsageError(
            "nothing says what to export to", hint="--to FORMAT (see --list), or -o with a suffix"
        )
    row = asked(target, to, table)
    found = _Found(names, texts_of(source or []), fail_fast=fail_fast)
    if row.streams and target is not None:
        from communique.export.stream import stream

        stream(found, row.name, target, table=table)
    else:
        _whole(list(found), row, target, table, quiet=quiet)
    raise typer.Exit(2 if found.missing else int(found.failed))


class _Found:
    """The valid articles, one after the other, with their texts; of the others stderr is told why."""

    def __init__(self, names: Sequence[str], texts: dict[str, str], *, fail_fast: bool) -> None:
        self._names, self._texts, self._fail_fast = names, texts, fail_fast
        self.failed = self.missing = False

    def __iter__(self) -> Iterator[Article]:
        strangers = set(self._texts)
        for loaded in articles(self._names, self._texts):
            article = loaded.article
            if article is None:
                self.missing |= isinstance(loaded.error, UsageError)
                self.failed = True
                print(f"communique: {_reason(loaded)}", file=sys.stderr)
                if self._fail_fast:
                    return
                continue
            text = self._texts.get(article.source.sha256)
            strangers.discard(article.source.sha256)
            yield article if text is None else article.model_copy(update={"text": text})
        if strangers and not self.failed:
            raise UsageError(
                "no article was made from the text of a --source",
                hint="give the very file that the article was made from",
            )


def _whole(found: list[Article], row: Format, target: str | None, table: str | None, *, quiet: bool) -> None:
    """Export articles that are all in memory."""
    from communique.export import export as exported

    if not found:
        return
    made = exported(found, target, to=row.name, table=table, checked=True)
    if target is None:
        _print(made, chosen=table is not None)
    if not quiet:
        for sentence in made.lost:
            print(f"communique: {made.format.title}: {sentence}", file=sys.stderr)


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
    if loaded.problems[0].code == "json" and not name.endswith((".json", ".jsonl")):
        return f"{name} is no article in JSON (communique convert makes articles of texts and pages)"
    first, *rest = [str(problem).splitlines()[0].removeprefix(f"{name}:") for problem in loaded.problems]
    more = f", and {len(rest)} more" if rest else ""
    return f"{name} is not a valid article: {first.strip()}{more} (communique validate tells all)"
