"""Scores meetings and controversies: records of something that several passages may speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from tests.gold.actors import Cast
from tests.gold.annotation import Annotation, Controversy, Meeting, Position, Span, Spans, When, Where
from tests.gold.pairing import ALIKE, WORD, iou, jaccard, overlap, pair, same_holder
from tests.gold.tally import Mistake, Report, show

Event = TypeVar("Event", Meeting, Controversy)

FILLERS = frozenset(
    {"a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "by", "with", "between", "s"}
)


class Sentences:
    """Finds the sentences of the gold file that a span touches."""

    def __init__(self, spans: tuple[tuple[int, int], ...]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def touched(self, spans: Spans) -> frozenset[int]:
        """The numbers of the sentences, from 0."""
        return frozenset(number for span in spans for number in self._of(span))

    def _of(self, span: Span) -> range:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if first < len(self._ends) and span.start >= self._ends[first]:
            first += 1
        return range(first, max(bisect_right(self._starts, span.end - 1), first))


def score_meetings(gold: Annotation, found: Annotation, cast: Cast, report: Report) -> dict[str, str]:
    """Pairs and counts meetings. Returns the gold name of each found meeting that has a counterpart."""
    sentences = Sentences(gold.sentences)

    def weight(one: Meeting, other: Meeting) -> float:
        passages = jaccard(sentences.touched(one.evidence), sentences.touched(other.evidence))
        people = jaccard(cast.required(one.participants), cast.names(other.participants))
        if not passages or not (people or one.kind == other.kind):
            return 0.0
        alike = (one.kind == other.kind) + 0.5 * (one.several == other.several)
        return 2 * passages + people + alike + 0.5 * _name_likeness(one.name, other.name)

    pairs = pair(gold.meetings, found.meetings, weight)
    names = {found.meetings[j].key: gold.meetings[i].key for i, j in pairs}
    _count("meetings", gold.meetings, found.meetings, pairs, report)
    for i, j in pairs:
        one, other = gold.meetings[i], found.meetings[j]
        if one.optional:
            continue
        start = one.evidence[0].start
        people, theirs = cast.required(one.participants), cast.names(other.participants)
        if "participants" not in one.open:
            report.count("meetings", "participants", len(people & theirs), len(theirs), len(people))
            if people != theirs:
                fault = f"wrong participants: {show(theirs)} for {show(people)}"
                report.mistakes.append(Mistake("meetings", fault, start, one.name))
        part_of = None if other.part_of is None else names.get(other.part_of, f"?{other.part_of}")
        dates = _date(one.date), _date(other.date)
        places = _place(one.place), _place(other.place)
        for name, values, right in (
            ("kind", (one.kind, other.kind), one.kind == other.kind),
            ("status", (one.status, other.status), one.status == other.status),
            ("several", (one.several, other.several), one.several == other.several),
            ("date", dates, _same_date(one.date, other.date)),
            ("place", places, _same_place(one.place, other.place)),
            ("part_of", (one.part_of, part_of), one.part_of == part_of),
        ):
            if name not in one.open:
                report.check("meetings", name, values, (start, one.name), right=right)
    return names


def score_controversies(
    gold: Annotation, found: Annotation, cast: Cast, meetings: dict[str, str], report: Report
) -> None:
    """Pairs and counts controversies, and the positions taken in them."""
    sentences = Sentences(gold.sentences)

    def weight(one: Controversy, other: Controversy) -> float:
        passages = jaccard(sentences.touched(one.evidence), sentences.touched(other.evidence))
        name = _name_likeness(one.name, other.name)
        claims = sum(_claim_weight(p, q) >= ALIKE for p in one.positions for q in other.positions)
        if not passages or not (passages >= ALIKE or name > 0 or claims):
            return 0.0
        return 2 * passages + 2 * name + min(claims, 2) + 0.5 * jaccard(one.about, cast.names(other.about))

    pairs = pair(gold.controversies, found.controversies, weight)
    _count("controversies", gold.controversies, found.controversies, pairs, report)
    partner = {i: found.controversies[j] for i, j in pairs}
    for i, one in enumerate(gold.controversies):
        if i not in partner:
            if not one.optional:
                report.count("controversies", "positions", 0, 0, sum(not p.optional for p in one.positions))
            continue
        other, start = partner[i], one.evidence[0].start
        if one.optional:
            continue
        about, theirs = cast.required(one.about), cast.names(other.about)
        report.count("controversies", "about", len(about & theirs), len(theirs), len(about))
        arose = frozenset(meetings.get(key, f"?{key}") for key in other.meetings)
        for name, values in (
            ("kind", (one.kind, other.kind)),
            ("standing", (one.standing, other.standing)),
            ("about", (about, theirs)),
            ("meetings", (one.meetings, arose)),
        ):
            if name not in one.open:
                report.compare("controversies", name, values, (start, one.name))
        _positions(one, other, cast, report)
    extra = set(range(len(found.controversies))) - {j for _, j in pairs}
    for j in sorted(extra):
        report.count("controversies", "positions", 0, len(found.controversies[j].positions), 0)


def _positions(gold: Controversy, found: Controversy, cast: Cast, report: Report) -> None:
    pairs = pair(gold.positions, found.positions, _claim_weight)
    good = [(gold.positions[i], found.positions[j]) for i, j in pairs]
    good = [(one, other) for one, other in good if iou(one.claim, other.claim) >= ALIKE]
    counted = [(one, other) for one, other in good if not one.optional]
    swallowed = len(good) - len(counted)
    asked = [position for position in gold.positions if not position.optional]
    report.count("controversies", "positions", len(counted), len(found.positions) - swallowed, len(asked))
    for one, other in counted:
        place = one.claim[0].start, one.claim[0].quote
        report.compare("positions", "stance", (one.stance, other.stance), place)
        report.compare("positions", "certainty", (one.certainty, other.certainty), place)
        theirs = cast.attribution(other.attribution)
        right = same_holder(one.attribution, theirs)
        holders = one.attribution.actor, theirs.actor
        report.check("positions", "holder", holders, place, right=right)
    for one in asked:
        if not any(one is position for position, _ in counted):
            words = f"{gold.name}: {one.claim[0].quote}"
            report.mistakes.append(Mistake("positions", "missing", one.claim[0].start, words))
    for other in found.positions:
        if not any(other is position for _, position in good):
            words = f"{found.name}: {other.claim[0].quote}"
            report.mistakes.append(Mistake("positions", "extra", other.claim[0].start, words))


def _claim_weight(one: Position, other: Position) -> float:
    shared = iou(one.claim, other.claim)
    return shared + 0.1 * overlap(one.attribution.cue, other.attribution.cue) if shared else 0.0


def _count(
    record: str,
    gold: Sequence[Event],
    found: Sequence[Event],
    pairs: list[tuple[int, int]],
    report: Report,
) -> None:
    swallowed = sum(gold[i].optional for i, _ in pairs)
    asked = sum(not item.optional for item in gold)
    report.count(record, "matched", len(pairs) - swallowed, len(found) - swallowed, asked)
    for i, item in enumerate(gold):
        if not item.optional and i not in {k for k, _ in pairs}:
            report.mistakes.append(Mistake(record, "missing", item.evidence[0].start, item.name))
    for j, item in enumerate(found):
        if j not in {k for _, k in pairs}:
            report.mistakes.append(Mistake(record, "extra", item.evidence[0].start, item.name))


def _name_likeness(one: str, other: str) -> float:
    mine, yours = (frozenset(WORD.findall(name.casefold())) - FILLERS for name in (one, other))
    return jaccard(mine, yours) if mine and yours else 0.0


def _same_date(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.edtf == other.edtf and (one.edtf is not None or overlap((one.at,), (other.at,)))


def _same_place(one: Where | None, other: Where | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.country == other.country and iou((one.at,), (other.at,)) > 0


def _date(when: When | None) -> str | None:
    return None if when is None else when.edtf or when.at.quote


def _place(where: Where | None) -> str | None:
    return None if where is None else f"{where.at.quote} ({where.country})"
