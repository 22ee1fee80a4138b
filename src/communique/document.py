"""A Document: the text of an article, cut into blocks, with every offset counted once.

Offsets are half-open ``[start, end)`` and count Unicode code points of ``Document.text``.
Blocks tile the text: the first starts at 0, each starts where the one before it ends, the last ends
at ``len(text)``. What lies around and between the blocks of words lies in blocks of kind ``space``: white
space, and marks of layout without a letter in them (bullets, the numbers of list items, rules, underlines).

Sections tile the text as well: the first starts at 0, the last ends at ``len(text)``; a section of a deeper
level lies inside the one above it, and a paragraph belongs to the innermost section alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from communique.records.ids import unique_ids

BlockKind = Literal["title", "heading", "paragraph", "boilerplate", "space"]

_KINDS = frozenset(get_args(BlockKind))
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]")
_GAP = "\n\n"
_DEEPEST = 9  # the deepest level that the record model knows
_NAME = 200  # characters of a heading that its section's id is made from


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it is. ``level`` is 1 for the title, 2 and more for headings, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A heading (or none, for the lead) and the paragraphs beneath it.

    ``level`` is 2 for the lead and for the sections at the top (1 is the title's), 3 for one inside those.
    """

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

    @property
    def boilerplate(self) -> tuple[Block, ...]:
        """The blocks that stand in the file and are not the article, in order."""
        return tuple(block for block in self.blocks if block.kind == "boilerplate")

    def words(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a reader took out of a file, and what they are; ``level`` as for ``Builder.mark``."""

    kind: BlockKind
    words: str
    level: int = 0


def assemble(
    pieces: Iterable[Piece], metadata: Metadata | None = None, *, path: str | None = None
) -> Document:
    """The Document of pieces in reading order, for files that hold no text that could be kept as it is.

    Its text is the words of the pieces, stripped, with an empty line between them; pieces without a word or a
    number in them are left out.

    :raises ValueError: for a piece of kind ``space``, a level that does not suit the kind, a second title.
    """
    kept = [(piece, words) for piece in pieces if _WORD.search(words := piece.words.strip())]
    builder = Builder(_GAP.join(words for _, words in kept))
    start = 0
    for piece, words in kept:
        builder.mark(piece.kind, start, start + len(words), piece.level)
        start += len(words) + len(_GAP)
    return builder.build(metadata, path=path)


class Builder:
    """Makes a Document from a text and labelled stretches of it: the only place that counts characters.

    Stretches are marked in the order of the text. Heading levels may be any positive numbers (the depth a
    file gives them): ``build`` turns them into 2, 3 … without gaps.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[Block] = []
        self._end = 0

    def mark(self, kind: BlockKind, start: int, end: int, level: int = 0) -> None:
        """Label ``text[start:end]``; what was left out since the last mark becomes space.

        :raises ValueError: for an unknown kind, an empty stretch or one outside the text, one that overlaps
            what is marked already, a level that does not suit the kind, or words left out in between.
        """
        if kind not in _KINDS or kind == "space":
            raise ValueError(f"no block of words is of kind {kind!r}")
        if not self._end <= start < end <= len(self._text):
            raise ValueError(
                f"{kind} [{start}, {end}) is empty, out of range or overlaps the block before it"
            )
        if (level > 0) != (kind in ("title", "heading")):
            raise ValueError(f"a {kind} cannot have level {level}")
        self._fill(start)
        self._blocks.append(Block(kind, start, end, level))
        self._end = end

    def build(self, metadata: Metadata | None = None, *, path: str | None = None) -> Document:
        """The Document: blocks that tile the text, and sections that tile and nest.

        :raises ValueError: where words follow the last mark, or there is more than one title.
        """
        self._fill(len(self._text))
        if sum(block.kind == "title" for block in self._blocks) > 1:
            raise ValueError("a document has one title at most")
        blocks = tuple(_levelled(self._blocks))
        sections = _sections(self._text, blocks)
        return Document(self._text, blocks, sections, metadata or Metadata(), path)

    def _fill(self, start: int) -> None:
        if start == self._end:
            return
        if lost := _LETTER.search(self._text, self._end, start):
            raise ValueError(f"words at {lost.start()} belong to no block")
        self._blocks.append(Block("space", self._end, start))
        self._end = start


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with headings at level 2 and more: one deeper than the nearest shallower heading before."""
    depths: list[int] = []
    for block in blocks:
        if block.kind != "heading":
            yield block
            continue
        while depths and depths[-1] >= block.level:
            depths.pop()
        depths.append(block.level)
        yield Block("heading", block.start, block.end, min(len(depths) + 1, _DEEPEST))


def _sections(text: str, blocks: tuple[Block, ...]) -> tuple[DocumentSection, ...]:
    """The lead, if there is one, and a section for each heading."""
    opened: list[tuple[Block | None, int, int, list[Block]]] = []  # heading, level, start, paragraphs
    for block in blocks:
        if block.kind == "heading":
            opened.append((block, block.level, block.start if opened else 0, []))
        elif block.kind == "paragraph":
            if not opened:
                opened.append((None, 2, 0, []))
            opened[-1][3].append(block)
    if not opened:
        opened.append((None, 2, 0, []))
    names = ("lead" if it is None else text[it.start : min(it.end, it.start + _NAME)] for it, *_ in opened)
    ids = unique_ids("section", names)
    return tuple(
        DocumentSection(ids[number], heading, level, start, end, tuple(paragraphs))
        for number, ((heading, level, start, paragraphs), end) in enumerate(
            zip(opened, _ends([(level, start) for _, level, start, _ in opened], len(text)), strict=True)
        )
    )


def _ends(sections: list[tuple[int, int]], length: int) -> list[int]:
    """Where each section ends: at the next one that is not deeper, or with the text."""
    ends = [length] * len(sections)
    open_: list[int] = []
    for number, (level, start) in enumerate(sections):
        while open_ and sections[open_[-1]][0] >= level:
            ends[open_.pop()] = start
        open_.append(number)
    return ends
