"""The name of the site in the titles of a page: ``Talks resume | The Daily``; or as its main heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from communique.read.fields import agree, key
from communique.read.page_authors import words_of

_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»]\s*")
_LEAST = 12  # letters and digits from which a part of a title is told from a label that happens to be in it
_MOST = 50


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


def parts(title: str) -> list[str]:
    """What stands before or behind a separator in a title, where it is the greater part of it."""
    found = [it for sep in _SEPARATOR.finditer(title) for it in (title[: sep.start()], title[sep.end() :])]
    return [it.strip() for it in found if len(key(it)) >= max(_LEAST, len(key(title)) // 2)]


def site_heading(root: HtmlElement, heading: str, title: str) -> str | None:
    """The main heading of a page where it is the name of the site, else ``None``.

    That is a part of ``<title>`` where another part of it is a heading of the second level, or where the main
    heading is a link to the first page of the site.
    """
    cut = [it for sep in _SEPARATOR.finditer(title) for it in (title[: sep.start()], title[sep.end() :])]
    if key(heading) not in {key(it) for it in cut}:
        return None
    others = [it for it in cut if key(it) != key(heading)]
    below = (words_of(it) for it in islice(root.iter("h2"), _MOST))
    if any(agree(it, other) for it in below for other in others):
        return heading
    for it in islice(root.iter("h1"), _MOST):
        links: Sequence[HtmlElement] = [*it.iter("a"), *(up for up in it.iterancestors() if up.tag == "a")]
        if key(words_of(it)) == key(heading) and any(
            _is_first_page(link.get("href") or "") for link in links
        ):
            return heading
    return None


def site_in_title(root: HtmlElement, title: str) -> str | None:
    """The last part of a ``<title>`` where a link to the first page of the site says the same."""
    last = _SEPARATOR.split(title)[-1].strip()
    if last == title.strip() or not key(last):
        return None
    links = (it for it in islice(root.iter("a"), _MOST) if _is_first_page(it.get("href") or ""))
    return last if any(key(words_of(it)) == key(last) for it in links) else None


def _is_first_page(href: str) -> bool:
    try:
        path = urlsplit(href).path
    except ValueError:
        return False
    return bool(href) and not href.startswith("#") and path in ("", "/", "./", "index.html", "/index.html")
