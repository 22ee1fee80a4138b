"""The day of publication that a reader sees beside the title, on a page that states none for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from communique.read.page_authors import title_place, words_of
from communique.read.page_dates import date
from communique.read.page_elements import elements

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updated|modified|edited|corrected|revised)\b", re.IGNORECASE)
_JOINT = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_ROW = 200  # code points
_NEAR = 120  # elements between title and date


def shown_day(root: HtmlElement, titles: Sequence[str]) -> str | None:
    """The day, in EDTF, in the first row beneath the title that a class calls a date, else in the last above.

    ``None`` where no main heading agrees with a title of the page, and where the row holds two days.
    """
    all_elements = list(root.iter(etree.Element))
    title = title_place(all_elements, titles)
    if title is None:
        return None
    below = all_elements[title + 1 : title + 1 + _NEAR]
    above = all_elements[max(0, title - _NEAR) : title][::-1]
    return next(_days(below), None) or next(_days(above), None)


def _days(row: Sequence[HtmlElement]) -> Iterator[str]:
    for element in row:
        if element.tag != "time" and not _is_date(element.get("class") or ""):
            continue
        words = words_of(element)
        if not words or len(words) > _LONGEST_ROW or _CHANGED.search(words):
            continue
        days = {day for it in _DAY.finditer(words) if (day := date(it[0])) is not None}
        if len(days) == 1:
            yield days.pop()


@lru_cache(maxsize=4096)
def _is_date(classes: str) -> bool:
    parts = set(_JOINT.split(_CAMEL.sub("-", classes[:_LONGEST_ROW]).lower()))
    return not parts.isdisjoint(elements("dates")) and parts.isdisjoint(elements("no_dates"))
