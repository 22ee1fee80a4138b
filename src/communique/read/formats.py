"""The formats that are read: a table, and how an entry of it is found by name, media type or suffix.

A format module has ``read(data: bytes, asked: Asked) -> Document``. A container, which may hold several
articles, has ``read_each(source, asked) -> Iterator[Document | CommuniqueError]`` instead: an error stands in
the place of the record that could not be read and stops nothing. ``source`` is bytes, or an open binary file
where the format is ``streamed``.

The module is imported when the first file of its format is read. A library that it lacks is told as
MissingExtra, wherever it is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from communique.errors import MissingExtra, UnknownFormat

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read."""

    name: str
    """The short name: ``--from html``."""
    human: str
    """What messages call it: "a web page (HTML)"."""
    media_types: tuple[str, ...]
    """Its media types; the first is recorded where nothing more exact is known."""
    suffixes: tuple[str, ...]
    """How the names of its files end."""
    module: str
    """The module in this package that reads it."""
    extra: str | None = None
    """What to install for it, where the core is not enough."""
    many: bool = False
    """Whether a file may hold several articles."""
    streamed: bool = False
    """Whether it is read from an open file, record by record."""
    binary: bool = False
    """Whether its bytes are no text."""
    max_bytes: int = 20 * MEGABYTE
    """The most bytes of a file, or of one record where it is streamed."""
    other_names: tuple[str, ...] = ()
    """More short names."""


FORMATS = (
    Format("text", "plain text", ("text/plain",), (".txt", ".text", ".asc"), "plain", other_names=("txt",)),
    Format(
        "html",
        "a web page (HTML)",
        ("text/html", "application/xhtml+xml"),
        (".html", ".htm", ".xhtml", ".xht", ".shtml"),
        "html",
        "html",
        other_names=("xhtml",),
    ),
    Format(
        "mhtml",
        "a web page saved with its parts (MHTML)",
        ("multipart/related", "application/x-mimearchive"),
        (".mhtml", ".mht"),
        "mhtml",
        "html",
        max_bytes=50 * MEGABYTE,
        other_names=("mht",),
    ),
    Format(
        "markdown",
        "Markdown",
        ("text/markdown", "text/x-markdown"),
        (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
        "markdown",
        other_names=("md",),
    ),
    Format(
        "pdf",
        "a PDF document",
        ("application/pdf", "application/x-pdf"),
        (".pdf",),
        "pdf",
        "pdf",
        binary=True,
        max_bytes=100 * MEGABYTE,
    ),
    Format(
        "docx",
        "a Word document (.docx)",
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-word.document.macroenabled.12",
        ),
        (".docx", ".docm"),
        "docx",
        binary=True,
        max_bytes=100 * MEGABYTE,
        other_names=("word",),
    ),
    Format(
        "json",
        "JSON",
        ("application/json", "application/ld+json", "application/jsonl", "application/x-ndjson", "text/json"),
        (".json", ".jsonld", ".jsonl", ".ndjson"),
        "article_json",
        many=True,
        other_names=("jsonl", "wordpress", "ninjs"),
    ),
    Format(
        "feed",
        "a feed (RSS or Atom)",
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        (".rss", ".atom", ".rdf"),
        "feed",
        "html",
        many=True,
        other_names=("rss", "atom"),
    ),
    Format(
        "eml",
        "an e-mail message",
        ("message/rfc822",),
        (".eml",),
        "email",
        max_bytes=50 * MEGABYTE,
        other_names=("email", "mail"),
    ),
    Format(
        "warc",
        "a web archive (WARC)",
        ("application/warc",),
        (".warc",),
        "warc",
        "warc",
        many=True,
        streamed=True,
    ),
)

_BY_NAME = {name: one for one in FORMATS for name in (one.name, *one.other_names)}
_BY_MEDIA_TYPE = {kind: one for one in FORMATS for kind in one.media_types}
_BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
NAMES = tuple(one.name for one in FORMATS)
"""The short names."""

# What people have and this does not read, by suffix and by media type.
_OTHERS = {
    ".doc": "an old Word document (.doc)",
    ".odt": "an OpenDocument text (.odt)",
    ".rtf": "an RTF document",
    ".epub": "an EPUB book",
    ".zip": "a ZIP archive",
    ".csv": "a table (CSV)",
    "application/msword": "an old Word document (.doc)",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    "application/rtf": "an RTF document",
    "text/rtf": "an RTF document",
    "application/epub+zip": "an EPUB book",
    "application/zip": "a ZIP archive",
    "text/csv": "a table (CSV)",
}


def by_name(name: str) -> Format:
    """The format of a short name ("html").

    :raises KeyError: where there is none
    """
    return _BY_NAME[name]


def by_media_type(kind: str) -> Format | None:
    """The format of a media type without parameters; any ``…+json`` is JSON."""
    found = _BY_MEDIA_TYPE.get(kind)
    return _BY_NAME["json"] if found is None and kind.endswith("+json") else found


def by_suffix(suffix: str) -> Format | None:
    """The format of files that end in ``suffix`` (lower case, with its dot)."""
    return _BY_SUFFIX.get(suffix)


def unread(key: str) -> str | None:
    """What a suffix or media type is called that is known and not read, or ``None``."""
    return _OTHERS.get(key)


def module(one: Format) -> Any:
    """The module that reads a format.

    :raises MissingExtra: where it needs a library that is not installed
    """
    with needs(one):
        return import_module(f"communique.read.{one.module}")


@contextmanager
def needs(one: Format) -> Iterator[None]:
    """Says of a library that cannot be imported what to install for the format."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "communique":
            raise UnknownFormat(f"{one.human} is not read yet", hint="save it as plain text first") from None
        if one.extra is None:
            raise
        raise MissingExtra(one.human, one.extra) from error
