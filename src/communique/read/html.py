"""Web pages: bytes of HTML → the article in them. Needs the extra ``html``."""

from __future__ import annotations

from communique.document import Piece
from communique.read.page_blocks import pieces
from communique.read.page_tree import tree

__all__ = ["fragment"]


def fragment(html: str) -> tuple[Piece, ...]:
    """The pieces of HTML that is an article already, as feeds, e-mails and content systems hold it.

    Nothing is looked for or left out but what is no prose in itself: menus, captions, tables of data (both
    boilerplate), controls, whatever is hidden. Headings keep the level that the HTML gives them, ``<h1>``
    included: none becomes the title. Empty for HTML without a word.

    :raises InputError: where elements are nested too deeply to be read
    """
    root = tree(html)
    return () if root is None else pieces(root)
