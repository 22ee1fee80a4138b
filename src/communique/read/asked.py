"""What a reader is told besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 5_000_000
"""The most code points that are read unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller knows of the bytes and asks of the reader.

    ``charset`` is the encoding that the media type names, ``url`` and ``path`` are where the bytes come from,
    ``limit`` is the most code points of text. ``max_bytes`` is the most bytes of a file, of a record in a
    container, and of what is unpacked from it; ``None`` is the format's own limit (``formats``).
    ``media_type`` is what the caller or the container calls the bytes, without parameters.
    """

    charset: str | None = None
    url: str | None = None
    path: str | None = None
    limit: int = LIMIT
    max_bytes: int | None = None
    media_type: str | None = None
