"""Where actors stand and how their names are written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.links import Link
from communique.report.ring import LINES, WIDEST_LINE, lines_of, places
from communique.report.wording import columns


def joined(*pairs: tuple[str, str]) -> list[Link]:
    return [Link(one, other, "meeting", "", (f"meeting:{one}-{other}",)) for one, other in pairs]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Spain", ("Spain",)),
        ("Ministry of Foreign Affairs", ("Ministry of", "Foreign Affairs")),
        ("leaders of both coastal provinces", ("leaders of both", "coastal provinc…")),
        ("Antikorruptionsbehörde", ("Antikorruptions…",)),
        ("中华人民共和国外交部发言人", ("中华人民共和国…",)),
    ],
)
def test_long_names_are_broken_between_words_and_then_shortened(name: str, lines: tuple[str, ...]) -> None:
    assert lines_of(name) == lines


@given(st.text(min_size=1, max_size=80))
def test_no_name_is_wider_or_higher_than_its_room(name: str) -> None:
    lines = lines_of(name)
    assert 1 <= len(lines) <= LINES
    assert all(columns(line) <= WIDEST_LINE for line in lines)


@given(st.integers(min_value=2, max_value=24))
def test_rows_are_evenly_spaced_on_both_sides(number: int) -> None:
    placed = places([f"actor:{one}" for one in range(number)], [])
    assert len(placed) == number
    for right in (True, False):
        heights = sorted(place.y for place in placed.values() if place.right is right)
        steps = [below - above for above, below in pairwise(heights)]
        assert all(step == pytest.approx(steps[0], abs=0.3) for step in steps)
        assert all(step > 40 for step in steps)


def test_an_actor_stands_beside_the_one_it_is_linked_with_most() -> None:
    ranked = ["hub-1", "hub-2", "a", "b"]
    around = places(ranked, joined(("hub-1", "hub-2"), ("a", "hub-2"), ("b", "hub-1")))
    assert around["b"].right is around["hub-1"].right
    assert around["a"].right is around["hub-2"].right
    assert around["hub-1"].right is not around["hub-2"].right
