"""Actors, from the entities that coreference found.

    "Angela Merkel arrived. The German chancellor said she would sign."
     └ name ─────┘          └ description ───┘      └ pronoun     (one Actor, three mentions, country DE)

Every entity is handed on; ``acts`` says whether it takes part in the story, so that ``link`` can drop the
rest unless another record points at it (rule 7 of the record model: a place is an actor only if it acts).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.analyse.analysis import ActorKind, Analysis, MentionForm, Role


class ActorMention(NamedTuple):
    """A mention: code-point offsets into the text, and its form."""

    start: int
    end: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class ActorFound:
    """The parts of an Actor, without its id. ``index`` and ``Role.of`` count ``Analysis.entities``."""

    index: int
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    country: str | None
    identifiers: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    mentions: tuple[ActorMention, ...]
    acts: bool
    found_by: str


def recognise(analysis: Analysis) -> tuple[ActorFound, ...]:
    """All that may be an Actor, in the order of first mention."""
    found = []
    for entity in analysis.entities:
        spans = {
            (mention.start, mention.end): ActorMention(mention.start, mention.end, mention.form)
            for mention in (analysis.mentions[index] for index in entity.mentions)
        }
        if not spans:
            continue
        found.append(
            ActorFound(
                index=entity.index,
                name=entity.name,
                kind=entity.kind,
                aliases=entity.aliases,
                country=entity.country,
                identifiers=entity.identifiers,
                roles=entity.roles,
                mentions=tuple(spans[key] for key in sorted(spans)),
                acts=entity.acts,
                found_by=entity.found_by,
            )
        )
    return tuple(found)
