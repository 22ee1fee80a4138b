"""spaCy DocBin: a Doc an article, its records as groups of spans, for those who train or correct with spaCy.

Tokens are those of ``spacy.blank("en")``; no model is loaded. ``doc.spans`` has a group for each kind of
record, in which a span's ``id_`` is the record and its ``label_`` what the words are to it:

    actors          person, country, government, organization, group (mentions); title
    meetings        evidence, date, place, topic
    controversies   evidence, date, place; critical, supportive, neutral (claims); source, cue
    implications    cause, effect, cue, source, attribution_cue, evidence
    statements      source, cue, content, evidence

``doc.ents`` are the mentions by name, the longest where they overlap; ``kb_id_`` is the actor's Wikidata id.
``doc.user_data["communique"]`` is the JSON of the article without its text: with it a Doc holds all there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from communique.export.identity import tell_apart
from communique.records import (
    Actor,
    Article,
    Attribution,
    Controversy,
    Evidence,
    Implication,
    Meeting,
    Statement,
)

KEY = "communique"
"""Where ``doc.user_data`` has the article."""

Labelled = tuple[str, str, Evidence]
"""A record's id, a label and the words."""


def render(articles: Sequence[Article]) -> bytes:
    """The DocBin. Every article has its text."""
    # The words of a Doc, and where each begins, are all that its spans need.
    shelf = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    for one in tell_apart(articles):
        shelf.add(_doc(one.article))
    return shelf.to_bytes()


def lost(articles: Sequence[Article]) -> tuple[str, ...]:
    """Where spans had to be widened to whole tokens; the JSON in ``user_data`` has the offsets themselves."""
    widened = 0
    for article in articles:
        doc = _tokens(article.text or "")
        starts = {token.idx for token in doc}
        ends = {token.idx + len(token) for token in doc}
        for spans in _groups(article).values():
            widened += sum(span.start not in starts or span.end not in ends for _, _, span in spans)
    if not widened:
        return ()
    return (f"spans that were widened to whole tokens (their offsets are in user_data): {widened}",)


def _doc(article: Article) -> Doc:
    doc = _tokens(article.text or "")
    identities = {actor.id: actor.identifiers.get("wikidata", "") for actor in article.actors}
    for name, spans in _groups(article).items():
        doc.spans[name] = [_span(doc, *each, identities.get(each[0], "")) for each in spans]
    names = [
        _span(doc, actor.id, actor.kind, mention, identities[actor.id])
        for actor in article.actors
        for mention in actor.mentions
        if mention.form == "name"
    ]
    doc.ents = tuple(filter_spans(names))
    doc.user_data[KEY] = article.model_copy(update={"text": None}).to_json(indent=None)
    return doc


def _tokens(text: str) -> Doc:
    language = _language()
    language.max_length = max(language.max_length, len(text) + 1)
    return language.make_doc(text)


@lru_cache(maxsize=1)
def _language() -> Language:
    return spacy.blank("en")


def _span(doc: Doc, record: str, label: str, words: Evidence, identity: str) -> Span:
    span = doc.char_span(
        words.start, words.end, label, kb_id=identity, span_id=record, alignment_mode="expand"
    )
    assert span is not None
    return span


def _groups(article: Article) -> dict[str, list[Labelled]]:
    return {
        "actors": [each for actor in article.actors for each in _actor(actor)],
        "meetings": [each for meeting in article.meetings for each in _meeting(meeting)],
        "controversies": [each for matter in article.controversies for each in _controversy(matter)],
        "implications": [each for one in article.implications for each in _implication(one)],
        "statements": [each for said in article.statements for each in _statement(said)],
    }


def _actor(actor: Actor) -> Iterator[Labelled]:
    for mention in actor.mentions:
        yield actor.id, actor.kind, mention
    for role in actor.roles:
        yield actor.id, "title", role.title


def _meeting(meeting: Meeting) -> Iterator[Labelled]:
    yield from _when_and_where(meeting)
    for topic in meeting.topics:
        yield meeting.id, "topic", topic
    yield from _evidence(meeting)


def _controversy(matter: Controversy) -> Iterator[Labelled]:
    yield from _when_and_where(matter)
    for side in matter.positions:
        yield matter.id, side.stance, side.claim
        yield from _attribution(matter.id, side.attribution, "cue")
    yield from _evidence(matter)


def _implication(one: Implication) -> Iterator[Labelled]:
    yield one.id, "cause", one.cause
    yield one.id, "cue", one.cue
    yield one.id, "effect", one.effect
    yield from _attribution(one.id, one.attribution, "attribution_cue")
    yield from _evidence(one)


def _statement(said: Statement) -> Iterator[Labelled]:
    yield said.id, "content", said.content
    yield from _attribution(said.id, said.attribution, "cue")
    yield from _evidence(said)


def _when_and_where(record: Meeting | Controversy) -> Iterator[Labelled]:
    if record.date is not None:
        yield record.id, "date", record.date
    if record.place is not None:
        yield record.id, "place", record.place


def _attribution(record: str, attribution: Attribution | None, cue: str) -> Iterator[Labelled]:
    if attribution is not None and attribution.source is not None:
        yield record, "source", attribution.source
    if attribution is not None and attribution.cue is not None:
        yield record, cue, attribution.cue


def _evidence(record: Meeting | Controversy | Implication | Statement) -> Iterator[Labelled]:
    for passage in record.evidence:
        yield record.id, "evidence", passage
