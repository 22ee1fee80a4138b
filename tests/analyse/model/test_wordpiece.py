from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analyse.model.wordpiece import LONGEST, MOST, SHAPES, UNKNOWN, WordPiece, shape


@pytest.fixture(scope="module")
def wordpiece() -> WordPiece:
    return WordPiece.shipped()


@given(
    word=st.text(
        st.characters(max_codepoint=0x9FFF, exclude_categories=["Z", "C"]), min_size=1, max_size=MOST
    )
)
def test_subwords_agree_with_the_tokenizers_library(word: str) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    vocabulary = resources.files("communique.analyse.model").joinpath("vocab.txt")
    reference = tokenizers.BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    ours = WordPiece.shipped()
    plain = word.translate(str.maketrans("", "", "’‘“”–—…"))
    if plain:
        expected = reference.encode(plain, add_special_tokens=False).ids
        assert list(ours.of(plain)) == (expected[:MOST] or [UNKNOWN])


@pytest.mark.parametrize(
    ("word", "same_as"), [("’s", "'s"), ("Łódź", "łodz"), ("KREMLIN", "kremlin"), ("É", "e")]
)
def test_typographic_marks_accents_and_capitals_make_no_difference(
    wordpiece: WordPiece, word: str, same_as: str
) -> None:
    assert wordpiece.of(word) == wordpiece.of(same_as)


def test_a_word_has_at_least_one_and_at_most_so_many_subwords(wordpiece: WordPiece) -> None:
    assert wordpiece.of("\x00") == (UNKNOWN,)
    assert wordpiece.of("a" * (LONGEST + 1)) == (UNKNOWN,)
    assert 1 <= len(wordpiece.of("qzx" * 33)) <= MOST


def test_shapes_tell_apart_what_small_letters_hide() -> None:
    words = ["may", "May", "I", "MAY", "iPhone", "10", "1.5", "G7", '"', "“", "”", "--", "€", "may-May"]
    assert len({shape(w) for w in words[:13]}) == 13
    assert all(1 <= shape(w) < SHAPES for w in words)
