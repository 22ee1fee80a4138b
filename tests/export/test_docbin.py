"""spaCy DocBin, read back by spaCy with a blank pipeline."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from spacy.tokens import Doc, DocBin
from tests.export.real import real
from tests.strategies import articles

import communique
from communique.records import Article
from communique.schema.example import example_article


def docs(data: bytes) -> list[Doc]:
    return list(DocBin(store_user_data=True).from_bytes(data).get_docs(spacy.blank("en").vocab))


def spans(doc: Doc, group: str) -> set[tuple[str, str, int, int, str]]:
    return {(span.id_, span.label_, span.start_char, span.end_char, span.text) for span in doc.spans[group]}


def test_a_doc_holds_the_text_and_the_article() -> None:
    found = docs(communique.export(real(), to="docbin").data)
    assert [doc.text for doc in found] == [article.text for article in real()]
    for doc, article in zip(found, real(), strict=True):
        kept = communique.load(doc.user_data["communique"])
        assert kept.model_copy(update={"text": doc.text}) == article


def test_spans_are_the_words_of_the_records() -> None:
    made = communique.export(real(), to="docbin")
    assert made.lost == ()
    for doc, article in zip(docs(made.data), real(), strict=True):
        assert spans(doc, "actors") == {
            (actor.id, label, words.start, words.end, words.quote)
            for actor in article.actors
            for label, words in [
                *((actor.kind, mention) for mention in actor.mentions),
                *(("title", role.title) for role in actor.roles),
            ]
        }
        assert {each for each in spans(doc, "implications") if each[1] in {"cause", "effect", "cue"}} == {
            (one.id, label, words.start, words.end, words.quote)
            for one in article.implications
            for label, words in (("cause", one.cause), ("effect", one.effect), ("cue", one.cue))
        }
        assert {each for each in spans(doc, "statements") if each[1] == "content"} == {
            (said.id, "content", said.content.start, said.content.end, said.content.quote)
            for said in article.statements
        }
        sides = {"critical", "supportive", "neutral"}
        assert {each for each in spans(doc, "controversies") if each[1] in sides} == {
            (matter.id, side.stance, side.claim.start, side.claim.end, side.claim.quote)
            for matter in article.controversies
            for side in matter.positions
        }
        assert {each[0] for each in spans(doc, "meetings")} == {meeting.id for meeting in article.meetings}


def test_entities_are_names_and_do_not_overlap() -> None:
    [doc] = docs(communique.export(example_article(), to="docbin").data)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Ana Ruiz", "person"),
        ("Spain", "country"),
        ("João Lima", "person"),
        ("Ruiz", "person"),
        ("Lima", "person"),
    ]


def test_an_entity_has_the_identity_of_its_actor() -> None:
    article = example_article()
    known = article.actors[0].model_copy(update={"identifiers": {"wikidata": "Q1"}})
    [doc] = docs(
        communique.export(
            article.model_copy(update={"actors": (known, *article.actors[1:])}), to="docbin"
        ).data
    )
    assert [entity.kb_id_ for entity in doc.ents] == ["Q1", "", "", "Q1", ""]


@given(articles())
@settings(max_examples=15)
def test_spans_of_any_article_cover_their_words(article: Article) -> None:
    made = communique.export(article, to="docbin")
    [doc] = docs(made.data)
    assert doc.text == article.text
    assert communique.load(doc.user_data["communique"]).statements == article.statements
    for actor in article.actors:
        marked = [(span.start_char, span.end_char) for span in doc.spans["actors"] if span.id_ == actor.id]
        exact = 0
        for mention in actor.mentions:
            words = mention.quote.strip()  # spans are made of words, so white space at an end is in none
            first = mention.start + mention.quote.index(words)
            assert any(start <= first and first + len(words) <= end for start, end in marked)
            exact += (mention.start, mention.end) in marked
        assert exact == len(actor.mentions) or made.lost


def test_the_same_article_is_the_same_bytes() -> None:
    first, second = (communique.export(real(), to="docbin").data for _ in range(2))
    assert first == second


def test_it_needs_the_text() -> None:
    bare = example_article().model_copy(update={"text": None})
    with pytest.raises(communique.UsageError, match="--source FILE"):
        communique.export(bare, to="docbin")
