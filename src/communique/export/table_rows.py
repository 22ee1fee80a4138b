"""The rows of each table, of one article: values in the order of the columns in ``tables``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from communique.export import cells
from communique.export.cells import Row
from communique.records import Actor, Article, Controversy, Implication, Meeting, Statement


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
        *cells.days(source.published),
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
        yield (key, section.id, number, section.level, *cells.span(section.heading), *place)


def paragraphs(key: str, article: Article) -> Iterator[Row]:
    """The paragraphs of each section."""
    for section in article.sections:
        for number, paragraph in enumerate(section.paragraphs, 1):
            yield key, section.id, number, paragraph.start, paragraph.end


def boilerplate(key: str, article: Article) -> Iterator[Row]:
    """Text that is not the article."""
    for number, span in enumerate(article.boilerplate, 1):
        yield (key, number, *cells.span(span))


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
            yield (key, actor.id, number, *cells.span(role.title), role.of)


def mentions(key: str, article: Article) -> Iterator[Row]:
    """Where the article speaks of actors."""
    for actor in article.actors:
        for number, mention in enumerate(actor.mentions, 1):
            yield (key, actor.id, number, *cells.span(mention), mention.form)


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
            *cells.when(meeting.date),
            *cells.where(meeting.place),
            meeting.part_of,
            meeting.event_code,
        )


def participants(key: str, article: Article) -> Iterator[Row]:
    """Who met."""
    for meeting in article.meetings:
        yield from cells.listed(key, meeting.id, meeting.participants)


def topics(key: str, article: Article) -> Iterator[Row]:
    """What was on the agenda of meetings."""
    for meeting in article.meetings:
        yield from cells.spans(key, meeting.id, meeting.topics)


def controversies(key: str, article: Article) -> Iterator[Row]:
    """The matters in dispute."""
    for matter in article.controversies:
        when, where = cells.when(matter.date), cells.where(matter.place)
        yield (key, matter.id, matter.name, matter.kind, matter.standing, *when, *where)


def controversy_about(key: str, article: Article) -> Iterator[Row]:
    """Whose conduct controversies are about."""
    for matter in article.controversies:
        yield from cells.listed(key, matter.id, matter.about)


def controversy_meetings(key: str, article: Article) -> Iterator[Row]:
    """The meetings that controversies arose from."""
    for matter in article.controversies:
        yield from cells.listed(key, matter.id, matter.meetings)


def positions(key: str, article: Article) -> Iterator[Row]:
    """Who takes which side."""
    for matter in article.controversies:
        for number, side in enumerate(matter.positions, 1):
            said = (side.attribution is None, *cells.attribution(side.attribution))
            yield (key, matter.id, number, side.stance, side.certainty, *cells.span(side.claim), *said)


def implications(key: str, article: Article) -> Iterator[Row]:
    """The consequences that the article states."""
    for one in article.implications:
        yield (
            key,
            one.id,
            *cells.span(one.cause),
            *cells.span(one.cue),
            *cells.span(one.effect),
            one.direction,
            one.certainty,
            one.polarity,
            one.time,
            one.attribution is None,
            *cells.attribution(one.attribution),
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
        yield from cells.listed(key, one.id, one.affects)


def statements(key: str, article: Article) -> Iterator[Row]:
    """What others than the article's own voice say."""
    for said in article.statements:
        judged = (said.kind, said.quoted, said.certainty, said.polarity)
        yield (key, said.id, *judged, *cells.span(said.content), *cells.attribution(said.attribution))


def statement_about(key: str, article: Article) -> Iterator[Row]:
    """Whom statements are about."""
    for said in article.statements:
        yield from cells.listed(key, said.id, said.about)


def evidence(key: str, article: Article) -> Iterator[Row]:
    """The passages that records rest on. Those of actors are their mentions."""
    records: tuple[Meeting | Controversy | Implication | Statement, ...]
    records = (*article.meetings, *article.controversies, *article.implications, *article.statements)
    for record in records:
        yield from cells.spans(key, record.id, record.evidence)
