"""Links: what joins two actors - meetings, controversies, implications - gathered from the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from communique.records import Article, Controversy, Implication

_MANY = 8
"""From this many participants on, a meeting joins each with the first, instead of each with each."""

_STANCES = {"critical": "harmful", "supportive": "beneficial", "neutral": "neutral"}
_WORDS = {
    ("meeting", ""): "met",
    ("controversy", ""): "share a controversy with",
    ("controversy", "harmful"): "is critical of",
    ("controversy", "beneficial"): "is supportive of",
    ("controversy", "neutral"): "has a view on",
    ("implication", "beneficial"): "has consequences that benefit",
    ("implication", "harmful"): "has consequences that harm",
    ("implication", "mixed"): "has good and bad consequences for",
    ("implication", "neutral"): "has consequences for",
}


class Link(NamedTuple):
    """Two actors, by id, and the records that join them in one way."""

    source: str
    target: str
    kind: str
    direction: str
    """Of an implication; of a position "harmful" where it is critical; empty where a link has no sign."""
    records: tuple[str, ...]

    @property
    def directed(self) -> bool:
        """Whether it goes from one to the other, rather than between the two."""
        return bool(self.direction)

    @property
    def words(self) -> str:
        """What the source is or does to the target."""
        return _WORDS[self.kind, self.direction]


def links(article: Article) -> tuple[Link, ...]:
    """The links of an article, those of most records first."""
    gathered: dict[tuple[str, str, str, str], dict[str, None]] = {}
    for source, target, kind, direction, record in _found(article):
        gathered.setdefault((source, target, kind, direction), {})[record] = None
    found = [Link(*key, tuple(records)) for key, records in gathered.items()]
    return tuple(sorted(found, key=lambda link: (-len(link.records), link)))


def _found(article: Article) -> Iterator[tuple[str, str, str, str, str]]:
    for meeting in article.meetings:
        for one, other in _pairs(meeting.participants):
            yield one, other, "meeting", "", meeting.id
    for controversy in article.controversies:
        for one, other in _pairs(controversy.about):
            yield one, other, "controversy", "", controversy.id
        yield from _held(controversy)
    for implication in article.implications:
        yield from _caused(implication)


def _held(controversy: Controversy) -> Iterator[tuple[str, str, str, str, str]]:
    for position in controversy.positions:
        holder = position.attribution.actor if position.attribution is not None else None
        for target in controversy.about:
            if holder is not None and target != holder:
                yield holder, target, "controversy", _STANCES[position.stance], controversy.id


def _caused(implication: Implication) -> Iterator[tuple[str, str, str, str, str]]:
    """From those in the cause to those affected, but not among those who are both.

    What is said not to be so joins nobody.
    """
    if implication.polarity == "negative":
        return
    causes = [one for one in implication.cause_refs if one.startswith("actor:")]
    for cause in causes:
        for target in implication.affects:
            if target not in causes:
                yield cause, target, "implication", implication.direction, implication.id


def _pairs(actors: Iterable[str]) -> Iterator[tuple[str, str]]:
    distinct = list(dict.fromkeys(actors))
    if len(distinct) < _MANY:
        joined: Iterable[tuple[str, str]] = combinations(distinct, 2)
    else:
        joined = ((distinct[0], other) for other in distinct[1:])
    for one, other in joined:
        yield (one, other) if one < other else (other, one)
