"""Sections tile the article and nest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.validate.facts import Facts, Span, is_offset
from communique.validate.problem import Finding, Path

_HINT = "a section ends where the next of its level, or of a higher one, begins"


def sections_tile_and_nest(facts: Facts) -> Iterator[Finding]:
    """In order, each behind the one before it or inside it and deeper; between two lies nothing to read."""
    open_sections: list[tuple[int, int, int]] = []
    sections = list(_sections(facts))
    covered = sections[0][1].start if sections else 0
    last_start = -1
    for path, span, level, _ in sections:
        if span.start <= last_start:
            message = f"the section begins at {span.start}, not behind the one before it, at {last_start}"
            yield Finding("section-tiling", path, message, "list the sections in the order of the text")
        while open_sections and open_sections[-1][1] <= span.start:
            open_sections.pop()
        if open_sections:
            outer_start, outer_end, outer_level = open_sections[-1]
            if span.end > outer_end or level <= outer_level:
                message = (
                    f"the section overlaps the one at {outer_start} to {outer_end} without lying deeper in it"
                )
                yield Finding("section-tiling", path, message, _HINT)
        elif span.start > covered and not _void(facts, covered, span.start):
            message = f"the text from {covered} to {span.start} belongs to no section"
            yield Finding("section-tiling", path, message, _HINT)
        open_sections.append((span.start, span.end, level))
        covered, last_start = max(covered, span.end), span.start
    if sections and facts.length and covered < facts.length and not _void(facts, covered, facts.length):
        message = f"the text from {covered} to its end at {facts.length} belongs to no section"
        yield Finding("section-tiling", ("sections",), message, _HINT)


def paragraphs_lie_in_sections(facts: Facts) -> Iterator[Finding]:
    """A heading and the paragraphs, in this order, lie in their section and do not overlap."""
    for path, span, _, section in _sections(facts):
        reached, limit = span.start, span.end
        for part, inner in _contents(path, section):
            if inner.start < reached or inner.end > limit:
                what = "heading" if part[-1] == "heading" else "paragraph"
                message = f"the {what} at {inner.start} to {inner.end} lies outside {reached} to {limit}"
                yield Finding(
                    "section-contents", part, message, "heading first, then paragraphs in order, all inside"
                )
            reached = max(reached, inner.end)


def _sections(facts: Facts) -> Iterator[tuple[Path, Span, int, dict[str, Any]]]:
    for path, section in facts.records("sections"):
        span, level = _span(path, section), section.get("level")
        if span and is_offset(level):
            yield path, span, int(level), section


def _contents(path: Path, section: dict[str, Any]) -> Iterator[tuple[Path, Span]]:
    paragraphs = section.get("paragraphs")
    parts: list[tuple[Path, Any]] = [((*path, "heading"), section.get("heading"))]
    if isinstance(paragraphs, list):
        parts += [((*path, "paragraphs", index), part) for index, part in enumerate(paragraphs)]
    for where, part in parts:
        span = _span(where, part)
        if span:
            yield where, span


def _span(path: Path, value: Any) -> Span | None:
    """The span of a value; ``None`` where it has none that holds anything (another check says so)."""
    if not isinstance(value, dict) or not (is_offset(value.get("start")) and is_offset(value.get("end"))):
        return None
    span = Span(path, int(value["start"]), int(value["end"]), None)
    return span if span.start < span.end else None


def _void(facts: Facts, start: int, end: int) -> bool:
    """Whether there is nothing to read between two offsets: white space and boilerplate. Unknown counts."""
    if facts.text is None:
        return True
    reached = start
    for span in facts.boilerplate:
        if span.start >= end:
            break
        if span.start > reached and facts.text[reached : span.start].strip():
            return False
        reached = max(reached, span.end)
    return not facts.text[reached:end].strip()
