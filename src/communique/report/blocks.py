"""Blocks: an article as one reads it, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.records import Article
from communique.report.known import Known

_LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")


class Block(NamedTuple):
    """A stretch of the text that stands by itself, in code points."""

    start: int
    end: int
    form: str
    """``title``, ``heading``, ``paragraph``, ``aside`` (boilerplate) or ``loose`` (in no paragraph)."""
    level: int = 0
    """Of a heading: 2 beneath the title, and so on."""


def blocks(article: Article, known: Known) -> Iterator[Block]:
    """The blocks of an article. All that is known of its text lies in one, but for white space."""
    reached = 0
    title = article.source.title
    for block in sorted(_declared(article)):
        start = max(block.start, reached)
        for loose in _loose(known, reached, start, title):
            title = None if loose.form == "title" else title
            yield loose
        if start < block.end:
            yield block._replace(start=start)
        reached = max(reached, block.end)
    for loose in _loose(known, reached, known.fragments[-1].end if known.fragments else 0, title):
        title = None if loose.form == "title" else title
        yield loose


def _declared(article: Article) -> Iterator[Block]:
    for section in article.sections:
        if section.heading is not None:
            yield Block(section.heading.start, section.heading.end, "heading", max(section.level, 2))
        for paragraph in section.paragraphs:
            yield Block(paragraph.start, paragraph.end, "paragraph")
    for aside in article.boilerplate:
        yield Block(aside.start, aside.end, "aside")


def _loose(known: Known, start: int, end: int, title: str | None) -> Iterator[Block]:
    for fragment in known.between(start, end):
        for line in _LINE.finditer(fragment.text):
            form = "title" if title is not None and line[0].strip() == title.strip() else "loose"
            if form == "title":
                title = None
            yield Block(fragment.start + line.start(), fragment.start + line.end(), form)
