"""Attribution: the sentences of attributions.toml, quotations that go on, nesting, properties."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyse.parsed import parsed

from communique.analyse.attribution import Attributed, attribute
from communique.analyse.attribution.cues import cues

ROWS = [
    (group, row)
    for group, rows in tomllib.loads(Path(__file__).with_name("attributions.toml").read_text("utf-8")).items()
    for row in rows
]


def shown(text: str, each: Attributed) -> tuple[str, str, str, str]:
    def words(span: tuple[int, int] | None) -> str:
        return text[span[0] : span[1]] if span else ""

    return words(each.source), words(each.cue), words(each.content), each.entry.kind


@pytest.mark.parametrize(("group", "row"), ROWS, ids=[f"{group}: {row['text']}" for group, row in ROWS])
def test_who_says_what(group: str, row: dict[str, Any]) -> None:
    text = row["text"]
    found = attribute(parsed(text))
    if row.get("none"):
        assert [shown(text, each) for each in found] == []
        return
    expected = (row["source"], row["cue"], row["content"], row["kind"])
    right = [each for each in found if shown(text, each) == expected]
    assert right, [shown(text, each) for each in found]
    assert right[0].quoted == row.get("quoted", False)


def test_a_quotation_split_by_its_cue_is_two_attributions_of_one_cue() -> None:
    text = "“The talks failed,” the envoy said. “Nobody was surprised.”"
    found = attribute(parsed(text))
    assert [text[slice(*each.content)] for each in found] == ["The talks failed", "Nobody was surprised"]
    assert len({(each.cue, each.source) for each in found}) == 1


def test_a_quotation_that_runs_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "The envoy said: “The talks failed because nobody wanted peace.\n\n"
        "“Now the army must act before the winter comes.”"
    )
    found = [each for each in attribute(parsed(text)) if each.inside is None]
    assert [text[slice(*each.source)] for each in found if each.source] == ["The envoy", "The envoy"]
    assert text[slice(*found[-1].content)].startswith("Now the army")


def test_a_closed_quotation_does_not_pass_its_speaker_on_to_another_one_s_paragraph() -> None:
    text = "“The talks failed,” the envoy said.\n\n“We will wait and see what happens,” the general said."
    found = attribute(parsed(text))
    speakers = [text[slice(*each.source)] for each in found if each.source and each.inside is None]
    assert speakers == ["the envoy", "the general"]


def test_what_somebody_is_said_to_believe_lies_inside_what_is_said() -> None:
    text = "Aides said the minister believed that the talks had failed."
    said, believed = attribute(parsed(text))
    assert said.inside is None
    assert believed.inside == 0
    assert text[slice(*(believed.source or (0, 0)))] == "the minister"


def test_one_source_s_content_ends_where_another_source_begins() -> None:
    text = "Critics argue that the alliance weakens the bloc, while supporters contend that it works."
    found = {shown(text, each)[0]: shown(text, each)[2] for each in attribute(parsed(text))}
    assert found == {"Critics": "the alliance weakens the bloc", "supporters": "it works"}


def test_a_denied_cue_is_marked() -> None:
    (found,) = attribute(parsed("The minister did not say that the talks had failed."))
    assert found.negated
    (found,) = attribute(parsed("The minister did say that the talks had failed."))
    assert not found.negated


def test_every_group_of_the_lexicon_has_words_and_frames() -> None:
    listed = cues()
    for table in (listed.verbs, listed.nouns, listed.adjectives):
        assert table
        assert all(cue.takes for groups in table.values() for cue in groups)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["said", "the", "envoy", "“", "”", '"', ",", ".", "that", "talks", "failed", "accused", "of",
             "according", "to", "who", "claims", "confident", "was", "by", "and", "told", ":", "\n", "X", "?"]
        ), min_size=1, max_size=30,
    )
)  # fmt: skip
def test_spans_lie_in_the_text_and_cues_outside_their_contents(row: list[str]) -> None:
    text = " ".join(row)
    analysis = parsed(text)
    found = attribute(analysis)
    assert found == attribute(analysis)
    for each in found:
        for span in (each.source, each.cue, each.content, each.subject):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert each.cue is not None
        assert each.cue[1] <= each.content[0] or each.content[1] <= each.cue[0]
        assert each.inside is None or found[each.inside].content[0] <= each.cue[0]
