"""What several articles in one file are told apart by: the SHA-256 of their texts."""

from __future__ import annotations

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


def tell_apart(articles: Sequence[Article]) -> tuple[Told, ...]:
    """Each article once, in order, with names that are unique and do not depend on the other articles.

    Equal articles are one. Different records of one text, such as those of two engines, are numbered.
    """
    seen: dict[str, list[Article]] = {}
    keyed: list[tuple[str, str, Article]] = []
    for article in articles:
        same = seen.setdefault(article.source.sha256, [])
        if article in same:
            continue
        same.append(article)
        keyed.append((article.source.sha256, f"-{len(same)}" if len(same) > 1 else "", article))
    length = SHORT if len({sha256[:SHORT] for sha256 in seen}) == len(seen) else 64
    return tuple(
        Told(sha256 + number, sha256[:length] + number, article) for sha256, number, article in keyed
    )
