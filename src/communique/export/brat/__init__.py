"""brat standoff: a folder that the annotation tool brat opens, and corrections read back from it.

For each article the folder holds ``NAME.txt``, its text; ``NAME.ann``, its records as annotations; and
``NAME.json``, the article without its text, from which a corrected folder takes what brat does not hold: the
source, the sections, the boilerplate, and of each record its aliases, identifiers and the rule that found it.
``annotation.conf`` tells brat the types, from the record model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.export.brat.configuration import annotation_conf
from communique.export.brat.standoff import pieces
from communique.export.brat.writing import ann
from communique.export.identity import tell_apart
from communique.records import Article, Evidence
from communique.records.base import Part
from communique.records.ids import slug, unique_ids

_NAMELESS = "article"


def files(articles: Sequence[Article]) -> Mapping[str, bytes]:
    """The folder. Every article has its text; names are made of titles."""
    told = [one.article for one in tell_apart(articles)]
    names = unique_ids("article", (slug(one.source.title or _NAMELESS) for one in told))
    made = {"annotation.conf": annotation_conf()}
    for name, article in zip(names, told, strict=True):
        stem, text = name.removeprefix("article:"), article.text or ""
        made[f"{stem}.txt"] = text.encode()
        made[f"{stem}.ann"] = ann(article, text).encode()
        made[f"{stem}.json"] = article.model_copy(update={"text": None}).to_json().encode()
    return made


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What brat cannot show or mark."""
    found = [
        "sections, boilerplate, the source, and of records the aliases, identifiers and rules stand in the "
        "JSON beside the annotations: brat does not show them"
    ]
    narrowed = unmarked = 0
    for article in articles:
        for span in _spans(article):
            parts = pieces(article.text or "", span.start, span.end)
            if not parts:
                unmarked += 1
            elif (parts[0][0], parts[-1][1]) != (span.start, span.end):
                narrowed += 1
    if narrowed:
        found.append(
            f"line breaks that passages begin or end with, which brat cannot mark, are left off: {narrowed}"
        )
    if unmarked:
        found.append(
            f"passages of nothing but line breaks, and what rests on them alone, are left out: {unmarked}"
        )
    return tuple(found)


def _spans(article: Article) -> Iterator[Evidence]:
    """Every passage that a record names."""
    lists = (
        article.actors,
        article.meetings,
        article.controversies,
        article.implications,
        article.statements,
    )
    for records in lists:
        for record in records:
            yield from _within(record)


def _within(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _within(inner)
