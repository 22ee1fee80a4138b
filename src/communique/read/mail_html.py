"""HTML bodies: quotations and signatures, by the marks that mail programs give them, become asides."""

from __future__ import annotations

import re

from lxml import etree

from communique.read.page_tree import tree

# Gmail, Thunderbird, Apple Mail, Outlook, Yahoo, Proton; what they mark quoted messages and signatures with.
_QUOTED = frozenset((
    "gmail_quote", "gmail_quote_container", "moz-forward-container", "yahoo_quoted", "protonmail_quote",
))  # fmt: skip
_BESIDE = frozenset((
    "gmail_signature", "gmail_attr", "moz-cite-prefix", "moz-signature", "moz-email-headers-table",
    "protonmail_signature_block",
))  # fmt: skip
_IDS = frozenset(
    ("divRplyFwdMsg", "appendonsend", "Signature", "ms-outlook-mobile-signature", "AppleMailSignature")
)
_FORWARDED = re.compile(r"\s*(?:-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:)", re.IGNORECASE)
_OPENING = 100  # code points of a quotation in which it says that it is forwarded


def without_quotes(text: str, *, forwards: bool = False) -> str:
    """The HTML of a body in which what is marked as quoted or as a signature stands in ``<aside>``.

    :param forwards: whether the subject says that the message forwards another: then what it quotes is read,
        as is a quotation that says so itself
    :raises InputError: where elements are nested too deeply to be read
    """
    root = tree(text)
    if root is None:
        return ""
    for element in root.iter(etree.Element):
        classes = (element.get("class") or "").split()
        quoted = element.tag == "blockquote" and (element.get("type") or "").lower() == "cite"
        quoted = quoted or not _QUOTED.isdisjoint(classes)
        beside = not _BESIDE.isdisjoint(classes) or (element.get("id") or "") in _IDS
        if beside or (quoted and not forwards and not _is_forwarded(element)):
            element.tag = "aside"
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _is_forwarded(element: etree._Element) -> bool:
    opening = ""
    for text in element.itertext():
        opening = (opening + text).lstrip()[:_OPENING]
        if len(opening) == _OPENING:
            break
    return _FORWARDED.match(opening) is not None
