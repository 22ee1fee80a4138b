"""All figures of one article against its gold."""

from __future__ import annotations

from collections.abc import Sequence

from tests.gold.actors import score_actors
from tests.gold.annotation import Annotation, Span
from tests.gold.claims import score_implications, score_statements
from tests.gold.events import Sentences, score_controversies, score_meetings
from tests.gold.loading import Json, read
from tests.gold.tally import Mistake, Report, by_place

from communique.records import Article


def score(found: Article | Annotation | Json, gold: Annotation | Json) -> Report:
    """Every figure and every mistake of `found` against `gold`.

    Raises ValueError where the two speak of different texts.
    """
    gold = gold if isinstance(gold, Annotation) else read(gold)
    if isinstance(found, Article):
        found = found.model_dump(mode="json")
    found = found if isinstance(found, Annotation) else read(found)
    if found.sha256 != gold.sha256:
        raise ValueError("the article and the gold file speak of different texts")
    report = Report()
    cast = score_actors(gold, found, report)
    meetings = score_meetings(gold, found, cast, report)
    score_controversies(gold, found, cast, meetings, report)
    score_implications(gold, found, cast, report)
    score_statements(gold, found, cast, report)
    return report


def describe(mistakes: Sequence[Mistake], gold: Annotation, text: str) -> str:
    """The mistakes in the order of the text, each group under its sentence."""
    sentences = Sentences(gold.sentences)
    lines: list[str] = []
    last = -1
    for mistake in by_place(mistakes):
        number = min(sentences.touched((Span(mistake.start, mistake.start + 1, ""),)), default=0)
        if number != last:
            start, end = gold.sentences[number]
            lines += ["", f"{number + 1}. {text[start:end]}"]
            last = number
        lines.append(f"   {mistake.record}: {mistake.fault}: {mistake.words}")
    return "\n".join(lines)
