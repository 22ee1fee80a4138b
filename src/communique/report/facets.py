"""Facets: what a reader can ask of a record - who holds it, about whom it is, how sure, whether to come.

Who is a critic is read from the records: the source of a critical position, or of a statement that accuses
or criticises; whatever the same words ("some", in that sentence) are also the source of is the critic's.
Defenders are found likewise, but by supportive positions alone: to defend is to take a side in a matter, and
who praises a person ("described him as strong") takes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    Position,
    Statement,
)
from communique.report.marks import Record

VOICES = ("article", "reported", "critics", "defenders")
"""The article's own voice; anyone it reports; those of them who criticise; those who defend."""

CERTAINTIES = ("certain", "probable", "possible", "unknown")

_STANCES = {"critical": "critics", "supportive": "defenders"}
_KINDS = {"accuse": "critics", "criticise": "critics"}

Span = tuple[int, int]


class Facets(NamedTuple):
    """The answers for one record, each without repetition and in a fixed order."""

    voices: tuple[str, ...]
    holders: tuple[str, ...]
    """Ids of actors, and for sources that are none the words in lower case: "some"."""
    about: tuple[str, ...]
    """Ids of the actors that it is about or that it affects."""
    certainties: tuple[str, ...]
    ahead: bool
    """Whether it tells of what is to come."""


class Sides:
    """Which words of an article are the source of criticism, and which of defence."""

    def __init__(self, article: Article) -> None:
        self._sources: dict[Span, set[str]] = {}
        self._claims: dict[Span, set[str]] = {}
        for controversy in article.controversies:
            for position in controversy.positions:
                self._take(position.attribution, position.claim, _STANCES.get(position.stance))
        for statement in article.statements:
            self._take(statement.attribution, statement.content, _KINDS.get(statement.kind))

    def of(self, attribution: Attribution, *words: Evidence) -> set[str]:
        """Whether the holder of ``words`` is a critic or a defender, or neither."""
        found: set[str] = set()
        if attribution.source is not None:
            found |= self._sources.get(_span(attribution.source), set())
        for one in words:
            found |= self._claims.get(_span(one), set())
        return found

    def _take(self, attribution: Attribution | None, claim: Evidence, voice: str | None) -> None:
        if attribution is None or voice is None:
            return
        self._claims.setdefault(_span(claim), set()).add(voice)
        if attribution.source is not None:
            self._sources.setdefault(_span(attribution.source), set()).add(voice)


def facets(record: Record, sides: Sides) -> Facets:
    """The facets of a record. An actor has none: it goes with the records that it takes part in."""
    match record:
        case Actor():
            return Facets((), (), (), (), False)
        case Meeting():
            return Facets(("article",), (), record.participants, (), record.status in {"planned", "proposed"})
        case Controversy():
            return _controversy(record, sides)
        case Implication():
            involved = [*record.affects, *record.cause_refs, *record.effect_refs]
            return Facets(
                _voices([record.attribution], sides, record.cause, record.effect),
                _holders([record.attribution]),
                _distinct(one for one in involved if one.startswith("actor:")),
                (record.certainty,),
                record.time == "future",
            )
        case Statement():
            return Facets(
                _voices([record.attribution], sides, record.content),
                _holders([record.attribution]),
                record.about,
                (record.certainty,),
                record.kind in {"promise", "threaten"},
            )


def position_voices(position: Position) -> tuple[str, ...]:
    """Who takes a position, as ``VOICES`` has it."""
    if position.attribution is None:
        return ("article",)
    side = _STANCES.get(position.stance)
    return ("reported", side) if side else ("reported",)


def _controversy(record: Controversy, sides: Sides) -> Facets:
    # A matter that nobody is said to have a view on is the article's own telling.
    told = {voice for position in record.positions for voice in position_voices(position)} or {"article"}
    return Facets(
        tuple(voice for voice in VOICES if voice in told),
        _holders([position.attribution for position in record.positions]),
        record.about,
        tuple(one for one in CERTAINTIES if any(one == each.certainty for each in record.positions)),
        False,
    )


def _voices(attributions: list[Attribution | None], sides: Sides, *words: Evidence) -> tuple[str, ...]:
    found: set[str] = set()
    for attribution in attributions:
        if attribution is None:
            found.add("article")
        else:
            found |= {"reported", *sides.of(attribution, *words)}
    return tuple(voice for voice in VOICES if voice in found)


def _holders(attributions: list[Attribution | None]) -> tuple[str, ...]:
    return _distinct(holder for one in attributions if one is not None for holder in _holder(one))


def _holder(attribution: Attribution) -> Iterator[str]:
    if attribution.actor is not None:
        yield attribution.actor
    elif attribution.source is not None:
        yield attribution.source.quote.casefold()


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _span(evidence: Evidence) -> Span:
    return evidence.start, evidence.end
