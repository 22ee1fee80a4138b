"""Ids are readable where they can be, ASCII always, and never the same twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records.ids import LONGEST, slug, unique_ids

SHAPE = re.compile(r"actor:[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Angela Merkel", "angela-merkel"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("U.S. Senate", "us-senate"),
        ("Putin's press office", "putins-press-office"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Straße, Łódź & Ærø", "strasse-lodz-aero"),
        ("İstanbul", "istanbul"),
        ("G-20", "g-20"),
        ("  --  EU -- ", "eu"),
        ("Київ", "u043au0438u0456u0432"),
        ("中国", "u4e2du56fd"),
        ("—", "u2014"),
        ("", "unnamed"),
        (" \n", "unnamed"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_long_name_ends_at_a_word() -> None:
    found = slug("word " * 100)
    assert len(found) <= LONGEST
    assert found.endswith("-word")
    assert len(slug("x" * 500)) == LONGEST


def test_namesakes_are_numbered() -> None:
    assert unique_ids("actor", ["Kim", "Kim", "Lee", "kim"]) == (
        "actor:kim",
        "actor:kim-2",
        "actor:lee",
        "actor:kim-3",
    )


def test_a_number_that_a_name_already_has_is_passed_over() -> None:
    names = ["Kim", "Kim 2", "Kim", "Kim 2"]
    assert unique_ids("actor", names) == ("actor:kim", "actor:kim-2", "actor:kim-3", "actor:kim-2-2")


@given(st.lists(st.text(max_size=8) | st.sampled_from(["a", "A", "a 2", "a-2-2"])))
def test_any_names_give_different_well_formed_ids(names: list[str]) -> None:
    found = unique_ids("actor", names)
    assert len(found) == len(names)
    assert len(set(found)) == len(found)
    assert all(SHAPE.fullmatch(one) for one in found)
    assert unique_ids("actor", names) == found


@given(st.lists(st.text(max_size=5), min_size=1), st.text(max_size=5))
def test_a_later_name_does_not_change_the_ids_before_it(names: list[str], later: str) -> None:
    assert unique_ids("actor", [*names, later])[: len(names)] == unique_ids("actor", names)


def test_many_namesakes_take_no_longer_each() -> None:
    assert unique_ids("actor", ["a"] * 50_000)[-1] == "actor:a-50000"
