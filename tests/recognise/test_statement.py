"""Statements: sources become entities, contents are judged for their holder, sentences are the evidence."""

from __future__ import annotations

import pytest
from tests.analyse.parsed import whole

from communique.recognise.statement import StatementFound, recognise

ESSAY = (
    "Prime Minister Nikol Haroun of Verania met President Lucia Ferrante in March. Haroun denied that his "
    "government had received secret payments. “There was no deal, and there will be none,” he told reporters."
    "\n\nCritics argue that the alliance weakens the bloc, while others see it as a marriage of convenience. "
    "Aides said Haroun believed that the summit had succeeded. Ferrante praised Haroun for his patience."
)


def statements(text: str) -> list[tuple[str, str, str]]:
    return [(text[slice(*each.source)] if each.source else "", each.kind, text[slice(*each.content)])
            for each in recognise(whole(text))]  # fmt: skip


def one(text: str, word: str) -> StatementFound:
    """The statement whose cue holds a word."""
    return next(each for each in recognise(whole(text)) if each.cue and word in text[slice(*each.cue)])


def named(text: str, index: int | None) -> str:
    return "" if index is None else whole(text).entities[index].name


def test_the_statements_of_an_essay() -> None:
    assert statements(ESSAY) == [
        ("Haroun", "deny", "his government had received secret payments"),
        ("he", "assert", "There was no deal, and there will be none"),
        ("Critics", "assert", "the alliance weakens the bloc"),
        ("others", "believe", "it as a marriage of convenience"),
        ("Aides", "assert", "Haroun believed that the summit had succeeded"),
        ("Haroun", "believe", "the summit had succeeded"),
        ("Ferrante", "praise", "Haroun for his patience"),
    ]


def test_a_pronoun_s_source_is_the_entity_it_stands_for() -> None:
    assert "Haroun" in named(ESSAY, one(ESSAY, "told").source_entity)


def test_critics_are_an_entity_and_bare_others_are_none() -> None:
    assert one(ESSAY, "argue").source_entity is not None
    assert one(ESSAY, "see").source is not None
    assert one(ESSAY, "see").source_entity is None


def test_two_sources_in_one_phrase_are_no_single_entity() -> None:
    text = "Nora Brandt and Omar Haddad said that the talks had failed."
    assert one(text, "said").source_entity is None
    assert one("Nora Brandt said that the talks had failed.", "said").source_entity is not None


def test_the_chain_of_holders_runs_from_the_outermost_inwards() -> None:
    chain = one(ESSAY, "believed").chain
    assert [ESSAY[slice(*holder.source)] for holder in chain if holder.source] == ["Aides"]
    assert one(ESSAY, "said").chain == ()


def test_about_are_those_whom_the_content_mentions() -> None:
    assert ["Haroun" in named(ESSAY, index) for index in one(ESSAY, "praised").about] == [True]
    text = "General Omar Haddad was accused by the opposition of selling weapons."
    assert "Omar Haddad" in [named(text, index) for index in one(text, "accused").about]
    text = "General Omar Haddad, who was accused of selling weapons, resigned."
    assert "Omar Haddad" in [named(text, index) for index in one(text, "accused").about]


@pytest.mark.parametrize(
    ("sentence", "cue", "certainty", "polarity"),
    [
        ("Critics argue that the deal failed.", "argue", "certain", "positive"),
        ("Critics argue that the deal did not fail.", "argue", "certain", "negative"),
        ("Critics argue that the deal may fail.", "argue", "possible", "positive"),
        ("Critics suspect that the deal failed.", "suspect", "probable", "positive"),
        ("Critics fear that the deal failed.", "fear", "possible", "positive"),
        ("The ministry denied that the deal failed.", "denied", "certain", "negative"),
        ("The ministry did not say whether the deal failed.", "say", "unknown", "positive"),
        ("The general is believed to have fled.", "believed", "probable", "positive"),
        ("“The deal may fail,” the envoy said.", "said", "possible", "positive"),
        ("“The deal will fail,” the envoy said.", "said", "certain", "positive"),
    ],
)
def test_certainty_is_the_holder_s(sentence: str, cue: str, certainty: str, polarity: str) -> None:
    found = one(sentence, cue)
    assert (found.certainty, found.polarity) == (certainty, polarity)


def test_the_evidence_is_the_sentences_of_cue_and_content() -> None:
    text = "The envoy was tired. “The talks failed. Nobody was surprised,” she said. The sun shone."
    found = one(text, "said")
    evidence = [text[slice(*span)] for span in found.evidence]
    assert not any("tired" in each or "sun" in each for each in evidence)
    assert any("Nobody" in each for each in evidence)
    assert found.evidence == tuple(sorted(found.evidence))


def test_the_same_text_gives_the_same_statements() -> None:
    assert recognise(whole(ESSAY)) == recognise(whole(ESSAY))
