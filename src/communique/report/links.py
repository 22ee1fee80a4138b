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
    ("implication", "beneficial"): "has a part in what benefits",
    ("implication", "harmful"): "has a part in what harms",
    ("implication", "mixed"): "has a part in what benefits and harms",
    ("implication", "neutral"): "has a part in what affects",
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
    behind = _behind(article)
    for implication in article.implications:
        yield from _caused(implication, behind)


def _held(controversy: Controversy) -> Iterator[tuple[str, str, str, str, str]]:
    for position in controversy.positions:
        holder = position.attribution.actor if position.attribution is not None else None
        for target in controversy.about:
            if holder is not None and target != holder:
                yield holder, target, "controversy", _STANCES[position.stance], controversy.id


def _behind(article: Article) -> dict[str, tuple[str, ...]]:
    """The actors that a record stands for where it is a cause.

    An actor stands for itself, a meeting for those who met, a matter for those whose conduct it is about, a
    statement for whoever made it. A consequence that is itself a cause is not followed further: the article
    does not say that what holds of each step holds of the chain.
    """
    found: dict[str, tuple[str, ...]] = {actor.id: (actor.id,) for actor in article.actors}
    found |= {meeting.id: meeting.participants for meeting in article.meetings}
    found |= {controversy.id: controversy.about for controversy in article.controversies}
    held = {one.id: one.attribution.actor for one in article.statements}
    return found | {one: (actor,) for one, actor in held.items() if actor is not None}


def _caused(
    implication: Implication, behind: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """From those in the cause to those affected, but not among those who are both.

    What is said not to be so joins nobody.
    """
    if implication.polarity == "negative":
        return
    causes = list(dict.fromkeys(actor for one in implication.cause_refs for actor in behind.get(one, ())))
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
