"""Scores implications and statements: records that stand in one sentence and are known by their spans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.gold.actors import Cast
from tests.gold.annotation import Annotation, Implication, Spans, Statement
from tests.gold.pairing import ALIKE, exact, iou, overlap, pair, same_holder
from tests.gold.tally import Mistake, Report

Claim = TypeVar("Claim", Implication, Statement)


@dataclass(frozen=True)
class Kind(Generic[Claim]):
    """How records of one type are known: by which spans, which of them decide, how they are shown."""

    record: str
    spans: Callable[[Claim], dict[str, Spans]]
    whole: Callable[[dict[str, Spans], dict[str, Spans]], bool]
    words: Callable[[Claim], str]


def _score(
    gold: Sequence[Claim], found: Sequence[Claim], kind: Kind[Claim], report: Report
) -> list[tuple[Claim, Claim]]:
    """Pairs records, counts their spans and the whole, and returns the pairs that are right as a whole."""
    mine = [kind.spans(claim) for claim in gold]
    yours = [kind.spans(claim) for claim in found]

    def weight(i: int, j: int) -> float:
        alike = [iou(mine[i][name], yours[j][name]) for name in mine[i] if mine[i][name] and yours[j][name]]
        whole = kind.whole(mine[i], yours[j])
        required = 0.01 * (not gold[i].optional)
        return sum(alike) + 4 * whole + required if any(alike) else 0.0

    pairs = pair(range(len(gold)), range(len(found)), weight)
    whole = {(i, j) for i, j in pairs if kind.whole(mine[i], yours[j])}
    swallowed = {j for i, j in whole if gold[i].optional}
    pairs = [(i, j) for i, j in pairs if not gold[i].optional]
    asked = [i for i, claim in enumerate(gold) if not claim.optional]
    counted = [j for j in range(len(found)) if j not in swallowed]
    right = [(i, j) for i, j in pairs if (i, j) in whole]
    report.count(kind.record, "whole", len(right), len(counted), len(asked))
    for name in kind.spans(gold[0]) if gold else ():
        total = sum(bool(yours[j][name]) for j in counted), sum(bool(mine[i][name]) for i in asked)
        both = [(mine[i][name], yours[j][name]) for i, j in pairs if mine[i][name] and yours[j][name]]
        report.count(kind.record, f"{name}, exact", sum(exact(a, b) for a, b in both), *total)
        report.count(kind.record, f"{name}, IoU ≥ {ALIKE}", sum(iou(a, b) >= ALIKE for a, b in both), *total)
    for i in asked:
        if i not in {k for k, _ in right}:
            near = next((kind.words(found[j]) for k, j in pairs if k == i), None)
            words = kind.words(gold[i]) + (f"\n      nearest {near}" if near else "")
            report.mistakes.append(Mistake(kind.record, "missing", _start(mine[i]), words))
    for j in counted:
        if j not in {k for _, k in right}:
            report.mistakes.append(Mistake(kind.record, "extra", _start(yours[j]), kind.words(found[j])))
    return [(gold[i], found[j]) for i, j in right]


def _start(spans: dict[str, Spans]) -> int:
    return min(words[0].start for words in spans.values() if words)


def _quote(spans: Spans) -> str:
    return f"[{spans[0].quote}]" if spans else "[]"


IMPLICATION = Kind[Implication](
    record="implications",
    spans=lambda claim: {"cause": claim.cause, "effect": claim.effect},
    whole=lambda gold, found: all(iou(gold[name], found[name]) >= ALIKE for name in ("cause", "effect")),
    words=lambda claim: f"{_quote(claim.cause)} {_quote(claim.cue)} {_quote(claim.effect)}",
)
"""An implication is right as a whole where cause and effect are."""

STATEMENT = Kind[Statement](
    record="statements",
    spans=lambda claim: {
        "source": claim.attribution.source,
        "cue": claim.attribution.cue,
        "content": claim.content,
    },
    whole=lambda gold, found: (
        overlap(gold["cue"], found["cue"])
        and iou(gold["source"], found["source"]) >= ALIKE
        and iou(gold["content"], found["content"]) >= ALIKE
    ),
    words=lambda claim: (
        f"{_quote(claim.attribution.source)} {_quote(claim.attribution.cue)} {_quote(claim.content)}"
    ),
)
"""A statement is right as a whole where the cues overlap and source and content are alike."""


def score_implications(gold: Annotation, found: Annotation, cast: Cast, report: Report) -> None:
    """Counts implications, and the fields of those that are right as a whole."""
    for one, other in _score(gold.implications, found.implications, IMPLICATION, report):
        place = one.cause[0].start, IMPLICATION.words(one)
        theirs = cast.attribution(other.attribution)
        cues = _quote(one.cue), _quote(other.cue)
        holders = _quote(one.attribution.source), _quote(theirs.source)
        report.check("implications", "cue", cues, place, right=overlap(one.cue, other.cue))
        right = same_holder(one.attribution, theirs)
        report.check("implications", "attribution", holders, place, right=right)
        for name in ("direction", "certainty", "polarity", "time"):
            if name not in one.open:
                report.compare("implications", name, (getattr(one, name), getattr(other, name)), place)
        if "affects" not in one.open:
            affected = cast.required(one.affects), cast.names(other.affects)
            report.compare("implications", "affects", affected, place)


def score_statements(gold: Annotation, found: Annotation, cast: Cast, report: Report) -> None:
    """Counts statements, and the fields of those that are right as a whole."""
    for one, other in _score(gold.statements, found.statements, STATEMENT, report):
        place = one.content[0].start, STATEMENT.words(one)
        actors = one.attribution.actor, cast.name(other.attribution.actor)
        report.compare("statements", "actor", actors, place)
        for name in ("kind", "certainty", "polarity", "quoted"):
            if name not in one.open:
                report.compare("statements", name, (getattr(one, name), getattr(other, name)), place)
        if "about" not in one.open:
            about = cast.required(one.about), cast.names(other.about)
            report.compare("statements", "about", about, place)
