"""What leads to what → Implication records, each with the source that holds it to be so."""

from __future__ import annotations

from communique.link.quoting import Quoter
from communique.link.references import Found, References
from communique.link.statements import attribution
from communique.link.subjects import Subjects
from communique.records import Implication


def implications(found: Found, quoter: Quoter, references: References) -> tuple[Implication, ...]:
    """The implications, in the order of their cues.

    An implication that stands in what somebody says is that source's; any other is the article's own.
    """
    records = []
    subjects = Subjects(quoter.text, found, references)
    for identity, each, held in zip(
        references.implications, found.implications, references.holders, strict=True
    ):
        said = None if held is None else attribution(found.statements[held], quoter, references)
        records.append(
            Implication(
                id=identity,
                cause=quoter.evidence(each.cause),
                effect=quoter.evidence(each.effect),
                cause_refs=subjects.of(each, each.cause_entities, each.cause),
                effect_refs=subjects.of(each, each.effect_entities, each.effect),
                cue=quoter.evidence(each.cue),
                direction=each.direction,
                affects=references.actors(each.affects),
                certainty=each.certainty,
                polarity=each.polarity,
                time=each.time,
                attribution=said,
                evidence=quoter.each(each.evidence),
                found_by=each.found_by,
            )
        )
    return tuple(records)
