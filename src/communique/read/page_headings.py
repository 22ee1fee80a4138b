"""Blocks of a page → pieces: of lines that no tag calls headings, those in bold above prose are some."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from communique.document import Piece
from communique.read.headings import has_heading_shape, headings
from communique.read.page_blocks import Block, blocks
from communique.read.page_elements import name
from communique.read.pieces import Piece as Shape

_ITEMS = ("li", "item")


def pieces(root: etree._Element) -> tuple[Piece, ...]:
    """The pieces of a tree in reading order, each with a word or a number in it."""
    return with_bold_headings(blocks(root))


def with_bold_headings(held: Sequence[Block]) -> tuple[Piece, ...]:
    """A short paragraph all in bold, above a paragraph that is not, is a heading one deeper than the last."""
    found: list[Piece] = []
    depth = 2
    for number, it in enumerate(held):
        piece = it.piece
        if piece.kind == "heading":
            depth = piece.level
        if is_bold_heading(held, number):
            piece = Piece("heading", piece.words, depth + 1)
        found.append(piece)
    return tuple(found)


def is_bold_heading(held: Sequence[Block], number: int) -> bool:
    """Whether a block is a short paragraph all in bold above a paragraph that is not."""
    here = held[number]
    if not here.bold or here.piece.kind != "paragraph" or number + 1 == len(held):
        return False
    following = held[number + 1]
    return following.piece.kind == "paragraph" and not following.bold and has_heading_shape(_shape(here))


def with_plain_headings(held: Sequence[Block]) -> tuple[Piece, ...]:
    """As ``with_bold_headings``; where there are none, headings are told by shape, as in plain text."""
    found = with_bold_headings(held)
    if any(it.kind == "heading" for it in found):
        return found
    prose = [number for number, it in enumerate(found) if it.kind == "paragraph"]
    shapes = [_shape(held[number]) for number in prose]
    depths = dict(zip(prose, headings(shapes, [False] * len(shapes)), strict=True))
    return tuple(
        Piece("heading", it.words, depths[number]) if depths.get(number) else it
        for number, it in enumerate(found)
    )


def in_list(block: Block) -> bool:
    """Whether a block lies in an item of a list."""
    element = block.element
    return element is not None and any(name(it) in _ITEMS for it in (element, *element.iterancestors()))


def _shape(block: Block) -> Shape:
    words = block.piece.words
    return Shape(0, len(words), words, words.count("\n") + 1, 1, "item" if in_list(block) else "")
