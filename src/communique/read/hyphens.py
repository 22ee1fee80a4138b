"""Words cut at the end of a line: joined, or with the hyphen that their author wrote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Set
from functools import lru_cache
from importlib.resources import files

HYPHENS = "-\u2010\u00ad"
_TYPESET = "\u2010\u00ad"  # what programs write where they cut; an author types the plain one
_FIRST = re.compile(r"[^\W_]+$")
_SECOND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of lines in lower case, "co-operate" whole; not those that a line end may have cut."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line)
        if line.rstrip().endswith(tuple(HYPHENS)):
            words = words[:-1]
        found.update(word.lower().replace("\u2010", "-") for word in words)
    return frozenset(found)


def joined(first: str, second: str, known: Set[str] = frozenset()) -> str:
    """Two lines as one, with a space between, or as one word where the first ends in a hyphen.

    :param known: words that the text has elsewhere (``vocabulary``)
    """
    if not first.endswith(tuple(HYPHENS)):
        return f"{first} {second}"
    stem = first[:-1]
    one, two = _FIRST.search(stem), _SECOND.match(second)
    if one is None or two is None:  # a dash, or "mid- and long-term"
        return f"{first} {second}" if first.endswith((" -", "-")) and one is None else stem + "-" + second
    if second.startswith(("and ", "or ", "to ")) and one[0].lower() in _words("before"):
        return f"{stem}- {second}"
    return stem + second if _is_cut(one[0], two[0], first[-1], known) else f"{stem}-{second}"


def _is_cut(one: str, two: str, hyphen: str, known: Set[str]) -> bool:
    whole, left, right = (one + two).lower(), one.lower(), two.lower()
    if two[0].isupper() and not one.isupper():
        return False
    if whole in known or f"{left}-{right}" in known:
        return whole in known
    if hyphen in _TYPESET:
        return True
    if two[0].isdigit() or not one.isalpha() or (one.isupper() and not two.isupper()):
        return False
    if whole in _words("joined"):
        return True
    return left not in _words("before") and right not in _words("after")


@lru_cache(maxsize=3)
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads((files("communique.read") / "hyphens.toml").read_text("utf-8"))
    return frozenset(table[name])
