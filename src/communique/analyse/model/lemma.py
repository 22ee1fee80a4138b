"""Lemmas as edit scripts (Chrupała 2006; Straka 2018): what to cut from a word and what to put there.

A script is written ``case/front/cut/add``: ``case`` is ``l`` (small letters), ``k`` (as it stands) or
``c`` (first letter large, the rest small); ``front`` the number of characters cut from the front; ``cut``
the number cut from the end; ``add`` what is put at the end. ``=word`` gives the lemma outright, where
nothing is shared.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache


def script(word: str, lemma: str) -> str:
    """The script that turns ``word`` into ``lemma``."""
    if lemma == word:
        return "k/0/0/" if word != word.lower() else "l/0/0/"
    case = "l"
    if lemma != lemma.lower():
        case = "c" if lemma == lemma[:1].upper() + lemma[1:].lower() and word[:1] != lemma[:1] else "k"
        if word.isupper() and lemma == lemma.capitalize() and len(word) > 1:
            case = "c"
    base = _cased(word, case)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 or len(base) - shared > 5:
        return "=" + lemma
    return f"{case}/0/{len(base) - shared}/{lemma[shared:]}"


def _cased(word: str, case: str) -> str:
    if case == "l":
        return word.lower()
    return word if case == "k" else word[:1].upper() + word[1:].lower()


@lru_cache(maxsize=1 << 16)
def apply(rule: str, word: str) -> str:
    """The lemma of ``word`` by a script; the word in small letters where the script does not fit it."""
    if rule.startswith("="):
        return rule[1:]
    case, front, cut, add = rule.split("/", 3)
    base = _cased(word, case)
    start, end = int(front), len(base) - int(cut)
    if end < start or (end == start and not add):
        return word.lower()
    return base[start:end] + add


ENDINGS = {
    "VBD": (("ed", ""), ("d", ""), ("ied", "y")),
    "VBN": (("ed", ""), ("d", ""), ("ied", "y"), ("en", "e"), ("n", "")),
    "VBG": (("ing", ""), ("ing", "e"), ("ying", "ie")),
    "VBZ": (("s", ""), ("es", ""), ("ies", "y")),
    "NNS": (("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe")),
    "JJR": (("er", ""), ("r", ""), ("ier", "y")),
    "JJS": (("est", ""), ("st", ""), ("iest", "y")),
}
"""What regular endings are put in place of, by XPOS."""


def repaired(lemma: str, word: str, xpos: str, known: Container[str]) -> str:
    """The lemma, or where it is no known word, the known word that a regular ending of ``word`` leads to."""
    endings = ENDINGS.get(xpos)
    if not endings or lemma in known:
        return lemma
    low = word.lower()
    for ending, instead in endings:
        if low.endswith(ending):
            base = low[: len(low) - len(ending)]
            if (
                len(base) > 3
                and base[-1] == base[-2]
                and not instead
                and base[:-1] in known
                and base not in known
            ):
                return base[:-1]
            if len(base) > 1 and base + instead in known:
                return base + instead
    return low if low in known else lemma
