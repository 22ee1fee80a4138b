"""Front matter: the lines above a Markdown text that say what it is, as Jekyll, Hugo, Pandoc, Quarto write.

    ---
    title: "Talks Resume in Geneva"
    author: [Jane Doe, John Roe]
    date: 2021-03-12
    ---

Three notations are read: YAML between ``---``, TOML between ``+++``, and Pandoc's three lines of ``%``. Of
YAML a small part is taken: keys at the margin, each with a plain or quoted value, a list ``[a, b]``, a list
of ``- items``, or text folded with ``>`` or ``|``; an author may be a mapping with ``name``. Anchors, tags
and whatever else YAML has are not followed, so nothing can grow beyond what is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from communique.document import Metadata
from communique.read.letters import letters
from communique.records.edtf import fault

_YAML = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_PERCENT = re.compile(r"(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}(?=\n|\Z)")
_KEY = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)$")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_ITEM = re.compile(r"\s*-(?:\s+(.*)|)$")
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ].*)?$")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 65_536  # code points of front matter
_AUTHORS = ("author", "authors", "by", "byline", "creator")
_DATES = (
    "date",
    "published",
    "date_published",
    "datepublished",
    "publishdate",
    "pubdate",
    "publication_date",
)
_PUBLISHERS = ("publisher", "publication", "site", "source", "site_name")
_ADDRESSES = ("url", "canonical_url", "canonical", "link", "original_url", "source_url")

Value = str | list[str]


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the front matter says, and where the text after it begins.

    The second is 0 where there is none. Titles, authors and dates that cannot be told are left out; nothing
    in front matter is an error.
    """
    head = text[:_LONGEST]
    if (found := _YAML.match(head)) and (told := _yaml(found[1])):
        return _metadata(told), found.end()
    if found := _TOML.match(head):
        return _metadata(_toml(found[1])), found.end()
    if head.startswith("%") and (found := _PERCENT.match(head)):
        return _metadata(_percent(found[0])), found.end()
    return Metadata(), 0


def _metadata(told: Mapping[str, Value]) -> Metadata:
    def first(keys: tuple[str, ...]) -> str | None:
        for key in keys:
            value = told.get(key)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, str) and (words := letters(value)):
                return words
        return None

    authors = next((told[key] for key in _AUTHORS if told.get(key)), [])
    names = authors if isinstance(authors, list) else _split(authors)
    address = first(_ADDRESSES)
    return Metadata(
        title=first(("title", "headline")),
        authors=tuple(dict.fromkeys(name for it in names if (name := letters(it)))),
        publisher=first(_PUBLISHERS),
        published=next((date for key in _DATES if (date := _date(first((key,))))), None),
        url=address if address and address.startswith(("http://", "https://")) else None,
    )


def _split(names: str) -> list[str]:
    """ "Jane Doe and John Roe" is two; so is "Jane Doe, John Roe"."""
    parts = re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", names)
    if len(parts) == 1 and names.count(" ") > names.count(","):
        commas = names.split(",")
        parts = commas if all(" " in it.strip() for it in commas) else parts
    return parts


def _date(value: str | None) -> str | None:
    """A date as EDTF, with the precision that is written; ``None`` for one in another notation."""
    if value is None:
        return None
    if found := _DATE.match(value):
        parts = [found[1], found[2].zfill(2)] + ([found[3].zfill(2)] if found[3] else [])
        edtf = "-".join(parts)
    elif _YEAR.fullmatch(value):
        edtf = value
    else:
        return None
    return None if fault(edtf) else edtf


def _yaml(body: str) -> dict[str, Value]:
    told: dict[str, Value] = {}
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line[:1] in (" ", "\t", "#", "-") or not (found := _KEY.match(line.rstrip())):
            continue
        first = at
        while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t" or _ITEM.match(lines[at])):
            at += 1
        key = found[1].strip().lower().replace("-", "_").replace(" ", "_")
        told.setdefault(key, _value((found[2] or "").strip(), lines[first:at]))
    return told


def _value(written: str, below: list[str]) -> Value:
    if written[:1] in (">", "|") and len(written) <= 3:
        return " ".join(" ".join(below).split())
    if written.startswith("["):
        return _flow(" ".join([written, *below]))
    if written and _COMMENT.sub("", written):
        return _scalar(" ".join([written, *(line.strip() for line in below if line.strip())]))
    return _block(below)


def _block(below: list[str]) -> Value:
    """A list of items or a mapping: of an item that is a mapping, and of a mapping, the name alone."""
    items: list[str] = []
    for line in below:
        item = _ITEM.match(line)
        words = (item[1] or "").strip() if item else line.strip()
        pair = _KEY.match(words)
        if pair and pair[1].strip().lower() in ("name", "literal"):
            items.append(_scalar((pair[2] or "").strip()))
        elif pair is None and item and words:
            items.append(_scalar(words))
    return items


def _flow(written: str) -> list[str]:
    inner = written[1:].partition("]")[0] if not _QUOTED.search(written) else written[1:].rpartition("]")[0]
    items, at = [], 0
    while at < len(inner):
        rest = inner[at:].lstrip(" ,\t")
        at = len(inner) - len(rest)
        if not rest:
            break
        quoted = _QUOTED.match(rest)
        words = quoted[0] if quoted else rest.partition(",")[0]
        items.append(_scalar(words.strip()))
        at += len(words)
    return [item for item in items if item]


def _scalar(written: str) -> str:
    if quoted := _QUOTED.match(written):
        return re.sub(r"\\(.)", r"\1", quoted[1]) if quoted[1] is not None else quoted[2].replace("''", "'")
    return "" if written[:1] in "&*!{" else _COMMENT.sub("", written).strip()


def _toml(body: str) -> dict[str, Value]:
    try:
        table: dict[str, Any] = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}
    told: dict[str, Value] = {}
    for key, value in table.items():
        if isinstance(value, list):
            told[key.lower()] = [
                str(it["name"] if isinstance(it, dict) and "name" in it else it) for it in value
            ]
        elif not isinstance(value, dict):
            told[key.lower()] = str(value)
    return told


def _percent(body: str) -> dict[str, Value]:
    parts = [" ".join(part.split()) for part in re.split(r"^%", body, flags=re.MULTILINE)[1:]]
    return dict(zip(("title", "author", "date"), parts, strict=False))
