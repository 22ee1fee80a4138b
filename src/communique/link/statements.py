"""What sources say → Statement records."""

from __future__ import annotations

from collections.abc import Iterable

from communique.link.quoting import Quoter
from communique.link.references import References
from communique.recognise.statement import StatementFound
from communique.records import Attribution, Statement


def attribution(said: StatementFound, quoter: Quoter, references: References) -> Attribution:
    """Who says it, and the words that tell so."""
    return Attribution(
        source=quoter.some(said.source),
        actor=references.actor(said.source_entity),
        cue=quoter.some(said.cue),
    )


def statements(
    found: Iterable[StatementFound], quoter: Quoter, references: References
) -> tuple[Statement, ...]:
    """The statements, in the order of their cues."""
    return tuple(
        Statement(
            id=identity,
            attribution=attribution(said, quoter, references),
            content=quoter.evidence(said.content),
            kind=said.kind,
            quoted=said.quoted,
            about=references.actors(said.about),
            certainty=said.certainty,
            polarity=said.polarity,
            evidence=quoter.each(said.evidence),
            found_by=said.found_by,
        )
        for identity, said in zip(references.statements, found, strict=True)
    )
