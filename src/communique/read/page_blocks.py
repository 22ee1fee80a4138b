"""A tree of HTML → blocks: headings with their level, paragraphs, items of lists, quotations, boilerplate.

The words are those that a browser shows: white space collapsed, references decoded, ``<br>`` a line break and
two of them a new paragraph, nothing invisible (scripts, styles, hidden elements, soft hyphens, characters of
no width). Markup within a line neither joins nor cuts words. Captions, tables of data and asides are
boilerplate; menus and the controls of forms are left out. The tree may be HTML or one of trafilatura's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from communique.document import BlockKind, Piece
from communique.read.headings import LONGEST_TITLE, has_heading_shape
from communique.read.page_elements import (
    CELLS,
    elements,
    is_bold,
    is_caption,
    is_data,
    is_dropped,
    is_numbered,
    level,
    name,
)
from communique.read.page_notes import is_note
from communique.read.pieces import Piece as Shape

_BREAK = "\v"  # never in a tree: no character of XML
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece and how it stands in the tree: whether all is bold, or a link, and the element around it."""

    piece: Piece
    bold: bool = False
    linked: bool = False
    element: etree._Element | None = None


def blocks(root: etree._Element) -> list[Block]:
    """The blocks of a tree in reading order, each with a word or a number in it."""
    walk = _Walk()
    walk.walk(root)
    return walk.found


@dataclass(frozen=True, slots=True)
class _Flow:
    """What text is at a place in the tree: ``kind`` and ``level`` of its piece, and what surrounds it."""

    kind: BlockKind = "paragraph"
    level: int = 0
    kept: bool = False
    """Whether white space and line ends are kept, as in ``<pre>``."""
    item: bool = False
    bold: bool = False
    linked: bool = False
    element: etree._Element | None = None


class _Walk:
    """One pass over a tree without recursion: how deep it is does not matter."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._words: list[str] = []
        self._bold = self._linked = True  # all of the words so far

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
            elif not isinstance(child.tag, str) or is_dropped(child) or is_note(child):
                self._text(child.tail, flows[-1])
            else:
                flows.append(self._enter(child, flows[-1]))
                stack.append((child, iter(child)))
        self._flush(_Flow())

    def _enter(self, element: etree._Element, flow: _Flow) -> _Flow:
        tag = name(element)
        inside = flow
        if depth := level(element, tag):
            self._flush(flow)
            inside = (
                replace(flow, kind="heading", level=depth, element=element)
                if flow.kind == "paragraph"
                else flow
            )
        elif tag in ("br", "lb"):
            self._break(flow)
        elif tag in elements("blocks") or (tag == "code" and element.find(".//lb") is not None):
            inside = self._enter_block(element, tag, flow)
        elif tag == "a" and not (element.get("href") or "#").startswith("#"):
            inside = replace(flow, linked=True)
        elif tag == "q":
            self._words.append("“")
        if not inside.bold and is_bold(element, tag):
            inside = replace(inside, bold=True)
        self._text(element.text, inside)
        return inside

    def _enter_block(self, element: etree._Element, tag: str, flow: _Flow) -> _Flow:
        if flow.kind == "heading":
            self._words.append(" ")
            return flow
        if tag in CELLS and flow.kind == "boilerplate":
            self._words.append(" | " if any(map(str.strip, self._words)) else "")
            return flow
        self._flush(flow)
        if tag in elements("asides") or is_caption(element) or (tag == "table" and is_data(element)):
            return _Flow("boilerplate", element=element)
        if tag in ("pre", "code"):
            return replace(flow, kept=True, element=element)
        return replace(flow, item=flow.item or tag in ("li", "item", "dt"), element=element)

    def _break(self, flow: _Flow) -> None:
        """A line break; it ends a line in bold that may be a heading, and the second on end the paragraph."""
        if (
            flow.kind == "paragraph"
            and not flow.kept
            and self._bold
            and _may_be_heading("".join(self._words))
        ):
            self._flush(flow)
            return
        for words in reversed(self._words):
            if words == _BREAK and flow.kind == "paragraph" and not flow.kept:
                self._flush(flow)
                return
            if not words.isspace():
                break
        self._words.append(_BREAK)

    def _leave(self, element: etree._Element, flow: _Flow, outer: _Flow) -> None:
        tag = name(element)
        if level(element, tag):
            self._flush(flow)
        elif tag in elements("blocks") or (tag == "code" and flow.kept and not outer.kept):
            if flow.kind == "heading":
                self._words.append(" ")
            elif not (tag in CELLS and flow.kind == "boilerplate"):
                self._flush(flow)
        elif tag == "q":
            self._words.append("”")

    def _text(self, text: str | None, flow: _Flow) -> None:
        if text:
            self._words.append(text)
            if not text.isspace():
                self._bold = self._bold and flow.bold
                self._linked = self._linked and flow.linked

    def _flush(self, flow: _Flow) -> None:
        words, bold, linked = "".join(self._words), self._bold, self._linked
        self._words, self._bold, self._linked = [], True, True
        for paragraph in _paragraphs(words, flow):
            if _WORD.search(paragraph):
                kind = "boilerplate" if flow.kind == "paragraph" and is_numbered(paragraph) else flow.kind
                piece = Piece(kind, paragraph, flow.level)
                if piece.kind == "heading" and len(paragraph) > LONGEST_TITLE:
                    piece = Piece("paragraph", paragraph)
                self.found.append(Block(piece, bold and not flow.item, linked, flow.element))


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


def _may_be_heading(words: str) -> bool:
    line = " ".join(visible(words).split())
    return bool(_WORD.search(line)) and has_heading_shape(Shape(0, len(line), line, 1, 1, ""))


def visible(words: str) -> str:
    """Text without characters that are not seen; those that Windows-1252 left behind put right."""
    return _INVISIBLE.sub("", words).translate(_C1)
