"""What an extractor left out of an article that it found: headings and paragraphs among its paragraphs.

On a page without ``article`` or ``main``, whose parts have no telling names, an extractor goes by the length
of paragraphs. Headings are short, and so are some paragraphs: they are lost. Both are told by their place and
by the elements around them, never by what a class is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from communique.read.boilerplate import boilerplate
from communique.read.page_blocks import Block
from communique.read.page_boxes import in_order
from communique.read.page_elements import name
from communique.read.page_headings import is_bold_heading

_AROUND = 4  # elements around a paragraph that tell its like
_ITEMS = ("li", "dd")
_WHOLE = ("html", "body")
_BESIDE = 12  # code points that the box around a heading may hold beside it
_CLOSED = "\"'”’»)]"


def with_left_out(chosen: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """The chosen blocks, and those of the page that belong among them, as the page orders them.

    A paragraph belongs to them where it is a sentence, no link, and lies in elements of the same tags and
    classes as a chosen one: between chosen ones, or on end with the first or the last. An item of a list does
    where the list stands beside a chosen paragraph. A heading does where the next paragraph does, and nothing
    else lies in the box around it.
    """
    place = {id(it): number for number, it in enumerate(page)}
    held = {place[id(it)] for it in chosen if id(it) in place}
    if not held:
        return list(chosen)
    first, last = min(held), max(held)
    kinds = {_kind(page[number]) for number in held if page[number].piece.kind == "paragraph"}
    kinds.discard(())
    beside = {above for number in held if (above := _above(page[number])) is not None}
    added = {number for number in range(first, last) if _is_like(page[number], kinds)} - held
    added |= set(_on_end(page, range(last + 1, len(page)), kinds))
    added |= {number for number in range(first, last) if _is_item(page[number], beside)} - held
    added |= set(_on_end(page, range(first - 1, -1, -1), kinds))
    added |= set(_headings(page, held | added))
    return in_order(chosen, page, {id(page[number]) for number in added - held}) if added else list(chosen)


def _kind(block: Block) -> tuple[tuple[str, str], ...]:
    """Tag and class of the element of a block and of those around it; ``()`` where they tell nothing."""
    if block.element is None:
        return ()
    chain = (block.element, *islice(block.element.iterancestors(), _AROUND))
    return tuple((name(it), it.get("class") or "") for it in chain)


def _is_like(block: Block, kinds: set[tuple[tuple[str, str], ...]]) -> bool:
    """Whether a block is a sentence of an article in elements of a kind that holds chosen ones."""
    words = block.piece.words
    return (
        block.piece.kind == "paragraph"
        and not block.linked
        and words.rstrip(_CLOSED).endswith((".", "!", "?", "…", ":"))
        and _kind(block) in kinds
        and boilerplate(words) is None
    )


def _above(block: Block) -> etree._Element | None:
    """The element in which a chosen paragraph stands."""
    is_prose = block.piece.kind == "paragraph" and block.element is not None
    return block.element.getparent() if is_prose and block.element is not None else None


def _is_item(block: Block, beside: set[etree._Element]) -> bool:
    """Whether a block is an item, no link, of a list that stands beside chosen paragraphs."""
    item = block.element
    if item is None or name(item) not in _ITEMS or block.linked or block.piece.kind != "paragraph":
        return False
    held = item.getparent()
    while held is not None and (above := held.getparent()) is not None and name(above) in _ITEMS:
        held = above.getparent()  # the list that an item with a list in it belongs to
    is_beside = held is not None and held.getparent() in beside
    return is_beside and boilerplate(block.piece.words) is None


def _on_end(page: Sequence[Block], numbers: range, kinds: set[tuple[tuple[str, str], ...]]) -> Iterator[int]:
    """The paragraphs on end from a place on; headings may stand between them, anything else ends them."""
    for number in numbers:
        if _is_like(page[number], kinds):
            yield number
        elif page[number].piece.kind != "heading" or page[number].linked:
            return


def _headings(page: Sequence[Block], held: set[int]) -> Iterator[int]:
    """The headings that stand above what is held."""
    first = min(held)
    below: int | None = None
    for number in range(len(page) - 1, -1, -1):
        block = page[number]
        if number in held:
            below = number
        elif block.piece.kind == "boilerplate":
            continue
        elif (
            below is not None
            and _is_heading(page, number)
            and _heads(block.element, page[below].element, opening=number < first)
        ):
            yield number
        else:
            below = None


def _is_heading(page: Sequence[Block], number: int) -> bool:
    block = page[number]
    return (
        not block.linked
        and not block.piece.words.endswith(".")
        and (block.piece.kind == "heading" or is_bold_heading(page, number))
        and boilerplate(block.piece.words) is None
    )


def _heads(heading: etree._Element | None, below: etree._Element | None, *, opening: bool) -> bool:
    """Whether a heading stands above a block in one box, and alone in a box of its own.

    Above all of the article (``opening``) the box must be less than the page: there, sites put their names.
    """
    if heading is None or below is None:
        return False
    around = {below, *below.iterancestors()}
    box = heading
    for above in heading.iterancestors():
        if above in around:
            is_whole = (
                opening and name(above) in _WHOLE and not (box is heading and below.getparent() is above)
            )
            return not is_whole and _holds_only(box, heading)
        box = above
    return heading is below


def _holds_only(box: etree._Element, heading: etree._Element) -> bool:
    """Whether a box has no more words than the heading in it."""
    most = sum(len(it.strip()) for it in heading.itertext()) + _BESIDE
    for text in box.itertext():
        most -= len(text.strip())
        if most < 0:
            return False
    return True
