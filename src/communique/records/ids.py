"""Ids that people can read: ``actor:angela-merkel``, and ``actor:angela-merkel-2`` for a namesake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80
"""A slug ends at a word once it reaches this many characters: ids stand in files that people read."""

# Latin letters that compatibility decomposition leaves whole.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
    }
)
_DROPPED = re.compile(r"['’ʼ‘`.]")
_WORD = re.compile(r"[a-z0-9]+")


def slug(text: str) -> str:
    """An ASCII slug of ``text``: ``"Recep Tayyip Erdoğan"`` → ``recep-tayyip-erdogan``, ``"U.S."`` → ``us``.

    Accents go, Latin letters are spelt out, and a letter of another script becomes ``u`` and its code point,
    which no one can read but everyone gets alike. Never empty.
    """
    folded = unicodedata.normalize("NFKD", _DROPPED.sub("", text)).casefold().translate(_LETTERS)
    plain = "".join(_spelt(letter) for letter in folded if not unicodedata.combining(letter))
    words = (
        _WORD.findall(plain) or [f"u{ord(sign):04x}" for sign in text if not sign.isspace()] or ["unnamed"]
    )
    taken, length = [words[0][:LONGEST]], len(words[0])
    for word in words[1:]:
        length += 1 + len(word)
        if length > LONGEST:
            break
        taken.append(word)
    return "-".join(taken)


def unique_ids(kind: str, names: Iterable[str]) -> tuple[str, ...]:
    """One id for each name, in order, all different: later namesakes get ``-2``, ``-3`` …"""
    latest: dict[str, int] = {}
    ids = []
    for name in names:
        plain = candidate = f"{kind}:{slug(name)}"
        while candidate in latest:
            latest[plain] += 1
            candidate = f"{plain}-{latest[plain]}"
        latest[candidate] = 1
        ids.append(candidate)
    return tuple(ids)


def _spelt(letter: str) -> str:
    if letter.isascii() or not letter.isalnum():
        return letter
    return f"u{ord(letter):04x}"
