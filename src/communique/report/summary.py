"""The summary: an article as tables of words, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    DateMention,
    Implication,
    Meeting,
    PlaceMention,
    Statement,
)
from communique.report.facets import Sides, facets
from communique.report.marks import Record, records
from communique.report.wording import SIGNS, VERBS, counted, dated, plain

NONE = "–"


class Table(NamedTuple):
    """The records of one kind. A cell is plain text, without line breaks or control characters."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    beneath: tuple[int, ...] = ()
    """Columns that stand beneath the first where the table is drawn, to leave room for the long ones."""


@dataclass(frozen=True)
class Asked:
    """Which records are wanted; what is empty leaves all."""

    actors: tuple[str, ...] = ()
    """Names, aliases or ids: records about, by or with one of these actors."""
    kinds: tuple[str, ...] = ()
    """``actor`` …"""
    certainties: tuple[str, ...] = ()
    """``possible`` …: records of a claim that is held so surely, and no others."""


_EVERYTHING = Asked()


def heading(article: Article) -> str:
    """The article in one line: title, authors, date, publisher."""
    source = article.source
    parts = [
        source.title or "Untitled article",
        ", ".join(source.authors),
        source.publisher or "",
        dated(source.published) if source.published else "",
    ]
    return " · ".join(_clean(part) for part in parts if part)


def summary(article: Article, asked: Asked = _EVERYTHING) -> tuple[Table, ...]:
    """The tables of an article that hold something, in the order of its lists."""
    names = {actor.id: actor.name for actor in article.actors}
    wanted = frozenset(actor.id for name in asked.actors for actor in called(article, name))
    sides = Sides(article)
    kept: dict[str, list[Record]] = {}
    for kind, record in records(article):
        if asked.kinds and kind not in asked.kinds:
            continue
        if asked.actors and not wanted & _involved(record, sides):
            continue
        if asked.certainties and not {*asked.certainties} & {*facets(record, sides).certainties}:
            continue
        kept.setdefault(kind, []).append(record)
    return tuple(
        Table(
            counted(len(found), kind),
            _COLUMNS[kind],
            tuple(_row(_ROWS[kind](one, names)) for one in found),
            _BENEATH.get(kind, ()),
        )
        for kind, found in kept.items()
    )


def called(article: Article, name: str) -> list[Actor]:
    """The actors of an article that are called so: by id, name or alias, else by some words of the name."""
    asked = name.casefold()
    exact = [
        actor
        for actor in article.actors
        if asked in {actor.id, actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}
    ]
    words = set(asked.split())
    return exact or [actor for actor in article.actors if words and words <= {*actor.name.casefold().split()}]


def _involved(record: Record, sides: Sides) -> set[str]:
    told = facets(record, sides)
    return {record.id, *told.about, *told.holders}


_COLUMNS = {
    "actor": ("Actor", "Kind", "Country", "Mentions", "Also called"),
    "meeting": ("Meeting", "Kind", "Status", "When", "Where", "Who"),
    "controversy": ("Matter", "Kind", "About", "Standing", "Critical", "Supportive", "Neither"),
    "implication": ("Cause", "Effect", "Sign", "Certainty", "Time", "By"),
    "statement": ("Who", "Does", "What", "Certainty", "About"),
}

_BENEATH = {"controversy": (1, 2, 3)}


def _actor(one: Actor, names: dict[str, str]) -> tuple[str, ...]:
    titles = [role.title.quote for role in one.roles]
    return (one.name, one.kind, one.country or "", str(len(one.mentions)), ", ".join([*titles, *one.aliases]))


def _meeting(one: Meeting, names: dict[str, str]) -> tuple[str, ...]:
    kind = plain(one.kind) + (", several" if one.several else "")
    return one.name, kind, one.status, _when(one.date), _where(one.place), _people(one.participants, names)


def _controversy(one: Controversy, names: dict[str, str]) -> tuple[str, ...]:
    sides = (
        "; ".join(
            f"{_holder(each.attribution, names)}: “{each.claim.quote}”"
            for each in one.positions
            if each.stance == stance
        )
        for stance in ("critical", "supportive", "neutral")
    )
    return one.name, one.kind, _people(one.about, names), one.standing or "", *sides


def _implication(one: Implication, names: dict[str, str]) -> tuple[str, ...]:
    said = f"{SIGNS[one.direction]} {one.direction}" + (", denied" if one.polarity == "negative" else "")
    return (
        *(one.cause.quote, one.effect.quote, said),
        *(one.certainty, one.time, _holder(one.attribution, names)),
    )


def _statement(one: Statement, names: dict[str, str]) -> tuple[str, ...]:
    cue = one.attribution.cue
    does = f"{VERBS[one.kind]}" + (f" (“{cue.quote}”)" if cue is not None else "")
    what = f"“{one.content.quote}”" if one.quoted else one.content.quote
    sure = one.certainty + (", denied" if one.polarity == "negative" else "")
    return _holder(one.attribution, names), does, what, sure, _people(one.about, names)


_ROWS: dict[str, Callable[..., tuple[str, ...]]] = {
    "actor": _actor,
    "meeting": _meeting,
    "controversy": _controversy,
    "implication": _implication,
    "statement": _statement,
}


def _holder(attribution: Attribution | None, names: dict[str, str]) -> str:
    if attribution is None:
        return "the article"
    if attribution.actor is not None:
        return names.get(attribution.actor, attribution.actor)
    return f"“{attribution.source.quote}”" if attribution.source is not None else "someone"


def _people(ids: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(one, one) for one in ids)


def _when(date: DateMention | None) -> str:
    if date is None:
        return ""
    return dated(date.edtf) if date.edtf else f"“{date.quote}”"


def _where(place: PlaceMention | None) -> str:
    if place is None:
        return ""
    return f"{place.name} ({place.country})" if place.country else place.name


def _row(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(_clean(cell) or NONE for cell in cells)


def _clean(text: str) -> str:
    """Text on one line that cannot steer a terminal: an article may hold escape sequences."""
    return " ".join(
        "".join(sign if sign.isprintable() or sign.isspace() else "\ufffd" for sign in text).split()
    )
