"""What fields say of an article: names, addresses, titles. For web pages, JSON, feeds and e-mail."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from communique.read.people import people

__all__ = ["address", "agree", "first", "key", "language", "names", "people", "words"]

_TAG = re.compile(r"<[^<>]{0,2000}>")
_HOST = re.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SAFE = "%/:@!$&'()*+,;=~"
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_TITLE = 1000
_MOST = 100  # values of one field that are looked at
_LEAST = 12  # letters and digits from which a part of a title is told from a word that happens to be in it


def words(value: Any) -> str:
    """The words of a field that should be text: without markup, references decoded, on one line."""
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(_TAG.sub("", value[: 4 * _LONGEST_TITLE])).split())[:_LONGEST_TITLE]


def names(value: Any) -> list[str]:
    """The words in a value that is a text, an object with a name, or a list of them."""
    found = []
    for it in value[:_MOST] if isinstance(value, list) else [value]:
        if isinstance(it, Mapping):
            it = it.get("name") or it.get("display_name")
        if said := words(it):
            found.append(said)
    return found


def first(*values: Any) -> str | None:
    """The first value with words in it."""
    return next((said for value in values for said in names(value)), None)


def address(*values: Any) -> str | None:
    """The first absolute http or https address, what RFC 3986 does not allow in it percent-encoded."""
    return next((url for it in values if isinstance(it, str) and (url := _address(it.strip()))), None)


def _address(value: str) -> str | None:
    try:
        parts = urlsplit("https:" + value if value.startswith("//") else value)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    place = f"{host}:{port}" if port else host
    query = "?" + quote(parts.query, safe=_SAFE + "?") if parts.query else ""
    return f"{parts.scheme}://{place}" + _BARE_PERCENT.sub("%25", quote(parts.path, safe=_SAFE) + query)


def language(*values: Any) -> str | None:
    """The first value that is a BCP 47 tag, or the POSIX form of one (``en_GB``)."""
    tags = (it.strip().replace("_", "-") for it in values if isinstance(it, str))
    return next((it for it in tags if _LANGUAGE.fullmatch(it)), None)


def agree(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks, or one is the beginning or the end of the other."""
    short, long = sorted((key(one), key(other)), key=len)
    if short == long:
        return short != ""
    return len(short) >= max(_LEAST, len(long) // 2) and (long.startswith(short) or long.endswith(short))


def key(words: str) -> str:
    """The letters and digits of words, in lower case, to compare them by."""
    return "".join(filter(str.isalnum, words.lower()))
