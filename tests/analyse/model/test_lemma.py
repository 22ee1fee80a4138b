import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse.model.lemma import apply, script


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("sparked", "spark"),
        ("studies", "study"),
        ("is", "be"),
        ("went", "go"),
        ("NATO", "NATO"),
        ("The", "the"),
        ("McDonald", "McDonald"),
        ("PUTIN", "Putin"),
        ("’s", "'s"),
        ("better", "good"),
        ("running", "run"),
    ],
)
def test_a_script_turns_the_word_into_its_lemma(word: str, lemma: str) -> None:
    assert apply(script(word, lemma), word) == lemma


def test_a_script_serves_other_words_of_the_same_kind() -> None:
    assert apply(script("sparked", "spark"), "Fuelled") == "fuell"
    assert apply(script("countries", "country"), "Parties") == "party"


letters = st.text("abcXYZ", min_size=1, max_size=8)


@given(letters, letters)
def test_scripts_are_exact_where_lemmas_are_in_small_letters(word: str, lemma: str) -> None:
    assert apply(script(word, lemma.lower()), word) == lemma.lower()


@given(letters, letters, letters)
def test_a_script_that_does_not_fit_still_gives_a_lemma(word: str, lemma: str, other: str) -> None:
    assert apply(script(word, lemma), other)
