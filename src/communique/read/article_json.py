"""JSON that carries articles → Documents: one object or many, a list, or JSON lines.

``article_shapes`` reads what one object says; here they are found.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from communique.document import Document
from communique.errors import CommuniqueError, EmptyInput, InputError
from communique.read.article_shapes import SHAPES, Node
from communique.read.asked import Asked
from communique.read.body import document
from communique.read.decode import decode
from communique.read.fields import first
from communique.read.wordpress import left_out, nothing_published

# Fields in which lists of articles stand.
_LISTS = ("posts", "items", "articles", "entries", "results", "data", "docs", "@graph", "itemListElement")
_DEEPEST = 6  # such lists within one another
_MOST = 200_000  # values in a list that are looked at; so many articles fit into no file
_MOST_BRACKETS = 1_000_000
_SPLIT = "split it into several files"
_HINT = "it may hold schema.org articles, WordPress posts, ninjs items or a JSON Feed"


def read_each(data: bytes, asked: Asked) -> Iterator[Document | CommuniqueError]:
    """The articles in JSON, in their order; an error in the place of one that cannot be read.

    :raises InputError: where it is no JSON, is nested too deeply, or holds no article
    """
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
        raise InputError(f"this JSON holds more than {_MOST_BRACKETS:,} lists and objects", hint=_SPLIT)
    text = decode(data, charset=asked.charset)
    found = read = False
    left: Counter[str] = Counter()
    for number, (where, value) in enumerate(_values(text)):
        if number > _MOST:
            raise _too_many()
        if isinstance(value, InputError):
            found = read = True
            yield value
            continue
        for node, depth in _nodes(value):
            found = True
            # One that stands alone somebody has picked out; a list has all that a site holds.
            if depth and (why := _left_out(node)):
                left[why] += 1
                continue
            read = True
            try:
                yield _document(node, asked)
            except CommuniqueError as error:
                error.where = error.where or where or (_named(node) if depth else None)
                yield error
    if not found:
        raise EmptyInput("there is no article in this JSON", hint=_HINT)
    if not read:
        raise nothing_published(left)


def _values(text: str) -> Iterator[tuple[str | None, Any]]:
    """The JSON value, or the value of each line."""
    try:
        value = _loaded(text)
    except InputError:
        lines = [line for line in text.split("\n", 2) if line.strip()]
        if len(lines) < 2 or not lines[0].lstrip().startswith("{") or not lines[1].lstrip().startswith("{"):
            raise
    else:
        yield None, value
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"line {number:,}"
        try:
            yield where, _loaded(line)
        except InputError as error:
            error.where = where
            yield where, error


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise InputError("this JSON is nested too deeply to be read") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"this is broken JSON: {error.msg} (line {error.lineno:,}, column {error.colno:,})",
            hint="is the file whole?",
        ) from None
    except ValueError as error:  # a number of more digits than Python reads
        raise InputError(f"this JSON cannot be read: {error}") from None


def _nodes(value: Any, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """The objects that carry an article, in order; those in lists of articles where there are such lists."""
    if isinstance(value, list):
        if len(value) > _MOST:
            raise _too_many()
        for it in value:
            if isinstance(it, Mapping) and depth < _DEEPEST:
                yield from _nodes(it, depth + 1)
    elif isinstance(value, Mapping):
        if any(shape.fits(value) for shape in SHAPES):
            yield value, depth
            return
        for key in _LISTS:
            if isinstance(value.get(key), list) and depth < _DEEPEST:
                yield from _nodes(value[key], depth + 1)
        inner = value.get("item")  # of a schema.org ListItem
        if isinstance(inner, Mapping) and depth < _DEEPEST:
            yield from _nodes(inner, depth + 1)


def _too_many() -> InputError:
    return InputError(f"this JSON holds more than {_MOST:,} values in a row", hint=_SPLIT)


def _named(node: Node) -> str | None:
    title = node.get("title") or node.get("post_title")
    rendered = title.get("rendered") if isinstance(title, Mapping) else title
    name = first(node.get("headline"), rendered, node.get("uri"), node.get("id"))
    return f"the article {name[:100]!r}" if name else None


def _left_out(node: Node) -> str | None:
    return left_out(node.get("post_type") or node.get("type"), node.get("post_status") or node.get("status"))


def _document(node: Node, asked: Asked) -> Document:
    shape = next(shape for shape in SHAPES if shape.fits(node))
    article = shape.read(node)
    return document(article.pieces, article.metadata, asked)
