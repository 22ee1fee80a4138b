"""Actor: anyone or anything that acts, is acted on, or holds a view."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from communique.records.base import ActorId, CountryCode, Part, RuleName, Text
from communique.records.evidence import Evidence
from communique.records.maps import Identifiers


class Mention(Evidence):
    """Words that stand for an actor."""

    form: Literal["name", "description", "pronoun"]
    """Whether the words name, describe or only point: "Angela Merkel", "the chancellor", "she"."""


class Role(Part):
    """An office or a title that the article gives an actor."""

    title: Evidence
    """The words of the title: "Foreign Minister"."""
    of: ActorId | None
    """The actor that the office belongs to; null where the text does not say."""


class Actor(Part):
    """A participant in the story: anyone or anything that acts, is acted on, or holds a view."""

    id: ActorId
    """Readable, unique in the article, the same in every run."""
    name: Text
    """The fullest form of the name in the article."""
    kind: Literal["person", "country", "government", "organization", "group"]
    """What it is. A group has no proper name of its own: "allies in Europe", "critics"."""
    aliases: tuple[Text, ...]
    """Other names and descriptions the article uses for it, without articles or possessive endings."""
    country: CountryCode | None
    """ISO 3166-1 alpha-2 code of the country it is, belongs to or acts for; null where the text is silent."""
    identifiers: Identifiers
    """Ids in reference tables, by scheme (`iso3166`, `wikidata`, …). May be empty."""
    roles: tuple[Role, ...]
    """The offices and titles the article gives it."""
    mentions: Annotated[tuple[Mention, ...], Field(min_length=1)]
    """Every place where the article speaks of it, pronouns too, in the order of the text: at least one."""
    found_by: RuleName
    """The rule or engine that found it."""
