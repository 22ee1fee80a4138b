"""What is known of a text whose quotes alone are at hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.report.known import Fragment, Known

TEXT = "Ana Ruiz met João Lima 🌍 in Lisbon."


def test_quotes_that_overlap_or_touch_are_one() -> None:
    known = Known.quoted([(4, "Ruiz met"), (0, "Ana Ruiz"), (12, " João"), (28, "Lisbon")])
    assert known.fragments == (Fragment(0, "Ana Ruiz met João"), Fragment(28, "Lisbon"))


def test_what_lies_between_two_offsets() -> None:
    known = Known.quoted([(0, "Ana"), (9, "met João"), (28, "Lisbon")])
    assert list(known.between(1, 12)) == [Fragment(1, "na"), Fragment(9, "met")]
    assert list(known.between(18, 28)) == []
    assert list(known.between(30, 99)) == [Fragment(30, "sbon")]
    assert list(Known([]).between(0, 9)) == []


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)), max_size=8))
def test_every_code_point_of_a_quote_is_known_and_no_other(cuts: list[tuple[int, int]]) -> None:
    known = Known.quoted([(start, TEXT[start : start + length]) for start, length in cuts])
    covered = {at for start, length in cuts for at in range(start, min(start + length, len(TEXT)))}
    told = {
        fragment.start + at: sign for fragment in known.fragments for at, sign in enumerate(fragment.text)
    }
    assert told == {at: TEXT[at] for at in covered}
    assert all(
        one.end < other.start for one, other in zip(known.fragments, known.fragments[1:], strict=False)
    )
