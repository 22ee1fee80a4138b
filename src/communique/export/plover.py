"""PLOVER-style event rows: who did what to whom, as CSV, for users of event data.

The classes and modes are those of PLOVER, the Political Language Ontology for Verifiable Event Records of
the Open Event Data Alliance (manual of September 2021, github.com/openeventdata/PLOVER); what makes a record
one of them is our own rule, below. A row stands only where the record supports it:

- a meeting held with at least one participant is CONSULT (``phone`` for a call); one that is planned is
  AGREE, as the manual has it for meetings to come;
- who accuses does ACCUSE ``allege``, who criticises ACCUSE ``disapprove``, who praises SUPPORT, who threatens
  THREATEN, who asks for something REQUEST;
- who takes a critical side in a controversy does ACCUSE, ``allege`` if it is an allegation and else
  ``disapprove``, who takes a supportive one for others SUPPORT: once for each controversy, and not where a
  statement has said so already, or where the side is only what somebody thinks or fears.

The participants of a meeting are all actors, none the recipient, but for a visit to the country of some of
them: these are hosts, and recipients. Of a statement or a controversy, the one other actor that it is about
is the recipient; of several the one who is named directly behind the cue ("accused Norway of …"), and else
none. What a sentence says twice is one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from communique.export.cells import Value
from communique.export.event import Event
from communique.export.event_coder import STATEMENTS, Coder
from communique.export.identity import tell_apart
from communique.export.separated import text_table
from communique.records import Article, Controversy, Meeting, Statement


def render(articles: Sequence[Article]) -> bytes:
    """The events of the articles as one CSV table, written as the other tables are."""
    names = [field.name for field in fields(Event)]
    return text_table(names, (_row(event, names) for event in events(articles)), ",", mark=True)


def events(articles: Sequence[Article]) -> Iterator[Event]:
    """The events, in the order of the articles, their meetings, statements and controversies."""
    for told in tell_apart(articles):
        yield from Coder(told).events()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """How many records of the articles are no event, and why."""
    left: dict[str, int] = {}
    some = False
    told_apart = tell_apart(articles)
    for told in told_apart:
        coder = Coder(told)
        coded = {event.record for event in coder.events()}
        some = some or bool(coded)
        records: tuple[Meeting | Statement | Controversy, ...]
        records = (*told.article.meetings, *told.article.statements, *told.article.controversies)
        for record in records:
            if record.id not in coded:
                why = _why(record, coder)
                left[why] = left.get(why, 0) + 1
    sentences = [f"{why}: {count}." for why, count in sorted(left.items())]
    implications = sum(len(told.article.implications) for told in told_apart)
    if implications:
        sentences.append(f"Implications are no events and are left out: {implications}.")
    if some:
        sentences.append("PLOVER's contexts (military, economic …) and its material classes are not coded.")
    return tuple(sentences)


def _why(record: Meeting | Statement | Controversy, coder: Coder) -> str:
    match record:
        case Meeting(status="proposed" | "cancelled"):
            return "Meetings proposed or cancelled are left out, since the record does not say by whom"
        case Meeting():
            return "Meetings without participants are left out"
        case Statement(kind=kind) if kind not in STATEMENTS:
            return "Statements that only assert, believe, deny or promise something are left out"
        case Statement(certainty="unknown"):
            return "Statements that were not made, or are questions, are left out"
        case Statement(id=name) if name in coder.repeated:
            return "Statements that repeat what their sentence has said already are left out"
        case Statement():
            return "Statements of those who are no actor are left out"
        case _:
            return (
                "Controversies are left out on which no actor takes a side in words, or only in a statement "
                "that has its row"
            )


def _row(event: Event, names: Sequence[str]) -> list[Value]:
    return [getattr(event, name) for name in names]
