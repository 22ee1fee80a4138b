"""From tokens to an Attributed: everything in offsets."""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.attribution.attribution import Attributed, Span
from communique.analyse.attribution.contents import Content
from communique.analyse.attribution.cues import Cue
from communique.analyse.attribution.quotes import Quotes
from communique.analyse.attribution.source import Source
from communique.analyse.attribution.spans import balanced
from communique.analyse.certainty.clause import lowered

NOT = frozenset(("not", "n't", "never"))


def offsets(analysis: Analysis, first: int, last: int) -> Span:
    """The offsets of the tokens ``[first, last)``."""
    return analysis.tokens[first].start, analysis.tokens[last - 1].end


def negated(analysis: Analysis, cue: int) -> bool:
    """Whether "not" or "never" stands beside a cue."""
    return any(lowered(analysis.tokens[child]) in NOT for child in analysis.children[cue])


def who(analysis: Analysis, source: Source | None) -> tuple[Span | None, int, Span | None]:
    """Offsets of a source, its head, and offsets of the subject where that is another word."""
    if source is None:
        return None, -1, None
    own = source.subject == (source.first, source.last)
    return (
        offsets(analysis, source.first, source.last),
        source.head,
        None if own else offsets(analysis, *source.subject),
    )


def made(
    analysis: Analysis,
    cue: Cue,
    span: tuple[int, int],
    source: Source | None,
    content: Content,
    *,
    token: int,
    rule: str,
    quotes: Quotes | None = None,
) -> Attributed:
    """An attribution whose cue has the tokens ``span`` and the head ``token``.

    A content that breaks off within a quotation goes on to the end of that.
    """
    text = analysis.document.text
    start, end = balanced(text, *offsets(analysis, content.first, content.last))
    if quotes is not None:
        end = quotes.closing(start, end)
    opened, behind = text[start - 1 : start], text[end : end + 2].strip(",.?!")[:1]
    return Attributed(
        *who(analysis, source),
        cue=offsets(analysis, *span),
        cue_token=token,
        content=(start, end),
        head=content.head,
        quoted=bool(opened and behind) and opened in '"“«' and behind in '"”»',
        entry=cue,
        negated=negated(analysis, token),
        rule=rule,
    )
