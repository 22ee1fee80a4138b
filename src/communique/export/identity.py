"""What several articles in one file are told apart by: the SHA-256 of their texts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from communique.records import Article

SHORT = 12
"""Hexadecimal digits of the SHA-256 that stand in ids that people read, where they suffice."""


class Told(NamedTuple):
    """An article and the names by which a file of several articles knows it."""

    key: str
    """The SHA-256 of its text; with ``-2`` … where other records of the same text came before."""
    short: str
    """The key with the SHA-256 cut to its first digits, still different for different articles."""
    article: Article


class Apart:
    """Names articles one after the other; of each it keeps a fingerprint and nothing else."""

    def __init__(self) -> None:
        self._seen: dict[str, list[bytes]] = {}

    def key(self, article: Article) -> str | None:
        """The key of an article; ``None`` where an equal one came before."""
        number = self.number(article)
        return None if number is None else article.source.sha256 + number

    def number(self, article: Article) -> str | None:
        """What the key has behind the SHA-256."""
        same = self._seen.setdefault(article.source.sha256, [])
        fingerprint = hashlib.sha256(article.model_dump_json(warnings=False).encode()).digest()
        if fingerprint in same:
            return None
        same.append(fingerprint)
        return f"-{len(same)}" if len(same) > 1 else ""


def tell_apart(articles: Sequence[Article]) -> tuple[Told, ...]:
    """Each article once, in order, with names that are unique and do not depend on the other articles.

    Equal articles are one. Different records of one text, such as those of two engines, are numbered.
    """
    apart = Apart()
    keyed = [(article.source.sha256, apart.number(article), article) for article in articles]
    every = {sha256 for sha256, _, _ in keyed}
    length = SHORT if len({sha256[:SHORT] for sha256 in every}) == len(every) else 64
    return tuple(
        Told(sha256 + number, sha256[:length] + number, article)
        for sha256, number, article in keyed
        if number is not None
    )
