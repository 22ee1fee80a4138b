"""Finds known phrases in a run of words: one dictionary look-up a word, the longest phrase first.

Phrases are cut into words as the language model cuts text, so "Guinea-Bissau" is three words in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from communique.analyse.model import cut

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; built once, then only read.

    ``starts`` maps the first word of each phrase to the (words, value) pairs that begin with it, longest
    first: ``if word in phrases.starts`` is the whole cost where nothing begins. Case counts.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        starts: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            # A word after it, so that a full stop at its end is no full stop of a sentence: "U.S."
            cuts = cut(f"{phrase} a", 0, len(phrase) + 2)[:-1]
            words = tuple(phrase[start:end] for start, end in cuts)
            if words:
                starts.setdefault(words[0], []).append((words, value))
        self.starts = {
            word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in starts.items()
        }

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at ``words[at]``: its number of words and its value."""
        for phrase, value in self.starts.get(words[at], ()):
            size = len(phrase)
            if size == 1 or tuple(words[at : at + size]) == phrase:
                return size, value
        return None
