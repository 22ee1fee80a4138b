"""FollowTheMoney: entities and links for Aleph, OpenSanctions' tools and other investigative databases.

One JSON object a line, after the model at followthemoney.tech. People are ``Person``, states and governments
``PublicBody``, organizations ``Organization``, groups ``LegalEntity``, meetings ``Event``; controversies,
implications and statements are each a ``Note`` on the actors they are about, and who takes which side an
``UnknownLink``. The article is an ``Article``, and the proof of all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from communique.export.ftm_dossier import Dossier
from communique.export.ftm_values import LABEL, NAME, PLACE, TEXT, days, line
from communique.export.identity import tell_apart
from communique.records import Article, Attribution, DateMention


def render(articles: Sequence[Article]) -> bytes:
    """The articles as entities of FollowTheMoney, one a line, in UTF-8."""
    entities = (entity for told in tell_apart(articles) for entity in Dossier(told).entities())
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities).encode()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """What FollowTheMoney leaves out of the articles."""
    sentences = []
    dates = [date for article in articles for date in _dates(article) if date and not days(date)]
    if dates:
        sentences.append(f"Dates that FollowTheMoney cannot write are quoted in words only: {len(dates)}.")
    unnamed = sum(1 for article in articles for held in _attributions(article) if not held or not held.actor)
    if unnamed:
        sentences.append(
            f"Positions and statements whose holder is no actor stand in notes, without a link: {unnamed}."
        )
    if any(article.text and len(article.text) > TEXT for article in articles):
        sentences.append("Texts longer than 65,000 characters are left out.")
    cut = sum(len(line(text)) > longest for article in articles for text, longest in _measured(article))
    if cut:
        sentences.append(f"Names and labels longer than FollowTheMoney takes are cut: {cut}.")
    if any(article.actors for article in articles):
        sentences.append(
            "Offsets are left out; controversies, implications and statements are notes in words, whose "
            "stance, certainty and direction no query can find."
        )
    if any(article.sections or article.boilerplate for article in articles):
        sentences.append("Sections, paragraphs and boilerplate are left out.")
    return tuple(sentences)


def _dates(article: Article) -> Iterator[str | None]:
    yield article.source.published
    dates: Iterable[DateMention | None] = (
        *(meeting.date for meeting in article.meetings),
        *(controversy.date for controversy in article.controversies),
    )
    yield from (date.edtf for date in dates if date)


def _attributions(article: Article) -> Iterator[Attribution | None]:
    for controversy in article.controversies:
        yield from (position.attribution for position in controversy.positions)
    yield from (statement.attribution for statement in article.statements)


def _measured(article: Article) -> Iterator[tuple[str, int]]:
    """Names and labels with the length that they may have."""
    source = article.source
    for text in (source.title, source.publisher, *source.authors):
        yield text or "", LABEL
    for actor in article.actors:
        yield from ((name, NAME) for name in (actor.name, *actor.aliases))
        yield from ((role.title.quote, LABEL) for role in actor.roles)
    for meeting in article.meetings:
        yield meeting.name, NAME
        yield meeting.place.name if meeting.place else "", PLACE
    for controversy in article.controversies:
        yield controversy.name, NAME
