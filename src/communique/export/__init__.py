"""Article → file: one format a module, all of them in one table (``communique.export.formats``).

    communique.export(article, "article.duckdb")
    communique.export(articles, "tables/", to="csv")
    communique.export(article, to="markdown").text

Nothing here imports the language model, and no format's library is imported before the format is asked for.
The same articles give the same bytes; ``Exported.lost`` says what a format could not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike, fspath
from typing import cast

from pydantic_core import PydanticSerializationError

from communique.errors import RecordError, UsageError
from communique.export.formats import FORMATS, Format, asked, lost, rendered, require_table
from communique.export.target import is_folder, require_place, write_file, write_folder, zipped
from communique.records import Article
from communique.validate.checks.source import text_sha256
from communique.validate.document import judge

__all__ = ["FORMATS", "Exported", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made."""

    format: Format
    """The row of the table of formats."""
    files: Mapping[str, bytes]
    """The files of a folder by name; empty where the format is one file."""
    data: bytes
    """The file; where the format is a folder, a zip of it."""
    lost: tuple[str, ...]
    """What the articles have and the format cannot hold, a sentence each."""

    @property
    def text(self) -> str:
        """The file as text. Raises ``UnicodeDecodeError`` where it is not one."""
        return self.data.decode()


def export(
    articles: Article | Iterable[Article],
    path: str | PathLike[str] | None = None,
    *,
    to: str | None = None,
    table: str | None = None,
    texts: Iterable[str] = (),
    checked: bool = False,
) -> Exported:
    """Export one article, or several in the order given.

    Args:
        articles: an Article or several.
        path: the file to write; for a format of several files a folder (existing, or ending in ``/``, or a
            name without a suffix) or a ``.zip``. Without it nothing is written.
        to: the name of the format (docs/exports.md); without it the end of ``path`` tells.
        table: for a format of several files, the one to write, without its suffix: ``"actors"``.
        texts: texts of articles that leave theirs out, each known by its SHA-256.
        checked: that the articles are known to be valid, as ``communique.load`` and ``convert`` give them,
            and need not be looked at again.

    Raises:
        UsageError: no such format or table, an article without the text that the format needs, a text that
            belongs to no article, a folder where there should be a file.
        RecordError: an article is not valid; says which, what is wrong with it, and where.
        MissingExtra: the library that the format needs is not installed.
        OSError: the file cannot be written.
    """
    where = None if path is None else fspath(path)
    row = asked(where, to, table)
    if where is not None:
        require_place(row.title, where, several=row.folder and table is None)
    given = _given(articles)
    if not checked:
        _require_valid(given)
    given = _with_texts(given, list(texts))
    if row.needs_text:
        _require_texts(row, given)
    if texts and not checked:
        _require_valid(given)
    made = rendered(row, given)
    if isinstance(made, bytes):
        if table is not None:
            raise UsageError(f"{row.title} has no table to choose", hint="leave the table out")
        exported = Exported(row, {}, made, lost(row, given))
    elif table is not None:
        exported = Exported(row, {}, _table(row, made, table), lost(row, given))
    else:
        exported = Exported(row, made, zipped(made), lost(row, given))
    if where is not None:
        _write(exported, where)
    return exported


def _with_texts(articles: list[Article], texts: list[str]) -> list[Article]:
    """The articles, with those of the texts that they left out."""
    known = {text_sha256(text): text for text in texts}
    strangers = set(known) - {article.source.sha256 for article in articles}
    if strangers:
        raise UsageError(
            f"no article was made from the text with the SHA-256 {min(strangers)}",
            hint="give the very text that the article was made from",
        )
    return [
        article.model_copy(update={"text": known[article.source.sha256]})
        if article.text is None and article.source.sha256 in known
        else article
        for article in articles
    ]


def _require_texts(row: Format, articles: list[Article]) -> None:
    bare = [article for article in articles if article.text is None]
    if bare:
        title = bare[0].source.title or bare[0].source.sha256
        raise UsageError(
            f"{row.title} needs the text that was left out of {title!r}",
            hint="give the file that it was made from: --source FILE, or texts=[…] in Python",
        )


def _given(articles: object) -> list[Article]:
    if isinstance(articles, Article):
        return [articles]
    several = isinstance(articles, Iterable) and not isinstance(articles, str | bytes | Mapping | PathLike)
    given = list(cast("Iterable[object]", articles)) if several else [articles]
    for one in given:
        if not isinstance(one, Article):
            raise UsageError(
                f"{type(one).__name__} is no Article",
                hint="communique.load makes one of a file, JSON or a dict",
            )
    return cast("list[Article]", given)


def _require_valid(articles: list[Article]) -> None:
    """An article that was put together by hand may not hold together: formats rely on that it does."""
    for number, article in enumerate(articles, 1):
        problems = judge(_json(number, article), places=False).problems
        if problems:
            first, *rest = problems
            more = f", and {len(rest)} more" if rest else ""
            raise RecordError(
                f"not a valid article: {first.message} at {first.pointer or 'the root'} [{first.code}]{more}",
                where=_called(number, article),
                hint=first.hint if not rest else f"{first.hint}; communique.validate lists all",
            )


def _json(number: int, article: Article) -> bytes:
    try:
        return article.model_dump_json(warnings=False).encode()
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise RecordError(
            f"not a valid article: {str(error).splitlines()[0]}",
            where=_called(number, article),
            hint="communique.records says what each field holds",
        ) from error


def _called(number: int, article: Article) -> str:
    title = getattr(article.source, "title", None)
    return f"article {number}, {title!r}" if title else f"article {number}"


def _table(row: Format, files: Mapping[str, bytes], table: str) -> bytes:
    found = {name.rpartition(".")[0]: data for name, data in files.items()}
    require_table(row, list(found), table)
    return found[table]


def _write(exported: Exported, path: str) -> None:
    if exported.files and is_folder(path):
        write_folder(path, exported.files, keeps=exported.format.keeps)
    else:
        write_file(path, exported.data)
