"""A row of event data; its fields are the columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom. What the record does not tell is ``None``, or an empty list."""

    event_id: str
    event: str
    """The class: CONSULT, AGREE, SUPPORT, REQUEST, ACCUSE or THREATEN."""
    mode: str | None
    quad: str
    """PLOVER's quad category."""
    actor: list[str]
    """Names of those who act."""
    actor_id: list[str]
    actor_country: list[str]
    """ISO 3166-1 alpha-2, one for each actor; an empty text where the article does not tell it."""
    recipient: list[str]
    """Names of those to whom it is done."""
    recipient_id: list[str]
    recipient_country: list[str]
    about: list[str]
    """Ids of all the actors that the record is about."""
    status: str
    """``held`` or ``planned`` for a meeting; ``said`` for what is said."""
    several: bool
    """Whether the row stands for a number of meetings that the text speaks of as one."""
    part_of: str | None
    """The event that this one belongs to, as a press conference to a summit."""
    date: str | None
    """When it took place, in EDTF; empty for what is said, of which the article seldom tells the day."""
    place: str | None
    place_country: str | None
    certainty: str | None
    """How sure the source is of what it says."""
    quote: str
    start: int
    end: int
    """Where the quote stands, in code points of the text."""
    record: str
    found_by: str
    article: str
    """SHA-256 of the article's text."""
    title: str | None
    publisher: str | None
    published: str | None
    """When the article was published, in EDTF: the event is no later, unless it is planned."""
    url: str | None
