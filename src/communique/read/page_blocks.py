"""A tree of HTML → pieces: headings with their level, paragraphs, items of lists, quotations, and what is none.

The words are those that a browser shows: white space collapsed, references decoded, ``<br>`` a line break and
two of them a new paragraph, nothing invisible (scripts, styles, hidden elements, soft hyphens, characters of
no width). Markup within a line neither joins nor cuts words. Captions, tables of data and asides are
boilerplate; menus and the controls of forms are left out. The tree may be HTML or what trafilatura makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from communique.document import BlockKind, Piece
from communique.read.headings import LONGEST_TITLE, has_heading_shape
from communique.read.pieces import Piece as Shape

# What a browser does not show, or what is nobody's prose.
_DROPPED = frozenset(
    "script style noscript template head title meta link svg math canvas object embed applet iframe audio video "
    "map area button select option optgroup textarea input label fieldset datalist progress meter output "
    "nav menu dialog graphic img picture source track base param rp rt frameset noframes".split()
)
_BLOCKS = frozenset(
    "html body main article section header footer address div p center blockquote q-block quote pre code-block "
    "ul ol dl li dt dd list item hgroup figure details summary hr td th tr tbody thead tfoot table row cell "
    "aside figcaption caption legend search form".split()
)
_ASIDE = frozenset(("aside", "figcaption", "caption", "footer"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_CELLS = frozenset(("td", "th", "cell"))
_ROWS = frozenset(("tr", "row"))
_IN_A_LAYOUT = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "list",
    "head",
    "blockquote",
    "quote",
    "table",
    "item",
)
_HIDDEN_STYLE = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_FOR_MACHINES = frozenset(
    "sr-only screen-reader-text visually-hidden visuallyhidden screenreader-only".split()
)
_BREAK = "\v"  # never in a tree: no character of XML
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_NOTE = re.compile(r"\[?[\d*†‡§a-z]{1,3}\]?")
_WORD = re.compile(r"[^\W_]")
_CELL_OF_PROSE = 200  # code points from which a cell of a table is no datum


def pieces(root: etree._Element) -> tuple[Piece, ...]:
    """The pieces of a tree in reading order, each with a word or a number in it."""
    found = _Walk()
    found.walk(root)
    return tuple(_headings(found.pieces))


@dataclass(frozen=True, slots=True)
class _Flow:
    """What text is at a place in the tree: ``kind`` and ``level`` of its piece, and what surrounds it."""

    kind: BlockKind = "paragraph"
    level: int = 0
    kept: bool = False
    """Whether white space and line ends are kept, as in ``<pre>``."""
    item: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    piece: Piece
    bold: bool


class _Walk:
    """One pass over a tree without recursion: how deep it is does not matter."""

    def __init__(self) -> None:
        self.pieces: list[_Found] = []
        self._words: list[str] = []
        self._bold = True  # all of the words so far

    def walk(self, root: etree._Element) -> None:
        flows = [self._enter(root, _Flow())]
        stack: list[tuple[etree._Element, Iterator[etree._Element]]] = [(root, iter(root))]
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                flow = flows.pop()
                self._leave(element, flow, flows[-1] if flows else _Flow())
                if stack:
                    self._text(element.tail, flows[-1])
            elif not isinstance(child.tag, str) or is_dropped(child):
                self._text(child.tail, flows[-1])
            else:
                flows.append(self._enter(child, flows[-1]))
                stack.append((child, iter(child)))
        self._flush(_Flow())

    def _enter(self, element: etree._Element, flow: _Flow) -> _Flow:
        tag = name(element)
        inside = flow
        if level := _level(element, tag):
            self._flush(flow)
            inside = replace(flow, kind="heading", level=level) if flow.kind == "paragraph" else flow
        elif tag in ("br", "lb"):
            self._words.append(_BREAK)
        elif tag in _BLOCKS or (tag == "code" and element.find(".//lb") is not None):
            inside = self._enter_block(element, tag, flow)
        elif tag in _BOLD or (tag == "hi" and element.get("rend") == "#b"):
            inside = replace(flow, bold=True)
        elif tag == "q":
            self._words.append("“")
        self._text(element.text, inside)
        return inside

    def _enter_block(self, element: etree._Element, tag: str, flow: _Flow) -> _Flow:
        if flow.kind == "heading":
            self._words.append(" ")
            return flow
        if tag in _CELLS and flow.kind == "boilerplate":
            self._words.append(" | " if any(map(str.strip, self._words)) else "")
            return flow
        self._flush(flow)
        if tag in _ASIDE or (tag == "table" and is_data(element)):
            return _Flow("boilerplate")
        if tag in ("pre", "code"):
            return replace(flow, kept=True)
        return replace(flow, item=True) if tag in ("li", "item", "dt") else flow

    def _leave(self, element: etree._Element, flow: _Flow, outer: _Flow) -> None:
        tag = name(element)
        if _level(element, tag):
            self._flush(flow)
        elif tag in _BLOCKS or (tag == "code" and flow.kept and not outer.kept):
            if flow.kind == "heading":
                self._words.append(" ")
            elif not (tag in _CELLS and flow.kind == "boilerplate"):
                self._flush(flow)
        elif tag == "q":
            self._words.append("”")

    def _text(self, text: str | None, flow: _Flow) -> None:
        if text:
            self._words.append(text)
            if not flow.bold and not text.isspace():
                self._bold = False

    def _flush(self, flow: _Flow) -> None:
        words, bold = "".join(self._words), self._bold
        self._words, self._bold = [], True
        for paragraph in _paragraphs(words, flow):
            if _WORD.search(paragraph):
                kind, level = flow.kind, flow.level
                if kind == "heading" and len(paragraph) > LONGEST_TITLE:
                    kind, level = "paragraph", 0
                self.pieces.append(_Found(Piece(kind, paragraph, level), bold and not flow.item))


def name(element: etree._Element) -> str:
    """The tag in lower case, without a namespace."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _level(element: etree._Element, tag: str) -> int:
    if tag == "head" and (rend := element.get("rend")) is not None:
        return _HEADINGS.get(rend, 2)
    return _HEADINGS.get(tag, 0)


def is_dropped(element: etree._Element) -> bool:
    """Whether nothing of an element is shown, or it is a menu, a control, or the mark of a footnote."""
    tag = name(element)
    if tag in _DROPPED:
        return not (tag == "head" and element.get("rend"))
    if element.get("hidden") is not None or element.get("role") in ("navigation", "search", "menu"):
        return True
    if (style := element.get("style")) and _HIDDEN_STYLE.search(style):
        return True
    if (classes := element.get("class")) and not _FOR_MACHINES.isdisjoint(classes.lower().split()):
        return True
    return tag == "sup" and _is_note(element)


def _is_note(element: etree._Element) -> bool:
    """The mark of a footnote, as ``<sup><a href="#fn1">1</a></sup>``; not the "th" of "10th"."""
    words = "".join(element.itertext()).strip()
    linked = element.find(".//a") is not None or _parent(element) == "a"
    return _NOTE.fullmatch(words) is not None and (linked or words[0] in "[*†‡§")


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else name(parent)


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data; else it lays out a page or an e-mail, and its cells hold prose."""
    if table.get("role") in ("presentation", "none"):
        return False
    if table.getparent() is not None and any(name(it) == "table" for it in table.iterancestors()):
        return False
    cells = list(table.iter(*sorted(_CELLS)))
    if len(cells) < 4:
        return False
    if table.find(".//table") is not None:
        return False
    return all(_length(it) < _CELL_OF_PROSE for it in cells)


def _length(element: etree._Element) -> int:
    return sum(map(len, element.itertext()))


def _paragraphs(words: str, flow: _Flow) -> Iterator[str]:
    words = visible(words)
    if flow.kept:
        lines = words.replace(_BREAK, "\n").split("\n")
        yield "\n".join(line.rstrip() for line in lines).strip("\n")
        return
    if flow.kind != "paragraph":
        yield " ".join(words.split())
        return
    for paragraph in re.split(r"\v(?:\s*\v)+", words):
        yield "\n".join(line for it in paragraph.split(_BREAK) if (line := " ".join(it.split())))


def visible(words: str) -> str:
    """Text without characters that are not seen; those that Windows-1252 left behind put right."""
    return _INVISIBLE.sub("", words).translate(_C1)


def _headings(found: Iterable[_Found]) -> Iterator[Piece]:
    """A short paragraph all in bold, above a paragraph that is not, is a heading of the deepest level so far."""
    held = list(found)
    level = 2
    for number, it in enumerate(held):
        piece = it.piece
        following = held[number + 1] if number + 1 < len(held) else None
        if piece.kind == "heading":
            level = piece.level
        if (
            it.bold
            and piece.kind == "paragraph"
            and following is not None
            and following.piece.kind == "paragraph"
            and not following.bold
            and has_heading_shape(Shape(0, len(piece.words), piece.words, 1, 1, ""))
        ):
            yield Piece("heading", piece.words, min(level + 1, 9))
        else:
            yield piece
