"""``communique import``: corrections made in brat back to articles in JSON."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import Debug, FailFast, Quiet
from communique.cli.output import STDOUT
from communique.cli.sink import FileSink, FolderSink, Sink
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.export.brat.reading import Corrected
    from communique.records import Article


def import_(
    folders: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER", help="Folders that were exported to brat.", show_default=False),
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where the JSON goes: a .json file, a .jsonl file for several articles, or a folder "
            "(existing, or ending in /) for one file each.",
            show_default="standard output",
        ),
    ] = STDOUT,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the article's text out; its SHA-256 stays.")
    ] = False,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read a folder back that was exported to brat and corrected there: articles as JSON, validated.

    Bring corrections home: communique import corrections/ -o corrected.json

    Each article is NAME.ann, NAME.txt and NAME.json, as export --to brat wrote them.
    How many records were changed is said on stderr.
    A text that was changed is refused: offsets count its characters.
    The page docs/exports.md says what annotators may do.
    """
    from communique.export.brat.reading import corrected

    found = [one for folder in folders for one in corrected(folder)]
    sink = _sink(output, found)
    failed = False
    with sink:
        for one in found:
            if one.article is None:
                failed = True
                print(f"communique: {one.error}", file=sys.stderr)
                if fail_fast:
                    break
                continue
            article = one.article.model_copy(update={"text": None}) if no_text else one.article
            sink.write(one.name, None, partial(_json, article))
            if not quiet:
                told = f"{one.changed} changed, {one.added} added, {one.removed} taken away"
                print(f"{one.name}: records: {told}", file=sys.stderr)
                for sentence in one.told:
                    print(f"{one.name}: {sentence}", file=sys.stderr)
    raise typer.Exit(int(failed))


def _json(article: Article, one_line: bool) -> str:
    return article.to_json(indent=None if one_line else 2)


def _sink(output: str, found: list[Corrected]) -> Sink:
    names = [one.name for one in found]
    if output != STDOUT and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        if any(Path(name).parent.resolve() == Path(output).resolve() for name in names):
            raise UsageError(
                "the JSON of the export lies here, and is needed as it is",
                where=output,
                hint="name another folder",
            )
        return FolderSink(output, names)
    lines = Path(output).suffix.lower() in {".jsonl", ".ndjson"}
    if len(names) > 1 and not lines and output != STDOUT:
        raise UsageError(
            f"{len(names)} articles do not fit into one JSON document",
            where=output,
            hint="name a .jsonl file, or a folder (ending in /)",
        )
    return FileSink(output, lines=lines or None)
