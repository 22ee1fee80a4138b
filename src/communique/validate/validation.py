"""``communique.validate`` and ``communique.load``: JSON in, a list of problems or an Article out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from os import PathLike, fspath
from pathlib import Path
from typing import Any, BinaryIO

from communique.errors import RecordError, UsageError
from communique.records import Article
from communique.validate.checks.source import text_sha256
from communique.validate.document import Texts, judge
from communique.validate.inputs import LIMIT, pieces
from communique.validate.problem import Problem

Source = str | bytes | PathLike[str] | Article | Mapping[str, Any]

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one JSON document of a file. It is valid where there are no problems."""

    file: str | None
    line: int
    problems: tuple[Problem, ...]
    size: int
    """Bytes of the document."""
    without_text: bool = False
    """Whether it is an article without its text, and none was given: quotes could not be compared."""


def validate(source: Source, *, text: str | None = None, limit: int = LIMIT) -> list[Problem]:
    """All problems of an Article, or of every Article in a file of JSON lines; none, and it is valid.

    ``source`` is a path, JSON or JSON lines as ``bytes`` or as ``str`` (one that begins with a brace or a
    bracket; any other string is a path), an ``Article`` or the ``dict`` of one. ``text`` is the text of a
    detached article. ``limit`` bounds one document of JSON, in bytes.

    Raises ``UsageError`` where there is no such file, ``RecordError`` where a ``dict`` is not JSON.
    """
    texts = {} if text is None else {text_sha256(text): text}
    data = _in_memory(source)
    if data is None:
        with _opened(source) as stream:
            return _all(outcomes(stream, str(source), texts=texts, limit=limit))
    if isinstance(source, str | bytes):
        return _all(outcomes(BytesIO(data), None, texts=texts, limit=limit))
    return list(judge(data, texts=texts, places=False).problems)


def _all(found: Iterator[Outcome]) -> list[Problem]:
    return [problem for outcome in found for problem in outcome.problems]


def outcomes(
    stream: BinaryIO, file: str | None, *, texts: Texts | None = None, limit: int = LIMIT
) -> Iterator[Outcome]:
    """What becomes of each JSON document of an open file, one held at a time.

    ``file`` names it in problems, and by its suffix says what it is; ``None`` for what is in memory.
    ``texts`` are those of detached articles, by their SHA-256.
    """
    for piece in pieces(stream, file or "", limit):
        if piece.data is None:
            yield Outcome(file, piece.line, (_too_long(file, piece.line, limit),), limit)
            continue
        judged = judge(piece.data, texts=texts, file=file, first_line=piece.line)
        yield Outcome(file, piece.line, judged.problems, len(piece.data), judged.without_text)


def load(source: Source, *, text: str | None = None) -> Article:
    """The one valid Article of a file, or of JSON in memory; arguments as ``validate`` takes them.

    Raises ``RecordError``, which holds the first few problems, where it is not valid; ``UsageError`` where
    there is no such file.
    """
    data = _in_memory(source)
    if data is None:
        with _opened(source) as stream:
            data = stream.read(LIMIT + 1)
    file = str(source) if isinstance(source, str | PathLike) and _in_memory(source) is None else None
    if len(data) > LIMIT:
        raise RecordError(_too_long(file, 1, LIMIT).message, where=file)
    problems = judge(data, texts={} if text is None else {text_sha256(text): text}, file=file).problems
    if problems:
        hint = problems[0].hint if len(problems) == 1 else "communique.validate lists all, with their places"
        raise RecordError(_summary(problems), where=file, hint=hint)
    return Article.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))


def _in_memory(source: Source) -> bytes | None:
    """The JSON itself, where ``source`` is not a path."""
    match source:
        case Article():
            return source.to_json(indent=None).encode()
        case Mapping():
            return _dumped(source)
        case bytes():
            return source
        case str() if source.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
            return source.encode("utf-8", "surrogatepass")
    return None


def _dumped(source: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(source).encode()
    except (TypeError, ValueError) as error:
        raise RecordError(
            f"the values are not those of JSON: {error}", hint="dates and sets are text and lists"
        ) from error


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    path = Path(fspath(source)) if isinstance(source, str | PathLike) else None
    if path is None:
        raise UsageError(
            f"{type(source).__name__} is nothing to validate", hint="give a path, bytes, a dict, an Article"
        )
    try:
        return path.open("rb")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UsageError(reason.lower(), where=str(path), hint="check the name of the file") from error


def _too_long(file: str | None, line: int, limit: int) -> Problem:
    message = f"the document is longer than {limit} bytes, the limit in force"
    return Problem("too-long", message, "raise the limit if the file is what it should be", "", file, line, 1)


def _summary(problems: Sequence[Problem]) -> str:
    told = "; ".join(
        f"{one.message} at {one.pointer or 'the root'} [{one.code}]" for one in problems[:_SHOWN]
    )
    more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    return f"not a valid article: {told}{more}"
