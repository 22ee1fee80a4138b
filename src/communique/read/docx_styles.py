"""The styles of a Word document: which paragraphs they make titles, headings, items or boilerplate.

Word writes the names of its own styles in English whatever language it speaks; only their ids are translated.
What a style does not say, the style that it is based on says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from communique.read.docx_package import Package

Role = Literal["title", "heading", "paragraph", "item", "boilerplate"]

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s?([1-9])")
_BESIDE = re.compile(
    r"toc \d|toc heading|contents (?:\d|heading)|table of (?:figures|authorities|contents)|index \d|caption"
    r"|header|footer|footnote.*|endnote.*|annotation.*|comment.*|page number|source code|html preformatted"
    r"|preformatted text|macro text|illustration|drawing|figure|table (?:contents|heading)|sender|addressee"
)
_ITEM = re.compile(r"list.*|numbering \d.*")
_LONGEST_CHAIN = 20  # styles based on one another
_FALSE = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph or a run; ``None`` where it does not say."""

    name: str = ""
    based_on: str | None = None
    level: int | None = None
    """The level of its heading from 1; 0 for body text."""
    bold: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str | None = None

    def role(self, style: str | None) -> tuple[Role, int]:
        """What a paragraph of a style is, and the level where it is a heading."""
        for one in self._chain(style or self.default):
            name = one.name.lower()
            if name == "title":
                return "title", 1
            if _BESIDE.fullmatch(name):
                return "boilerplate", 0
            if found := _HEADING.fullmatch(name):
                return "heading", int(found[1])
            if one.level:
                return "heading", one.level
            if _ITEM.fullmatch(name):
                return "item", 0
            if one.level == 0 or name == "subtitle":
                return "paragraph", 0
        return "paragraph", 0

    def bold(self, style: str | None) -> bool:
        """Whether a style sets in bold."""
        return next((one.bold for one in self._chain(style) if one.bold is not None), False)

    def hidden(self, style: str | None) -> bool:
        """Whether a style hides its text."""
        return next((one.hidden for one in self._chain(style) if one.hidden is not None), False)

    def _chain(self, style: str | None) -> list[Style]:
        chain: list[Style] = []
        while style is not None and len(chain) < _LONGEST_CHAIN:
            one = self.by_id.get(style)
            if one is None:
                chain.append(Style(name=_from_id(style)))
                break
            chain.append(one)
            style = one.based_on
        return chain


def styles(package: Package, part: str | None) -> Styles:
    """The styles in a part; none where there is no part."""
    if part is None or not package.has(part):
        return Styles()
    reader = _Reader()
    package.parse(part, start=reader.start, end=reader.end)
    return Styles(reader.found, reader.default)


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether an element such as ``<w:b/>`` switches on: it does without a value."""
    return attributes.get("w:val", "1").lower() not in _FALSE


class _Reader:
    """Collects the styles while their part is parsed."""

    def __init__(self) -> None:
        self.found: dict[str, Style] = {}
        self.default: str | None = None
        self._id: str | None = None
        self._told: dict[str, object] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if tag == "w:style":
            self._id = attributes.get("w:styleId")
            self._told = {}
            if attributes.get("w:type") == "paragraph" and attributes.get("w:default") in ("1", "true", "on"):
                self.default = self._id
        elif tag == "w:name":
            self._told["name"] = value
        elif tag == "w:basedOn":
            self._told["based_on"] = value
        elif tag == "w:outlineLvl" and value.isdecimal():
            level = int(value[:3])
            self._told["level"] = level + 1 if level < 9 else 0
        elif tag == "w:b":
            self._told["bold"] = is_on(attributes)
        elif tag == "w:vanish":
            self._told["hidden"] = is_on(attributes)

    def end(self, tag: str) -> None:
        if tag == "w:style" and self._id is not None:
            self.found[self._id] = Style(**self._told)  # type: ignore[arg-type]
            self._id = None


def _from_id(style: str) -> str:
    """``Heading1`` → ``heading 1``: for documents that use a style and do not define it."""
    return re.sub(r"(?<=[a-z])(?=\d)", " ", style.lower())
