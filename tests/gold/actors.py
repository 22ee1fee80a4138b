"""Scores actors and mentions, and tells which found actor is which gold one."""

from __future__ import annotations

from collections.abc import Iterable

from tests.gold.annotation import Actor, Annotation, Attribution, Mention
from tests.gold.pairing import ALIKE, iou, pair
from tests.gold.tally import Mistake, Report

FORMS = ("name", "description", "pronoun")


class Cast:
    """The gold names of the found actors, and the gold actors that may be left out."""

    def __init__(self, pairs: dict[str, str], optional: frozenset[str]) -> None:
        self._pairs = pairs
        self._optional = optional

    def name(self, key: str | None) -> str | None:
        """The gold name of a found actor; its own id behind a question mark where it has no counterpart."""
        return None if key is None else self._pairs.get(key, f"?{key}")

    def required(self, names: Iterable[str]) -> frozenset[str]:
        """Names without those of optional actors, which are neither asked for nor punished."""
        return frozenset(names) - self._optional

    def names(self, keys: Iterable[str]) -> frozenset[str]:
        """The required gold names of found actors."""
        return self.required(str(self.name(key)) for key in keys)

    def attribution(self, found: Attribution) -> Attribution:
        """The same attribution with the actor under its gold name."""
        return Attribution(found.source, self.name(found.actor), found.cue)


def likeness(gold: Actor, found: Actor) -> float:
    """Dice's coefficient of the mentions, in which half-covered spans count by their overlap.

    Pronouns alone make no pair: a name or a description has to be shared.
    """
    shared, named = 0.0, False
    for mention in found.mentions:
        best = max((iou(other.spans, mention.spans) for other in gold.mentions), default=0.0)
        if best >= ALIKE:
            shared += best
            named = named or mention.form != "pronoun"
    return 2 * shared / (len(gold.mentions) + len(found.mentions)) if named else 0.0


def score_actors(gold: Annotation, found: Annotation, report: Report) -> Cast:
    """Pairs the actors by their mentions and counts actors, their fields, and mentions."""
    pairs = pair(gold.actors, found.actors, likeness)
    for i, j in pairs:
        _fields(gold.actors[i], found.actors[j], report)
    swallowed = sum(gold.actors[i].optional for i, _ in pairs)
    asked = sum(not actor.optional for actor in gold.actors)
    report.count("actors", "matched", len(pairs) - swallowed, len(found.actors) - swallowed, asked)
    paired_gold, paired_found = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, actor in enumerate(gold.actors):
        if i not in paired_gold and not actor.optional:
            report.mistakes.append(Mistake("actors", "missing", _start(actor), actor.name))
    for j, actor in enumerate(found.actors):
        if j not in paired_found:
            report.mistakes.append(Mistake("actors", "extra", _start(actor), actor.name))
    optional = frozenset(actor.key for actor in gold.actors if actor.optional)
    cast = Cast({found.actors[j].key: gold.actors[i].key for i, j in pairs}, optional)
    _mentions(gold, found, cast, report)
    return cast


def _start(actor: Actor) -> int:
    return actor.mentions[0].spans[0].start


def _fields(gold: Actor, found: Actor, report: Report) -> None:
    if gold.optional:
        return
    for name in ("kind", "country"):
        values = getattr(gold, name), getattr(found, name)
        report.compare("actors", name, values, (_start(gold), gold.name))


def _mentions(gold: Annotation, found: Annotation, cast: Cast, report: Report) -> None:
    """Counts mentions: the exact span and the right actor. A mention of two actors counts once for each."""
    wanted: dict[tuple[int, int, str], tuple[Mention, bool]] = {}
    for actor in gold.actors:
        for mention in actor.mentions:
            for span in mention.spans:
                wanted[span.start, span.end, actor.key] = (mention, mention.optional or actor.optional)
    met: set[tuple[str, Mention]] = set()
    for form in FORMS:
        report.row("mentions", form)
    for actor in found.actors:
        name = str(cast.name(actor.key))
        for mention in actor.mentions:
            span = mention.spans[0]
            hit, optional = wanted.get((span.start, span.end, name), (None, False))
            if optional or (hit is not None and (name, hit) in met):
                continue
            if hit is None:
                words = f"{span.quote} = {actor.name}"
                report.mistakes.append(Mistake("mentions", f"extra {mention.form}", span.start, words))
            else:
                met.add((name, hit))
                report.count("mentions", hit.form, 1, 0, 0)
            report.count("mentions", hit.form if hit else mention.form, 0, 1, 0)
    for actor in gold.actors:
        for mention in actor.mentions:
            if mention.optional or actor.optional:
                continue
            report.count("mentions", mention.form, 0, 0, 1)
            if (actor.key, mention) not in met:
                words = f"{mention.spans[0].quote} = {actor.name}"
                fault = f"missing {mention.form}"
                report.mistakes.append(Mistake("mentions", fault, mention.spans[0].start, words))
    forms = [report.row("mentions", form) for form in FORMS]
    report.count(
        "mentions", "all", *(sum(getattr(row, n) for row in forms) for n in ("right", "found", "gold"))
    )
