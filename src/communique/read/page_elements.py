"""Elements of HTML: which are shown, which begin a line, which are the mark of a note or a table of data."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from lxml import etree

CELLS = ("td", "th", "cell")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_MENUS = ("navigation", "search", "menu", "menubar")
_NOTE = re.compile(r"\[?[\d*†‡§a-z]{1,3}\]?")
_CELL_OF_PROSE = 200  # code points from which a cell of a table is no datum
_FEWEST_CELLS = 4
_LONGEST_NOTE = 50
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:\w*caption|(?:photo|image|img|media|picture)[\w-]*credit)s?(?![a-z])", re.IGNORECASE
)
_LONGEST_CAPTION = 600
_LONGEST_BESIDE = 600


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
    return _LEVELS.get(tag, 0)


def is_dropped(element: etree._Element) -> bool:
    """Whether nothing of an element is shown, or it is a menu, a control, or the mark of a note."""
    tag = name(element)
    if tag in elements("dropped"):
        return not (tag == "head" and element.get("rend"))
    return is_hidden(element) or element.get("role") in _MENUS or (tag == "sup" and is_note(element))


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


def is_beside(element: etree._Element) -> bool:
    """Whether a class says that a short element holds advertising or a notice about cookies."""
    classes = element.get("class")
    if not classes or elements("beside").isdisjoint(classes.lower().split()):
        return False
    return not is_longer(element, _LONGEST_BESIDE)


def is_note(sup: etree._Element) -> bool:
    """The mark of a note, as ``<sup><a href="#fn1">1</a></sup>``; not the "th" of "10th"."""
    if is_longer(sup, _LONGEST_NOTE):
        return False
    words = "".join(sup.itertext()).strip()
    above = sup.getparent()
    linked = sup.find(".//a") is not None or (above is not None and name(above) == "a")
    return _NOTE.fullmatch(words) is not None and (linked or words[0] in "[*†‡§")


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data; else it lays out a page or an e-mail, and its cells hold prose."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(name(it) == "table" for it in table.iterancestors()) or table.find(".//table") is not None:
        return False
    cells = list(table.iter(*CELLS))
    return len(cells) >= _FEWEST_CELLS and not any(is_longer(it, _CELL_OF_PROSE) for it in cells)
