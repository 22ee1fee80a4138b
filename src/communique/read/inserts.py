"""What sites put into the body of an article: posts of others, pull quotes, sharing buttons → boilerplate.

Content systems and their plugins write them into the same HTML as the article, under classes of their own
(``inserts.toml``). Here they are set in ``<aside>``, which is boilerplate to whoever reads the HTML.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from lxml import etree

from communique.read.page_tree import tree

_NAMED = re.compile(r"\b(?:class|id)\s?=\s?[\"']([^\"'<>]{0,1000})")
_MOST = 0.5  # share of the text that an insert may hold: themes set such classes on the whole body as well


def in_asides(text: str) -> str:
    """The HTML of a body in which every insert stands in ``<aside>``; unchanged where there is none.

    :raises InputError: where elements are nested too deeply to be read
    """
    if not _may_hold(text):
        return text
    root = tree(text)
    if root is None:
        return text
    lengths = _lengths(root)
    for element in root.iter(etree.Element):
        if _is_insert(element) and element.tag != "body" and lengths[element] <= _MOST * lengths[root]:
            element.tag = "aside"
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _may_hold(text: str) -> bool:
    """Whether an attribute in the text names an insert: most texts need no parsing."""
    known = _names("classes") | _names("ids")
    return any(not known.isdisjoint(found[1].split()) for found in _NAMED.finditer(text))


def _is_insert(element: etree._Element) -> bool:
    classes = element.get("class")
    if classes is not None and not _names("classes").isdisjoint(classes.split()):
        return True
    return element.get("id") in _names("ids")


def _lengths(root: etree._Element) -> dict[etree._Element, int]:
    """The code points in each element, all in one pass: the children of an element come behind it."""
    found: dict[etree._Element, int] = {}
    for element in reversed(list(root.iter())):
        inside = sum(found[child] + len(child.tail or "") for child in element)
        found[element] = inside + (len(element.text or "") if isinstance(element.tag, str) else 0)
    return found


@lru_cache(maxsize=2)
def _names(which: str) -> frozenset[str]:
    table = tomllib.loads((files("communique.read") / "inserts.toml").read_text("utf-8"))
    return frozenset(table[which])
