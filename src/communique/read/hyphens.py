"""Words cut at the end of a line: joined, or with the hyphen that their author wrote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

HYPHENS = "-\u2010\u00ad"
_TYPESET = "\u2010\u00ad"  # what programs write where they cut; an author types the plain one
_FIRST = re.compile(r"[^\W_]+$")
_SECOND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Cuts:
    """What a text tells of the hyphens at its line ends."""

    known: frozenset[str] = frozenset()
    """Its words in lower case, "co-operate" whole; not those that a line end may have cut."""
    plain: bool = True
    """Whether it cuts words with the plain hyphen that authors type as well."""


def cuts(lines: Sequence[str]) -> Cuts:
    """What the lines of a text tell of the hyphens at their ends.

    A text cuts words with plain hyphens where one of them joins to a word that it has elsewhere, or where
    there are more than authors write: 1.5 % of lines. It does not where it has hyphens that only programs
    write.
    """
    known: set[str] = set()
    ends: list[tuple[str, str]] = []
    typeset = False
    for line, below in zip(lines, [*lines, ""][1:], strict=True):
        words = _WORD.findall(line)
        last = line.rstrip()[-1:]
        if last and last in HYPHENS:
            typeset = typeset or last in _TYPESET
            if (one := _FIRST.search(line.rstrip()[:-1])) and (two := _SECOND.match(below)):
                ends.append((one[0], two[0]))
            words = words[:-1]
        known.update(word.lower().replace("\u2010", "-") for word in words)
    evident = any((one + two).lower() in known for one, two in ends)
    return Cuts(frozenset(known), not typeset and (evident or len(ends) > 0.015 * len(lines)))


def joined(first: str, second: str, told: Cuts | None = None) -> str:
    """Two lines as one, with a space between, or as one word where the first ends in a hyphen.

    :param told: what the text tells of its hyphens (``cuts``)
    """
    told = told or Cuts()
    if not first.endswith(tuple(HYPHENS)):
        return f"{first} {second}"
    stem = first[:-1]
    one, two = _FIRST.search(stem), _SECOND.match(second)
    if one is None:  # a dash
        return f"{first} {second}"
    if two is None:
        return f"{stem}-{second}"
    if second.startswith(("and ", "or ", "to ")) and one[0].lower() in _words("before"):
        return f"{stem}- {second}"  # "mid- and long-term"
    chained = stem[: one.start()].endswith("-") or "-" in two[0]
    cut = _is_cut(one[0], two[0], first[-1], told, chained=chained)
    return stem + second if cut else f"{stem}-{second}"


def _is_cut(one: str, two: str, hyphen: str, told: Cuts, *, chained: bool) -> bool:
    whole, left, right = (one + two).lower(), one.lower(), two.lower()
    if two[0].isupper() and not one.isupper():
        return False
    if whole in told.known or f"{left}-{right}" in told.known:
        return whole in told.known
    if hyphen in _TYPESET:
        return True
    if chained or not told.plain or two[0].isdigit() or not one.isalpha() or one.isupper():
        return False
    if left.endswith("ly") and len(left) > 5 and not left.endswith(("aly", "oly")):
        return False  # "recently-formed"; not "analy-sis"
    if whole in _words("joined"):
        return True
    return left not in _words("before") and right not in _words("after")


@lru_cache(maxsize=3)
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads((files("communique.read") / "hyphens.toml").read_text("utf-8"))
    return frozenset(table[name])
