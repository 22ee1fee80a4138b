from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.read.lines import lines
from communique.read.pieces import Piece, pieces


def cut(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(lines(text))]


def marks(text: str) -> list[tuple[str, str]]:
    return [(piece.mark, piece.words) for piece in pieces(lines(text))]


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "The minister spoke on Monday.\nNobody answered her.\n\nThe talks ended.\n"
    assert cut(text) == ["The minister spoke on Monday.", "Nobody answered her.", "The talks ended."]


WRAPPED = (
    "The minister spoke on Monday to a delegation that had come from far away\n"
    "and had waited for a week, although no one had told her anything about a\n"
    "long-\n"
    "standing promise.\n"
    "\n"
    "Nobody answered. The delegation left for the airport before the sun went\n"
    "down, and the talks were over.\n"
)


def test_wrapped_lines_are_one_paragraph_and_hyphens_stay() -> None:
    first, second = cut(WRAPPED)
    assert first == WRAPPED[: WRAPPED.index("\n\n")]
    assert "long-\nstanding" in first
    assert second.startswith("Nobody answered.")


def test_wrapped_lines_with_every_line_end() -> None:
    for end in ("\r\n", "\r", "\u2028"):
        assert len(cut(WRAPPED.replace("\n", end))) == 2


def test_a_paragraph_of_wrapped_text_ends_at_a_line_that_is_not_full() -> None:
    text = WRAPPED.replace("\n\n", "\n")
    assert cut(text) == cut(WRAPPED)


def test_indented_first_lines_begin_paragraphs() -> None:
    text = (
        "   The minister spoke on Monday to a delegation that had come from far\n"
        "away and had waited for a week, and that wanted to hear what would come.\n"
        "   Nobody answered. The delegation left for the airport before the sun\n"
        "went down.\n"
        "   “No.”\n"
        "   The talks were over, and the ministers went home to their own cities\n"
        "without a word.\n"
    )
    assert [words[:12] for words in cut(text)] == ["The minister", "Nobody answe", "“No.”", "The talks we"]


def test_a_dash_at_the_beginning_of_a_wrapped_line_is_no_bullet() -> None:
    text = (
        "The minister spoke on Monday to a delegation that had come from far away\n"
        "— and had waited for a week, although no one had told her anything about\n"
        "the talks.\n"
    )
    assert len(cut(text)) == 1


def test_bullets_and_numbers_are_marks_and_no_part_of_the_item() -> None:
    assert marks("The demands:\n\n- a ceasefire\n• elections\n* the return of prisoners\n") == [
        ("", "The demands:"),
        ("item", "a ceasefire"),
        ("item", "elections"),
        ("item", "the return of prisoners"),
    ]
    assert marks("1. A ceasefire.\n2. Elections.\n") == [("item", "A ceasefire."), ("item", "Elections.")]


def test_a_number_alone_is_no_list() -> None:
    assert marks("1. Background\n\nIt began in spring.\n") == [
        ("", "1. Background"),
        ("", "It began in spring."),
    ]


def test_wrapped_items() -> None:
    text = (
        WRAPPED
        + "\n- the return of all the prisoners that were taken in the spring, and of\n"
        + "  those before\n- elections\n"
    )
    assert [words for mark, words in marks(text) if mark] == [
        "the return of all the prisoners that were taken in the spring, and of those before",
        "elections",
    ]


def test_marked_headings() -> None:
    assert marks("# One\n## Two ##\nText.\n\nThree\n=====\n\nFour\n----\n") == [
        ("#", "One"),
        ("##", "Two"),
        ("", "Text."),
        ("=", "Three"),
        ("-", "Four"),
    ]


def test_rules_are_left_out() -> None:
    assert cut("One.\n\n* * *\n\nTwo.\n-----------------------------\n\nThree.\n") == [
        "One.",
        "Two.",
        "Three.",
    ]


@given(st.text("ab A.-*#=1\n\t—", max_size=200))
def test_pieces_hold_every_letter_once_and_in_order(text: str) -> None:
    found = pieces(lines(text))
    ends = [0, *(piece.end for piece in found)]
    assert all(end <= piece.start < piece.end for end, piece in zip(ends, found, strict=False))
    kept = "".join(text[piece.start : piece.end] for piece in found)
    assert [sign for sign in kept if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


def test_pieces_are_values() -> None:
    assert pieces(lines(" One. ")) == [Piece(1, 5, "One.", 1, 0, "")]
