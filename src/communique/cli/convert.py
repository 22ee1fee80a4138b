"""``communique convert``: articles in, JSON out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.options import Debug, FailFast, FilesFrom, NoProgress, Quiet, Verbose
from communique.cli.output import STDOUT
from communique.cli.progress import progress
from communique.cli.sink import FileSink, FolderSink, Sink
from communique.errors import CommuniqueError, UsageError
from communique.paths import STDIN, files

if TYPE_CHECKING:
    from communique.corpus import Converted
    from communique.document import Document
    from communique.records import Article


class Format(StrEnum):
    """How articles are written."""

    json = "json"
    jsonl = "jsonl"


def convert(
    ctx: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Articles: files, folders, patterns, - for standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where the JSON goes: a .json file, a .jsonl file for many articles, or a folder "
            "(existing, or ending in /) for one file each.",
            show_default="standard output",
        ),
    ] = STDOUT,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="One JSON document, or JSON lines with an article a line. Otherwise the suffix of the "
            "output tells; many articles without one come as JSON lines.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="Publication date, as 2021-03-12: it tells what 'on Monday' or 'last month' mean.",
        ),
    ] = None,
    gazetteer: Annotated[
        str | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE.csv",
            help="Names of your own: columns name, aliases, kind, country, wikidata.",
        ),
    ] = None,
    lexicon: Annotated[
        str | None,
        typer.Option(
            "--lexicon",
            metavar="FOLDER",
            help="Words of your own: TOML files that add to the built-in lists of the same names.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="en", help="Take the articles for English without looking."),
    ] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the article's text out; its SHA-256 stays.")
    ] = False,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> None:
    """Convert articles to JSON: who acts, meets, disputes and says what, and what leads to what.

    Every field comes with the words it was read from.

    Nothing is fetched from a network, and the same article gives the same bytes every time.
    """
    from communique.analyse.gazetteer import load_gazetteer
    from communique.analyse.lexicon.additions import load_additions
    from communique.convert import check_published
    from communique.corpus import convert_many
    from communique.read import SUFFIXES

    check_published(published)
    names = files(given(ctx, inputs, files_from), SUFFIXES, "article")
    sink = _sink(output, form, names)
    own_names = load_gazetteer(gazetteer) if gazetteer else None
    own_words = load_additions(lexicon) if lexicon else None
    tally = _Tally()
    with sink, progress("converting", len(names), wanted=not (quiet or no_progress)) as advance:
        for done in convert_many(
            _sources(names, tally, language),
            published=published,
            gazetteer=own_names,
            lexicon=own_words,
            language=language,
            text=not no_text,
        ):
            advance(1)
            tally.count(done)
            if done.article is not None:
                sink.write(done.name, done.article.to_json(indent=None if sink.lines else 2))
                if verbose:
                    print(f"{done.name}: {_summary(done.article)}", file=sys.stderr)
            if fail_fast and tally.errors:
                break
    for error in tally.errors:
        print(f"communique: {error}", file=sys.stderr)
    if not quiet and (len(names) > 1 or tally.last is not None):
        print(tally, file=sys.stderr)
    raise typer.Exit(int(bool(tally.errors)))


@dataclass
class _Tally:
    converted: int = 0
    errors: list[CommuniqueError] = field(default_factory=list)
    last: Article | None = None

    def count(self, done: Converted) -> None:
        if done.error is not None:
            self.errors.append(_placed(done.error, done.name))
        else:
            self.converted += 1
            self.last = done.article

    def __str__(self) -> str:
        whole = self.converted + len(self.errors)
        if whole == 1 and self.last is not None:
            return _summary(self.last)
        return f"{self.converted} of {whole} articles converted"


def _sources(names: list[str], tally: _Tally, language: str | None) -> Iterator[str | tuple[str, Document]]:
    from communique.read import read_bytes

    for name in names:
        if name != STDIN:
            yield name
            continue
        try:
            document = read_bytes(sys.stdin.buffer.read(), language=language)
        except CommuniqueError as error:
            tally.errors.append(_placed(error, "<stdin>"))
        else:
            yield STDIN, document


def _placed(error: CommuniqueError, name: str) -> CommuniqueError:
    """The error, with the name of the input it belongs to."""
    if error.where is None:
        error.where = name
    return error


def _sink(output: str, form: Format | None, names: list[str]) -> Sink:
    count = len(names)
    suffix = Path(output).suffix.lower()
    if output != STDOUT and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        if form is Format.jsonl:
            raise UsageError(
                "a folder takes one JSON file an article", where=output, hint="name a .jsonl file"
            )
        return FolderSink(output, names)
    lines = form is Format.jsonl or (form is None and suffix in {".jsonl", ".ndjson"})
    if form is None and output == STDOUT:
        lines = count > 1
    if count > 1 and not lines:
        raise UsageError(
            f"{count} articles do not fit into one JSON document",
            where=None if output == STDOUT else output,
            hint="name a .jsonl file or a folder, or pass --format jsonl",
        )
    return FileSink(output, lines=lines)


def _summary(article: Article) -> str:
    kinds = Counter(
        {
            "actor": len(article.actors),
            "meeting": len(article.meetings),
            "controversy": len(article.controversies),
            "implication": len(article.implications),
            "statement": len(article.statements),
        }
    )
    plurals = {"controversy": "controversies"}
    said = [
        f"{number} {kind if number == 1 else plurals.get(kind, kind + 's')}" for kind, number in kinds.items()
    ]
    return ", ".join(said)
