"""Word lists hold words that texts use."""

from __future__ import annotations

import pytest
from tests.check_lexicon import DATA, entries, main, stem


@pytest.mark.data
@pytest.mark.skipif(not DATA.exists(), reason="needs the corpora beside the checkout")
def test_few_entries_are_used_nowhere() -> None:
    assert main() == 0


def test_settings_are_no_entries() -> None:
    assert list(entries({"say": {"kind": "assert", "verbs": "say tell"}})) == ["say", "tell"]


@pytest.mark.parametrize("word", ["accuse", "accused", "accusing", "accuses"])
def test_inflected_forms_count_as_one_word(word: str) -> None:
    assert stem(word) == stem("accuse")
