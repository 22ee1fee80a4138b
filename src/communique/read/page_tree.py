"""HTML → a tree of lxml, whatever the markup: never a name looked up, never a crash on hostile nesting."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from communique.read.page_limits import refuse_too_deep, refuse_too_many_tags

# Characters that XML, and so the tree, cannot hold.
_SPACES = re.compile(r"\s{64,}")
_NOT_IN_A_TREE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def tree(html: str) -> HtmlElement | None:
    """The root of the page, comments and processing instructions left out; ``None`` for a page of nothing.

    :raises TooLongInput: for more tags than a page can have
    :raises InputError: where elements are nested too deep
    """
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        no_network=True,
        collect_ids=False,
        default_doctype=False,
    )
    refuse_too_many_tags(html)
    text = _SPACES.sub(_space, _NOT_IN_A_TREE.sub("", html).replace("\f", " "))
    if not text.strip():
        return None
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if root is None:
        return None
    refuse_too_deep(root)
    return root


def _space(run: re.Match[str]) -> str:
    """Long white space, made short: programs that build pages leave megabytes of it."""
    return "\n" if "\n" in run[0] else " "
