from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from communique.read.fields import address, agree, first, language, names, people, words
from communique.records.source import Language, Url


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Talks &amp; <em>what</em>\n then", "Talks & what then"),
        ("a &lt;b&gt; c", "a <b> c"),
        (None, ""),
        (7, ""),
    ],
)
def test_words(value: Any, expected: str) -> None:
    assert words(value) == expected


def test_names_of_texts_objects_and_lists() -> None:
    assert names(["Jane Doe", {"name": "John Roe"}, {"name": None}, 7]) == ["Jane Doe", "John Roe"]
    assert first(None, [], {"name": "The Daily"}, "x") == "The Daily"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("jane@example.org (Jane Doe)", ("Jane Doe",)),
        ("admin", ()),
        ("https://example.org/jane", ()),
    ],
)
def test_people(value: str, expected: tuple[str, ...]) -> None:
    assert people([value]) == expected


@given(st.text() | st.builds("https://{}/{}?{}".format, st.text(), st.text(), st.text()))
def test_an_address_is_one_that_records_take(value: str) -> None:
    found = address(value)
    if found is not None:
        TypeAdapter(Url).validate_python(found)


@given(st.text(max_size=20))
def test_a_language_is_one_that_records_take(value: str) -> None:
    found = language(value)
    if found is not None:
        TypeAdapter(Language).validate_python(found)


def test_the_first_that_is_an_address() -> None:
    assert (
        address(None, 7, "/a", "ftp://example.org", "https://example.org/a b") == "https://example.org/a%20b"
    )
    assert language("en_GB") == "en-GB"


def test_titles_agree_but_for_marks_and_the_name_of_the_site() -> None:
    assert agree("Talks resume – in Vienna", "TALKS RESUME in Vienna")
    assert agree("Talks resume in Vienna", "Talks resume in Vienna | The Daily")
    assert not agree("Talks", "Talks resume in Vienna")
