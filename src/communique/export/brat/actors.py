"""Mentions → actors: those that ``Equiv`` joins are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.export.brat.configuration import ACTORS
from communique.export.brat.lookup import Json, Lookup
from communique.export.brat.standoff import Standoff, Words

ANNOTATOR = "annotator"
"""What found a record that has no id of its own yet."""


class Actors(Lookup):
    """Reads the actors of one document."""

    def head(self, mentions: Sequence[Words], notes: dict[str, dict[str, str]]) -> Words:
        """The mention whose note says who the actor is; the first where none does."""
        said = [one for one in mentions if "id" in notes.get(one.id, {})]
        names = {notes[one.id]["id"] for one in said}
        if len(names) > 1:
            raise self.error(
                said[-1].line,
                f"one actor has the notes of {len(names)}: {', '.join(sorted(names))}",
                "take the notes away that are not to count",
            )
        return (said or list(mentions))[0]

    def actor(self, head: Words, mentions: Sequence[Words], said: dict[str, str]) -> Json:
        """The JSON of an actor."""
        old = self.old.get(self.ids[head.id])
        before = old.model_dump(mode="json") if old is not None else {}
        name = said.get("name") or self.name_of(mentions)
        others = [self.span(one)["quote"] for one in mentions if self.form(one) != "pronoun"]
        spans = {(one.start, one.end): {**self.span(one), "form": self.form(one)} for one in mentions}
        return {
            "id": self.ids[head.id],
            "name": name,
            "kind": self.kind(mentions, before.get("kind")),
            "aliases": before.get("aliases", [alias for alias in dict.fromkeys(others) if alias != name]),
            "country": said.get("country"),
            "identifiers": before.get("identifiers", {}),
            "roles": self.roles(mentions),
            "mentions": [spans[place] for place in sorted(spans)],
            "found_by": before.get("found_by", ANNOTATOR),
        }

    def kind(self, mentions: Sequence[Words], before: str | None) -> str:
        """The kind that mentions of one actor have; one that was changed counts."""
        kinds = {one.type.lower(): one.line for one in mentions}
        new = {kind: line for kind, line in kinds.items() if kind != before}
        if len(new) > 1:
            raise self.error(
                max(new.values()), f"one actor is of several types: {', '.join(new)}", "give it one type"
            )
        return next(iter(new or kinds))

    def roles(self, mentions: Sequence[Words]) -> list[Json]:
        """The offices of an actor."""
        own = {one.id for one in mentions}
        relations = self.standoff.relations
        of = {one.first: one.second for one in relations if one.type == "RoleOf"}
        return [
            {
                "title": self.span(self.words(one.second, one.line)),
                "of": self.target(of[one.second], one.line) if one.second in of else None,
            }
            for one in relations
            if one.type == "HasRole" and one.first in own
        ]

    def form(self, mention: Words) -> str:
        """How an annotator who did not say would have meant it: what has a capital letter is a name."""
        said = self.standoff.attributes.get((mention.id, "Form"))
        return said or ("name" if any(word[0].isupper() for word in mention.quote.split()) else "description")

    def name_of(self, mentions: Sequence[Words]) -> str:
        """The longest name, or else the longest words, of an actor; the first of several."""
        named = [one for one in mentions if self.form(one) == "name"] or list(mentions)
        return " ".join(max(named, key=lambda one: len(one.quote)).quote.split())


def classes(standoff: Standoff) -> list[list[Words]]:
    """The mentions of each actor, as ``Equiv`` joins them; actors in the order of their first lines."""
    mentions = [one for one in standoff.words.values() if one.type in ACTORS]
    group = {one.id: [one] for one in mentions}
    for members in standoff.same:
        joined = _distinct(group[name] for name in members if name in group)
        for one in joined:
            group[one.id] = joined
    seen: dict[int, list[Words]] = {}
    for one in mentions:
        seen.setdefault(id(group[one.id]), group[one.id])
    return list(seen.values())


def _distinct(groups: Iterable[list[Words]]) -> list[Words]:
    """The words of several groups, each once, in the order of their lines."""
    found = {one.id: one for group in groups for one in group}
    return sorted(found.values(), key=lambda one: one.line)
