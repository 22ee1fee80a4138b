"""From what was found to an Article: ids are given, references resolved, evidence quoted.

What recognisers find points at entities by number and at words by offsets. Here every entity that takes part
in the story becomes an Actor, every number an id, and every pair of offsets an Evidence with its quote.

1. An entity is an Actor if it acts, is acted on or holds a view (``Entity.acts``), or if another record
   points at it. The rest, places above all, is dropped.
2. Ids are made of names, in the order in which the records stand; a namesake gets ``-2``.
3. A reference to what was dropped is dropped with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.analyse.analysis import Analysis, Date, Place
from communique.document import Block, Document
from communique.recognise.actor import ActorFound
from communique.recognise.meeting import MeetingFound
from communique.records import (
    Actor,
    Article,
    DateMention,
    Evidence,
    Extraction,
    Meeting,
    Mention,
    Paragraph,
    PlaceMention,
    Role,
    Section,
    Source,
)
from communique.records.ids import unique_ids

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the recognisers found in one analysis."""

    actors: tuple[ActorFound, ...]
    meetings: tuple[MeetingFound, ...]


def link(analysis: Analysis, found: Found, extraction: Extraction) -> Article:
    """The Article that an analysis and its findings amount to.

    Args:
        analysis: the analysed document; offsets count code points of its text.
        found: what the recognisers found.
        extraction: engine, version and settings, as they shall be recorded.
    """
    document = analysis.document
    text = document.text
    actors, actor_ids = _actors(text, found)
    return Article(
        schema_version=SCHEMA_VERSION,
        source=_source(document, analysis.published),
        text=text,
        sections=_sections(document),
        boilerplate=tuple(_evidence(text, b.start, b.end) for b in _of_kind(document, "boilerplate")),
        actors=actors,
        meetings=_meetings(text, found.meetings, actor_ids),
        controversies=(),
        implications=(),
        statements=(),
        extraction=extraction,
    )


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, quote=text[start:end])


def _of_kind(document: Document, kind: str) -> Iterable[Block]:
    return (block for block in document.blocks if block.kind == kind)


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


def _sections(document: Document) -> tuple[Section, ...]:
    text = document.text
    return tuple(
        Section(
            id=section.id,
            heading=_evidence(text, section.heading.start, section.heading.end) if section.heading else None,
            level=section.level,
            start=section.start,
            end=section.end,
            paragraphs=tuple(Paragraph(start=each.start, end=each.end) for each in section.paragraphs),
        )
        for section in document.sections
    )


def _actors(text: str, found: Found) -> tuple[tuple[Actor, ...], dict[int, str]]:
    """The actors in the order of their first mention, and the id of each entity that is one."""
    wanted = {index for meeting in found.meetings for index in meeting.participants}
    kept = [actor for actor in found.actors if actor.acts or actor.index in wanted]
    ids = dict(zip((actor.index for actor in kept), unique_ids("actor", (a.name for a in kept)), strict=True))
    actors = tuple(
        Actor(
            id=ids[actor.index],
            name=actor.name,
            kind=actor.kind,
            aliases=actor.aliases,
            country=actor.country,
            identifiers=dict(actor.identifiers),
            roles=tuple(
                Role(
                    title=_evidence(text, role.start, role.end),
                    of=None if role.of is None else ids.get(role.of),
                )
                for role in actor.roles
            ),
            mentions=tuple(
                Mention(start=m.start, end=m.end, quote=text[m.start : m.end], form=m.form)
                for m in actor.mentions
            ),
            found_by=actor.found_by,
        )
        for actor in kept
    )
    return actors, ids


def _meetings(
    text: str, found: tuple[MeetingFound, ...], actor_ids: Mapping[int, str]
) -> tuple[Meeting, ...]:
    ids = unique_ids("meeting", (meeting.key for meeting in found))
    return tuple(
        Meeting(
            id=ids[index],
            name=meeting.name,
            kind=meeting.kind,
            status=meeting.status,
            several=meeting.several,
            participants=tuple(actor_ids[each] for each in meeting.participants if each in actor_ids),
            date=_date(text, meeting.date),
            place=_place(text, meeting.place),
            topics=tuple(_evidence(text, start, end) for start, end in meeting.topics),
            part_of=None if meeting.part_of is None else ids[meeting.part_of],
            event_code=meeting.event_code,
            evidence=tuple(_evidence(text, start, end) for start, end in meeting.evidence),
            found_by=meeting.found_by,
        )
        for index, meeting in enumerate(found)
    )


def _date(text: str, date: Date | None) -> DateMention | None:
    if date is None:
        return None
    return DateMention(start=date.start, end=date.end, quote=text[date.start : date.end], edtf=date.edtf)


def _place(text: str, place: Place | None) -> PlaceMention | None:
    if place is None:
        return None
    return PlaceMention(
        start=place.start,
        end=place.end,
        quote=text[place.start : place.end],
        name=place.name,
        country=place.country,
    )
