"""Many articles, converted one after the other: what cannot be read is reported and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.analyse.gazetteer import Gazetteer
from communique.analyse.lexicon import Additions
from communique.convert import convert
from communique.document import Document
from communique.errors import CommuniqueError
from communique.read.many import Entry, Told, file_entries
from communique.records import Article


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of an article: its records, or the error that stood in its way.

    ``number`` is its place in a file that holds several, from 1; ``None`` where it is the only one.
    """

    name: str
    article: Article | None = None
    error: CommuniqueError | None = None
    number: int | None = None


def convert_many(
    sources: Iterable[str | tuple[str, Document | Iterable[Entry]]],
    *,
    told: Told | None = None,
    published: str | None = None,
    gazetteer: Gazetteer | None = None,
    lexicon: Additions | None = None,
    loose: bool = False,
    text: bool = True,
) -> Iterator[Converted]:
    """Convert one article after the other; only one is held at a time.

    Args:
        sources: paths of files, which may hold any number of articles; or what is read already, with a name
            to report it by.
        told: what is known of the files and asked of their readers.
        published: publication date (EDTF) of every one of them, as for ``convert``.
        gazetteer: names of your own.
        lexicon: words of your own.
        loose: implications by the trained head, as for ``convert``.
        text: ``False`` leaves the texts out.
    """
    for source in sources:
        name = source if isinstance(source, str) else source[0]
        for entry in _entries(source, told or Told()):
            if isinstance(entry.found, CommuniqueError):
                yield Converted(name, error=entry.found, number=entry.number)
                continue
            try:
                article = convert(
                    entry.found,
                    published=published,
                    gazetteer=gazetteer,
                    lexicon=lexicon,
                    loose=loose,
                    text=text,
                )
            except CommuniqueError as error:
                yield Converted(name, error=error, number=entry.number)
            else:
                yield Converted(name, article=article, number=entry.number)


def _entries(source: str | tuple[str, Document | Iterable[Entry]], told: Told) -> Iterator[Entry]:
    """The articles of a source; an error of the source as a whole comes last."""
    held = file_entries(source, told) if isinstance(source, str) else source[1]
    if isinstance(held, Document):
        yield Entry(held)
        return
    try:
        yield from held
    except CommuniqueError as error:
        yield Entry(error)
