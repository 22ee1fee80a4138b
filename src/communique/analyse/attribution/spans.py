"""From a token of a tree to the words it stands for: subtrees as one piece of text.

In "The troops, |officials said|, left", the clause of "left" is cut where what is left out lies.
"""

from __future__ import annotations

from communique.analyse.analysis import Analysis
from communique.analyse.certainty.clause import lowered

EDGE = frozenset(
    (",", ";", ":", ".", "-", "–", "—", "--", "…", '"', "“", "”", "''", "``", "(", "[", "‘", "«", "»")
)
BEHIND = EDGE | frozenset(("’", "'"))
OPENERS = frozenset(("that",))


def nodes(analysis: Analysis, head: int, without: frozenset[int] = frozenset()) -> list[int]:
    """The tokens of a subtree in order, without the subtrees that ``without`` heads."""
    children = analysis.children
    found, stack = [], [head]
    while stack:
        node = stack.pop()
        found.append(node)
        for child in children[node]:
            if child not in without:
                stack.append(child)
    found.sort()
    return found


def piece(analysis: Analysis, head: int, without: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Tokens ``[first, last)`` of a subtree: the run without a gap of words that holds its head."""
    tokens = analysis.tokens
    found = nodes(analysis, head, without)
    at = found.index(head)
    first = last = at
    while first > 0 and all(tokens[i].upos == "PUNCT" for i in range(found[first - 1] + 1, found[first])):
        first -= 1
    while last + 1 < len(found) and all(
        tokens[i].upos == "PUNCT" for i in range(found[last] + 1, found[last + 1])
    ):
        last += 1
    return found[first], found[last] + 1


def trimmed(analysis: Analysis, first: int, last: int, *, that: bool = True) -> tuple[int, int]:
    """Tokens without punctuation at the edges, and without the "that" that opens a clause."""
    tokens = analysis.tokens
    while first < last and tokens[first].text in EDGE:
        first += 1
    while last > first and tokens[last - 1].text in BEHIND:
        last -= 1
    if that and last - first > 2 and lowered(tokens[first]) in OPENERS and tokens[first].upos == "SCONJ":
        first += 1
        while first < last and tokens[first].text in EDGE:
            first += 1
    return first, last


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets that end before a bracket or quotation mark which the stretch opens and never closes."""
    for opening, closing in (("(", ")"), ("“", "”")):
        inside = text[start:end]
        if inside.count(opening) == inside.count(closing) + 1:
            after = text[end : end + 2]
            if closing in after:
                end += after.index(closing) + 1
        elif (
            inside.count(closing) == inside.count(opening) + 1
            and start
            and opening in text[max(0, start - 2) : start]
        ):
            start = text.rindex(opening, 0, start)
    return start, end
