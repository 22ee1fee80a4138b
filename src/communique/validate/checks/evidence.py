"""Evidence stands in the text where it says, and not in what is no part of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from communique.validate.facts import RECORDS, Facts, Span
from communique.validate.problem import Finding, printable

NEAR = 2000
"""How far on either side of a wrong offset the quote is looked for, in code points."""


def offsets_in_range(facts: Facts) -> Iterator[Finding]:
    """``0 <= start < end <= length``."""
    for path, start, end, _ in facts.spans:
        if start >= end:
            yield Finding(
                "offset-range",
                (*path, "end"),
                f"it ends at {end} and begins at {start}: nothing lies between",
                "the end is the offset behind the last code point",
            )
        elif facts.length is not None and end > facts.length:
            yield Finding(
                "offset-range",
                (*path, "end"),
                f"{end} lies behind the text, which has {facts.length} code points",
                "count Unicode code points from 0: neither bytes nor UTF-16 units",
            )


def quotes_stand_in_text(facts: Facts) -> Iterator[Finding]:
    """``text[start:end] == quote``; of a detached article, at least the length is right."""
    text, length = facts.text, facts.length
    for span in facts.spans:
        path, start, end, quote = span
        if not quote or start < 0 or start >= end or (length is not None and end > length):
            continue
        if text is None:
            if end - start != len(quote):
                message = f"the quote has {len(quote)} code points, its offsets span {end - start}"
                yield Finding(
                    "quote-mismatch", (*path, "quote"), message, "give the text with --source to see more"
                )
        elif text[start:end] != quote:
            message = f'the quote is not what stands at {start} to {end}: "{_short(text[start:end])}"'
            yield Finding("quote-mismatch", (*path, "quote"), message, _where(text, span))


def evidence_is_not_boilerplate(facts: Facts) -> Iterator[Finding]:
    """No record takes evidence from boilerplate."""
    inside = [one for one in facts.boilerplate if one.start < one.end]
    if not inside:
        return
    starts = [one.start for one in inside]
    # The furthest end so far: boilerplate that overlaps is a problem of its own, not a reason to miss one.
    reach, furthest = [], 0
    for one in inside:
        furthest = max(furthest, one.end)
        reach.append(furthest)
    for path, start, end, quote in facts.spans:
        if quote is None or path[0] not in RECORDS or start >= end:
            continue
        before = bisect_right(starts, end - 1) - 1
        if before >= 0 and reach[before] > start:
            yield Finding(
                "boilerplate-evidence",
                path,
                "the evidence lies in boilerplate, which is no part of the article",
                "take it from the article, or leave the record out",
            )


def mentions_in_order(facts: Facts) -> Iterator[Finding]:
    """The mentions of an actor and the boilerplate stand in the order of the text."""
    before: Span | None = None
    for span in facts.spans:
        ordered = span.path[0] == "boilerplate" or span.path[-2:-1] == ("mentions",)
        if not ordered:
            continue
        if (
            before
            and before.path[:-1] == span.path[:-1]
            and (span.start, span.end) <= (before.start, before.end)
        ):
            yield Finding(
                "order",
                span.path,
                f"it begins at {span.start}, not behind the one before it, at {before.start}",
                "list each once, in the order of the text",
            )
        before = span


def _where(text: str, span: Span) -> str:
    quote = span.quote or ""
    low = max(0, span.start - NEAR)
    window = text[low : span.end + NEAR]
    found = [
        low + at
        for at in (window.find(quote, max(0, span.start - low)), window.rfind(quote, 0, span.end - low))
    ]
    near = [at for at in found if at >= low]
    if not near:
        return "quote the text exactly as it stands, line breaks and all"
    at = min(near, key=lambda at: abs(at - span.start))
    return f"the words stand at {at} to {at + len(quote)}; offsets count Unicode code points"


def _short(text: str) -> str:
    plain = printable(text.replace("\n", "↵"))
    return plain if len(plain) <= 60 else f"{plain[:40]} … {plain[-18:]}"
