from __future__ import annotations

import pytest

from communique.read.plain import plain

PROSE = "The minister said on Monday that the talks would go on for weeks, and that nobody knew the outcome."


def headings(*blocks: str) -> list[str]:
    document = plain("\n\n".join(blocks))
    return [document.words(block) for block in document.blocks if block.kind == "heading"]


@pytest.mark.parametrize(
    "heading",
    [
        "Key Interactions and Meetings",
        "The early stages: a fragile truce",
        "A fragile truce",
        "THE LONG ROAD TO GENEVA",
        "1. Background",
        "II. The Talks",
        "2.1 The second round",
        "What comes next?",
        "Implications for the U.S.",
        "“Never again”: the mood in the capital",
        "March 2014",
        "Hostage swap",
    ],
)
def test_headings(heading: str) -> None:
    assert headings("Talks Resume", PROSE, heading, PROSE) == [heading]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Yes.", "an answer"),
        ("“We will never sign”", "a quotation"),
        ("He left the room", "somebody doing something, without a stop"),
        ("The demands were:", "leads on to what follows"),
        ("Dear Mr President,", "an address"),
        ("- a ceasefire", "an item of a list"),
        ("— Jane Doe", "a signature"),
        ("What do you make of the treaty?", "a question put to somebody"),
        ("12", "a number"),
        ("3 4 7 1 0 2", "a row of a table"),
        ("They spoke. Nobody listened", "two sentences"),
        ("See https://example.org/talks", "an address"),
        ("a fragile truce", "begins in lower case"),
        ("The minister left, and nobody in the hall that night knew where she had gone or why", "too long"),
        ("Talks ended that week. [12]", "a sentence with a note"),
        ("Iklan Headers", "an advertising slot"),
    ],
)
def test_short_lines_that_are_none(line: str, why: str) -> None:
    assert headings("Talks Resume", PROSE, line, PROSE) == [], why


def test_a_heading_has_a_paragraph_beneath_it() -> None:
    assert headings("Talks Resume", PROSE, "The end") == []
    assert headings("Talks Resume", PROSE, "The end", "Jane Doe") == []


def test_verse_is_no_row_of_headings() -> None:
    verse = "Over the river the lanterns go\nOver the hill the drums\nNobody asks and nobody knows"
    assert headings("Talks Resume", PROSE, verse, PROSE) == []


def test_the_end_of_a_verse_is_none_either() -> None:
    assert (
        headings(
            "Talks Resume", PROSE, "Over the river the lanterns go,", "Nobody asks and nobody knows", PROSE
        )
        == []
    )


def test_an_item_after_a_colon_is_none() -> None:
    assert headings("Talks Resume", PROSE, "There was one demand:", "A lasting ceasefire", PROSE) == []


def test_speakers_of_an_interview_are_none() -> None:
    turns = [it for _ in range(3) for it in ("Moderator", PROSE, "Jane Doe", PROSE)]
    assert headings("An Interview", PROSE, *turns) == []


def test_questions_of_an_interview_are_none() -> None:
    questions = [
        "Why did you leave the talks?",
        PROSE,
        "What was said that night?",
        PROSE,
        "Will you go back?",
        PROSE,
    ]
    assert headings("An Interview", PROSE, *questions) == []


def test_two_headings_on_end_are_one_within_the_other() -> None:
    document = plain("\n\n".join(["Talks Resume", PROSE, "The Second Round", "Geneva", PROSE]))
    assert [(document.words(it), it.level) for it in document.blocks if it.kind == "heading"] == [
        ("The Second Round", 2),
        ("Geneva", 3),
    ]


def test_numbers_and_marks_give_the_depth() -> None:
    numbered = plain("\n\n".join(["Talks", PROSE, "1. Causes", PROSE, "1.1 Land", PROSE, "2. Talks", PROSE]))
    assert [section.level for section in numbered.sections] == [2, 2, 3, 2]
    marked = plain("\n\n".join(["# Talks", PROSE, "## Causes", PROSE, "### Land", PROSE, "## Talks", PROSE]))
    assert marked.title == "Talks"
    assert [section.level for section in marked.sections] == [2, 2, 3, 2]


def test_a_standfirst_between_title_and_byline_is_no_heading() -> None:
    assert headings("Talks Resume", "Leaders hope for a truce", "By Jane Doe", PROSE, PROSE) == []


def test_a_heading_without_a_blank_line_beneath_it() -> None:
    assert headings("Talks Resume", PROSE, f"A fragile truce\n{PROSE}") == ["A fragile truce"]
