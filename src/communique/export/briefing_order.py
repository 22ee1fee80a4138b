"""The order of a briefing: what matters most to its reader comes first, ties in the order of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.records import Actor, Article, Controversy, Implication, Meeting, Statement
from communique.records.edtf import bounds

_UNDATED = (10_000, 0, 0)


def actors(article: Article) -> list[Actor]:
    """By the number of their mentions."""
    return sorted(article.actors, key=lambda actor: -len(actor.mentions))


def meetings(article: Article) -> list[Meeting]:
    """By date, undated ones behind, several told of as one last; each followed by what is part of it."""
    known = {meeting.id for meeting in article.meetings}
    ordered = sorted(article.meetings, key=lambda meeting: (meeting.several, _day(meeting)))
    found: list[Meeting] = []

    def put(meeting: Meeting) -> None:
        found.append(meeting)
        for part in ordered:
            if part.part_of == meeting.id:
                put(part)

    for meeting in ordered:
        if meeting.part_of not in known:
            put(meeting)
    return found


def disputes(article: Article) -> list[Controversy]:
    """Those first of which both sides are told, then by the number of positions and of passages."""
    return sorted(
        article.controversies,
        key=lambda one: (not two_sided(one), -len(one.positions), -len(one.evidence)),
    )


def two_sided(controversy: Controversy) -> bool:
    """Whether a critical and a supportive side are told."""
    return {"critical", "supportive"} <= {position.stance for position in controversy.positions}


def speakers(article: Article) -> list[tuple[str | None, list[Statement]]]:
    """The statements by actor, who says most first; those of nobody who is an actor last, as ``None``."""
    said: dict[str | None, list[Statement]] = {}
    for statement in article.statements:
        said.setdefault(statement.attribution.actor, []).append(statement)
    return sorted(said.items(), key=lambda each: (each[0] is None, -len(each[1])))


def open_ended(implications: Sequence[Implication]) -> list[Implication]:
    """Those that are less than certain, or said not to be so."""
    return [one for one in implications if one.certainty != "certain" or one.polarity == "negative"]


def most(ids: Sequence[str]) -> list[tuple[str, int]]:
    """Each id with how often it stands there, the most frequent first."""
    return sorted(Counter(ids).items(), key=lambda each: -each[1])


def _day(meeting: Meeting) -> tuple[int, int, int]:
    edtf = meeting.date.edtf if meeting.date else None
    ends = [end for end in (edtf or "").split("/") if end not in {"", ".."}]
    return bounds(ends[0]).earliest if ends else _UNDATED
