import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse.model.words import cut


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They do n't know ."),
        ("He cannot stay, can he?", "He can not stay , can he ?"),
        ("Macron's visit", "Macron 's visit"),
        ("Macron’s visit", "Macron ’s visit"),
        ("the ministers' visit", "the ministers ' visit"),
        ("we're, I'm, you've, she'll, he'd", "we 're , I 'm , you 've , she 'll , he 'd"),
        ("US-China talks", "US - China talks"),
        ("a pro-Russian re-elected ex-minister", "a pro-Russian re-elected ex-minister"),
        ("a long-standing row", "a long - standing row"),
        ("the U.S. president", "the U.S. president"),
        ("He lives in the U.S.", "He lives in the U.S ."),
        ("He left the U.S. The talks failed.", "He left the U.S . The talks failed ."),
        ("Mr. Abe met Dr. Kim at 5 p.m. on Tuesday", "Mr. Abe met Dr. Kim at 5 p.m. on Tuesday"),
        ("It cost $5bn.", "It cost $ 5 bn ."),
        ("about 10% of 1,250.50 euros", "about 10 % of 1,250.50 euros"),
        ("at 10am on 9/11", "at 10 am on 9/11"),
        ("in the 1990s, on the 21st", "in the 1990s , on the 21st"),
        ("from 2014-2016 (twice)", "from 2014 - 2016 ( twice )"),
        ("see https://example.org/a-b?c=1, or write to a.b@example.org.",
         "see https://example.org/a-b?c=1 , or write to a.b@example.org ."),
        ("“We will act,” she said…", "“ We will act , ” she said …"),
        ("'We will act,' she said.", "' We will act , ' she said ."),
        ("Well ... no!!", "Well ... no !!"),
        ("and/or", "and / or"),
        ("NATO–Russia and the G7—a first", "NATO – Russia and the G7 — a first"),
        ("AT&T and O'Brien", "AT&T and O'Brien"),
        ("Its a start, its reach grows", "It s a start , its reach grows"),
        ("No. 10 said no.", "No. 10 said no ."),
    ],
)  # fmt: skip
def test_words_are_cut_as_the_treebanks_cut_them(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("ab.,'’-/@:$5 \n"), max_size=60),
    st.integers(0, 10),
)
def test_words_cover_all_but_white_space_in_order(text: str, start: int) -> None:
    found = cut(text, start, len(text))
    assert all(a < b for a, b in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
    assert "".join(text[a:b] for a, b in found) == "".join(text[start:].split())


@given(st.text("ab'.-5", max_size=12), st.text("ab'.-5", max_size=12))
def test_a_span_is_cut_without_regard_to_what_stands_around_it(before: str, text: str) -> None:
    whole = before + " " + text
    at = len(before) + 1
    assert cut(whole, at, len(whole)) == [(a + at, b + at) for a, b in cut(text, 0, len(text))]


@pytest.mark.parametrize("piece", ["a-", "(", "www.)", "1,", "a'", "aa.", "😀", "\x00", "²"])
def test_endless_words_take_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert "".join(text[a:b] for a, b in cut(text, 0, len(text))) == text
