"""What an object of JSON says of the article that it carries, by the vocabulary that it is written in.

Each is known by the fields in which it holds the body of an article; ``SHAPES`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from communique.document import Metadata, Piece
from communique.errors import EmptyInput, InputError
from communique.read.body import body, html_pieces
from communique.read.byline import byline
from communique.read.fields import address, first, language, names, people
from communique.read.page_dates import first_date

Node = Mapping[str, Any]

_RESTRICTED = re.compile("(?:Private|Protected): ")


class Article(NamedTuple):
    """What an object says: the pieces of its body, and its metadata."""

    pieces: tuple[Piece, ...]
    metadata: Metadata


# schema.org: NewsArticle, Article, BlogPosting …


def _is_schema(node: Node) -> bool:
    return isinstance(node.get("articleBody"), str)


def _schema(node: Node) -> Article:
    page = node.get("mainEntityOfPage")
    metadata = Metadata(
        title=first(node.get("headline"), node.get("name")),
        authors=people(names(node.get("author") or node.get("creator"))),
        publisher=first(node.get("publisher"), node.get("sourceOrganization")),
        published=first_date(_strings(node.get("datePublished"), node.get("dateCreated"))),
        url=address(node.get("url"), page, page.get("@id") if isinstance(page, Mapping) else None),
        language=language(node.get("inLanguage"), _language_name(node.get("inLanguage"))),
    )
    return Article(body(node["articleBody"]), metadata)


def _language_name(value: Any) -> Any:
    return value.get("alternateName") if isinstance(value, Mapping) else None


# WordPress: REST API (wp/v2), where texts are {"rendered": …}, and the older API, where they are strings


def _is_wordpress(node: Node) -> bool:
    content = node.get("content")
    if isinstance(content, Mapping):
        return isinstance(content.get("rendered"), str)
    return isinstance(content, str) and "title" in node and bool({"URL", "slug", "ID", "link"} & node.keys())


def _wordpress(node: Node) -> Article:
    content, title = node["content"], node.get("title")
    text = content["rendered"] if isinstance(content, Mapping) else content
    if isinstance(content, Mapping) and content.get("protected") and not text.strip():
        raise EmptyInput("the article is protected by a password, and its text is left out")
    embedded = _mapping(node.get("_embedded")).get("author")
    seo = _mapping(node.get("yoast_head_json"))
    metadata = Metadata(
        title=_shown(first(title.get("rendered") if isinstance(title, Mapping) else title), node),
        authors=people(
            names(embedded) or names(_wordpress_author(node.get("author"))) or names(seo.get("author"))
        ),
        publisher=first(seo.get("og_site_name")),
        # `date` is the day on the site's own calendar, `date_gmt` that of Greenwich.
        published=first_date(_strings(node.get("date"), node.get("date_gmt"))),
        url=address(node.get("link"), node.get("URL"), node.get("url")),
        language=language(node.get("lang"), seo.get("og_locale")),
    )
    return Article(html_pieces(text), metadata)


def _shown(title: str | None, node: Node) -> str | None:
    """A title without the word that WordPress puts before those that not everybody may read."""
    private = node.get("status") == "private" or _mapping(node.get("content")).get("protected")
    return _RESTRICTED.sub("", title) if title and private else title


def _wordpress_author(value: Any) -> Any:
    return value if isinstance(value, (str, Mapping)) else None  # a number is no name


# WordPress as its tables are written out (WP-CLI, phpMyAdmin): the text is as it was stored


def _is_wordpress_row(node: Node) -> bool:
    return isinstance(node.get("post_content"), str)


def _wordpress_row(node: Node) -> Article:
    metadata = Metadata(
        title=first(node.get("post_title")),
        published=first_date(_strings(node.get("post_date"), node.get("post_date_gmt"))),
        url=address(node.get("link"), node.get("url"), node.get("guid")),
    )
    return Article(html_pieces(node["post_content"], blank_lines=True), metadata)


# ninjs: 1.x has body_…, 2 and 3 have bodies; 3 writes in camel case what 2 writes in lower case


def _is_ninjs(node: Node) -> bool:
    return isinstance(node.get("bodies"), list) or any(
        isinstance(value, str) for key, value in node.items() if key.startswith("body_")
    )


def _ninjs(node: Node) -> Article:
    node = {key.lower(): value for key, value in node.items()}
    text, is_html = _ninjs_body(node)
    sources = [it for it in _list(node.get("infosources")) if isinstance(it, Mapping)]
    metadata = Metadata(
        title=first(_of_role(node.get("headlines"), "main"), node.get("headline"), node.get("title")),
        authors=_by(node.get("by") or node.get("byline")),
        publisher=first(node.get("provider"), node.get("source"), sources, node.get("copyrightholder")),
        published=first_date(
            _strings(
                node.get("firstpublished"),
                node.get("contentcreated"),
                node.get("firstcreated"),
                node.get("versioncreated"),
            )
        ),
        url=address(node.get("url"), *(it.get("href") for it in _ninjs_links(node)), node.get("uri")),
        language=language(node.get("language")),
    )
    return Article(body(text, is_html=is_html), metadata)


def _by(value: Any) -> tuple[str, ...]:
    """The names in a byline; agencies and job titles are left out where it reads like one of the press."""
    said = names(value)
    row = byline(said[0] if said[0].lower().startswith("by ") else f"By {said[0]}") if said else None
    return row.authors if row is not None and row.authors else people(said)


def _ninjs_body(node: Node) -> tuple[str, bool | None]:
    """The text, and whether it is HTML: that has paragraphs, which the plain text often lacks."""
    bodies = [it for it in _list(node.get("bodies")) if isinstance(it, Mapping)]
    held = [(_ninjs_type(it), it["value"]) for it in bodies if isinstance(it.get("value"), str)]
    held += [
        (f"text/{key.removeprefix('body_')}", value)
        for key, value in node.items()
        if key.startswith("body_") and isinstance(value, str)
    ]
    for kind, value in held:
        if "html" in kind and value.strip():
            return value, True
    for kind, value in held:
        if ("text" in kind or not kind) and value.strip():
            return value, None
    raise EmptyInput("there is nothing to read: the item has no text")


def _ninjs_type(one: Node) -> str:
    kind = one.get("contenttype") or one.get("contentType") or one.get("mimetype") or ""
    return kind.lower() if isinstance(kind, str) else ""


def _ninjs_links(node: Node) -> list[Node]:
    return [it for it in _list(node.get("altids")) if isinstance(it, Mapping)]


def _of_role(value: Any, role: str) -> str | None:
    held = [it for it in _list(value) if isinstance(it, Mapping) and isinstance(it.get("value"), str)]
    held.sort(key=lambda it: it.get("role") not in (role, None))
    return next((it["value"] for it in held), None)


# JSON Feed


def _is_feed_item(node: Node) -> bool:
    return isinstance(node.get("content_html"), str) or isinstance(node.get("content_text"), str)


def _feed_item(node: Node) -> Article:
    text = node.get("content_html")
    metadata = Metadata(
        title=first(node.get("title")),
        authors=people(names(node.get("authors") or node.get("author"))),
        published=first_date(_strings(node.get("date_published"))),
        url=address(node.get("url"), node.get("external_url"), node.get("id")),
        language=language(node.get("language")),
    )
    if isinstance(text, str) and text.strip():
        return Article(body(text, is_html=True), metadata)
    return Article(body(str(node.get("content_text") or ""), is_html=False), metadata)


# communique's own


def _is_converted(node: Node) -> bool:
    return "schema_version" in node and "extraction" in node


def _converted(node: Node) -> Article:
    raise InputError("this is an article that communique has converted already")


class Shape(NamedTuple):
    """A shape of JSON that carries an article: how it is known, and how it is read."""

    fits: Callable[[Node], bool]
    read: Callable[[Node], Article]


SHAPES = (
    Shape(_is_converted, _converted),
    Shape(_is_schema, _schema),
    Shape(_is_ninjs, _ninjs),
    Shape(_is_feed_item, _feed_item),
    Shape(_is_wordpress, _wordpress),
    Shape(_is_wordpress_row, _wordpress_row),
)


def _strings(*values: Any) -> list[str]:
    held = [it for value in values for it in (value if isinstance(value, list) else [value])]
    return [it for it in held if isinstance(it, str)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> Node:
    return value if isinstance(value, Mapping) else {}
