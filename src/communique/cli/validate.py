"""``communique validate``: is this JSON a valid article?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from communique.cli.arguments import given
from communique.cli.options import Debug, FailFast, FilesFrom, NoProgress, Quiet, Sources, Verbose
from communique.cli.progress import progress
from communique.errors import CommuniqueError, UsageError
from communique.paths import STDIN
from communique.paths import files as files_named

if TYPE_CHECKING:
    from communique.validate import Outcome, Problem


class Format(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"
    github = "github"


def validate(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="JSON or JSON lines: files, folders, patterns, - for standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    source: Sources = None,
    form: Annotated[
        Format, typer.Option("--format", help="How problems are written to stdout.")
    ] = Format.text,
    limit: Annotated[
        int,
        typer.Option("--limit", metavar="MB", min=1, help="The longest document that is read, in megabytes."),
    ] = 64,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> None:
    """Say whether articles are valid, and name every problem: where, what, the way out.

    First comes the published schema, then what a schema cannot say: that quotes
    stand in the text, references resolve, dates and countries exist.
    The page docs/validation.md explains every code.
    """
    names = given(ctx, files, files_from)
    tally = _Tally()
    writer = _Writer(form)
    texts = _texts(source or [])
    found = _found(names, tally, fail_fast)
    total = sum(Path(name).stat().st_size for name in found if name != STDIN)
    with progress("validating", total, wanted=not (quiet or no_progress)) as advance:
        for name in found:
            if fail_fast and tally.failed:
                break
            for outcome in _outcomes(name, texts, limit, tally):
                advance(outcome.size)
                tally.count(outcome)
                for problem in outcome.problems:
                    writer.write(problem)
                if fail_fast and outcome.problems:
                    break
                if verbose and not outcome.problems:
                    print(
                        f"valid: {name}" + (f", line {outcome.line}" if outcome.line > 1 else ""),
                        file=sys.stderr,
                    )
    writer.close()
    for error in tally.errors:
        print(f"communique: {error}", file=sys.stderr)
    if not quiet:
        print(tally, file=sys.stderr)
    raise typer.Exit(tally.exit_code)


@dataclass
class _Tally:
    """What the summary says at the end."""

    valid: int = 0
    invalid: int = 0
    problems: int = 0
    without_text: int = 0
    errors: list[CommuniqueError] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        if outcome.problems:
            self.invalid += 1
        else:
            self.valid += 1
        self.problems += len(outcome.problems)
        self.without_text += outcome.without_text

    @property
    def failed(self) -> bool:
        return bool(self.invalid or self.errors)

    @property
    def exit_code(self) -> int:
        return 2 if self.errors else int(self.failed)

    def __str__(self) -> str:
        whole = self.valid + self.invalid
        said = [f"{self.valid} of {_counted(whole, 'article')} valid"]
        if self.problems:
            said.append(_counted(self.problems, "problem"))
        if self.errors:
            said.append(f"{_counted(len(self.errors), 'file')} not read")
        line = ", ".join(said)
        if self.without_text:
            bare = _counted(self.without_text, "article")
            line += f"\n{bare} without text: --source FILE lets quotes be compared"
        return line


class _Writer:
    """Writes problems to stdout as they come."""

    def __init__(self, form: Format) -> None:
        from communique.validate.formats import as_github, as_json, as_text

        self._form = form
        self._render = {Format.text: as_text, Format.json: as_json, Format.github: as_github}[form]
        self._first = True

    def write(self, problem: Problem) -> None:
        before = ("[\n" if self._first else ",\n") if self._form is Format.json else ""
        after = "" if self._form is Format.json else "\n"
        sys.stdout.write(f"{before}{self._render(problem)}{after}")
        self._first = False

    def close(self) -> None:
        if self._form is Format.json:
            sys.stdout.write("[]\n" if self._first else "\n]\n")
        sys.stdout.flush()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _texts(sources: list[str]) -> dict[str, str]:
    """The texts given, by their SHA-256, decoded as the reader of articles decodes them."""
    if not sources:
        return {}
    from communique.read.decode import decode
    from communique.validate.checks.source import text_sha256

    texts = {}
    for name in sources:
        data = sys.stdin.buffer.read() if name == STDIN else _opened(name).read()
        text = decode(data)
        texts[text_sha256(text)] = text
    return texts


def _found(names: list[str], tally: _Tally, fail_fast: bool) -> list[str]:
    from communique.validate.inputs import SUFFIXES

    found: dict[str, None] = {}
    for name in names:
        try:
            found.update(dict.fromkeys(files_named([name], SUFFIXES, "JSON")))
        except UsageError as error:
            if fail_fast:
                raise
            tally.errors.append(error)
    return list(found)


def _outcomes(name: str, texts: dict[str, str], limit: int, tally: _Tally) -> Iterator[Outcome]:
    from communique.validate import outcomes

    try:
        with _stream(name) as stream:
            yield from outcomes(
                stream, "<stdin>" if name == STDIN else name, texts=texts, limit=limit * 1_000_000
            )
    except UsageError as error:
        tally.errors.append(error)


@contextmanager
def _stream(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield sys.stdin.buffer
        return
    with _opened(name) as stream:
        yield stream


def _opened(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UsageError(
            (error.strerror or "it cannot be read").lower(), where=name, hint="check the name"
        ) from error
