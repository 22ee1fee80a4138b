"""Words to the encoder's input: WordPiece subwords (Wu et al. 2016) of the uncased BERT vocabulary, and
shapes.

The encoder's base does not tell capitals from small letters; the shape of a word (its capitals, digits,
quotes, and whether white space stands before it) goes in beside the subwords.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib import resources

UNKNOWN, START, END, MASK = 100, 101, 102, 103
LONGEST = 100
"""Words of more code points are unknown to WordPiece, as in the reference implementation."""
MOST = 24
"""No word takes more subwords than this; the rest of a longer one is left out."""
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
"""Typographic marks read as the plain ones, which the treebanks have far more of."""

SHAPES = 15
"""The number of shapes; with white space before the word, as many again. 0 is for the encoder's own marks."""
QUOTES = {'"': 9, "'": 9, "“": 10, "‘": 10, "”": 11, "’": 11}


def _is_mark(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")


IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)
"""Chinese characters as BERT's reference implementation delimits them: each is a word to it."""


def _is_ideograph(character: str) -> bool:
    code = ord(character)
    return code >= 0x3400 and any(first <= code <= last for first, last in IDEOGRAPHS)


def plain_pieces(word: str) -> list[str]:
    """What WordPiece cuts a word into first: small letters without accents, marks apart from letters."""
    out: list[str] = []
    current = ""
    for character in unicodedata.normalize("NFD", word):
        category = unicodedata.category(character)
        if category == "Mn" or category[0] == "C" or character == "\ufffd":
            continue
        if category[0] == "Z":
            if current:
                out.append(current)
            current = ""
        elif _is_mark(character) or _is_ideograph(character):
            if current:
                out.append(current)
            out.append(character)
            current = ""
        else:
            current += character.lower()
    if current:
        out.append(current)
    return out


class WordPiece:
    """Subword numbers of words. ``vocabulary`` holds one subword a line, as BERT's ``vocab.txt``."""

    def __init__(self, vocabulary: str) -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary.split("\n")) if piece}
        self.cached = lru_cache(maxsize=1 << 16)(self.of)

    @classmethod
    def shipped(cls) -> WordPiece:
        """With the vocabulary that is part of the package."""
        return cls(resources.files(__package__).joinpath("vocab.txt").read_text("utf-8"))

    def of(self, word: str) -> tuple[int, ...]:
        """The subwords of one word, at least one."""
        if len(word) > LONGEST:
            return (UNKNOWN,)
        if word.isascii() and word.isalnum() and (whole := self.numbers.get(word.lower())) is not None:
            return (whole,)
        found: list[int] = []
        for piece in plain_pieces(word.translate(PLAIN)):
            found.extend(self._greedy(piece))
        return tuple(found[:MOST]) or (UNKNOWN,)

    def _greedy(self, piece: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(piece):
            end = len(piece)
            while end > start:
                part = piece[start:end] if start == 0 else "##" + piece[start:end]
                number = self.numbers.get(part)
                if number is not None:
                    found.append(number)
                    break
                end -= 1
            else:
                return [UNKNOWN]
            start = end
        return found


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> int:
    """The shape of a word, 1 to 14."""
    if word.isascii() and word.isalpha() and word.islower():
        return 1
    if word in QUOTES:
        return QUOTES[word]
    if len(word) > LONGEST:
        return 14
    letters = [character for character in word if character.isalpha()]
    if not letters:
        if any(character.isdigit() for character in word):
            return 6 if word.isdigit() else 7
        return 12 if all(_is_mark(character) for character in word) else 13
    if any(character.isdigit() for character in word):
        return 8
    if all(character.islower() for character in letters):
        return 1
    if len(letters) == 1:
        return 3
    if all(character.isupper() for character in letters):
        return 4
    if letters[0].isupper() and all(character.islower() for character in letters[1:]):
        return 2
    return 5 if any(character.isupper() for character in letters) else 14
