"""What a reader is told besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 5_000_000
"""The most code points that are read unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller knows of the bytes and asks of the reader.

    ``charset`` is the encoding that the media type names, ``url`` and ``path`` are where the bytes come from,
    ``limit`` is the most code points of text.
    """

    charset: str | None = None
    url: str | None = None
    path: str | None = None
    limit: int = LIMIT
