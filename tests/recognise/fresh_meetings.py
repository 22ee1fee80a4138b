"""Scores the meetings of short articles: written, with what is expected of them, before any output was read.

Each meeting of an article has words that stand in a sentence of its evidence (``at``), its kind, status, date
(EDTF), place and participants; a list of kinds, statuses, dates or places means that each is as good, "" that
the text does not say. ``may`` are participants that are neither asked for nor wrong, ``optional`` meetings
are neither asked for nor punished.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import communique
from communique.records import Meeting

FIELDS = ("kind", "status", "date", "place", "several")


def measure(article: dict[str, Any], converted: communique.Article) -> tuple[Counter[str], list[str]]:
    """Counts of one article, and its errors in words."""
    names = _names(article, converted)
    found = list(converted.meetings)
    counts: Counter[str] = Counter()
    errors = []
    for wanted in article["meetings"]:
        told = [each for each in found if _tells(each, wanted)]
        meeting = max(told, key=lambda each: _likeness(each, wanted, names), default=None)
        optional = wanted.get("optional", False)
        counts["meetings wanted"] += not optional
        if meeting is None:
            errors += [] if optional else [f"meeting missing: {wanted['at'][0]}"]
            continue
        found.remove(meeting)
        if not optional:
            counts["meetings right"] += 1
            counts["meetings found"] += 1
            _fields(wanted, meeting, names, counts, errors)
    counts["meetings found"] += len(found)
    errors += [f"meeting extra: {_shown(meeting, names)}" for meeting in found]
    return counts, errors


def figures(counts: Counter[str]) -> dict[str, float]:
    """F of meetings and of their participants, and the share of right fields, in per cent."""
    taken, asked = counts["sides found"], counts["sides wanted"]
    return {
        "meetings": 200 * counts["meetings right"] / (counts["meetings found"] + counts["meetings wanted"]),
        **{f"meeting {field}": 100 * counts[field + " right"] / counts["meetings right"] for field in FIELDS},
        "participants": 200 * counts["sides right"] / (taken + asked),
    }


def _names(article: dict[str, Any], converted: communique.Article) -> dict[str, str]:
    """Id of each actor → the name that the annotation has for it."""
    known = {
        name.casefold(): it["name"] for it in article["actors"] for name in (it["name"], *it.get("also", ()))
    }
    return {actor.id: known.get(actor.name.casefold(), actor.name) for actor in converted.actors}


def _tells(meeting: Meeting, wanted: dict[str, Any]) -> bool:
    return any(words in told.quote for words in wanted["at"] for told in meeting.evidence)


def _likeness(meeting: Meeting, wanted: dict[str, Any], names: dict[str, str]) -> tuple[float, int, int]:
    """Two meetings may be told in one sentence: the one with the same people, place and kind is meant."""
    sides = {names[each] for each in meeting.participants}
    asked, allowed = set(wanted["participants"]), {*wanted["participants"], *wanted.get("may", ())}
    people = len(sides & asked) - len(sides - allowed) + 0.1 * len(sides & allowed)
    return (
        people,
        _value(meeting, "place") in _allowed(wanted, "place"),
        meeting.kind in _allowed(wanted, "kind"),
    )


def _fields(
    wanted: dict[str, Any], meeting: Meeting, names: dict[str, str], counts: Counter[str], errors: list[str]
) -> None:
    for field in FIELDS:
        value, allowed = _value(meeting, field), _allowed(wanted, field)
        counts[field + " right"] += value in allowed
        if value not in allowed:
            shown = "/".join(str(each) or "-" for each in allowed)
            errors.append(f"meeting {field}: {value or '-'} for {shown}: {wanted['at'][0]}")
    sides = {names[each] for each in meeting.participants}
    asked = set(wanted["participants"])
    counted = sides - set(wanted.get("may", ()))
    counts["sides right"] += len(asked & sides)
    counts["sides found"] += len(counted)
    counts["sides wanted"] += len(asked)
    errors += [f"participant missing: {each}: {wanted['at'][0]}" for each in sorted(asked - sides)]
    errors += [f"participant extra: {each}: {wanted['at'][0]}" for each in sorted(counted - asked)]


def _value(meeting: Meeting, field: str) -> str | bool:
    if field == "date":
        return (meeting.date.edtf or "") if meeting.date else ""
    if field == "place":
        return meeting.place.quote if meeting.place else ""
    value: str | bool = getattr(meeting, field)
    return value


def _allowed(wanted: dict[str, Any], field: str) -> list[str | bool]:
    value = wanted.get(field, False)
    return value if isinstance(value, list) else [value]


def _shown(meeting: Meeting, names: dict[str, str]) -> str:
    sides = ", ".join(names[each] for each in meeting.participants)
    place = _value(meeting, "place") or "-"
    return f"{meeting.name} ({meeting.kind}, {meeting.status}; {sides or '-'}; {place})"
