"""Where a stretch ends: trained on what annotators leave off at either end of cause and effect.

Earlier, | the town was put under guard | to keep order.
└ cut ┘                                   └ cut ───────┘

A logistic regression decides for each phrase at an end of the stretch whether it belongs to it; the longest
that does not is cut, until all that is left at the ends belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple
from zlib import crc32

from communique.analyse import lexicon
from communique.recognise.causes.candidates import Candidate
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Stretch

BUCKETS = 1 << 13
WEIGHTS = "cuts.bin"
SCALE = 32
ROUNDS = 6
_INNER = frozenset(
    (
        "punct", "det", "aux", "cop", "case", "mark", "nsubj", "compound", "amod", "nummod", "flat", "cc",
        "fixed", "expl",
    )
)  # fmt: skip
"""Never cut by themselves."""


class Edge(NamedTuple):
    """A phrase that a stretch begins (``L``) or ends (``R``) with: its head and its words."""

    side: str
    head: int
    span: Stretch


@lexicon.cached
def weights() -> tuple[float, ...]:
    """The bias and the weight of each bucket."""
    data = resources.files(__package__).joinpath(WEIGHTS).read_bytes()
    return tuple((byte - 128) / SCALE for byte in data)


def cut(  # noqa: PLR0917 (a stretch, and what is known of it)
    reading: Reading, span: Stretch, head: int, role: str, each: Candidate, table: tuple[float, ...]
) -> Stretch:
    """A stretch without what does not belong to it. ``role`` is ``C`` for a cause, ``E`` for an effect."""
    for _ in range(ROUNDS):
        out = [
            edge
            for edge in edges(reading, span, head)
            if table[0] + sum(table[i] for i in features(reading, span, head, role, edge, each)) > 0
        ]
        if not out:
            break
        span = without(reading, span, out)
    return span


def edges(reading: Reading, span: Stretch, head: int) -> Iterator[Edge]:
    """The phrases at the ends of a stretch that may be cut."""
    first, last = span
    for index in range(first, last):
        if index == head or reading.relation[index] in _INNER:
            continue
        start, end = reading.analysis.subtree(index)
        start, end = max(start, first), min(end, last)
        if start > head and end == last:
            yield Edge("R", index, (start, last))
        elif index < head and end <= head and start == first:
            yield Edge("L", index, (first, end))


def without(reading: Reading, span: Stretch, out: list[Edge]) -> Stretch:
    """A stretch without the longest of the phrases."""
    edge = max(out, key=lambda it: it.span[1] - it.span[0])
    if edge.side == "R":
        return reading.trim(span[0], edge.span[0])
    return reading.trim(edge.span[1], span[1])


def features(  # noqa: PLR0917 (what is cut, and from what)
    reading: Reading, span: Stretch, head: int, role: str, edge: Edge, each: Candidate
) -> frozenset[int]:
    """What tells whether a phrase belongs to the stretch, as buckets."""
    side, index, (first, last) = edge
    token, relation = reading.tokens[index], reading.relation[index]
    opener = reading.preposition(index)
    comma = _comma(reading, edge)
    word = "name" if token.upos == "PROPN" else reading.lemma(index)
    top = token.head == head
    size, rest = min(last - first, 16) // 4, min(span[1] - span[0] - last + first, 16) // 4
    which = "u" if span == each.upper_span else "l"
    here = role + side
    return frozenset(
        1 + crc32(name.encode()) % (BUCKETS - 1)
        for name in (
            here, f"{here} d={token.deprel}", f"{here} r={relation} m={opener}",
            f"{here} r={relation} t={top}", f"{here} r={relation} c={comma}",
            f"{side} r={relation} x={token.xpos}", f"{side} w={word}",
            f"{side} r={relation} m={opener} c={comma}", f"{here} z={size} {rest}",
            f"{here} s={each.sort.partition(':')[0]}{which} r={relation}",
            f"{here} j={each.joint} {which} r={relation}", f"{side} r={relation} t={top} c={comma} z={size}",
            f"{side} h={reading.tokens[head].upos} r={relation}", f"{side} m={opener} w={word}",
            f"{side} f={reading.low(first)} r={relation}",
        )
    )  # fmt: skip


def _comma(reading: Reading, edge: Edge) -> bool:
    first, last = edge.span
    if edge.side == "R":
        return first > 0 and reading.tokens[first - 1].text == ","
    after = reading.tokens[last].text if last < len(reading.tokens) else ""
    return "," in (reading.tokens[last - 1].text, after)
