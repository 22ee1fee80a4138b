"""JSON-LD in a page: what schema.org says of the article there, or nothing where it is broken."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

_LONGEST = 2_000_000  # characters of one script
_MOST = 20_000  # values of one script that are looked at
_ARTICLES = re.compile(
    r"(?:(?:reportage|analysis|opinion|background|askpublic|review|satirical|advertiser\w*)?news)?article"
    r"|(?:live)?blogposting|report|scholarlyarticle|techarticle|medicalscholarlyarticle|socialmediaposting"
    r"|opinionnewsarticle|pressrelease",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|/\*.{0,40}?\*/|//[^\n]*\n)*|(?:\]\]>|-->|//\s*\]\]>|;)*\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")

Node = Mapping[str, Any]


def nodes(root: HtmlElement) -> list[Node]:
    """All objects of JSON-LD in a page, in the order of the page and outer ones first."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_objects(_loaded(script.text)))
    return found


def is_article(node: Node) -> bool:
    """Whether a node is of one of the types of an article."""
    return any(_ARTICLES.fullmatch(kind.rpartition("/")[2]) for kind in strings(node.get("@type")))


def texts(value: Any) -> list[str]:
    """The words in a value that should be text, a list of texts or objects with a name."""
    found = []
    for it in value if isinstance(value, list) else [value]:
        if isinstance(it, Mapping):
            it = it.get("name")
            it = it[0] if isinstance(it, list) and it else it
        if isinstance(it, str) and (words := " ".join(html.unescape(it).split())):
            found.append(words)
    return found


def strings(value: Any) -> list[str]:
    """The strings in a value that is one or a list of them."""
    return [it for it in (value if isinstance(value, list) else [value]) if isinstance(it, str)]


def resolved(value: Any, all_nodes: Sequence[Node]) -> Any:
    """A value in which references (``{"@id": …}`` and nothing more) are replaced by what they refer to."""
    if isinstance(value, list):
        return [resolved(it, all_nodes) for it in value[:100] if not isinstance(it, list)]
    if isinstance(value, Mapping) and isinstance(value.get("@id"), str) and "name" not in value:
        named = (it for it in all_nodes if it.get("@id") == value["@id"] and "name" in it)
        return next(named, value)
    return value


def _loaded(text: str) -> Any:
    if len(text) > _LONGEST:
        return None
    text = _WRAPPED.sub("", text)
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[Node]:
    """Breadth first, and no further than is useful: a page is not trusted with our time."""
    waiting = deque([value])
    for _ in range(_MOST):
        if not waiting:
            return
        it = waiting.popleft()
        if isinstance(it, dict):
            yield it
            waiting.extend(child for child in it.values() if isinstance(child, (dict, list)))
        elif isinstance(it, list):
            waiting.extend(child for child in it if isinstance(child, (dict, list)))
