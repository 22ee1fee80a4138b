"""The pipeline: a Document goes in, an Article comes out.

    read → analyse → recognise → link

Nothing here depends on a clock, a random number, the order of a set or a network: the same text and the same
settings give the same Article, and ``Article.to_json()`` the same bytes.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from os import PathLike
from pathlib import Path

from communique.analyse import analyse
from communique.analyse import lexicon as lexicons
from communique.analyse.analysis import Analysis
from communique.analyse.dates import find_dates
from communique.analyse.gazetteer import Gazetteer, load_gazetteer
from communique.analyse.lexicon.additions import Additions, load_additions
from communique.document import Document
from communique.errors import UsageError
from communique.link import Found, link
from communique.read import read, read_text
from communique.recognise import actor, controversy, implication, meeting, statement
from communique.records import Article, DateMention, Extraction
from communique.records.edtf import fault

ENGINE = "communique-rules"


def convert(
    source: str | PathLike[str] | Document,
    *,
    published: str | None = None,
    gazetteer: str | PathLike[str] | Gazetteer | None = None,
    lexicon: str | PathLike[str] | Additions | None = None,
    language: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
    loose: bool = False,
    text: bool = True,
) -> Article:
    """Convert an article.

    Args:
        source: the path of a file, or a Document already read.
        published: publication date in EDTF (``2021-03-12``), where the document does not say it or says it
            wrong. It decides what "on Monday" or "last month" mean; without one they stay undated.
        gazetteer: names of your own, as a Gazetteer or the path of its CSV file.
        lexicon: words of your own, as Additions or the path of their folder (docs/lexicons.md).
        language: ``"en"`` takes a file for English without looking.
        media_type: what a file is, where its name does not say, as for ``read``.
        url: where the article of a file was published, instead of what it says itself.
        loose: whether implications are found by the trained head instead of the rules: as news annotators
            mark them, purposes and sequences too, and fewer of those that essays tell (docs/implications.md).
        text: ``False`` leaves the text out of the Article (``Article.text`` is ``None``); its SHA-256 stays.

    Raises:
        InputError: the file cannot be read, is no article in English, or holds several articles.
        MissingExtra: the format needs a library that is not installed.
        GazetteerError: the gazetteer cannot be used.
        LexiconError: the lexicon cannot be used.
        UsageError: ``published`` is no EDTF date, or ``url`` no address.
    """
    names = gazetteer if gazetteer is None or isinstance(gazetteer, Gazetteer) else load_gazetteer(gazetteer)
    check_published(published)
    words = lexicon if lexicon is None or isinstance(lexicon, Additions) else load_additions(lexicon)
    document = (
        source
        if isinstance(source, Document)
        else read(Path(source), language=language, media_type=media_type, url=url)
    )
    date = published or document.metadata.published
    with lexicons.added(words):
        analysis = analyse(document, published=date, gazetteer=names)
        found = _recognise(analysis, loose=loose)
    article = link(analysis, found, _extraction(published, names, words, loose=loose))
    return article if text else article.model_copy(update={"text": None})


def convert_text(
    text: str,
    *,
    published: str | None = None,
    gazetteer: str | PathLike[str] | Gazetteer | None = None,
    lexicon: str | PathLike[str] | Additions | None = None,
) -> Article:
    """Convert an article that is a string, otherwise as ``convert``; offsets count its code points."""
    return convert(read_text(text), published=published, gazetteer=gazetteer, lexicon=lexicon)


def dates(text: str, published: str | None = None) -> tuple[DateMention, ...]:
    """The dates in a text, in order, each in EDTF as exact as its words and no more.

    Args:
        text: any text in English; offsets count its code points.
        published: publication date in EDTF. Without one "on Monday" and "last month" have ``edtf=None``.

    Raises:
        UsageError: ``published`` is no EDTF date.
    """
    check_published(published)
    return tuple(
        DateMention(start=found.start, end=found.end, quote=text[found.start : found.end], edtf=found.edtf)
        for found in find_dates(text, published=published)
    )


def _recognise(analysis: Analysis, *, loose: bool) -> Found:
    """All findings. A controversy rests on what is said and on who met, so it comes last."""
    meetings = meeting.recognise(analysis)
    statements = statement.recognise(analysis)
    return Found(
        actors=actor.recognise(analysis),
        meetings=meetings,
        statements=statements,
        implications=implication.recognise(analysis, loose=loose),
        controversies=controversy.recognise(analysis, statements, meetings),
    )


def check_published(published: str | None) -> None:
    """Refuse a publication date that is none.

    Raises:
        UsageError: ``published`` is no EDTF date.
    """
    wrong = fault(published) if published is not None else None
    if wrong:
        raise UsageError(
            f"published={published!r} is no date, because {wrong}", hint="write 2021-03-12, 2021-03 or 2021"
        )


def _extraction(
    published: str | None, gazetteer: Gazetteer | None, words: Additions | None, *, loose: bool
) -> Extraction:
    """Engine and settings: what one needs to have the same Article again."""
    return Extraction(
        engine=ENGINE,
        version=_version(),
        settings={
            "published": published,
            "gazetteer": gazetteer.sha256 if gazetteer else None,
            "lexicon": words.sha256 if words else None,
            **({"loose": True} if loose else {}),
        },
    )


@lru_cache(maxsize=1)
def _version() -> str:
    return version("communique")
