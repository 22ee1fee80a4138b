"""Ids, and what they stand for: entities become actor ids, positions in the findings become record ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.recognise.actor import ActorFound
from communique.recognise.controversy import ControversyFound
from communique.recognise.implication import ImplicationFound, holder
from communique.recognise.meeting import MeetingFound
from communique.recognise.statement import StatementFound
from communique.records.ids import unique_ids

_WORDS = 8
"""So many words of a statement or an effect make an id that people can read."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the recognisers found in one analysis, each in the order of the text."""

    actors: tuple[ActorFound, ...]
    meetings: tuple[MeetingFound, ...] = ()
    statements: tuple[StatementFound, ...] = ()
    implications: tuple[ImplicationFound, ...] = ()
    controversies: tuple[ControversyFound, ...] = ()


class References:
    """The ids of one article.

    An entity is an actor if it acts, is acted on or holds a view (``ActorFound.acts``), or if a record points
    at it as one that takes part. The others, places above all, have no id; references to them are dropped.
    """

    def __init__(self, text: str, found: Found) -> None:
        wanted = {index for meeting in found.meetings for index in meeting.participants}
        wanted |= {said.source_entity for said in found.statements if said.source_entity is not None}
        for matter in found.controversies:
            wanted |= {*matter.about, *(side.entity for side in matter.positions if side.entity is not None)}
        self.kept = tuple(actor for actor in found.actors if actor.acts or actor.index in wanted)
        names = unique_ids("actor", (actor.name for actor in self.kept))
        self._actors = {actor.index: name for actor, name in zip(self.kept, names, strict=True)}
        self.meetings = unique_ids("meeting", (meeting.key for meeting in found.meetings))
        self.statements = unique_ids(
            "statement",
            (f"{_words(text, said.source)} {_words(text, said.content)}" for said in found.statements),
        )
        self.implications = unique_ids(
            "implication", (_words(text, each.effect) for each in found.implications)
        )
        self.controversies = unique_ids("controversy", (matter.key for matter in found.controversies))
        self._matters = tuple(
            (matter.name_span, identity)
            for matter, identity in zip(found.controversies, self.controversies, strict=True)
        )
        self.holders = tuple(holder(each, found.statements) for each in found.implications)
        """For each implication the position of the statement that it is part of, or ``None``."""

    def actor(self, entity: int | None) -> str | None:
        """The id of an entity that is an actor."""
        return None if entity is None else self._actors.get(entity)

    def actors(self, entities: Iterable[int]) -> tuple[str, ...]:
        """The ids of those entities that are actors, each once, in order."""
        return tuple(dict.fromkeys(self._actors[each] for each in entities if each in self._actors))

    def subjects(self, entities: Iterable[int], span: tuple[int, int]) -> tuple[str, ...]:
        """What a stretch of text is about: its actors, and the controversies that are named in it."""
        named = (identity for (start, end), identity in self._matters if span[0] <= start and end <= span[1])
        return (*self.actors(entities), *named)


def _words(text: str, span: tuple[int, int] | None) -> str:
    return " ".join(text[span[0] : span[1]].split()[:_WORDS]) if span else ""
