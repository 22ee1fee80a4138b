"""A large quotation beside the text is said once."""

from __future__ import annotations

import pytest

from communique.document import Piece
from communique.read.page_repeats import without_repeats

LONG = (
    "The envoy was blunt about it. “If the lists are not exchanged by Friday there will be no meeting,” she "
    "said, and left for the airport without a word to the delegates who stood in the hall."
)


def kinds(*lines: str) -> list[str]:
    return [it.kind for it in without_repeats([Piece("paragraph", line) for line in lines])]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("If the lists are not exchanged by Friday there will be no meeting", "boilerplate"),
        (
            "“If the lists are not exchanged by Friday there will be no meeting,” the envoy said.",
            "boilerplate",
        ),
        ("If the lists are not exchanged by Monday there will be no meeting", "paragraph"),
        ("There will be no meeting,” she said.", "paragraph"),
        ("The envoy said: “If the lists are not exchanged by Friday there will be no meeting.”", "paragraph"),
    ],
)
def test_what_lies_word_for_word_in_a_longer_paragraph(line: str, kind: str) -> None:
    assert kinds(LONG, line) == ["paragraph", kind]
    assert kinds(line, LONG) == [kind, "paragraph"]


def test_a_question_put_twice_is_kept_twice() -> None:
    asked = "What would you say to the people who lost their homes in the floods of last year?"
    assert kinds(asked, LONG, asked) == ["paragraph"] * 3
