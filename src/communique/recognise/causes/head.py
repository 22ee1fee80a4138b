"""The trained head: how likely a pair of stretches is cause and effect as the Causal News Corpus has them.

A logistic regression over hashed features of a candidate (``features``), fitted by ``train``. Its corpus
counts purpose, sequence and what a protest is against, so it speaks only where it is asked, and then alone.
Where the stretches end is decided by ``cuts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from math import exp
from typing import NamedTuple
from zlib import crc32

from communique.analyse import lexicon
from communique.recognise.causes import cuts
from communique.recognise.causes.candidates import Candidate, candidates
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.features import features_of
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.ways import ways

BUCKETS = 1 << 16
WEIGHTS = "head.bin"
SCALE = 32
THRESHOLD = 0.3
"""docs/implications.md says how it was chosen."""
_JOINTS = ("case", "mark", "cc")
_NEAR = 0.25
"""Two pairs whose causes and effects overlap by more say the same."""


class Choice(NamedTuple):
    """A candidate read one way round, with its probability."""

    probability: float
    cause: Stretch
    cause_head: int
    effect: Stretch
    effect_head: int
    candidate: Candidate


class Tables(NamedTuple):
    """The weights of the head and of the cuts: a bias, then the weight of each bucket."""

    head: tuple[float, ...]
    cuts: tuple[float, ...]


@lexicon.cached
def shipped() -> Tables:
    """The weights that come with the package."""
    data = resources.files(__package__).joinpath(WEIGHTS).read_bytes()
    return Tables(tuple((byte - 128) / SCALE for byte in data), cuts.weights())


def found(reading: Reading, first: int, last: int, rules: list[Link], tables: Tables) -> list[Link]:
    """What the head takes for cause and effect in a sentence, purpose and sequence too."""
    return [link_of(reading, choice) for choice in chosen(reading, first, last, rules, tables)]


def chosen(reading: Reading, first: int, last: int, rules: list[Link], tables: Tables) -> list[Choice]:
    """The pairs of a sentence that are likelier than the threshold, the likeliest first, none said twice."""
    likely = []
    for choice, features in pairs(reading, first, last, rules):
        total = tables.head[0] + sum(tables.head[each] for each in features)
        probability = 1 / (1 + exp(-total))
        if probability >= THRESHOLD:
            likely.append(choice._replace(probability=probability))
    kept: list[Choice] = []
    for choice in sorted(likely, key=lambda each: (-each.probability, *each[1:5])):
        whole = within(reading, choice, tables.cuts)
        if not any(_twice(whole, other) for other in kept):
            kept.append(whole)
    return kept


def within(reading: Reading, choice: Choice, table: tuple[float, ...]) -> Choice:
    """A choice without what does not belong to its cause and effect."""
    pair = choice.candidate
    return choice._replace(
        cause=cuts.cut(reading, choice.cause, choice.cause_head, "C", pair, table),
        effect=cuts.cut(reading, choice.effect, choice.effect_head, "E", pair, table),
    )


def pairs(
    reading: Reading, first: int, last: int, rules: list[Link]
) -> Iterator[tuple[Choice, frozenset[int]]]:
    """All pairs, in the ways round that they may have, with their features as buckets."""
    for each in candidates(reading, first, last):
        common = list(features_of(reading, each))
        for way in ways(reading, each):
            upper, lower = (each.upper_span, each.upper), (each.lower_span, each.lower)
            cause, effect = (lower, upper) if way == "<" else (upper, lower)
            names = [way + name for name in common]
            names.extend(_agreed(rules, cause[0], effect[0]))
            buckets = frozenset(1 + crc32(name.encode()) % (BUCKETS - 1) for name in names)
            yield Choice(0.0, *cause, *effect, each), buckets


def link_of(reading: Reading, choice: Choice) -> Link:
    """A choice as a link: its cue is what joins the two, or the head of the effect."""
    lower = choice.candidate.lower
    joint = [each for each in reading.kids(lower, *_JOINTS) if each < lower and choice.candidate.joint]
    outside = [each for each in joint if not _inside(each, choice.cause) and not _inside(each, choice.effect)]
    cue = (outside[0], outside[-1] + 1) if outside else (choice.effect_head, choice.effect_head + 1)
    return Link(
        choice.effect_head, choice.cause, choice.cause_head, choice.effect, choice.effect_head, cue, "",
        f"head:{choice.candidate.sort.partition(':')[0]}",
    )  # fmt: skip


def _inside(index: int, stretch: Stretch) -> bool:
    return stretch[0] <= index < stretch[1]


def _agreed(rules: Iterable[Link], cause: Stretch, effect: Stretch) -> Iterator[str]:
    for link in rules:
        if _overlap(link.cause, cause) >= 0.5 and _overlap(link.effect, effect) >= 0.5:
            yield "rule"
            yield f"rule={link.rule}"
            return


def _overlap(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _twice(one: Choice, other: Choice) -> bool:
    """Whether two pairs say the same, one of them perhaps the wrong way round."""
    straight = _overlap(one.cause, other.cause) > _NEAR and _overlap(one.effect, other.effect) > _NEAR
    return straight or (
        _overlap(one.cause, other.effect) > _NEAR and _overlap(one.effect, other.cause) > _NEAR
    )
