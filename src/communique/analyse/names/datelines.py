"""Datelines: the name that a report opens with is the place it was sent from, whatever it looks like.

    "ADDIS ABABA, March 12 (Reuters) - Ethiopia's prime minister …"
     └ place ──┘

A dateline is a name in capitals at the start of a paragraph, then a date, an agency in brackets or both, or
nothing, and a dash with space around it.
"""

from __future__ import annotations

import re

from communique.analyse.analysis import Name
from communique.document import Document

_LONGEST = 90
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{1,30}[A-ZÀ-ÖØ-Þ])"
    r"(?:,\s+(?:\d{1,2}\s+)?[A-Z][\w. ]{1,25})?(?:\s*\([^()]{2,25}\))?\s+[-\u2013\u2014]\s"
)


def datelines(document: Document) -> dict[int, int]:
    """Where datelines begin, and where the words behind their dash do, in code points."""
    found = {}
    for block in document.paragraphs:
        match = _DATELINE.match(document.text[block.start : min(block.end, block.start + _LONGEST)])
        if match:
            found[block.start] = block.start + match.end()
    return found


def placed(names: tuple[Name, ...], document: Document) -> tuple[Name, ...]:
    """The same names, those that datelines open with being places."""
    cities = {}
    for block in document.paragraphs:
        found = _DATELINE.match(document.text[block.start : min(block.end, block.start + _LONGEST)])
        if found:
            cities[block.start] = block.start + found.end("place")
    if not cities:
        return names
    return tuple(
        name._replace(kind="place", voted_by=("dateline",))
        if name.kind != "place" and name.end <= cities.get(name.start, -1)
        else name
        for name in names
    )
