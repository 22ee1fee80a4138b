"""A corrected folder back to Articles.

What an annotator may do: move, add and take away words, join and part mentions (``Equiv``), add and take
away events and what takes part in them, change attributes and notes. What a record has and brat does not hold
comes from ``NAME.json``, by the record's id. A record without an id in its note is new: it gets one, and
``found_by`` is ``annotator``.

A mention that was given another type changes the kind of its actor, one being enough. Words in several pieces
mean the stretch from the first to the last, since evidence is in one piece; where that takes in other words,
it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError, RecordError, UsageError
from communique.export.brat.lookup import by_id
from communique.export.brat.records import Reader
from communique.export.brat.standoff import Standoff, parse, quoted
from communique.records import Article
from communique.validate import load, validate
from communique.validate.checks.source import text_sha256

_SHOWN = 60
"""So many characters of words are shown."""
CORRECTED = "corrected_in"
"""The setting that tells of an article whose records an annotator changed."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of one document of a folder."""

    name: str
    """The path of its ``.ann`` file."""
    article: Article | None
    """The article with its text; ``None`` where there is an error."""
    error: CommuniqueError | None = None
    added: int = 0
    removed: int = 0
    changed: int = 0
    told: tuple[str, ...] = ()
    """What the record model could not take over as it was marked, a sentence each."""


def corrected(folder: str | Path) -> Iterator[Corrected]:
    """Every document of a folder that was exported to brat, in order of name.

    Raises:
        UsageError: there is no such folder, or no ``.ann`` file in it.
    """
    found = sorted(Path(folder).glob("*.ann")) if Path(folder).is_dir() else []
    if not found:
        raise UsageError(
            "this is no folder of brat's", where=str(folder), hint="name the folder with the .ann files"
        )
    for path in found:
        try:
            original, article, told = _read(path)
        except CommuniqueError as error:
            yield Corrected(str(path), None, error)
        else:
            yield Corrected(str(path), article, None, *_changes(original, article), told)


def import_brat(folder: str | Path) -> list[Article]:
    """The articles of a folder that was exported to brat and corrected there, with their texts.

    Args:
        folder: where ``NAME.ann``, ``NAME.txt`` and ``NAME.json`` of each article lie.

    Raises:
        UsageError: there is no such folder, or no ``.ann`` file in it.
        RecordError: a file is missing or broken, the text was changed, or the annotations make no valid
            article; says where and the way out.
    """
    found = list(corrected(folder))
    for one in found:
        if one.error is not None:
            raise one.error
    return [one.article for one in found if one.article is not None]


def _read(path: Path) -> tuple[Article, Article, tuple[str, ...]]:
    """The article as it was exported, and as it is now, both with their text; and what could not be taken."""
    text = _text(path.with_suffix(".txt"))
    bare = load(_bytes(path.with_suffix(".json")))
    if text_sha256(text) != bare.source.sha256:
        raise RecordError(
            "this is not the text that the annotations were made on",
            where=str(path.with_suffix(".txt")),
            hint="put the file back as it was exported: the offsets count its characters",
        )
    original = bare.model_copy(update={"text": text})
    standoff = parse(_text(path), str(path))
    for words in standoff.words.values():
        inside = all(0 <= start < end <= len(text) for start, end in words.pieces)
        if not inside or quoted(text, words.pieces) != words.quote:
            raise RecordError(
                f"{words.id} says {words.quote[:40]!r}, and the text does not",
                where=f"{path}:{words.line}",
                hint="mark the words anew in brat",
            )
    reader = Reader(standoff, original, str(path))
    article = _valid(reader.dumped(), reader)
    told = tuple(_gaps(standoff, text))
    if by_id(article) == by_id(original):
        return original, original, told
    settings = {**article.extraction.settings, CORRECTED: "brat"}
    extraction = article.extraction.model_validate({**article.extraction.model_dump(), "settings": settings})
    return original, article.model_copy(update={"extraction": extraction}), told


def _gaps(standoff: Standoff, text: str) -> Iterator[str]:
    """A sentence for words with others between their pieces: evidence is in one stretch."""
    for words in standoff.words.values():
        parts = sorted(words.pieces)
        between = [text[one[1] : other[0]] for one, other in pairwise(parts)]
        if any(gap.strip() for gap in between):
            whole = " ".join(text[words.start : words.end].split())
            short = whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"
            yield f"line {words.line}: {words.id} is in pieces, and is read with what lies between: “{short}”"


def _valid(dumped: dict[str, Any], reader: Reader) -> Article:
    """The article; what is wrong with it is told with the line that it comes from."""
    problems = validate(dumped)
    if not problems:
        return load(dumped)
    first, *rest = problems
    _, key, number, *field = [*first.pointer.split("/"), "", "", ""]
    lines = reader.lines.get(key, [])
    line = f":{lines[int(number)]}" if number.isdigit() and int(number) < len(lines) else ""
    of = " ".join(part for part in field if part and not part.isdigit()) or key
    more = f", and {len(rest)} more" if rest else ""
    raise RecordError(
        f"not a valid article: {of}: {first.message} [{first.code}]{more}",
        where=f"{reader.name}{line}",
        hint=first.hint,
    )


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode()
    except UnicodeDecodeError as error:
        raise RecordError(
            f"it is not UTF-8: byte {error.start}",
            where=str(path),
            hint="save it as UTF-8, as it was exported",
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordError(
            (error.strerror or "it cannot be read").lower(),
            where=str(path),
            hint="each article is NAME.ann, NAME.txt and NAME.json, as they were exported",
        ) from error


def _changes(before: Article, after: Article) -> tuple[int, int, int]:
    old, new = by_id(before), by_id(after)
    changed = sum(old[name] != new[name] for name in old.keys() & new.keys())
    return len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed
