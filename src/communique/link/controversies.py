"""Matters in dispute → Controversy records."""

from __future__ import annotations

from collections.abc import Iterable

from communique.link.quoting import Quoter
from communique.link.references import References
from communique.recognise.controversy import ControversyFound, PositionFound
from communique.records import Attribution, Controversy, Position


def controversies(
    found: Iterable[ControversyFound], quoter: Quoter, references: References
) -> tuple[Controversy, ...]:
    """The controversies, in the order in which they are first told."""
    return tuple(
        Controversy(
            id=identity,
            name=each.name,
            kind=each.kind,
            about=references.actors(each.about),
            positions=tuple(_position(position, quoter, references) for position in each.positions),
            standing=each.standing,
            meetings=tuple(references.meetings[meeting] for meeting in each.meetings),
            date=quoter.date(each.date),
            place=quoter.place(each.place),
            evidence=quoter.each(each.evidence),
            found_by=each.found_by,
        )
        for identity, each in zip(references.controversies, found, strict=True)
    )


def _position(found: PositionFound, quoter: Quoter, references: References) -> Position:
    own_voice = found.source is None and found.entity is None and found.cue is None
    return Position(
        stance=found.stance,
        attribution=None
        if own_voice
        else Attribution(
            source=quoter.some(found.source),
            actor=references.actor(found.entity),
            cue=quoter.some(found.cue),
        ),
        claim=quoter.evidence(found.claim),
        certainty=found.certainty,
    )
