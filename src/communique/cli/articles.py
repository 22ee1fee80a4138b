"""Articles out of JSON: files, folders, patterns and standard input, one article at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from communique.errors import CommuniqueError, RecordError, UsageError
from communique.paths import STDIN
from communique.paths import files as files_named

if TYPE_CHECKING:
    from communique.records import Article
    from communique.validate import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """One article of a file, or what is wrong with it."""

    name: str
    """The name given: a file, or ``-``."""
    line: int
    """The line of the file that it begins on."""
    article: Article | None
    problems: tuple[Problem, ...] = ()
    error: CommuniqueError | None = None


def articles(names: Sequence[str], texts: dict[str, str] | None = None) -> Iterator[Loaded]:
    """Every article that the names mean, each checked; one that cannot be had comes with its reason.

    ``texts`` are those of detached articles, by their SHA-256.
    """
    from communique.validate.inputs import SUFFIXES

    found: dict[str, None] = {}
    for name in names:
        try:
            found.update(dict.fromkeys(files_named([name], SUFFIXES, "JSON")))
        except UsageError as error:
            yield Loaded(name, 1, None, error=error)
    for name in found:
        yield from _of(name, texts or {})


def texts_of(sources: Sequence[str]) -> dict[str, str]:
    """The texts of files, by their SHA-256, decoded as the reader of articles decodes them.

    Raises ``UsageError`` where there is no such file, ``InputError`` where it holds no text.
    """
    if not sources:
        return {}
    from communique.read.decode import decode
    from communique.validate.checks.source import text_sha256

    found = {}
    for name in sources:
        with _stream(name) as stream:
            text = decode(stream.read())
        found[text_sha256(text)] = text
    return found


def named(loaded: Loaded) -> str:
    """What an article is called in a message: its file, and the line where it is not the first."""
    name = "<stdin>" if loaded.name == STDIN else loaded.name
    return name if loaded.line == 1 else f"{name}, line {loaded.line}"


def complain(loaded: Loaded) -> None:
    """Say on stderr why an article could not be had."""
    if loaded.error is not None:
        print(f"communique: {loaded.error}", file=sys.stderr)
        return
    from communique.validate.formats import as_text

    for problem in loaded.problems:
        print(as_text(problem), file=sys.stderr)
    print(f"communique: {named(loaded)}: not a valid article", file=sys.stderr)


def _of(name: str, texts: dict[str, str]) -> Iterator[Loaded]:
    from communique.records import Article
    from communique.validate.document import judge
    from communique.validate.inputs import pieces

    file = "<stdin>" if name == STDIN else name
    try:
        with _stream(name) as stream:
            for piece in pieces(stream, file):
                if piece.data is None:
                    too_long = RecordError("the document is too long", where=f"{file}:{piece.line}")
                    yield Loaded(name, piece.line, None, error=too_long)
                    continue
                problems = judge(piece.data, texts=texts, file=file, first_line=piece.line).problems
                if problems:
                    yield Loaded(name, piece.line, None, problems)
                    continue
                data = piece.data.removeprefix(b"\xef\xbb\xbf")
                yield Loaded(name, piece.line, Article.model_validate_json(data))
    except UsageError as error:
        yield Loaded(name, 1, None, error=error)


def _stream(name: str) -> AbstractContextManager[BinaryIO]:
    if name == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise UsageError(reason, where=name, hint="check the name") from error
