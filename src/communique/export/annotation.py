"""W3C Web Annotation: every passage that a record rests on, as an annotation of the article's text.

Offsets of the TextPositionSelector count Unicode code points, as the recommendation demands ("in terms of
unicode code points … not in terms of code units", section 4.2.4). Programs in browsers often count UTF-16
code units instead: for these, where the article's text is there, the selector says the same offsets once
more as ``utf16Start`` and ``utf16End``.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from communique.export.identity import Told, tell_apart
from communique.export.passages import Passage, context, passages
from communique.export.vocabulary import ARTICLE, BASE, PREFIXES
from communique.records import Actor, Article, Controversy, Evidence, Meeting, Mention

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context that the recommendation has every annotation name; readers carry a copy of it."""


def render(articles: Sequence[Article]) -> bytes:
    """The articles as one AnnotationCollection of one page, in UTF-8."""
    told = tell_apart(articles)
    items = [item for each in told for item in _annotations(each)]
    # The collection is known by what it annotates.
    keys = "\n".join(each.key for each in told)
    name = f"{BASE}annotations:{keys if len(told) == 1 else hashlib.sha256(keys.encode()).hexdigest()}"
    page = {"id": f"{name}:page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    words = {"cq": PREFIXES["cq"], **{word: f"cq:{word}" for word in ("field", "utf16Start", "utf16End")}}
    collection = {
        "@context": [CONTEXT, words],
        "id": name,
        "type": "AnnotationCollection",
        "label": "Evidence of the records that communique found",
        "total": len(items),
        "first": page,
        "last": page["id"],
    }
    return (json.dumps(collection, indent=1, ensure_ascii=False) + "\n").encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What annotations leave out of the articles."""
    sentences = []
    if any(list(passages(article)) for article in articles):
        sentences.append(
            "Annotations hold the passages and what each tells of, but not the records' other fields "
            "(stance, certainty, direction, references between records …)."
        )
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out.")
    if any(article.text is None for article in articles):
        sentences.append(
            "Where an article's text was left out, quotations have no prefix and suffix, "
            "and offsets no UTF-16 counterparts."
        )
    return tuple(sentences)


def _annotations(told: Told) -> Iterator[dict[str, Any]]:
    names = _names(told.article)
    astral = [at for at, sign in enumerate(told.article.text or "") if ord(sign) > 0xFFFF]
    base = ARTICLE + told.key
    for number, passage in enumerate(passages(told.article), 1):
        yield {
            "id": f"{base}:annotation:{number}",
            "type": "Annotation",
            "motivation": "identifying" if isinstance(passage.words, Mention) else "describing",
            "body": list(_bodies(f"{base}:{passage.record}", passage, names[passage.record])),
            "target": _target(base, told.article, passage.words, astral),
        }


def _bodies(iri: str, passage: Passage, name: str) -> Iterator[dict[str, Any]]:
    """The record itself, its kind as a tag, and for people a line that says what the passage is."""
    kind = passage.record.partition(":")[0]
    yield {"type": "SpecificResource", "source": iri, "purpose": "identifying", "field": passage.field}
    yield {"type": "TextualBody", "value": kind, "purpose": "tagging", "format": "text/plain"}
    part = f", {passage.words.form}" if isinstance(passage.words, Mention) else f", {_said(passage.field)}"
    yield {
        "type": "TextualBody",
        "value": f"{name} ({kind}{part})",
        "purpose": "describing",
        "format": "text/plain",
    }


def _said(field: str) -> str:
    """The field in words: ``positions[1].attribution.cue`` → ``position 2, attribution, cue``."""
    parts = []
    for part in field.split("."):
        name, _, number = part.rstrip("]").partition("[")
        parts.append(f"{name.removesuffix('s')} {int(number) + 1}" if number else name)
    return ", ".join(parts)


def _target(base: str, article: Article, words: Evidence, astral: list[int]) -> dict[str, Any]:
    before, behind = context(article, words)
    place: dict[str, Any] = {"type": "TextPositionSelector", "start": words.start, "end": words.end}
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": words.quote}
    if before is not None and behind is not None:
        place["utf16Start"] = words.start + bisect_left(astral, words.start)
        place["utf16End"] = words.end + bisect_left(astral, words.end)
        quote |= {"prefix": before, "suffix": behind}
    source: dict[str, Any] = {"id": base, "type": "Text", "format": "text/plain"}
    if article.source.language:
        source["language"] = article.source.language
    target: dict[str, Any] = {"source": source, "selector": [place, quote]}
    if article.source.url:
        # The offsets count the text, not the page that it was published on.
        target["scope"] = article.source.url
    return target


def _names(article: Article) -> dict[str, str]:
    """What people call each record."""
    named: tuple[Actor | Meeting | Controversy, ...]
    named = (*article.actors, *article.meetings, *article.controversies)
    names = {record.id: record.name for record in named}
    for implication in article.implications:
        names[implication.id] = f"{implication.cause.quote} → {implication.effect.quote}"
    for statement in article.statements:
        names[statement.id] = statement.content.quote
    return names
