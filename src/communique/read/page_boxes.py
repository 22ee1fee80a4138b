"""An article in several boxes of which one was found: the other boxes of the same kind are taken too.

Advertising and pictures cut long articles into elements of one tag and one class; an extractor that looks for
the one element with the most text then returns the first of them.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from lxml import etree

from communique.read.boilerplate import boilerplate
from communique.read.page_blocks import Block

_PROSE = 80  # code points from which a paragraph is prose
_LEVELS = 4  # elements around a box within which its like are looked for


def with_like_boxes(chosen: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """The chosen blocks, and those in boxes like the one that holds most of them, as the page orders them.

    A box is like another where tag and class are the same, both lie in one part of the page, and it holds a
    paragraph of prose that is no link. Blocks that were not found in the page keep their place.
    """
    box = _main_box(chosen)
    if box is None or not box.get("class"):
        return list(chosen)
    held = {id(it) for it in chosen}
    around = _part(box)
    others: dict[etree._Element, list[Block]] = {}
    for it in page:
        parent = None if it.element is None else it.element.getparent()
        if parent is None or parent is box or not _alike(parent, box) or _part(parent) is not around:
            continue
        others.setdefault(parent, []).append(it)
    added = {
        id(it)
        for blocks in others.values()
        if any(_is_prose(it) for it in blocks) and not any(id(it) in held for it in blocks)
        for it in blocks
        if it.piece.kind in ("paragraph", "heading") and not it.linked and not boilerplate(it.piece.words)
    }
    return in_order(chosen, page, added) if added else list(chosen)


def _main_box(chosen: Sequence[Block]) -> etree._Element | None:
    sizes: Counter[etree._Element] = Counter()
    for it in chosen:
        if it.element is not None and (parent := it.element.getparent()) is not None:
            sizes[parent] += len(it.piece.words)
    return max(sizes, key=lambda it: sizes[it]) if sizes else None


def _alike(one: etree._Element, other: etree._Element) -> bool:
    return bool(
        one.tag == other.tag and (one.get("class") or "").split() == (other.get("class") or "").split()
    )


def _part(box: etree._Element) -> etree._Element:
    """The article or main part that a box lies in, else the element a few levels above it."""
    part = box
    for level, above in enumerate(box.iterancestors()):
        if above.tag in ("article", "main"):
            return above
        if level < _LEVELS:
            part = above
    return part


def _is_prose(block: Block) -> bool:
    return block.piece.kind == "paragraph" and len(block.piece.words) >= _PROSE and not block.linked


def in_order(chosen: Sequence[Block], page: Sequence[Block], added: set[int]) -> list[Block]:
    """Chosen blocks in their order, each added one before the first chosen one behind it in the page."""
    place = {id(it): number for number, it in enumerate(page)}
    waiting = deque(it for it in page if id(it) in added)
    found: list[Block] = []
    for it in chosen:
        while waiting and id(it) in place and place[id(waiting[0])] < place[id(it)]:
            found.append(waiting.popleft())
        found.append(it)
    return [*found, *waiting]
