"""Meetings belong to others without going round, and an attribution names someone."""

from __future__ import annotations

from collections.abc import Iterator

from communique.validate.facts import Facts
from communique.validate.problem import Finding


def meetings_have_no_cycle(facts: Facts) -> Iterator[Finding]:
    """``part_of`` leads, step by step, to a meeting that is part of none."""
    found = {
        meeting["id"]: (path, meeting.get("part_of"))
        for path, meeting in facts.records("meetings")
        if isinstance(meeting.get("id"), str) and isinstance(meeting.get("part_of"), str)
    }
    settled: set[str] = set()
    for name in found:
        trail: list[str] = []
        while name in found and name not in settled:
            settled.add(name)
            trail.append(name)
            name = found[name][1]
        if name in trail:
            message = "the meeting is, by its part_of, a part of itself"
            hint = "set part_of to null where the chain ends"
            yield Finding("part-of-cycle", (*found[name][0], "part_of"), message, hint)


def attributions_name_someone(facts: Facts) -> Iterator[Finding]:
    """An attribution has a source or an actor; without either it is the article's own voice, ``null``."""
    for path, attribution in facts.attributions:
        # A cue alone is enough: "allegations of …" and "it is feared that …" leave their source unsaid.
        if all(attribution.get(part, ...) is None for part in ("source", "actor", "cue")):
            hint = "quote the source or the cue; the article's own voice is null, and no statement"
            yield Finding("empty-attribution", path, "the attribution says nothing", hint)
