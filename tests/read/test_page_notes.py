"""Footnotes: their marks are no part of a word, and the notes are no prose of the article."""

from __future__ import annotations

import pytest

from communique.read.asked import Asked
from communique.read.html import fragment, read

LONG = (
    "The two governments signed the pact in February, and the annex on compensation has not been ratified "
    "since, although both parliaments have debated it at length in every session."
)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("the plan.<sup>1</sup> Then", "the plan. Then"),
        ("the plan<sup>12</sup>, then", "the plan, then"),
        ("the plan <sup>3</sup> then", "the plan then"),
        ("the <em>plan</em><sup>4</sup> then", "the plan then"),
        ("the plan,<sup>5,6</sup> then", "the plan, then"),
        ("the plan<sup>7</sup><sup>8</sup> then", "the plan then"),
        ("the plan<sup>*</sup> then", "the plan then"),
        ("an area of 40 km<sup>2</sup> then", "an area of 40 km2 then"),
        ("square metres<sup>2</sup> then", "square metres2 then"),
        ("10<sup>6</sup> barrels", "106 barrels"),
        ("CO<sup>2</sup> and", "CO2 and"),
        ("the 10<sup>th</sup> summit", "the 10th summit"),
        ("<a href='/x'>the 10<sup>th</sup> summit</a>", "the 10th summit"),
        ("<sup>1</sup> A note", "1 A note"),
    ],
)
def test_the_mark_of_a_note_is_gone_and_a_power_is_kept(html: str, words: str) -> None:
    assert [it.words for it in fragment(f"<p>{html}</p>")] == [words]


def kinds(notes: str, mark: str = "<sup>1</sup>") -> list[tuple[str, str]]:
    lines = "".join(f"<p>{LONG.replace('two', it)}</p>" for it in ("five", "six"))
    page = (
        f"<html lang='en'><body><h1>The Pact</h1><div><p>{LONG}{mark}</p>{lines}{notes}</div></body></html>"
    )
    document = read(page.encode(), Asked())
    return [(it.kind, document.words(it)) for it in document.blocks if it.kind != "space"]


@pytest.mark.parametrize("opening", ["1.", "[1]", "1)", "<sup>1</sup>", "1"])
def test_notes_below_the_text_are_boilerplate(opening: str) -> None:
    kind, words = kinds(f"<p>{opening} Talk with an official of the ministry of energy, January 2024.</p>")[
        -1
    ]
    assert words.endswith("January 2024.")
    assert kind == "boilerplate"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("1. Both sides agreed to meet again in the autumn of the same year.", ""),  # no mark in the text
        ("2. Both sides agreed to meet again in the autumn of the same year.", "<sup>1</sup>"),
        ("1,200 people lost their homes in the floods of the same year.", "<sup>1</sup>"),
    ],
)
def test_a_line_that_no_mark_refers_to_is_prose(line: str, mark: str) -> None:
    assert kinds(f"<p>{line}</p>", mark)[-1] == ("paragraph", line)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Figure 1. Gas flows, 2019 to 2023", "boilerplate"),
        ("Table 2.3: Votes by region.", "boilerplate"),
        ("Fig. 4 – The strait from the air", "boilerplate"),
        ("Figure 1 shows the flows of gas.", "paragraph"),
        ("Map 3 of the annex was never published.", "paragraph"),
    ],
)
def test_a_caption_is_told_by_its_number(words: str, kind: str) -> None:
    assert [(it.words, it.kind) for it in fragment(f"<p>{words}</p>")] == [(words, kind)]
