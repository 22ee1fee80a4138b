"""What an attribution is, as the rules of this package hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from communique.analyse.attribution.cues import Cue

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One source, one cue, one content. Spans are offsets into the text; heads are tokens, -1 for none."""

    source: Span | None
    source_head: int
    subject: Span | None
    """The word that is the subject of the cue where the source stands elsewhere: "who", "they"."""
    cue: Span | None
    cue_token: int
    content: Span
    head: int
    """The token by which the content is judged; -1 for a quotation of several sentences."""
    quoted: bool
    entry: Cue
    negated: bool
    rule: str
    inside: int | None = None
    """Index of the attribution whose content holds this one; ``None`` where the article itself reports it."""
