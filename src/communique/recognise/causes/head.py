"""The trained head: how likely a pair of stretches is cause and effect as the Causal News Corpus has them.

A logistic regression over hashed features of a candidate: how the two are joined, their heads, tenses, their
order, and whether they name events, actors, or what is good or bad. It takes purpose,
reaction and sequence for causes, as its corpus does, and so it speaks only where it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from math import exp
from typing import NamedTuple
from zlib import crc32

from communique.analyse import lexicon
from communique.recognise.causes.candidates import Candidate, candidates
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch

BUCKETS = 1 << 16
WEIGHTS = "head.bin"
THRESHOLD = 0.25
"""Chosen by ``train --check``: sentence precision above 0.75, relation F at its best."""
SCALE = 32
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


@lexicon.cached
def weights() -> tuple[float, ...]:
    """The bias and the weight of each bucket."""
    data = resources.files(__package__).joinpath(WEIGHTS).read_bytes()
    return tuple((byte - 128) / SCALE for byte in data)


def more(reading: Reading, first: int, last: int, rules: list[Link]) -> list[Link]:
    """What the head finds in a sentence beyond what the rules do."""
    return [
        link_of(reading, choice)
        for choice in chosen(reading, first, last, rules)
        if not any(_twice(choice.cause, choice.effect, rule.cause, rule.effect) for rule in rules)
    ]


def chosen(
    reading: Reading, first: int, last: int, rules: Iterable[Link], threshold: float = THRESHOLD
) -> list[Choice]:
    """The pairs of a sentence that are likelier than the threshold, the likeliest first, none said twice."""
    found: list[Choice] = []
    for choice in sorted(
        scored(reading, first, last, rules), key=lambda each: (-each.probability, *each[1:5])
    ):
        if choice.probability < threshold:
            break
        if not any(_twice(choice.cause, choice.effect, other.cause, other.effect) for other in found):
            found.append(choice)
    return found


def scored(reading: Reading, first: int, last: int, rules: Iterable[Link]) -> Iterator[Choice]:
    """All pairs of a sentence both ways round, with their probabilities."""
    table = weights()
    for choice, features in pairs(reading, first, last, list(rules)):
        total = table[0] + sum(table[each] for each in features)
        yield choice._replace(probability=1 / (1 + exp(-total)))


def pairs(
    reading: Reading, first: int, last: int, rules: list[Link]
) -> Iterator[tuple[Choice, frozenset[int]]]:
    """All pairs both ways round, with their features as buckets."""
    for each in candidates(reading, first, last):
        common = list(_features(reading, each))
        for way in ("<", ">"):
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


def _agreed(rules: list[Link], cause: Stretch, effect: Stretch) -> Iterator[str]:
    for link in rules:
        if _overlap(link.cause, cause) >= 0.5 and _overlap(link.effect, effect) >= 0.5:
            yield "rule"
            yield f"rule={link.rule}"
            return


def _overlap(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _twice(cause: Stretch, effect: Stretch, other_cause: Stretch, other_effect: Stretch) -> bool:
    """Whether two pairs say the same, one of them perhaps the wrong way round."""
    straight = _overlap(cause, other_cause) > _NEAR and _overlap(effect, other_effect) > _NEAR
    return straight or (_overlap(cause, other_effect) > _NEAR and _overlap(effect, other_cause) > _NEAR)


def _word(reading: Reading, index: int) -> str:
    """The dictionary form; for a name only that it is one."""
    token = reading.tokens[index]
    return f"name {token.tag[2:]}" if token.upos == "PROPN" else reading.lemma(index)


def _sorts(reading: Reading, index: int) -> str:
    """Event, actor, outcome, bad, good, and the ways a verb takes a cause."""
    words, lemma = reading.words, reading.lemma(index)
    marks = [
        mark
        for mark, holds in (
            ("e", reading.event(index)), ("a", reading.actor(index)), ("o", lemma in words.outcomes),
            ("b", lemma in words.bad), ("g", lemma in words.good),
        )
        if holds
    ]  # fmt: skip
    frames = words.verbs.get(lemma, ()) if reading.tokens[index].upos == "VERB" else ()
    return "".join(marks) + ",".join(sorted({frame.kind for frame in frames}))


def _features(reading: Reading, each: Candidate) -> Iterator[str]:
    sort, joint = each.sort, each.joint
    upper, lower = _word(reading, each.upper), _word(reading, each.lower)
    tags = f"{reading.tokens[each.upper].xpos} {reading.tokens[each.lower].xpos}"
    sorts = f"{_sorts(reading, each.upper)} {_sorts(reading, each.lower)}"
    order, between = _between(reading, each)
    yield f"s={sort}"
    yield f"j={joint}"
    for name, value in (
        ("j", joint), ("u", upper), ("l", lower), ("x", tags), ("o", order), ("e", sorts), ("b", between),
        ("n", _lengths(each)), ("ju", f"{joint} {upper}"), ("jl", f"{joint} {lower}"),
        ("jo", f"{joint} {order}"),
    ):  # fmt: skip
        yield f"s={sort} {name}={value}"
    yield f"u={upper}"
    yield f"l={lower}"
    yield f"j={joint} x={tags}"
    yield f"j={joint} e={sorts}"
    yield f"b={between}"
    yield f"u={upper} l={lower}"
    yield from _around(reading, each)
    for name, span in (("u", each.upper_span), ("l", each.lower_span)):
        for word in sorted(
            {
                _word(reading, i)
                for i in range(span[0], min(span[1], span[0] + 25))
                if reading.tokens[i].upos in ("NOUN", "VERB")
            }
        ):
            yield f"w{name}={word}"


def _between(reading: Reading, each: Candidate) -> tuple[str, str]:
    """Which comes first, with a comma or not; and the words between where they are few."""
    one, other = each.upper_span, each.lower_span
    low, high = min(one[1], other[1]), max(one[0], other[0])
    words = [reading.low(i) for i in range(low, high)] if high - low <= 6 else ["many"]
    order = ("<" if one[0] < other[0] else ">") + ("," if "," in words else "")
    return order, " ".join(word for word in words if word != ",")


def _lengths(each: Candidate) -> str:
    sizes = (min(span[1] - span[0], 12) // 3 for span in (each.upper_span, each.lower_span))
    return " ".join(map(str, sizes))


def _around(reading: Reading, each: Candidate) -> Iterator[str]:
    """The words that hang on the two heads."""
    for name, head in (("u", each.upper), ("l", each.lower)):
        for kid in reading.children[head]:
            relation = reading.relation[kid]
            if relation in ("aux", "mark", "advmod"):
                yield f"s={each.sort} {name}.{relation}={reading.lemma(kid)}"
            if relation in ("aux", "obj", "nsubj", "advmod", "amod", "cop", "mark", "expl"):
                yield f"{name}.{relation}={_word(reading, kid)}"
