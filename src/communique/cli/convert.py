"""``communique convert``: articles in, JSON out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.errors import complain, placed
from communique.cli.options import (
    Debug,
    FailFast,
    FilesFrom,
    From,
    Language,
    NoProgress,
    Quiet,
    Url,
    Verbose,
)
from communique.cli.output import STDOUT
from communique.cli.progress import progress
from communique.cli.sink import FileSink, FolderSink, Render, Sink, several
from communique.cli.view import Pages
from communique.errors import CommuniqueError, EmptyInput, UsageError
from communique.paths import STDIN, files

if TYPE_CHECKING:
    from communique.corpus import Converted
    from communique.read.many import Entry, Told
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
            metavar="FILE",
            help="Articles: text, web pages, Markdown, PDF, Word, JSON, feeds, e-mail, web archives; files, "
            "folders, patterns, - for standard input.",
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
    media_type: From = None,
    url: Url = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="Publication date, as 2021-03-12, instead of what the article says: it tells what "
            "'on Monday' or 'last month' mean.",
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
    language: Language = None,
    loose: Annotated[
        bool,
        typer.Option(
            "--loose",
            help="Find implications by a trained head instead of the rules: purposes and sequences too, "
            "and fewer of those that essays tell.",
        ),
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the article's text out; its SHA-256 stays.")
    ] = False,
    view: Annotated[
        bool, typer.Option("--view", help="Write a page to read beside each JSON file, as .html.")
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
    from communique.read.many import Told

    check_published(published)
    names = files(given(ctx, inputs, files_from), SUFFIXES, "article")
    if url is not None and len(names) > 1:
        raise UsageError(f"--url names one article, and these are {len(names)} files")
    told = Told(media_type=media_type, url=url, language=language)
    sink = _sink(output, form, names)
    pages = Pages(output) if view else None
    own_names = load_gazetteer(gazetteer) if gazetteer else None
    own_words = load_additions(lexicon) if lexicon else None
    tally = _Tally(fail_fast=fail_fast)
    with sink, progress("converting", len(names), wanted=not (quiet or no_progress)) as advance:
        for done in convert_many(
            _sources(names, told, advance),
            told=told,
            published=published,
            gazetteer=own_names,
            lexicon=own_words,
            loose=loose,
            text=not no_text,
        ):
            tally.count(done)
            if done.article is not None:
                sink.write(done.name, done.number, _rendered(done.article))
                if pages is not None:
                    pages.write(done.name, done.number, done.article)
                if verbose:
                    print(f"{_label(done)}: {_summary(done.article)}", file=sys.stderr)
            if tally.stopped:
                break
    for error in tally.told:
        complain(error, debug=debug)
    if not quiet and (len(names) > 1 or tally.count_all > 1 or tally.last is not None):
        print(tally, file=sys.stderr)
    raise typer.Exit(int(tally.failed))


@dataclass
class _Tally:
    fail_fast: bool = False
    converted: int = 0
    errors: list[CommuniqueError] = field(default_factory=list)
    empty: list[CommuniqueError] = field(default_factory=list)
    """Entries of a container without an article in them: told, but no failure where others have one."""
    last: Article | None = None

    def count(self, done: Converted) -> None:
        if done.error is not None:
            empty = done.number is not None and isinstance(done.error, EmptyInput)
            (self.empty if empty else self.errors).append(placed(done.error, done.name, done.number))
        else:
            self.converted += 1
            self.last = done.article

    @property
    def failed(self) -> bool:
        return bool(self.errors) or (bool(self.empty) and not self.converted)

    @property
    def told(self) -> list[CommuniqueError]:
        return [*self.empty, *self.errors]

    @property
    def stopped(self) -> bool:
        return self.fail_fast and bool(self.errors)

    @property
    def count_all(self) -> int:
        return self.converted + len(self.told)

    def __str__(self) -> str:
        if self.count_all == 1 and self.last is not None:
            return _summary(self.last)
        return f"{self.converted} of {self.count_all} articles converted"


def _rendered(article: Article) -> Render:
    return lambda lines: article.to_json(indent=None if lines else 2)


def _sources(
    names: list[str], told: Told, advance: Callable[[int], None]
) -> Iterator[str | tuple[str, Iterator[Entry]]]:
    """Each name in turn; those before it are done when the next is asked for."""
    from communique.read.many import entries

    for name in names:
        yield name if name != STDIN else (STDIN, entries(sys.stdin.buffer, told))
        advance(1)


def _label(done: Converted) -> str:
    return done.name if done.number is None else f"{done.name}, article {done.number}"


def _sink(output: str, form: Format | None, names: list[str]) -> Sink:
    count = len(names)
    suffix = Path(output).suffix.lower()
    if output != STDOUT and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        if form is Format.jsonl:
            raise UsageError(
                "a folder takes one JSON file an article", where=output, hint="name a .jsonl file"
            )
        return FolderSink(output, names)
    if form is Format.jsonl or (form is None and suffix in {".jsonl", ".ndjson"}):
        return FileSink(output, lines=True)
    if count > 1 and (form is not None or output != STDOUT):
        raise several(output, count)
    # A file may hold several articles: the sink waits for the second.
    return FileSink(output, lines=True if count > 1 else None if form is None else False)


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
