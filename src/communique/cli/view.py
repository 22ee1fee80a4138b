"""``communique view``: an article and its records as one page to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.arguments import given
from communique.cli.articles import Loaded, articles, complain, named, texts_of
from communique.cli.options import Articles, Debug, FailFast, FilesFrom, Quiet, Sources
from communique.cli.output import STDOUT, write
from communique.errors import UsageError
from communique.paths import STDIN

if TYPE_CHECKING:
    from communique.records import Article

SUFFIX = ".html"
_SUFFIXES = {SUFFIX, ".htm", ""}


def view(
    ctx: typer.Context,
    files: Articles = None,
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where the page goes: an .html file, - for standard output, or for several articles a "
            "folder (existing, or ending in /).",
            show_default="beside the JSON, as .html",
        ),
    ] = None,
    source: Sources = None,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Make a page that shows an article beside what was read out of it: every record with its words.

    Give what `communique convert` wrote; then open the page in a browser: it needs no network and no server.

    Without -o it is written beside the JSON; a file of that name that is not such a page is left alone.
    """
    names = given(ctx, files, files_from)
    texts = texts_of(source or [])
    shelf = _Shelf(output)
    failed = missing = False
    for loaded in articles(names, texts):
        if loaded.article is None:
            missing |= isinstance(loaded.error, UsageError)
            failed = True
            complain(loaded)
            if fail_fast:
                break
            continue
        text = texts.get(loaded.article.source.sha256) if loaded.article.text is None else None
        place = shelf.put(loaded, text)
        if not quiet and place != STDOUT:
            print(f"{place}: {_said(loaded.article, text)}", file=sys.stderr)
    raise typer.Exit(2 if missing else int(failed))


class _Shelf:
    """Where pages go: each has a place of its own, and nothing that is not a page of ours is lost."""

    def __init__(self, output: str | None) -> None:
        self._output = output
        self._taken: dict[str, str] = {}
        self._folder = output is not None and (output.endswith(("/", "\\")) or Path(output).is_dir())
        folder = Path(output or ".") if self._folder else Path(output or ".").parent
        if not self._folder and output is not None and Path(output).suffix.lower() not in _SUFFIXES:
            # A page in article.json would take the place of what it was made from.
            raise UsageError("a page is HTML", where=output, hint=f"name it {Path(output).stem}{SUFFIX}")
        if self._folder:
            folder.mkdir(exist_ok=True)
        elif output not in {None, STDOUT} and not folder.is_dir():
            raise UsageError("there is no such folder", where=str(folder), hint="make it first")

    def put(self, loaded: Loaded, text: str | None) -> str:
        """Write the page of an article; says where."""
        from communique.report import render

        assert loaded.article is not None
        place = self._place(loaded)
        if place in self._taken:
            raise UsageError(
                f"{self._taken[place]} and {named(loaded)} would both become {place}",
                hint="name a folder: -o pages/",
            )
        self._taken[place] = named(loaded)
        write(place, render(loaded.article, text=text))
        return place

    def _place(self, loaded: Loaded) -> str:
        stem = "article" if loaded.name == STDIN else Path(loaded.name).stem
        if loaded.line > 1:
            stem = f"{stem}-{loaded.line}"
        if self._folder:
            return str(Path(self._output or ".") / f"{stem}{SUFFIX}")
        if self._output is not None:
            return self._output
        if loaded.name == STDIN:
            return STDOUT
        place = Path(loaded.name).with_name(f"{stem}{SUFFIX}")
        _spare(place)
        return str(place)


class Pages:
    """The pages that ``convert --view`` writes beside its JSON.

    Raises ``UsageError`` where the JSON is not written file by file.
    """

    def __init__(self, output: str) -> None:
        self._folder = output.endswith(("/", "\\")) or Path(output).is_dir()
        if not self._folder and Path(output).suffix.lower() != ".json":
            raise UsageError(
                "--view writes a page beside each JSON file",
                where=None if output == STDOUT else output,
                hint="name a .json file or a folder: -o article.json",
            )
        self._output = Path(output)

    def write(self, name: str, number: int | None, article: Article) -> None:
        """Write the page of an article made of the input ``name``, or of the one that ``number`` says."""
        from communique.report import render

        place = self._output.with_suffix(SUFFIX)
        if self._folder:
            stem = "stdin" if name == STDIN else Path(name.removesuffix(".gz")).stem
            place = self._output / f"{stem}{'' if number is None else f'-{number}'}{SUFFIX}"
        _spare(place)
        write(place, render(article))


def _spare(place: Path) -> None:
    """Raises ``UsageError`` where a file stands that is not a page of ours."""
    if place.exists() and not _ours(place):
        raise UsageError(
            "this file is no reading page, and is left as it is",
            where=str(place),
            hint=f"communique view -o {place} replaces it",
        )


def _ours(place: Path) -> bool:
    from communique.report import is_page

    with place.open("rb") as file:
        return is_page(file.read(4096).decode("utf-8", "replace"))


def _said(article: Article, text: str | None) -> str:
    count = sum(
        map(
            len,
            (
                article.actors,
                article.meetings,
                article.controversies,
                article.implications,
                article.statements,
            ),
        )
    )
    bare = ", quotes alone (--source FILE gives the text)" if article.text is None and text is None else ""
    return f"{count} records{bare}"
