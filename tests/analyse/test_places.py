"""Places: a sentence, the places as (words, name, country), and why where it is not plain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.analyse.analysis import Analysis
from communique.analyse.model import load
from communique.analyse.names import find_names
from communique.analyse.places import find_places
from communique.document import Block, Document


def analysed(text: str) -> Analysis:
    """The steps before places."""
    document = Document(text, (Block("paragraph", 0, len(text)),), ())
    tokens, sentences = load().parse(text, [(0, len(text))])
    analysis = Analysis(document, None, tuple(tokens), tuple(sentences))
    return replace(analysis, names=find_names(analysis.tokens, analysis.sentences, document, None))


def places(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (text[place.start : place.end], place.name, place.country) for place in find_places(analysed(text))
    ]


CASES = [
    ("They met in Geneva on Monday.", [("Geneva", "Geneva", "CH")], ""),
    ("She flew to Beijing to meet the president.", [("Beijing", "Beijing", "CN")], "movement"),
    ("He is loyal to Beijing.", [], "no movement: the state"),
    ("The Reykjavik summit was a success.", [("Reykjavik", "Reykjavik", "IS")], "the event is there"),
    ("They spoke at the White House.", [("White House", "White House", "US")], "a building, by the table"),
    ("The White House denied it.", [], "the government"),
    ("Tokyo denied it.", [], "the state acts"),
    ("Tokyo said that the talks in Tokyo had failed.", [("Tokyo", "Tokyo", "JP")], "the first one acts"),
    ("He met the president in the Finnish capital.", [("Finnish capital", "Helsinki", "FI")], "described"),
    ("The Finnish capital was quiet.", [], "nothing is said to be there"),
    ("He met her in Paris, Texas.", [("Paris", "Paris", "US")], "the text names the land"),
    ("He met her in Paris.", [("Paris", "Paris", "FR")], ""),
    ("The two met at Camp David.", [("Camp David", "Camp David", "US")], ""),
    ("Fighting in Syria goes on.", [("Syria", "Syria", "SY")], ""),
    ("Sanctions on Syria hurt it.", [], "acted on"),
    ("He visited Oslo and Tokyo.", [("Oslo", "Oslo", "NO"), ("Tokyo", "Tokyo", "JP")], "joined by and"),
    ("They met in Georgia.", [("Georgia", "Georgia", None)], "the country or the American state"),
    ("They met in Atlanta, Georgia.", [("Atlanta", "Atlanta", "US")], ""),
    ("Talks took place in the city of Basel.", [("Basel", "Basel", "CH")], ""),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[row[0] for row in CASES])
def test_places(text: str, expected: list[tuple[str, str, str | None]], why: str) -> None:
    found = places(text)
    assert all(each in found for each in expected), why
    assert {each[0] for each in found} <= {each[0] for each in expected} | {"Georgia", "Texas"}, why
    assert len(found) >= len(expected)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([row[0] for row in CASES]), min_size=1, max_size=5))
def test_places_are_in_order_and_do_not_overlap(sentences: list[str]) -> None:
    text = " ".join(sentences)
    last = 0
    for place in find_places(analysed(text)):
        assert last <= place.start < place.end <= len(text)
        last = place.end
