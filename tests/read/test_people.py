"""Names in a line of authors, told from degrees, roles, places and institutions beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.read.people import LONGEST_NAME, is_personal, people


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe & Li Wei", ("Jane Doe", "John Roe", "Li Wei")),
        ("Jane Doe with John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, Ph.D., and John Roe, MD", ("Jane Doe", "John Roe")),
        ("Jane Doe PhD", ("Jane Doe",)),
        ("Jane Doe, Professor of Economics at Norland University", ("Jane Doe",)),
        ("By Jane Doe, Staff writer", ("Jane Doe",)),
        ("Jane Doe, senior fellow, and John Roe, research director", ("Jane Doe", "John Roe")),
        ("Jane Doe, Reuters", ("Jane Doe",)),
        ("Jane Doe/Reuters", ("Jane Doe",)),
        ("Jane Doe | The Daily Norland", ("Jane Doe",)),
        ("Jane Doe in Port Tyler", ("Jane Doe",)),
        ("Jane Doe, New York", ("Jane Doe",)),
        ("Jane Doe, Wednesday, 20 November 2019 08:05 GMT", ("Jane Doe",)),
        ("Doe, Jane", ("Jane Doe",)),
        ("Doe, Jane B.", ("Jane B. Doe",)),
        ("Doe, MD", ("Doe",)),
        ("Robert Roe, Jr., and Jane Doe", ("Robert Roe Jr.", "Jane Doe")),
        ("Ana van der Berg", ("Ana van der Berg",)),
        ("Andy Sand", ("Andy Sand",)),
        ("Byron Stone", ("Byron Stone",)),
        ("Reuters", ("Reuters",)),
        ("Reuters, AFP", ("Reuters", "AFP")),
        ("The Editorial Board", ("The Editorial Board",)),
        ("Office for Trade, Fishing and Development", ("Office for Trade, Fishing and Development",)),
        ("https://www.facebook.com/jane", ()),
        ("@jane", ()),
        ("Jane Doe @janedoe", ("Jane Doe",)),
        ("jane@daily.example", ()),
        ("jane@daily.example (Jane Doe)", ("Jane Doe",)),
        ("admin", ()),
        ("Staff Writer", ()),
        ("and", ()),
        ("", ()),
    ],
)
def test_the_names_in_a_line(written: str, names: tuple[str, ...]) -> None:
    assert people([written]) == names


def test_the_same_name_in_two_fields_is_one() -> None:
    assert people(["Jane Doe", "JaneDoe", "By Jane Doe"]) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("words", "personal"),
    [
        ("Jane Doe", True),
        ("Ana de la Cruz", True),
        ("J. R. Roe", True),
        ("Jane", False),
        ("View Profile", False),
        ("The Daily", False),
        ("Associated Press", False),
        ("Hong Kong", False),
        ("talks resume", False),
        ("Ministers Meet Again in Port Tyler After Years", False),
    ],
)
def test_what_looks_like_a_person(words: str, personal: bool) -> None:
    assert is_personal(words) is personal


@given(st.lists(st.text(alphabet="JaneDo, .&|()@/-andby\n3", max_size=60), max_size=3))
def test_whatever_is_written_the_names_are_short_and_each_is_given_once(values: list[str]) -> None:
    names = people(values)
    assert all(1 < len(it) <= LONGEST_NAME and it == it.strip() for it in names)
    assert len(set(names)) == len(names)
