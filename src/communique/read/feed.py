"""Feeds: RSS 0.9 to 2.0, Atom, and what WordPress exports (RSS with its own fields) → a Document an entry.

Only an entry's full text counts: ``content:encoded``, Atom's ``content``, else a long enough description or
summary. Entities that a feed declares are not expanded, and nothing that it names is fetched. Needs the extra
the ``html``: feeds are often broken XML, and their texts are HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from communique.document import Document, Metadata, Piece
from communique.errors import CommuniqueError, EmptyInput, InputError
from communique.read.asked import Asked
from communique.read.body import document, html_pieces, text_pieces
from communique.read.fields import address, language, people, words
from communique.read.mail_date import day
from communique.read.page_dates import first_date
from communique.read.wordpress import left_out, nothing_published

_XML = "http://www.w3.org/XML/1998/namespace"
# Titles and texts of pictures, and WordPress's own summaries.
_OF_MEDIA = ("search.yahoo.com/mrss", "itunes.com/dtds", "media:", "itunes:", "/excerpt/", "excerpt:")
_SUMMARY = 600  # characters of text from which a description without full content is taken for the article
_WORDPRESS = "wordpress.org/export"
_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_TAIL = 100_000  # bytes at the end of a feed, in which it is closed
_MOST = 20_000  # entries; a feed has some dozens, an export of a whole site some thousands
_HINT = "communique reads the feed alone and fetches nothing; save the articles that it links to"


def read_each(data: bytes, asked: Asked) -> Iterator[Document | CommuniqueError]:
    """The entries of a feed in its order; an error in the place of one without its full text.

    :raises InputError: where it is no feed, or broken beyond reading
    """
    if data.count(b"<item") + data.count(b"<entry") > _MOST:
        raise InputError(f"this feed has more than {_MOST:,} entries", hint="split it into several files")
    root = _root(data, asked)
    kind = "application/atom+xml" if _local(root) == "feed" else "application/rss+xml"
    channel = root if _local(root) == "feed" else next(_children(root, "channel"), root)
    entries = [it for it in root.iter(etree.Element) if _local(it) in ("item", "entry")]
    if not entries:
        raise EmptyInput("there is no entry in this feed")
    known = Metadata(
        publisher=_text(channel, "title") or None,
        language=language(_text(channel, "language"), root.get(f"{{{_XML}}}lang")),
        media_type=kind,
    )
    authors = _display_names(channel)
    left: Counter[str] = Counter()
    cut = _cut(data)
    for number, entry in enumerate(entries, 1):
        if number == len(entries) and cut == "entry":
            yield _is_cut(
                f"the entry {_text(entry, 'title')[:100]!r}", "this feed ends in the middle of an entry"
            )
            return
        if why := left_out(_text(entry, "post_type"), _text(entry, "status")):
            left[why] += 1
            continue
        try:
            yield _document(entry, known, authors, asked)
        except CommuniqueError as error:
            error.where = error.where or f"the entry {_text(entry, 'title')[:100]!r}"
            yield error
    if cut:
        yield _is_cut(None, "this feed ends before its end: entries are missing")
    elif left.total() == len(entries):
        raise nothing_published(left)


def _cut(data: bytes) -> str | None:
    """Whether a feed was cut short, as a download is that broke off: in an ``entry``, or ``between`` them."""
    if b"\0" in data[-200:] or _END.search(data, max(0, len(data) - _TAIL)):
        return None
    inside = any(data.rfind(b"<" + it) > data.rfind(b"</" + it) for it in (b"item", b"entry"))
    return "entry" if inside else "between"


def _is_cut(where: str | None, what: str) -> InputError:
    error = InputError(what, hint="is the file whole? fetch it again")
    error.where = where
    return error


def _root(data: bytes, asked: Asked) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        encoding=asked.charset,
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise InputError(f"this feed cannot be read: {error}", hint="is the file whole?") from None
    if root is None or _local(root) not in ("rss", "feed", "rdf", "channel"):
        raise InputError("this is not a feed (RSS or Atom)", hint="is the file whole?")
    return root


def _document(entry: Any, known: Metadata, authors: Mapping[str, str], asked: Asked) -> Document:
    metadata = Metadata(
        title=words(_text(entry, "title")) or None,
        authors=_authors(entry, authors),
        publisher=known.publisher,
        published=_published(entry),
        url=asked.url or _link(entry),
        language=language(entry.get(f"{{{_XML}}}lang")) or known.language,
        media_type=known.media_type,
    )
    return document(_pieces(entry), metadata, asked)


def _pieces(entry: Any) -> tuple[Piece, ...]:
    for name in ("encoded", "content"):
        for element in _children(entry, name):
            if pieces := _content(element):
                return pieces
    for name in ("description", "summary"):
        for element in _children(entry, name):
            pieces = _content(element)
            if sum(len(it.words) for it in pieces) >= _SUMMARY:
                return pieces
    raise EmptyInput("this entry has a summary at most, not its full text", hint=_HINT)


def _content(element: Any) -> tuple[Piece, ...]:
    """The pieces of an element, whose text is HTML or plain, or which holds XHTML itself."""
    kind = (element.get("type") or "html").lower()
    if len(element):
        inside = b"".join(etree.tostring(it, encoding="utf-8") for it in element).decode("utf-8")
        return html_pieces((element.text or "") + inside)
    text = element.text or ""
    if kind in ("text", "text/plain"):
        return text_pieces(text)
    stored = _WORDPRESS in " ".join(filter(None, element.nsmap.values()))
    return html_pieces(text, blank_lines=stored) if text.strip() else ()


def _authors(entry: Any, known: Mapping[str, str]) -> tuple[str, ...]:
    held: list[str] = []
    for element in entry:
        name = _local(element)
        if name == "author":
            held.append(_text(element, "name") or _joined(element))
        elif name == "creator":
            held.append(known.get(said := _joined(element), said))
    return people(held)


def _display_names(channel: Any) -> dict[str, str]:
    """By the names that they log in with, those that WordPress shows of the authors of an export."""
    found = {}
    for element in _children(channel, "author"):
        if shown := _text(element, "author_display_name"):
            found[_text(element, "author_login")] = shown
    return found


def _published(entry: Any) -> str | None:
    for name in ("post_date", "published", "issued", "date", "created"):
        if found := first_date([_text(entry, name)]):
            return found
    # Atom asks for no date but that of the last change; it stands in where there is no other.
    return day(_text(entry, "pubDate")) or first_date([_text(entry, "pubDate"), _text(entry, "updated")])


def _link(entry: Any) -> str | None:
    links = list(_children(entry, "link"))
    own = [it.get("href") or _joined(it) for it in links if it.get("rel", "alternate") == "alternate"]
    return address(*own, _text(entry, "guid"), _text(entry, "id"))


def _children(element: Any, name: str) -> Iterator[Any]:
    """The children of a name, whatever their namespace: feeds forget to declare theirs."""
    for child in element:
        if _local(child) == name.lower() and not any(part in child.tag for part in _OF_MEDIA):
            yield child


def _text(element: Any, name: str) -> str:
    """The words of the first child of a name that has any."""
    return next((said for child in _children(element, name) if (said := _joined(child))), "")


def _joined(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _local(element: Any) -> str:
    """The name of an element without its namespace, or the prefix of one that is not declared."""
    return re.split("[}:]", element.tag)[-1].lower() if isinstance(element.tag, str) else ""
