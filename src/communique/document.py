"""A Document: the text of an article, cut into blocks, with every offset counted once.

Offsets are half-open ``[start, end)`` and count Unicode code points of ``Document.text``.
Blocks tile the text: the first starts at 0, each starts where the one before it ends, the last ends
at ``len(text)``. White space around and between the blocks of prose lies in blocks of kind ``space``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "boilerplate", "space"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it is. ``level`` is 1 for the title, 2 and more for headings, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A heading (or none, for the lead) and the paragraphs beneath it."""

    id: str
    heading: Block | None
    level: int
    start: int
    end: int
    paragraphs: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself; ``None`` or empty where it does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The text and its shape. Made by a reader in ``communique.read``; never changed afterwards."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[DocumentSection, ...]
    metadata: Metadata = field(default_factory=Metadata)
    path: str | None = None

    @property
    def title(self) -> str | None:
        """The title, or ``None``."""
        return self.metadata.title

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks of prose in order: all that the language model reads."""
        return tuple(block for block in self.blocks if block.kind == "paragraph")
