"""Many articles, converted one after the other: a bad file is reported and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.analyse.gazetteer import Gazetteer
from communique.analyse.lexicon import Additions
from communique.convert import convert
from communique.document import Document
from communique.errors import CommuniqueError
from communique.records import Article


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one input: the article, or the error that stood in its way."""

    name: str
    article: Article | None = None
    error: CommuniqueError | None = None


def convert_many(
    sources: Iterable[str | tuple[str, Document]],
    *,
    published: str | None = None,
    gazetteer: Gazetteer | None = None,
    lexicon: Additions | None = None,
    language: str | None = None,
    text: bool = True,
) -> Iterator[Converted]:
    """Convert one article after the other; only one is held at a time.

    Args:
        sources: paths of files, or Documents already read, each with a name to report it by.
        published: publication date (EDTF) of every one of them, as for ``convert``.
        gazetteer: names of your own.
        lexicon: words of your own.
        language: ``"en"`` takes the files for English without looking.
        text: ``False`` leaves the texts out.
    """
    for source in sources:
        name, document = (source, source) if isinstance(source, str) else source
        try:
            article = convert(
                document,
                published=published,
                gazetteer=gazetteer,
                lexicon=lexicon,
                language=language,
                text=text,
            )
        except CommuniqueError as error:
            yield Converted(name, error=error)
        else:
            yield Converted(name, article=article)
