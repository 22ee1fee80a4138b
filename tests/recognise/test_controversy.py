"""Controversies, from sentences: see ``controversies.toml`` for the cases and how to add one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.analyse import analyse
from communique.analyse.analysis import Analysis
from communique.read import read_text
from communique.recognise import controversy, meeting, statement
from communique.recognise.controversy import ControversyFound
from communique.recognise.matters.conduct import stem

CASES = tomllib.loads(Path(__file__).with_name("controversies.toml").read_text(encoding="utf-8"))["case"]


def found_in(text: str) -> tuple[Analysis, tuple[ControversyFound, ...]]:
    analysis = analyse(read_text(text, language="en"))
    return analysis, controversy.recognise(
        analysis, statement.recognise(analysis), meeting.recognise(analysis)
    )


def as_written(analysis: Analysis, found: ControversyFound) -> dict[str, Any]:
    text = analysis.document.text
    return {
        "kind": found.kind,
        "name": found.name,
        "about": [analysis.entities[each].name for each in found.about],
        "standing": found.standing or "",
        "date": (found.date.edtf or "") if found.date else "",
        "place": found.place.name if found.place else "",
        "meetings": len(found.meetings),
        "sentences": len(found.evidence),
        "sides": [
            f"{each.stance}|{text[slice(*each.source)] if each.source else '-'}|"
            f"{text[slice(*each.cue)] if each.cue else '-'}"
            for each in found.positions
        ],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_a_text_raises(case: dict[str, Any]) -> None:
    analysis, found = found_in(case["text"])
    written = [as_written(analysis, each) for each in found]
    assert len(written) == len(case["expect"]), written
    for one, expected in zip(written, case["expect"], strict=True):
        assert {key: one[key] for key in expected} == expected


def test_there_are_enough_cases_and_no_sentence_twice() -> None:
    assert len(CASES) >= 90
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_spans_lie_in_the_text_and_indices_in_the_analysis() -> None:
    text = " ".join(case["text"] for case in CASES)
    analysis, found = found_in(text)
    assert len(found) > 40
    for each in found:
        assert " ".join(text[slice(*each.name_span)].split()) == each.name
        assert each.evidence
        assert list(each.evidence) == sorted(set(each.evidence))
        assert any(start <= each.name_span[0] and each.name_span[1] <= end for start, end in each.evidence)
        assert all(0 <= entity < len(analysis.entities) for entity in each.about)
        for side in each.positions:
            assert side.entity is None or 0 <= side.entity < len(analysis.entities)
            for start, end in (span for span in (side.source, side.cue, side.claim) if span is not None):
                assert 0 <= start < end <= len(text)
                assert any(first <= start and end <= last for first, last in each.evidence)


def test_the_same_text_gives_the_same_controversies() -> None:
    text = " ".join(case["text"] for case in CASES[::3])
    assert found_in(text)[1] == found_in(text)[1]


def test_a_text_without_a_matter_costs_nothing() -> None:
    assert found_in("The minister opened a bridge in Riga.")[1] == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("interference", "interfering"),
        ("collusion", "colluded"),
        ("corruption", "corrupt"),
        ("killings", "killed"),
        ("violation", "violating"),
        ("suppression", "suppressed"),
        ("annexation", "annexed"),
    ],
)
def test_noun_and_verb_of_a_deed_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("nation", "national"), ("contract", "control"), ("party", "part")]
)
def test_unlike_words_have_unlike_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
