"""The title of a page: the words of its main heading, where the page states a title that agrees with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from communique.document import Piece
from communique.read.fields import agree, key
from communique.read.headings import LONGEST_TITLE
from communique.read.page_elements import is_longer
from communique.read.page_headings import pieces
from communique.read.page_site import parts

_MOST = 50  # headings of a page that are looked at


def with_title(root: HtmlElement, found: Sequence[Piece], titles: Sequence[str]) -> tuple[Piece, ...]:
    """The pieces with the title first, as a reader sees it; without one where the page shows none.

    :param found: the pieces of the article, among them perhaps the title
    :param titles: what the page states as its title, the most trusted first
    """
    shown = next(_shown(root, found, titles), None)
    if shown is None:
        return tuple(found)
    first = next((number for number, it in enumerate(found) if _is_prose(it)), len(found))
    before = [it for it in found[:first] if not agree(it.words, shown)]
    return (Piece("title", shown, 1), *before, *found[first:])


def _shown(root: HtmlElement, found: Sequence[Piece], titles: Sequence[str]) -> Iterator[str]:
    headings = [words for tag in ("h1", "h2") for it in islice(root.iter(tag), _MOST) for words in _words(it)]
    headings += [it.words for it in found if it.kind == "heading"]
    for title in titles:
        yield from (it for it in headings if key(it) == key(title))
    for title in titles:
        yield from (it for it in headings if agree(it, title))
    main = [words for it in islice(root.iter("h1"), _MOST) for words in _words(it)]
    if not titles and len(main) == 1:
        yield main[0]
    keys = {key(it) for it in titles} | {key(part) for it in titles for part in parts(it)}
    for it in root.iter("div", "p", "span", "td", "font", "strong", "b"):
        if len(it) < 3 and not is_longer(it, LONGEST_TITLE) and key("".join(it.itertext())) in keys:
            yield from _words(it)


def _words(element: HtmlElement) -> list[str]:
    if is_longer(element, 4 * LONGEST_TITLE):
        return []
    return [" ".join(it.words.split()) for it in pieces(element)[:1] if len(it.words) <= LONGEST_TITLE]


def _is_prose(piece: Piece) -> bool:
    return piece.kind == "paragraph" and piece.words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))
