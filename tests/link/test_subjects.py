"""What causes are about: the meeting or the matter that their words tell of, and nothing where two fit."""

from __future__ import annotations

import pytest

from communique import convert_text

MET = "Angela Merkel met Emmanuel Macron in Geneva on 3 May 2019."


def refs(text: str, cause: str) -> set[str]:
    """The sorts of records that a cause refers to, actors left out."""
    article = convert_text(text)
    (found,) = [each for each in article.implications if each.cause.quote == cause]
    known = {each.id: "meeting" for each in article.meetings}
    known |= {each.id: "controversy" for each in article.controversies}
    return {known[each] for each in found.cause_refs if each in known}


@pytest.mark.parametrize(
    ("text", "cause", "expected"),
    [
        (f"{MET} This angered Warsaw.", "This", {"meeting"}),
        (f"{MET}\n\nThis angered Warsaw.", "This", set()),
        (f"{MET} The weather was fine. This angered Warsaw.", "This", set()),
        (
            "Angela Merkel met Emmanuel Macron in Geneva. The meeting angered Warsaw.",
            "The meeting",
            {"meeting"},
        ),
        ("The weather was fine. This angered Warsaw.", "This", set()),
    ],
)
def test_the_meeting_that_words_tell_of(text: str, cause: str, expected: set[str]) -> None:
    assert refs(text, cause) == expected


def test_the_matter_that_the_sentence_before_tells_of() -> None:
    text = "Critics accused the minister of lying to parliament. This undermined the cabinet."
    assert refs(text, "This") == {"controversy"}


def test_two_meetings_that_fit_are_none() -> None:
    text = (
        "Angela Merkel met Emmanuel Macron in Geneva, and Theresa May met Mark Rutte in Oslo. "
        "This angered Warsaw."
    )
    article = convert_text(text)
    assert len(article.meetings) == 2
    assert refs(text, "This") == set()
