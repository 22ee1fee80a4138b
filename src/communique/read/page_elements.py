"""Elements of HTML: which are shown, which begin a line, which are headings, captions or tables of data."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from lxml import etree

CELLS = ("td", "th", "cell")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:\s*[^;]*\bbold\b", re.IGNORECASE)
_BOLD = ("b", "strong")
_ANCHORS = ("#", "¶", "§", "🔗")
_MENUS = ("navigation", "search", "menu", "menubar")
_CELL_OF_PROSE = 200  # code points from which a cell of a table is no datum
_FEWEST_CELLS = 4
_LONGEST_NOTE = 50
_LINKS_OF_CARD = 3
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:\w*caption|(?:photo|image|img|media|picture)[\w-]*credit)s?(?![a-z])", re.IGNORECASE
)
_LONGEST_CAPTION = 600
_NUMBERED = re.compile(
    r"(?:figure|fig\.?|table|chart|graph|map|exhibit)\s\d{1,3}(?:[.-]\d{1,2})?[a-z]?\s?[.:|–—]\s+\S",
    re.IGNORECASE,
)
_LONGEST_BESIDE = 600
_JOINT = re.compile(r"[\W_]+")


@lru_cache(maxsize=8)
def elements(which: str) -> frozenset[str]:
    """A list of ``page_elements.toml``."""
    table = tomllib.loads((files("communique.read") / "page_elements.toml").read_text("utf-8"))
    return frozenset(table[which])


def name(element: etree._Element) -> str:
    """The tag in lower case, without a namespace."""
    tag = str(element.tag)
    return tag if tag.isalnum() else tag.rpartition("}")[2].rpartition(":")[2].lower()


def is_longer(element: etree._Element, most: int) -> bool:
    """Whether the text in an element is longer than ``most`` code points; looks no further than it must."""
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > most:
            return True
    return False


def level(element: etree._Element, tag: str) -> int:
    """The level of a heading, 0 for anything else."""
    if tag == "head" and (rend := element.get("rend")) is not None:
        return _LEVELS.get(rend, 2)
    if element.get("role") == "heading":  # WAI-ARIA 1.2: without a level it is of the second
        return _LEVELS.get(f"h{element.get('aria-level', '')}", 2)
    return _LEVELS.get(tag, 0)


def is_bold(element: etree._Element, tag: str) -> bool:
    """Whether text in an element stands out as headings do: bold by tag or style, or by its class."""
    if tag in _BOLD or (tag == "hi" and element.get("rend") == "#b"):
        return True
    if (style := element.get("style")) and _HEAVY.search(style):
        return True
    classes = element.get("class")
    return classes is not None and not elements("headings").isdisjoint(classes.lower().split())


def is_anchor(element: etree._Element, tag: str) -> bool:
    """Whether an element is the mark by which a heading can be linked to: ``<a href="#talks">#</a>``."""
    if tag != "a" or not (element.get("href") or "").startswith("#") or is_longer(element, _LONGEST_NOTE):
        return False
    return "".join(element.itertext()).strip() in _ANCHORS


def is_dropped(element: etree._Element) -> bool:
    """Whether nothing of an element is shown, or it is a menu, a control, or the mark of a heading."""
    tag = name(element)
    if tag in elements("dropped"):
        return not (tag == "head" and element.get("rend"))
    return is_hidden(element) or element.get("role") in _MENUS or is_anchor(element, tag)


def is_hidden(element: etree._Element) -> bool:
    """Whether its own attributes hide an element; style sheets are not read."""
    if element.get("hidden") is not None:
        return True
    if (style := element.get("style")) and _HIDDEN.search(style):
        return True
    classes = element.get("class")
    return classes is not None and not elements("for_screen_readers").isdisjoint(classes.lower().split())


def is_caption(element: etree._Element) -> bool:
    """Whether a class says that an element holds the caption or the credit of a picture, and little more."""
    classes = element.get("class")
    if not classes or not _CAPTION.search(classes):
        return False
    return not is_longer(element, _LONGEST_CAPTION)


def is_card(element: etree._Element) -> bool:
    """Whether a span in a paragraph is a card that scripts show beside a name: picture and several links."""
    above = element.getparent()
    if name(element) != "span" or above is None:
        return False
    for it in element.iter(etree.Element):  # the picture comes first: before it stands no word
        if name(it) == "img":
            break
        if (it.text or "").strip():
            return False
    if element.find(".//img") is None or len(element.findall(".//a")) < _LINKS_OF_CARD:
        return False
    around = next((it for it in element.iterancestors() if name(it) == "p"), None)
    return around is not None and is_longer(around, _LONGEST_NOTE + sum(map(len, element.itertext())))


def is_numbered(words: str) -> bool:
    """Whether a paragraph is the caption of a figure or table by its number: "Figure 2. Gas flows"."""
    return len(words) <= _LONGEST_CAPTION and _NUMBERED.match(words) is not None


def is_beside(element: etree._Element) -> bool:
    """Whether a class says that a short element holds advertising, an offer or a notice about cookies."""
    classes = (element.get("class") or "").lower()
    if not classes:
        return False
    is_offer = not elements("offers").isdisjoint(_JOINT.split(classes))
    if not is_offer and elements("beside").isdisjoint(classes.split()):
        return False
    return not is_longer(element, _LONGEST_BESIDE)


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data; else it lays out a page or an e-mail, and its cells hold prose."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(name(it) == "table" for it in table.iterancestors()) or table.find(".//table") is not None:
        return False
    cells = list(table.iter(*CELLS))
    if all(cell.getnext() is None and cell.getprevious() is None for cell in cells):
        return False  # one cell to a row: the rows follow one another as paragraphs do
    return len(cells) >= _FEWEST_CELLS and not any(is_longer(it, _CELL_OF_PROSE) for it in cells)
