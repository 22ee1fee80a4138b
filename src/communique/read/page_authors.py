"""Who wrote the article on a page: what the page states for machines, then the byline that a reader sees.

A page names many people: those who wrote the articles it links to, those who comment. So of the elements that
are marked as a byline only the first beneath the title counts, with its like beside it; without a title among
the headings, they count where all of them say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from communique.read.byline import LONGEST_BYLINE, byline
from communique.read.fields import agree, key
from communique.read.page_blocks import visible
from communique.read.page_elements import elements, is_longer
from communique.read.page_json import Node, resolved, texts
from communique.read.people import is_agency, is_personal, people

Meta = Mapping[str, Sequence[str]]
"""``<meta>`` by its name or property in lower case."""

_META = (
    "article:author", "og:article:author", "author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "cxenseparse:author", "twitter:creator",
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINT = re.compile(r"[\W_]+")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|contributors?|by|byline|staff|journalists?|people|profiles?)/[^/?#]*[A-Za-z]", re.I
)
_MARKS = ("class", "data-test", "data-testid", "data-qa", "data-component")
_LONGEST_ROW = 400  # code points
_MOST = 2_000  # elements marked as a byline that are looked at
_NEAR = 3  # elements around a byline within which others are beside it
_HEADINGS = 20
_DEEP = 100


def stated_authors(
    meta: Meta, article: Node, linked: Sequence[Node], site: frozenset[str]
) -> tuple[str, ...]:
    """The names in JSON-LD, else in ``<meta>``, the name of the site not among the latter."""
    if found := people(texts(resolved(article.get("author") or article.get("creator"), linked))):
        return found
    for name in _META:
        # A handle of a social network is no name, though it may be made of one.
        values = (it for it in meta.get(name, ()) if name != "twitter:creator" or " " in it)
        if found := tuple(it for it in people(values) if key(it) not in site):
            return found
    return ()


def marked_authors(root: HtmlElement, titles: Sequence[str], site: frozenset[str]) -> tuple[str, ...]:
    """The names in microdata (``itemprop``) and in links that say ``rel="author"``."""
    return _nearest(root, titles, site, _in_markup)


def shown_authors(root: HtmlElement, titles: Sequence[str], site: frozenset[str]) -> tuple[str, ...]:
    """The names in elements that a class calls a byline, and in links to the page of an author."""
    return _nearest(root, titles, site, _in_byline)


class _Row(NamedTuple):
    """An element that names authors, and its place in the page."""

    place: int
    element: HtmlElement
    names: tuple[str, ...]


def _nearest(
    root: HtmlElement,
    titles: Sequence[str],
    site: frozenset[str],
    names_in: Callable[[HtmlElement], Sequence[str]],
) -> tuple[str, ...]:
    """The names in the first row beneath the title and in those beside it, else in the last above it."""
    all_elements = list(root.iter(etree.Element))
    rows = list(islice(_rows(all_elements, site, names_in), _MOST))
    if not rows:
        return ()
    title = title_place(all_elements, titles)
    if title is None:
        return rows[0].names if len({row.names for row in rows}) == 1 else ()
    below = [row for row in rows if row.place > title]
    if not below:
        return rows[-1].names
    around = _around(below[0].element)
    beside = [row for row in below if _like(row.element, below[0].element) and around & _around(row.element)]
    return tuple(dict.fromkeys(name for row in (below[0], *beside) for name in row.names))


def _rows(
    all_elements: Sequence[HtmlElement],
    site: frozenset[str],
    names_in: Callable[[HtmlElement], Sequence[str]],
) -> Iterator[_Row]:
    held: HtmlElement | None = None
    for place, element in enumerate(all_elements):
        if held is not None and held in element.iterancestors():
            continue
        names = tuple(_without_site(it, site) for it in names_in(element) if key(it) not in site)
        if names and not any(map(_is_comment, islice(element.iterancestors(), _DEEP))):
            held = element
            yield _Row(place, element, names)


def _without_site(name: str, site: frozenset[str]) -> str:
    """A name without that of the paper, which stands in an element of its own behind it."""
    parts = name.split()
    cuts = (cut for cut in range(2, len(parts)) if key("".join(parts[cut:])) in site)
    return " ".join(parts[: next(cuts, len(parts))])


def title_place(all_elements: Sequence[HtmlElement], titles: Sequence[str]) -> int | None:
    """The place of the first main heading that agrees with a title of the page."""
    for tag in ("h1", "h2"):
        headings = (number for number, it in enumerate(all_elements) if it.tag == tag)
        for number in islice(headings, _HEADINGS):
            if any(agree(words_of(all_elements[number]), title) for title in titles):
                return number
    return None


def _around(element: HtmlElement) -> set[HtmlElement]:
    return {it for it in islice(element.iterancestors(), _NEAR) if it.tag not in ("html", "body")}


def _like(one: HtmlElement, other: HtmlElement) -> bool:
    return bool(one.tag == other.tag and one.get("class") == other.get("class"))


def _is_comment(element: HtmlElement) -> bool:
    return "comment" in f"{element.get('class')} {element.get('id')} {element.get('itemtype')}".lower()


def _in_markup(element: HtmlElement) -> Sequence[str]:
    if "author" in (element.get("itemprop") or "").split():
        named = element.find(".//*[@itemprop='name']")
        inner = element if named is None else named
        return people([inner.get("content") or words_of(inner)])
    if element.tag == "a" and (element.get("rel") or "").lower() == "author":
        return people([words_of(element)])
    return ()


def _in_byline(element: HtmlElement) -> Sequence[str]:
    if element.tag == "a" and (linked := _linked(element)):
        return linked
    if not any(_is_byline(element.get(mark) or "") for mark in _MARKS):
        return _in_line(element)
    if linked := [name for it in islice(element.iter("a"), _HEADINGS) for name in _linked(it)]:
        return linked
    words = words_of(element)
    if (row := byline(words, opened=True)) is not None and row.certain and row.authors:
        return row.authors
    found = people([words])
    opens = words.lower().startswith("by ")
    sure = opens or all(map(is_personal, found)) or (len(found) == 1 and is_agency(found[0]))
    return found if sure else ()


def _in_line(element: HtmlElement) -> Sequence[str]:
    """The persons in a short line that opens with "By", whatever its class."""
    if (element.text or "").lstrip()[:3].rstrip(" \n\t\xa0:").lower() != "by":
        return ()
    words = words_of(element)
    found = people([words]) if len(words) <= LONGEST_BYLINE and words[:3].lower() == "by " else ()
    return found if all(map(is_personal, found)) else ()


def _linked(link: HtmlElement) -> list[str]:
    """The person whom a link to the page of an author names."""
    if not _AUTHOR_PAGE.search((link.get("href") or "")[:_LONGEST_ROW]):
        return []
    return [name for name in people([words_of(link)]) if is_personal(name)]


@lru_cache(maxsize=4096)
def _is_byline(mark: str) -> bool:
    """Whether a class says so: ``article__byline`` and ``AuthorName`` are bylines, ``author-bio`` is none."""
    for token in mark[:_LONGEST_ROW].split():
        parts = set(_JOINT.split(_CAMEL.sub("-", token).lower()))
        if not parts.isdisjoint(elements("bylines")) and parts.isdisjoint(elements("no_bylines")):
            return True
    return False


def words_of(element: HtmlElement) -> str:
    """The words of a short element on one line, else nothing."""
    if is_longer(element, 4 * _LONGEST_ROW):
        return ""
    return " ".join(visible(" ".join(element.itertext())).split())[:_LONGEST_ROW]
