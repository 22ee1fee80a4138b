"""From what was found to an Article: ids are given, references resolved, evidence quoted.

What recognisers find points at entities by number and at words by offsets. Here every entity that takes part
in the story becomes an Actor, every number an id, and every pair of offsets an Evidence with its quote.

1. An entity is an Actor if it acts, is acted on or holds a view, or if another record points at it as one
   that takes part. The rest, places above all, is dropped, and every reference to it.
2. Ids are made of names, in the order in which the records stand; a namesake gets ``-2``.
"""

from __future__ import annotations

import hashlib

from communique.analyse.analysis import Analysis
from communique.document import Document
from communique.link.actors import actors
from communique.link.controversies import controversies
from communique.link.implications import implications
from communique.link.meetings import meetings
from communique.link.quoting import Quoter
from communique.link.references import Found, References
from communique.link.statements import statements
from communique.records import SCHEMA_VERSION, Article, Evidence, Extraction, Paragraph, Section, Source

__all__ = ["Found", "link"]


def link(analysis: Analysis, found: Found, extraction: Extraction) -> Article:
    """The Article that an analysis and its findings amount to.

    Args:
        analysis: the analysed document; offsets count code points of its text.
        found: what the recognisers found.
        extraction: engine, version and settings, as they shall be recorded.
    """
    document = analysis.document
    quoter = Quoter(document.text)
    references = References(document.text, found)
    return Article(
        schema_version=SCHEMA_VERSION,
        source=_source(document, analysis.published),
        text=document.text,
        sections=_sections(document, quoter),
        boilerplate=_boilerplate(document, quoter),
        actors=actors(quoter, references),
        meetings=meetings(found.meetings, quoter, references),
        controversies=controversies(found.controversies, quoter, references),
        implications=implications(found, quoter, references),
        statements=statements(found.statements, quoter, references),
        extraction=extraction,
    )


def _boilerplate(document: Document, quoter: Quoter) -> tuple[Evidence, ...]:
    return quoter.each((block.start, block.end) for block in document.blocks if block.kind == "boilerplate")


def _source(document: Document, published: str | None) -> Source:
    said = document.metadata
    return Source(
        title=said.title,
        authors=said.authors,
        publisher=said.publisher,
        published=published or said.published,
        url=said.url,
        language=said.language,
        media_type=said.media_type,
        sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        length=len(document.text),
    )


def _sections(document: Document, quoter: Quoter) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=section.id,
            heading=quoter.evidence((section.heading.start, section.heading.end))
            if section.heading
            else None,
            level=section.level,
            start=section.start,
            end=section.end,
            paragraphs=tuple(Paragraph(start=each.start, end=each.end) for each in section.paragraphs),
        )
        for section in document.sections
    )
