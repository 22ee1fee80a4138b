"""Encounters → Meeting records."""

from __future__ import annotations

from collections.abc import Iterable

from communique.link.quoting import Quoter
from communique.link.references import References
from communique.recognise.meeting import MeetingFound
from communique.records import Meeting


def meetings(found: Iterable[MeetingFound], quoter: Quoter, references: References) -> tuple[Meeting, ...]:
    """The meetings, in the order in which they are first told."""
    return tuple(
        Meeting(
            id=identity,
            name=meeting.name,
            kind=meeting.kind,
            status=meeting.status,
            several=meeting.several,
            participants=references.actors(meeting.participants),
            date=quoter.date(meeting.date),
            place=quoter.place(meeting.place),
            topics=quoter.each(meeting.topics),
            part_of=None if meeting.part_of is None else references.meetings[meeting.part_of],
            event_code=meeting.event_code,
            evidence=quoter.each(meeting.evidence),
            found_by=meeting.found_by,
        )
        for identity, meeting in zip(references.meetings, found, strict=True)
    )
