"""What a page says of itself: title, authors, publisher, date, address, language. Nothing is guessed.

For each field the sources below are asked in turn, and the first that says anything is taken:

1. JSON-LD of an article (schema.org ``NewsArticle``, ``Article``, ``BlogPosting`` …)
2. OpenGraph and the tags of that family (``og:``, ``article:``)
3. other ``<meta>`` (Dublin Core, Parse.ly, Sailthru, ``author``, ``date`` …)
4. microdata and links (``itemprop``, ``rel="author"``)
5. for dates ``<time datetime>``, for the title ``<h1>`` and ``<title>``
6. what a reader sees: the byline (``page_rows``), or the one row that a class calls so
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from lxml.html import HtmlElement

from communique.document import Metadata
from communique.read.asked import Asked
from communique.read.byline import byline
from communique.read.page_blocks import visible
from communique.read.page_dates import first_date
from communique.read.page_elements import is_longer
from communique.read.page_json import Node, is_article, nodes, resolved, strings, texts
from communique.read.page_lookup import key

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_AUTHORS = (
    "article:author", "og:article:author", "author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "cxenseparse:author", "twitter:creator",
)  # fmt: skip
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
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NO_NAME = re.compile(r"https?:|www\.|@|[<>{}\[\]|]|\.(?:com|org|net)\b|^\W*$", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»]\s*")
_HOST = re.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_SAFE = "%/:@!$&'()*+,;=~"
_BY = re.compile(r"^(?:(?:written|posted|reported|words|story|text)\s+)?by[\s:]+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_ANONYMOUS = frozenset(
    ("admin", "administrator", "editor", "staff", "user", "guest", "anonymous", "unknown", "none", "null")
)
_BYLINES = frozenset(("byline", "by-line", "article-byline", "post-byline", "story-byline", "entry-byline"))
_LONGEST_NAME = 100
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states. ``titles`` are its words for the title, the most trusted first."""

    metadata: Metadata
    titles: tuple[str, ...]


Meta = Mapping[str, Sequence[str]]


def stated(root: HtmlElement, asked: Asked) -> Stated:
    """What a page states of itself in any place but the text that is read."""
    meta = _meta(root)
    linked = nodes(root)
    written = [*_named(meta, _TITLES), *_title_elements(root)]
    article = _main(linked, written)
    url = _url(root, meta, article, asked)
    publisher = _publisher(meta, article, linked)
    sites = {key(it) for it in (publisher, *meta.get("og:site_name", ()), _host(url)) if it}
    titles = dict.fromkeys(without_site(it, sites) for it in (*texts(article.get("headline")), *written))
    return Stated(
        Metadata(
            title=next(iter(titles), None),
            authors=_authors(root, meta, article, linked),
            publisher=publisher,
            published=first_date(_dates(root, meta, article, linked)),
            url=url,
            language=_language(root),
            media_type="text/html",
        ),
        tuple(titles),
    )


def without_site(title: str, sites: Iterable[str]) -> str:
    """A title without the name of the site before or behind it: ``Talks resume | The Daily``."""
    known = frozenset(sites)
    for _ in range(2):
        for found in _SEPARATOR.finditer(title):
            before, after = title[: found.start()], title[found.end() :]
            if key(after) in known or key(after).removeprefix("the") in known:
                return without_site(before, ())
            if key(before) in known:
                title = after
                break
    return title.strip()


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


def _title_elements(root: HtmlElement) -> Iterator[str]:
    shown = [words for it in root.iter("h1") if (words := _words(it))]
    if len(shown) == 1:
        yield shown[0]
    head = root.find(".//head/title")
    if head is not None and (words := _words(head)):
        yield words
    if len(shown) > 1:
        yield shown[0]


def _words(element: HtmlElement) -> str:
    if is_longer(element, 4 * _LONGEST_TITLE):
        return ""
    return " ".join(visible(" ".join(element.itertext())).split())[:_LONGEST_TITLE]


def _authors(root: HtmlElement, meta: Meta, article: Node, linked: Sequence[Node]) -> tuple[str, ...]:
    creators = article.get("author") or article.get("creator")
    for source in (
        texts(resolved(creators, linked)),
        _named(meta, _AUTHORS),
        _items(root, "author"),
        (_words(it) for it in root.iter("a") if (it.get("rel") or "").lower() == "author"),
    ):
        if found := people(source):
            return found
    return ()


def shown_authors(root: HtmlElement) -> tuple[str, ...]:
    """The names in the row that a class calls the byline; none where a page shows several that differ."""
    rows: dict[str, None] = {}
    for element in root.iter():
        classes = element.get("class") if isinstance(element.tag, str) else None
        if classes and not _BYLINES.isdisjoint(classes.lower().split()) and (words := _words(element)):
            rows[words] = None
    found = [row.authors for words in rows if (row := byline(words, opened=True)) is not None and row.certain]
    return found[0] if len(found) == 1 else ()


def people(values: Iterable[str]) -> tuple[str, ...]:
    """The names in values that are names: "By Jane Doe and John Roe" holds two, "admin" none."""
    found: dict[str, None] = {}
    for value in values:
        value = " ".join(value.split())
        if _NO_NAME.search(value) or len(value) > 3 * _LONGEST_NAME:
            continue
        for name in _AND.split(_BY.sub("", value)):
            if 1 < len(name) <= _LONGEST_NAME and name.lower() not in _ANONYMOUS:
                found.setdefault(name, None)
    return tuple(found)


def _publisher(meta: Meta, article: Node, linked: Sequence[Node]) -> str | None:
    candidates = (
        *texts(resolved(article.get("publisher"), linked)),
        *texts(resolved(article.get("sourceOrganization"), linked)),
        *_named(meta, _PUBLISHERS),
    )
    return next((it for it in candidates if not _NO_ADDRESS.search(it) and len(it) <= _LONGEST_NAME), None)


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
            yield source.get("content") or source.get("datetime") or _words(source)


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
    return next((url for it in stated_here if it and (url := address(it))), None)


def address(value: str) -> str | None:
    """An absolute http or https address, what RFC 3986 forbids in it percent-encoded; else ``None``."""
    value = value.strip()
    try:
        parts = urlsplit("https:" + value if value.startswith("//") else value)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    place = f"{host}:{port}" if port else host
    path = quote(parts.path, safe=_SAFE)
    query = "?" + quote(parts.query, safe=_SAFE + "?") if parts.query else ""
    return f"{parts.scheme}://{place}{path}{query}"


def _host(url: str | None) -> str | None:
    """``thedaily`` of ``https://www.thedaily.co.uk/…``."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.").split(".")[0] if host else None


def _language(root: HtmlElement) -> str | None:
    tag = (
        (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        .strip()
        .replace("_", "-")
    )
    return tag if _LANGUAGE.fullmatch(tag) else None
