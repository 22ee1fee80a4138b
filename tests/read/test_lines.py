from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.read.lines import Line, lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert [line.words for line in lines(f"one{end}two{end}{end}three")] == ["one", "two", "three"]


def test_blank_lines_are_counted_and_white_space_is_left_out() -> None:
    first, second = lines("\n one \n\n \t\n\u200b\n\ttwo")
    assert first == Line(2, 5, "one", 1, 1)
    assert (second.words, second.gap, second.indent) == ("two", 3, 1)


@given(st.text())
def test_lines_are_where_they_say(text: str) -> None:
    end = 0
    for line in lines(text):
        assert end <= line.start < line.end
        assert text[line.start : line.end] == line.words
        end = line.end
