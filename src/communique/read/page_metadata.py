"""What a page says of itself: title, authors, publisher, date, address, language. Nothing is guessed.

For each field the sources below are asked in turn, and the first that says anything is taken:

1. JSON-LD of an article (schema.org ``NewsArticle``, ``Article``, ``BlogPosting`` …)
2. OpenGraph and the tags of that family (``og:``, ``article:``)
3. other ``<meta>`` (Dublin Core, Parse.ly, Sailthru, ``author``, ``date`` …)
4. microdata and links (``itemprop``, ``rel="author"``)
5. for dates ``<time datetime>``, for the title ``<h1>`` and ``<title>``
6. what a reader sees: the byline (``page_rows``), a row beneath the title that a class calls so
   (``page_authors``, ``page_day``), the line beneath the title (``page_line``)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from communique.document import Metadata
from communique.read.asked import Asked
from communique.read.fields import address, key, language
from communique.read.page_authors import Meta, marked_authors, stated_authors, words_of
from communique.read.page_blocks import visible
from communique.read.page_dates import first_date
from communique.read.page_json import Node, is_article, nodes, resolved, strings, texts
from communique.read.page_site import site_heading, site_in_title, without_site
from communique.read.people import LONGEST_NAME

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher",
    "application-name",
)
_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published",
    "datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published_date",
    "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date",
    "cxenseparse:recs:publishtime", "article.published", "date",
)  # fmt: skip
_PUBLISHED = re.compile(r"(?<![a-z])(?:date)?publi(?:shed|cation)", re.IGNORECASE)
_CHANGED = re.compile(r"(?<![a-z])(?:date)?(?:updated|modified|changed)", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states. ``titles`` are its words for the title, the most trusted first; ``site`` holds the
    keys of the names of the site."""

    metadata: Metadata
    titles: tuple[str, ...]
    site: frozenset[str]


def stated(root: HtmlElement, asked: Asked) -> Stated:
    """What a page states of itself in any place but the text that is read."""
    meta = _meta(root)
    linked = nodes(root)
    named = [*_named(meta, _TITLES)]
    headings = [words for it in root.iter("h1") if (words := words_of(it))]
    in_head = _head_title(root)
    site = site_heading(root, headings[0], in_head) if len(headings) == 1 else None
    # Of several main headings none is trusted more than the title of the page.
    own = [*headings, in_head] if len(headings) < 2 else [in_head, headings[0]]
    written = [it for it in (*named, *own) if it and it != site]
    article = _main(linked, written)
    url = _url(root, meta, article, asked)
    publisher = _publisher(root, meta, article, linked) or site_in_title(root, in_head)
    sites = frozenset(key(it) for it in (publisher, *meta.get("og:site_name", ()), site, _host(url)) if it)
    titles = tuple(
        dict.fromkeys(without_site(it, sites) for it in (*texts(article.get("headline")), *written))
    )
    return Stated(
        Metadata(
            title=next(iter(titles), None),
            authors=stated_authors(meta, article, linked, sites) or marked_authors(root, titles, sites),
            publisher=publisher,
            published=first_date(_dates(root, meta, article, linked)),
            url=url,
            language=_language(root),
            media_type="text/html",
        ),
        titles,
        sites,
    )


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    """``<meta>`` by its name or property in lower case; in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        words = " ".join(visible(element.get("content") or "").split())
        if name and words:
            found.setdefault(name.strip().lower(), []).append(words)
    return found


def _named(meta: Meta, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from meta.get(name, ())


def _main(linked: Sequence[Node], titles: Sequence[str]) -> Node:
    """The node of the article that the page is about: the one with its title, else the first."""
    found = [node for node in linked if is_article(node)]
    keys = {key(it) for it in titles}
    titled = (node for node in found if any(key(it) in keys for it in texts(node.get("headline"))))
    return next(titled, found[0] if found else {})


def _head_title(root: HtmlElement) -> str:
    title = root.find(".//head/title")
    return "" if title is None else words_of(title)


def _publisher(root: HtmlElement, meta: Meta, article: Node, linked: Sequence[Node]) -> str | None:
    candidates = (
        *texts(resolved(article.get("publisher"), linked)),
        *texts(resolved(article.get("sourceOrganization"), linked)),
        *_named(meta, _PUBLISHERS),
        *_items(root, "publisher"),
    )
    return next(
        (it for it in candidates if it and not _NO_ADDRESS.search(it) and len(it) <= LONGEST_NAME), None
    )


def _dates(root: HtmlElement, meta: Meta, article: Node, linked: Sequence[Node]) -> Iterator[str]:
    yield from strings(article.get("datePublished"))
    yield from strings(article.get("dateCreated"))
    if not article:
        for node in linked:
            yield from strings(node.get("datePublished"))
    yield from _named(meta, _DATES)
    yield from _items(root, "datePublished")
    times = [it for it in root.iter("time") if it.get("datetime")]
    yield from (it.get("datetime", "") for it in times if it.get("pubdate") is not None)
    yield from (it.get("datetime", "") for it in times if _PUBLISHED.search(it.get("class") or ""))
    # WordPress themes call a lone date "updated" whatever it is (the microformat hAtom asks for the class).
    times = [it for it in times if not _CHANGED.search(it.get("class") or "")] or times
    inside = [it for it in times if any(above.tag in ("article", "main") for above in it.iterancestors())]
    days = {first_date([it.get("datetime")]) for it in inside or times} - {None}
    if len(days) == 1:  # several days: one of them is the page's own, and nothing says which
        yield from (day for day in days if day)


def _items(root: HtmlElement, name: str) -> Iterator[str]:
    """The values of a property of microdata, those of the outermost item first."""
    for element in root.iter():
        if isinstance(element.tag, str) and name in (element.get("itemprop") or "").split():
            inner = element if element.get("itemprop") is None else element.find(".//*[@itemprop='name']")
            source = element if inner is None else inner
            yield source.get("content") or source.get("datetime") or words_of(source)


def _url(root: HtmlElement, meta: Meta, article: Node, asked: Asked) -> str | None:
    canonical = (it.get("href") for it in root.iter("link") if (it.get("rel") or "").lower() == "canonical")
    stated_here = (
        *canonical,
        *meta.get("og:url", ()),
        *strings(article.get("url")),
        *strings(article.get("mainEntityOfPage")),
    )
    if asked.url:
        return asked.url
    return address(*stated_here)


def _host(url: str | None) -> str | None:
    """``thedaily`` of ``https://www.thedaily.co.uk/…``."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.").split(".")[0] if host else None


def _language(root: HtmlElement) -> str | None:
    return language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"))
