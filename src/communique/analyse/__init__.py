"""Document → Analysis: the language model first, then one step after the other, each adding what it found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from communique.analyse.analysis import Analysis, Date
from communique.analyse.coreference import resolve
from communique.analyse.dates import find_dates
from communique.analyse.gazetteer import Gazetteer
from communique.analyse.model import load
from communique.analyse.names import find_names
from communique.analyse.places import find_places
from communique.document import Document

Step = Callable[[Analysis, Gazetteer | None], Analysis]


def _words(analysis: Analysis, gazetteer: Gazetteer | None) -> Analysis:
    document = analysis.document
    spans = [(block.start, block.end) for block in document.paragraphs]
    tokens, sentences = load().parse(document.text, spans)
    return replace(analysis, tokens=tokens, sentences=sentences)


def _names(analysis: Analysis, gazetteer: Gazetteer | None) -> Analysis:
    names = find_names(analysis.tokens, analysis.sentences, analysis.document, gazetteer)
    return replace(analysis, names=names)


def _dates(analysis: Analysis, gazetteer: Gazetteer | None) -> Analysis:
    text, published = analysis.document.text, analysis.published
    found: list[Date] = []
    for block in analysis.document.paragraphs:
        found.extend(find_dates(text, block.start, block.end, published, tuple(found[-6:])))
    return replace(analysis, dates=tuple(found))


def _entities(analysis: Analysis, gazetteer: Gazetteer | None) -> Analysis:
    return resolve(analysis, gazetteer)


def _places(analysis: Analysis, gazetteer: Gazetteer | None) -> Analysis:
    return replace(analysis, places=find_places(analysis))


STEPS: tuple[Step, ...] = (_words, _names, _dates, _entities, _places)


def analyse(
    document: Document, *, published: str | None = None, gazetteer: Gazetteer | None = None
) -> Analysis:
    """Analyse a document.

    Args:
        document: what a reader made; only its paragraphs go through the language model.
        published: publication date in EDTF, which relative dates count from.
        gazetteer: names of the user's own.
    """
    analysis = Analysis(document, published)
    for step in STEPS:
        analysis = step(analysis, gazetteer)
    return analysis
