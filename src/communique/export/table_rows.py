"""The rows of each table, of one article: values in the order of the columns in ``tables``."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Evidence,
    Implication,
    Meeting,
    PlaceMention,
    Statement,
)
from communique.records.edtf import bounds, fault

Value = str | int | bool | date | list[str] | None
Row = tuple[Value, ...]


def articles(key: str, article: Article) -> Iterator[Row]:
    """What the article is and what read it."""
    source, extraction = article.source, article.extraction
    settings = json.dumps(dict(extraction.settings), ensure_ascii=False)
    yield (
        key,
        article.schema_version,
        source.title,
        list(source.authors),
        source.publisher,
        source.published,
        *days(source.published),
        source.url,
        source.language,
        source.media_type,
        source.sha256,
        source.length,
        article.text,
        extraction.engine,
        extraction.version,
        settings,
    )


def sections(key: str, article: Article) -> Iterator[Row]:
    """The sections, in the order of the text."""
    for number, section in enumerate(article.sections, 1):
        place = (section.start, section.end)
        yield (key, section.id, number, section.level, *_span(section.heading), *place)


def paragraphs(key: str, article: Article) -> Iterator[Row]:
    """The paragraphs of each section."""
    for section in article.sections:
        for number, paragraph in enumerate(section.paragraphs, 1):
            yield key, section.id, number, paragraph.start, paragraph.end


def boilerplate(key: str, article: Article) -> Iterator[Row]:
    """Text that is not the article."""
    for number, span in enumerate(article.boilerplate, 1):
        yield (key, number, *_span(span))


def records(key: str, article: Article) -> Iterator[Row]:
    """Every record, whatever its kind."""
    lists: tuple[tuple[str, Sequence[Actor | Meeting | Controversy | Implication | Statement]], ...] = (
        ("actor", article.actors),
        ("meeting", article.meetings),
        ("controversy", article.controversies),
        ("implication", article.implications),
        ("statement", article.statements),
    )
    for kind, each in lists:
        for number, record in enumerate(each, 1):
            yield key, record.id, kind, record.found_by, number


def actors(key: str, article: Article) -> Iterator[Row]:
    """The participants of the story."""
    for actor in article.actors:
        yield key, actor.id, actor.name, actor.kind, list(actor.aliases), actor.country


def identifiers(key: str, article: Article) -> Iterator[Row]:
    """The ids of actors in reference tables."""
    for actor in article.actors:
        for scheme, value in actor.identifiers.items():
            yield key, actor.id, scheme, value


def roles(key: str, article: Article) -> Iterator[Row]:
    """The offices of actors."""
    for actor in article.actors:
        for number, role in enumerate(actor.roles, 1):
            yield (key, actor.id, number, *_span(role.title), role.of)


def mentions(key: str, article: Article) -> Iterator[Row]:
    """Where the article speaks of actors."""
    for actor in article.actors:
        for number, mention in enumerate(actor.mentions, 1):
            yield (key, actor.id, number, *_span(mention), mention.form)


def meetings(key: str, article: Article) -> Iterator[Row]:
    """The encounters."""
    for meeting in article.meetings:
        yield (
            key,
            meeting.id,
            meeting.name,
            meeting.kind,
            meeting.status,
            meeting.several,
            *_when(meeting.date),
            *_where(meeting.place),
            meeting.part_of,
            meeting.event_code,
        )


def participants(key: str, article: Article) -> Iterator[Row]:
    """Who met."""
    for meeting in article.meetings:
        yield from _listed(key, meeting.id, meeting.participants)


def topics(key: str, article: Article) -> Iterator[Row]:
    """What was on the agenda of meetings."""
    for meeting in article.meetings:
        yield from _spans(key, meeting.id, meeting.topics)


def controversies(key: str, article: Article) -> Iterator[Row]:
    """The matters in dispute."""
    for matter in article.controversies:
        when, where = _when(matter.date), _where(matter.place)
        yield (key, matter.id, matter.name, matter.kind, matter.standing, *when, *where)


def controversy_about(key: str, article: Article) -> Iterator[Row]:
    """Whose conduct controversies are about."""
    for matter in article.controversies:
        yield from _listed(key, matter.id, matter.about)


def controversy_meetings(key: str, article: Article) -> Iterator[Row]:
    """The meetings that controversies arose from."""
    for matter in article.controversies:
        yield from _listed(key, matter.id, matter.meetings)


def positions(key: str, article: Article) -> Iterator[Row]:
    """Who takes which side."""
    for matter in article.controversies:
        for number, side in enumerate(matter.positions, 1):
            said = (side.attribution is None, *_attribution(side.attribution))
            yield (key, matter.id, number, side.stance, side.certainty, *_span(side.claim), *said)


def implications(key: str, article: Article) -> Iterator[Row]:
    """The consequences that the article states."""
    for one in article.implications:
        yield (
            key,
            one.id,
            *_span(one.cause),
            *_span(one.cue),
            *_span(one.effect),
            one.direction,
            one.certainty,
            one.polarity,
            one.time,
            one.attribution is None,
            *_attribution(one.attribution),
        )


def implication_refs(key: str, article: Article) -> Iterator[Row]:
    """The records that causes and effects are about."""
    for one in article.implications:
        for side, refs in (("cause", one.cause_refs), ("effect", one.effect_refs)):
            for number, ref in enumerate(refs, 1):
                yield key, one.id, side, number, ref


def implication_affects(key: str, article: Article) -> Iterator[Row]:
    """Whom effects touch."""
    for one in article.implications:
        yield from _listed(key, one.id, one.affects)


def statements(key: str, article: Article) -> Iterator[Row]:
    """What others than the article's own voice say."""
    for said in article.statements:
        judged = (said.kind, said.quoted, said.certainty, said.polarity)
        yield (key, said.id, *judged, *_span(said.content), *_attribution(said.attribution))


def statement_about(key: str, article: Article) -> Iterator[Row]:
    """Whom statements are about."""
    for said in article.statements:
        yield from _listed(key, said.id, said.about)


def evidence(key: str, article: Article) -> Iterator[Row]:
    """The passages that records rest on. Those of actors are their mentions."""
    records: tuple[Meeting | Controversy | Implication | Statement, ...]
    records = (*article.meetings, *article.controversies, *article.implications, *article.statements)
    for record in records:
        yield from _spans(key, record.id, record.evidence)


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and the last day that a date can mean; ``None`` at an open or unknown end.

    ``~`` and ``?`` add nothing, as EDTF does not say how much they would. No day of the year 0000 is given:
    calendars of programs begin with the year 1.
    """
    if edtf is None or fault(edtf):
        return None, None
    first, _, last = edtf.partition("/") if "/" in edtf else (edtf, "", edtf)
    return _day(first, 0), _day(last, 1)


def _day(edtf: str, which: int) -> date | None:
    if edtf in {"", ".."}:
        return None
    year, month, day = bounds(edtf)[which]
    return date(year, month, min(day, monthrange(year, month)[1])) if year else None


def _span(span: Evidence | None) -> tuple[Value, Value, Value]:
    return (None, None, None) if span is None else (span.quote, span.start, span.end)


def _when(when: DateMention | None) -> tuple[Value, ...]:
    edtf = when.edtf if when else None
    return (edtf, *days(edtf), *_span(when))


def _where(where: PlaceMention | None) -> tuple[Value, ...]:
    name, country = (where.name, where.country) if where else (None, None)
    return (name, country, *_span(where))


def _attribution(attribution: Attribution | None) -> tuple[Value, ...]:
    if attribution is None:
        return (None,) * 7
    return (attribution.actor, *_span(attribution.source), *_span(attribution.cue))


def _listed(key: str, record: str, names: Iterable[str]) -> Iterator[Row]:
    for number, name in enumerate(names, 1):
        yield key, record, number, name


def _spans(key: str, record: str, spans: Iterable[Evidence]) -> Iterator[Row]:
    for number, span in enumerate(spans, 1):
        yield (key, record, number, *_span(span))
