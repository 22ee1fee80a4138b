"""What a reader with one minute takes from a briefing: a line for each kind of record."""

from __future__ import annotations

from collections.abc import Iterator

from communique.export import briefing_order as order
from communique.export.markup import escaped
from communique.records import Article

_MOST = 4
"""So many actors, meetings or matters stand in a line."""

_DIRECTIONS = ("harmful", "beneficial", "mixed", "neutral")


def gist(article: Article) -> Iterator[str]:
    """The lines, for those kinds of which there are records."""
    names = {actor.id: actor.name for actor in article.actors}
    if article.actors:
        first = [f"{escaped(actor.name)} ({len(actor.mentions)})" for actor in order.actors(article)[:_MOST]]
        yield f"- Most mentioned of {_count(len(article.actors), 'actor')}: {', '.join(first)}."
    if article.meetings:
        held = sum(meeting.status == "held" for meeting in article.meetings)
        single = [meeting.name for meeting in order.meetings(article) if not meeting.several]
        named = f": {_some(single)}" if single else ""
        yield f"- {_count(len(article.meetings), 'meeting')}, {held} held{named}."
    if article.controversies:
        yield from _disputes(article, names)
    if article.implications:
        yield from _consequences(article)
    if article.statements:
        voices = [(actor, len(said)) for actor, said in order.speakers(article) if actor]
        most = ", ".join(f"{escaped(names[actor])} ({count})" for actor, count in voices[:_MOST])
        by = f", most by {most}" if most else ""
        yield f"- {_count(len(article.statements), 'statement')} by others than the article{by}."


def _disputes(article: Article, names: dict[str, str]) -> Iterator[str]:
    found = order.disputes(article)
    about = order.most([actor for matter in found for actor in matter.about])[:_MOST]
    whom = ", ".join(f"{escaped(names[actor])} ({count})" for actor, count in about)
    yield f"- {_count(len(found), 'dispute')}" + (f", most about {whom}" if whom else "") + "."
    both = [matter.name for matter in found if order.two_sided(matter)]
    if both:
        yield f"- Both sides are told of: {_some(both)}."
    else:
        yield f"- Most is told of: {_some([matter.name for matter in found])}."


def _consequences(article: Article) -> Iterator[str]:
    every = article.implications
    counted = [(word, sum(one.direction == word for one in every)) for word in _DIRECTIONS]
    told = ", ".join(f"{count} {word}" for word, count in counted if count)
    unsure, future = len(order.open_ended(every)), sum(one.time == "future" for one in every)
    held = sum(one.attribution is not None for one in every)
    facts = [
        f"{future} still to come" if future else "",
        f"{unsure} less than certain or said not to be so" if unsure else "",
        f"{held} held by others than the article" if held else "",
    ]
    more = "; ".join(fact for fact in facts if fact)
    yield f"- {_count(len(every), 'consequence')}: {told}" + (f"; {more}" if more else "") + "."


def _some(names: list[str]) -> str:
    more = len(names) - _MOST
    named = "; ".join(escaped(name) for name in names[:_MOST])
    return f"{named}; and {more} more" if more > 0 else named


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
