"""HTML → a tree of lxml, whatever the markup: never a name looked up, never a crash on hostile nesting."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from communique.errors import InputError

DEEPEST = 2_000
"""Elements within elements that are read; libxml2 itself stops a little deeper, and would drop what is there."""

# Characters that XML, and so the tree, cannot hold.
_NOT_IN_A_TREE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def tree(html: str) -> HtmlElement | None:
    """The root of the page, comments and processing instructions left out; ``None`` for a page of nothing.

    :raises InputError: where elements are nested more than ``DEEPEST`` deep
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
    text = _NOT_IN_A_TREE.sub("", html).replace("\f", " ")
    if not text.strip():
        return None
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(
            f"elements are nested more than {DEEPEST:,} deep in this page",
            hint="it is broken or hostile; save the page again from a browser",
        )
    return root
