"""Meetings, from sentences: see ``meetings.toml`` for the cases and how to add one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.analyse import analyse
from communique.analyse.analysis import Analysis
from communique.document import Block, Document
from communique.recognise.meeting import MeetingFound, recognise

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("meetings.toml").read_text("utf-8"))[
    "case"
]


def analysed(text: str, published: str | None = None) -> Analysis:
    """A text of one paragraph, analysed."""
    return analyse(Document(text, (Block("paragraph", 0, len(text)),), ()), published=published)


def field(analysis: Analysis, meeting: MeetingFound, name: str) -> object:
    """A field of a meeting as ``meetings.toml`` writes it."""
    text = analysis.document.text
    if name == "participants":
        return {analysis.entities[each].name for each in meeting.participants}
    if name == "date":
        return "none" if meeting.date is None or meeting.date.edtf is None else meeting.date.edtf
    if name == "place":
        return "none" if meeting.place is None else meeting.place.name
    if name == "topics":
        return [text[start:end] for start, end in meeting.topics]
    if name == "passages":
        return len(meeting.evidence)
    return getattr(meeting, name)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    analysis = analysed(case["text"], case.get("published"))
    found = recognise(analysis)
    assert len(found) == len(case["meetings"]), (case["why"], [meeting.name for meeting in found])
    for meeting, expected in zip(found, case["meetings"], strict=True):
        for name, value in expected.items():
            wanted = set(value) if name == "participants" else value
            assert field(analysis, meeting, name) == wanted, (name, case["why"])


def test_there_are_enough_minimal_pairs() -> None:
    assert len(CASES) >= 60
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES[::5], ids=[case["text"][:60] for case in CASES[::5]])
def test_spans_lie_in_the_text_and_evidence_is_never_empty(case: dict[str, Any]) -> None:
    analysis = analysed(case["text"], case.get("published"))
    for number, meeting in enumerate(recognise(analysis)):
        assert all((meeting.evidence, meeting.name, meeting.key))
        for start, end in (*meeting.evidence, *meeting.topics):
            assert 0 <= start < end <= len(case["text"])
            assert case["text"][start:end].strip() == case["text"][start:end]
        assert meeting.part_of is None or meeting.part_of != number
        assert len(set(meeting.participants)) == len(meeting.participants)


def test_the_same_text_gives_the_same_meetings() -> None:
    text = " ".join(case["text"] for case in CASES[:12])
    assert recognise(analysed(text)) == recognise(analysed(text))


def test_event_codes_are_given_for_what_took_place() -> None:
    held, planned = (recognise(analysed(f"Macron {verb} Scholz in Berlin.")) for verb in ("met", "will meet"))
    assert [held[0].event_code, planned[0].event_code] == ["CONSULT", None]


def test_a_text_without_meetings_has_none() -> None:
    assert recognise(analysed("The harvest was good. Prices fell in 2016, and exports to Japan grew.")) == ()
