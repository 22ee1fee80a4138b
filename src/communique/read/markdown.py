"""Markdown → Document: CommonMark with tables, strikethrough and footnotes, by markdown-it-py.

Kept as prose: paragraphs, the paragraphs of quotations, items of lists, the text of links. Boilerplate:
tables, code, footnotes. Left out: images and the text that stands for them, the targets of links, marks of
emphasis, words struck through, HTML tags and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from communique.document import BlockKind, Document, Metadata, Piece
from communique.errors import InputError, TooLongInput
from communique.read.asked import Asked
from communique.read.decode import decode
from communique.read.file import RAISE, too_long
from communique.read.front_matter import front_matter
from communique.read.letters import letters
from communique.read.marked import Marked, article, is_same

MOST_MARKS = 60_000
"""The most characters with a meaning in Markdown that are read: parsing them takes some 12 µs each."""
MOST_LINES = 50_000
"""The most lines: a paragraph of one letter costs as much as a long one, some 80 µs in all."""
_MARKS = "[]!`*_~<&^\\|"
_BOILERPLATE = ("table", "footnote_block")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, asked: Asked) -> Document:
    """The Document of a Markdown text.

    :raises InputError: where the bytes are no text, it is longer than ``asked.limit`` code points, or it
        holds more than ``MOST_MARKS`` marks or ``MOST_LINES`` lines
    """
    text = decode(data, charset=asked.charset)
    if len(text) > asked.limit:
        raise TooLongInput(too_long(f"{len(text):,} characters", asked.limit), hint=RAISE)
    return markdown(text, Metadata(url=asked.url), path=asked.path)


def markdown(text: str, known: Metadata | None = None, *, path: str | None = None) -> Document:
    """The Document of a decoded Markdown text; ``known`` is what is known of it from elsewhere."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    told, start = front_matter(text)
    body = text[start:]
    marks = sum(map(body.count, _MARKS))
    lines = body.count("\n")
    if marks > MOST_MARKS or lines > MOST_LINES:
        raise InputError(
            f"the Markdown has {marks:,} marks on {lines:,} lines, "
            f"and the limits are {MOST_MARKS:,} and {MOST_LINES:,}",
            hint='pass --from text (media_type="text/plain") to read it as it stands',
        )
    if known is not None and known.url:
        told = replace(told, url=known.url)
    found = list(_marked(_parser().parse(body)))
    return article(_with_title(found, told.title), told, path=path)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)


def _with_title(found: list[Marked], title: str | None) -> list[Marked]:
    """The pieces with the title of the front matter, which is not said twice where it opens the text."""
    if title is None:
        return found
    first = found[0].piece if found else None
    if first is not None and first.kind in ("heading", "paragraph") and is_same(first.words, title):
        return [Marked(Piece("title", first.words, 1)), *found[1:]]
    return [Marked(Piece("title", title, 1)), *found]


@dataclass(frozen=True, slots=True)
class _Place:
    """What surrounds words: an item of a list, something that is no prose, a row of a table, a heading."""

    item: bool = False
    boilerplate: bool = False
    cell: bool = False
    level: int = 0


def _marked(tokens: Sequence[Token]) -> Iterator[Marked]:
    places = [_Place()]
    cells: list[str] = []
    for token in tokens:
        kind, place = token.type, places[-1]
        if kind == "inline":
            words, bold = _inline(token.children or ())
            if place.cell:
                cells.append(words)
            elif words:
                yield _piece(words, place, bold=bold)
        elif kind in ("fence", "code_block"):
            yield Marked(Piece("boilerplate", letters(token.content, breaks=True)))
        elif kind == "html_block":
            yield from _html(token.content, place)
        elif token.nesting == 1:
            places.append(_enter(token, place))
        elif token.nesting == -1:
            places.pop()
        if kind == "tr_close":
            yield Marked(Piece("boilerplate", " | ".join(cells)))
            cells = []


def _enter(token: Token, place: _Place) -> _Place:
    name = token.type.removesuffix("_open")
    if name in _BOILERPLATE:
        return replace(place, boilerplate=True)
    if name == "heading":
        return replace(place, level=int(token.tag[1:]))
    return replace(place, item=place.item or name == "list_item", cell=place.cell or name == "tr")


def _piece(words: str, place: _Place, *, bold: bool = False) -> Marked:
    words = _FENCE.sub("", words)
    if place.boilerplate or _FILLED_IN.fullmatch(words):
        return Marked(Piece("boilerplate", words))
    kind: BlockKind = "heading" if place.level else "paragraph"
    return Marked(Piece(kind, words, place.level), bold=bold, item=place.item)


def _inline(tokens: Sequence[Token]) -> tuple[str, bool]:
    """The words of a line of tokens, and whether all of them are bold."""
    words: list[str] = []
    strong = struck = 0
    bold = False
    plain = False
    for token in tokens:
        kind = token.type
        if kind in ("strong_open", "strong_close"):
            strong += token.nesting
        elif kind in ("s_open", "s_close"):
            struck += token.nesting
        elif struck:
            continue
        elif kind in ("text", "code_inline", "text_special"):
            words.append(token.content)
            if token.content.strip():
                bold, plain = bold or strong > 0, plain or not strong
        elif kind == "softbreak":
            words.append(" ")
        elif kind == "hardbreak" or (kind == "html_inline" and _BREAK.fullmatch(token.content)):
            words.append("\n")
    return letters("".join(words), breaks=True), bold and not plain


# A row in whose place a program that builds sites puts a player, a figure or a table of contents (Hugo,
# Jekyll, Quarto), or an address alone, which many of them embed.
_FILLED_IN = re.compile(
    r"(?:\{\{[^{}]{1,1000}\}\}|\{%[^{}]{1,1000}%\})(?:\s(?:\{\{[^{}]{1,1000}\}\}|\{%[^{}]{1,1000}%\})){0,20}"
    r"|\[\[?_?toc_?\]?\]|https?://\S{1,2000}",
    re.IGNORECASE,
)
# What opens and closes a box of Pandoc, Quarto and Docusaurus: ":::{.callout-note}", ":::".
_FENCE = re.compile(r"^:{3,} ?(?:\{[^{}]{0,200}\}|[a-z-]{1,30})?(?:\s|$)|(?:^|\s):{3,}$")
_HIDDEN = frozenset(("script", "style", "template", "noscript", "head", "svg", "textarea", "select"))
_ASIDE = frozenset(("table", "figcaption", "aside", "pre", "nav", "footer", "button"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "u",
))  # fmt: skip
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,20})")


def _html(content: str, place: _Place) -> Iterator[Marked]:
    """The text of a block of HTML without its tags; what a browser does not show is left out."""
    words: list[str] = []
    hidden = aside = level = 0
    for text, tag, closes in _tags(content):
        if not hidden:
            words.append(text)
        if tag == "br":
            words.append(" ")
        elif tag not in _INLINE:
            if found := letters(unescape("".join(words))):
                beside = place.boilerplate or aside > 0
                yield _piece(found, replace(place, boilerplate=beside, level=level))
            words = []
            level = int(tag[1]) if tag in _HEADINGS and not closes else 0
        by = -1 if closes else 1
        hidden = max(0, hidden + by) if tag in _HIDDEN else hidden
        aside = max(0, aside + by) if tag in _ASIDE else aside


def _tags(content: str) -> Iterator[tuple[str, str, bool]]:
    """Text, the name of the tag after it, and whether that closes; no name for what is no element."""
    at = begin = 0
    while (opens := content.find("<", at)) >= 0:
        is_comment = content.startswith("<!--", opens)
        tag = _TAG.match(content, opens)
        if not (is_comment or tag or content.startswith(("<!", "<?"), opens)):
            at = opens + 1
            continue
        ends = content.find("-->" if is_comment else ">", opens)
        yield content[begin:opens], tag[1].lower() if tag else "", content.startswith("</", opens)
        if ends < 0:
            return
        at = begin = ends + (3 if is_comment else 1)
    yield content[begin:], "", False
