"""Statement: what a source other than the article's own voice says, thinks, asks, promises or denies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from communique.records.base import ActorId, Certainty, Part, Polarity, RuleName, StatementId
from communique.records.evidence import Attribution, Evidence


class Statement(Part):
    """Something that a source other than the article's own voice says, thinks, asks, promises or denies."""

    id: StatementId
    """Readable, unique in the article, the same in every run."""
    attribution: Attribution
    """Who says or thinks it, and the words that tell so. Never null."""
    content: Evidence
    """What is said, without the cue, "that" and quotation marks."""
    kind: Literal[
        "assert", "believe", "accuse", "deny", "praise", "criticise", "promise", "threaten", "ask", "other"
    ]
    """What the source does in saying it, from the cue."""
    quoted: bool
    """True where the content stands in quotation marks."""
    about: tuple[ActorId, ...]
    """The actors it is about."""
    certainty: Certainty
    """How sure the source is, by its own words: certain, probable, possible or unknown, after FactBank."""
    polarity: Polarity
    """Whether the source says that it is so, or that it is not so."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The sentences that report it: at least one."""
    found_by: RuleName
    """The rule or engine that found it."""
