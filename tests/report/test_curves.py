"""The lines of the network."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot

import pytest

from communique.report.curves import Curve, End, curves
from communique.report.links import Link

ENDS = {"a": End(150, 100, 10), "b": End(150, 280, 10), "c": End(150, 460, 10), "d": End(430, 280, 10)}


def link(source: str, target: str, direction: str = "harmful") -> Link:
    return Link(source, target, "implication" if direction else "meeting", direction, ("x",))


def points(curve: Curve) -> list[float]:
    return [float(number) for number in re.findall(r"-?[0-9.]+", curve.path)]


def test_a_line_ends_at_the_edge_of_its_actors() -> None:
    (curve,) = curves([link("a", "d", "")], ENDS)
    x, y, _, _, last_x, last_y = points(curve)
    assert hypot(x - 150, y - 100) == pytest.approx(12, abs=0.2)
    assert hypot(last_x - 430, last_y - 280) == pytest.approx(12, abs=0.2)


def test_a_line_between_two_on_one_side_keeps_clear_of_the_one_between_them() -> None:
    (curve,) = curves([link("a", "c")], ENDS)
    x, turn_x, last_x = points(curve)[::2]
    middle = 0.25 * x + 0.5 * turn_x + 0.25 * last_x
    assert middle - ENDS["b"].x > ENDS["b"].radius + 10


def test_lines_there_and_back_are_two() -> None:
    there, back = curves([link("a", "d"), link("d", "a")], ENDS)
    assert points(there)[2:4] != points(back)[2:4]


def test_signs_keep_apart() -> None:
    found = [link(one, other) for one, other in combinations(ENDS, 2)]
    found += [link(other, one) for one, other in combinations(ENDS, 2)]
    places = [(curve.sign_x, curve.sign_y) for curve in curves(found, ENDS)]
    assert all(hypot(x - u, y - v) >= 17 for (x, y), (u, v) in combinations(places, 2))
