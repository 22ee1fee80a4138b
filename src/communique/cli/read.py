"""``communique read``: what a reader made of a file, to see before it is converted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.arguments import given
from communique.cli.errors import complain, placed
from communique.cli.options import Debug, FailFast, FilesFrom, From, Language, Url
from communique.cli.output import STDOUT
from communique.cli.sink import FileSink, Render
from communique.errors import CommuniqueError, EmptyInput, UsageError
from communique.paths import STDIN, files

if TYPE_CHECKING:
    from communique.document import Document
    from communique.read.many import Entry, Told

_FIELDS = ("title", "authors", "publisher", "published", "url", "language", "media_type")


class Format(StrEnum):
    """How what was read is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def read(
    ctx: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="Articles: files, folders, patterns, - for standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help="Where it goes.", show_default="standard output"),
    ] = STDOUT,
    form: Annotated[
        Format,
        typer.Option(
            "--format", help="Text to look at, JSON, or JSON lines. Many articles as JSON come as JSON lines."
        ),
    ] = Format.text,
    media_type: From = None,
    url: Url = None,
    language: Language = None,
    files_from: FilesFrom = None,
    fail_fast: FailFast = False,
    debug: Debug = False,
) -> None:
    """Show what is read of articles: title, authors and date, and the text cut into its blocks.

    Beside each block stand its kind and its offsets. Paragraphs and headings are what is converted;
    boilerplate is in the text and left alone.
    """
    from communique.read import SUFFIXES
    from communique.read.many import Told

    names = files(given(ctx, inputs, files_from), SUFFIXES, "article")
    if url is not None and len(names) > 1:
        raise UsageError(f"--url names one article, and these are {len(names)} files")
    told = Told(media_type=media_type, url=url, language=language)
    failed = empty = shown = False
    lines = None if form is Format.json and output == STDOUT else form is not Format.json
    with FileSink(output, lines=lines) as sink:
        for name, entry in _entries(names, told):
            if isinstance(entry.found, CommuniqueError):
                complain(placed(entry.found, name, entry.number), debug=debug)
                # A container may hold entries without an article: told, but no failure where others have one.
                nothing = entry.number is not None and isinstance(entry.found, EmptyInput)
                failed, empty = failed or not nothing, empty or nothing
                if fail_fast and failed:
                    break
                continue
            sink.write(name, entry.number, _rendered(form, name, entry.found, entry.number))
            shown = True
    raise typer.Exit(int(failed or (empty and not shown)))


def _entries(names: list[str], told: Told) -> Iterator[tuple[str, Entry]]:
    from communique.read.many import Entry, entries, file_entries

    for name in names:
        try:
            for entry in entries(sys.stdin.buffer, told) if name == STDIN else file_entries(name, told):
                yield name, entry
        except CommuniqueError as error:
            yield name, Entry(error)


def _rendered(form: Format, name: str, document: Document, number: int | None) -> Render:
    if form is Format.text:
        return lambda lines: _as_text(name, document, number)
    return lambda lines: (
        json.dumps(_as_data(document), ensure_ascii=False, indent=None if lines else 2) + "\n"
    )


def _as_data(document: Document) -> dict[str, Any]:
    """What was read as JSON: offsets count code points of ``text``."""
    return {
        "path": document.path,
        "metadata": asdict(document.metadata),
        "length": len(document.text),
        "text": document.text,
        "sections": [
            {
                "id": section.id,
                "heading": None if section.heading is None else document.words(section.heading),
                "level": section.level,
                "start": section.start,
                "end": section.end,
            }
            for section in document.sections
        ],
        "blocks": [
            {
                "kind": block.kind,
                "level": block.level,
                "start": block.start,
                "end": block.end,
                "words": document.words(block),
            }
            for block in document.blocks
            if block.kind != "space"
        ],
    }


def _as_text(name: str, document: Document, number: int | None) -> str:
    shown = Path(name).name if name != STDIN else "<stdin>"
    lines = [shown if number is None else f"{shown}, article {number}", ""]
    for field in _FIELDS:
        value = getattr(document.metadata, field)
        said = "; ".join(value) if isinstance(value, tuple) else value
        lines.append(f"{field.replace('_', ' '):<12}{said or '-'}")
    kinds = [block.kind for block in document.blocks]
    counted = ", ".join(
        f"{kinds.count(kind)} {kind}{'' if kind == 'boilerplate' or kinds.count(kind) == 1 else 's'}"
        for kind in ("heading", "paragraph", "boilerplate")
    )
    lines.append(f"{'text':<12}{len(document.text):,} characters: {counted}")
    for block in document.blocks:
        if block.kind != "space":
            level = f" {block.level}" if block.kind == "heading" else ""
            lines += ["", f"[{block.start}:{block.end}] {block.kind}{level}", document.words(block)]
    return "\n".join(lines) + "\n\n"
