"""HTML bodies: quotations and signatures, by the marks that mail programs give them, become asides."""

from __future__ import annotations

from lxml import etree

from communique.read.page_tree import tree

# Gmail, Thunderbird, Apple Mail, Outlook, Yahoo, Proton; what they mark quoted messages and signatures with.
_CLASSES = frozenset(
    (
        "gmail_quote",
        "gmail_quote_container",
        "gmail_signature",
        "gmail_attr",
        "moz-cite-prefix",
        "moz-signature",
        "moz-forward-container",
        "yahoo_quoted",
        "protonmail_quote",
        "protonmail_signature_block",
    )
)
_IDS = frozenset(
    ("divRplyFwdMsg", "appendonsend", "Signature", "ms-outlook-mobile-signature", "AppleMailSignature")
)


def without_quotes(text: str) -> str:
    """The HTML of a body in which what is marked as quoted or as a signature stands in ``<aside>``.

    :raises InputError: where elements are nested too deeply to be read
    """
    root = tree(text)
    if root is None:
        return ""
    for element in root.iter(etree.Element):
        quoted = element.tag == "blockquote" and (element.get("type") or "").lower() == "cite"
        marked = _CLASSES & set((element.get("class") or "").split()) or (element.get("id") or "") in _IDS
        if quoted or marked:
            element.tag = "aside"
    return str(etree.tostring(root, encoding="unicode", method="html"))
