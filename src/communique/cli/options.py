"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated, Any

import typer

_DEBUG = "communique.debug"


def _remember_debug(ctx: typer.Context, wanted: bool) -> bool:
    ctx.meta[_DEBUG] = wanted
    return wanted


def debugging(ctx: Any) -> bool:
    """Whether ``--debug`` was given."""
    return bool(ctx.meta.get(_DEBUG))


Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No summary, no progress: only data and errors.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Name each file on stderr as it is done.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="No progress bar.")]
Debug = Annotated[
    bool, typer.Option("--debug", callback=_remember_debug, help="Show the traceback of an error.")
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first file that fails.")]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        "--files-from", metavar="FILE", help="Read names of files from FILE, one a line; - is standard input."
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="What the files are, where their names do not say: text, html, mhtml, markdown, pdf, docx, "
        "json, feed, eml, warc, or a media type ('text/html; charset=windows-1252').",
    ),
]
Url = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="Where the article was published, instead of what it says."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="en", help="Take the articles for English without looking."),
]
Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Articles as JSON or JSON lines: files, folders, patterns, - for standard input.",
        show_default=False,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="FILE",
        help='The text of articles that leave it out ("text": null). May be given several times.',
    ),
]
