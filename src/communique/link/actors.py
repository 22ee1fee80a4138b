"""Entities that take part in the story → Actor records."""

from __future__ import annotations

from communique.link.quoting import Quoter
from communique.link.references import References
from communique.recognise.actor import ActorFound
from communique.records import Actor, Mention, Role


def actors(quoter: Quoter, references: References) -> tuple[Actor, ...]:
    """The actors, in the order of their first mention."""
    return tuple(_actor(found, quoter, references) for found in references.kept)


def _actor(found: ActorFound, quoter: Quoter, references: References) -> Actor:
    identity = references.actor(found.index)
    assert identity is not None
    return Actor(
        id=identity,
        name=found.name,
        kind=found.kind,
        aliases=found.aliases,
        country=found.country,
        identifiers=dict(found.identifiers),
        roles=tuple(
            Role(title=quoter.evidence((role.start, role.end)), of=references.actor(role.of))
            for role in found.roles
        ),
        mentions=tuple(
            Mention(start=m.start, end=m.end, quote=quoter.text[m.start : m.end], form=m.form)
            for m in found.mentions
        ),
        found_by=found.found_by,
    )
