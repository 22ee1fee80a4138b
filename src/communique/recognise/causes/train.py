"""Fits the head on the part of the Causal News Corpus that is not kept aside, and writes its weights.

    python -m communique.recognise.causes.train FOLDER

``FOLDER`` is ``causal_news_corpus`` (``news_corpus`` tells where it comes from). No other data is used.

Two logistic regressions with an L2 penalty, by Adam over all examples at once (Kingma and Ba 2015): no order
of examples and no random number, so that the same corpus and the same language model give the same weights.
First the cuts: where the pair that comes nearest to a relation of the corpus ends, and where the relation
does. Then the head: which pairs, cut so, are relations of the corpus. Penalties and thresholds were chosen
by ``python -m tests.measure_causes --crossed``: fitted on four fifths of these documents, measured on the
fifth, five times.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.recognise.causes import cuts, head
from communique.recognise.causes.extent import Reading
from communique.recognise.causes.link import Link, Stretch
from communique.recognise.causes.news_corpus import Row, Words, analysis_of, iou, rows, words
from communique.recognise.implication import links

HEAD_PENALTY, CUT_PENALTY = 10.0, 3.0
STEPS = 200
_NEAR = 0.2
"""A pair whose cause and effect have less of the relation's words teaches nothing about where it ends."""

Example = tuple[frozenset[int], bool]
Known = tuple[head.Choice, frozenset[int]]


class Lesson:
    """A sentence of the corpus with all that is asked of it again and again."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.reading = Reading(analysis_of(row.text))
        self.rules: dict[int, list[Link]] = {}
        for link in links(self.reading):
            self.rules.setdefault(self.reading.tokens[link.trigger].sentence, []).append(link)
        self.known: list[Known] = [
            known
            for sentence in self.reading.analysis.sentences
            for known in head.pairs(
                self.reading, sentence.first, sentence.last, self.rules.get(sentence.index, [])
            )
        ]

    def words(self, span: Stretch) -> Words:
        """The words of a stretch, as the corpus counts them."""
        return words(self.row.text, *self.reading.offsets(span))

    def cuts(self) -> Iterator[Example]:
        """The phrases at the ends of the pairs nearest to the corpus, and whether they are to be cut."""
        for cause, effect in self.row.pairs:
            scores = [
                min(iou(self.words(choice.cause), cause), iou(self.words(choice.effect), effect))
                for choice, _ in self.known
            ]
            if not scores or max(scores) < _NEAR:
                continue
            choice, _ = self.known[scores.index(max(scores))]
            yield from self._cuts("C", choice.cause, choice.cause_head, cause, choice)
            yield from self._cuts("E", choice.effect, choice.effect_head, effect, choice)

    def _cuts(
        self, role: str, span: Stretch, top: int, gold: Words, choice: head.Choice
    ) -> Iterator[Example]:
        for _ in range(cuts.ROUNDS):
            out = []
            for edge in cuts.edges(self.reading, span, top):
                inside = self.words(edge.span)
                if inside:
                    is_out = len(inside & gold) < len(inside) / 2
                    features = cuts.features(self.reading, span, top, role, edge, choice.candidate)
                    yield features, is_out
                    if is_out:
                        out.append(edge)
            if not out:
                break
            span = cuts.without(self.reading, span, out)

    def pairs(self, table: tuple[float, ...]) -> Iterator[Example]:
        """The features of every pair, and whether the corpus has it."""
        for choice, features in self.known:
            kept = head.within(self.reading, choice, table)
            cause, effect = self.words(kept.cause), self.words(kept.effect)
            right = any(iou(c, cause) >= 0.5 and iou(e, effect) >= 0.5 for c, e in self.row.pairs)
            yield features, right


def lessons(folder: Path) -> list[Lesson]:
    """All sentences that are not kept aside."""
    return [Lesson(row) for row in rows(folder, kept_aside=False)]


def fitted(given: Sequence[Lesson]) -> tuple[bytes, bytes]:
    """The weights of the head and of the cuts, as they are stored."""
    bounds = packed(
        fit([each for lesson in given for each in lesson.cuts()], CUT_PENALTY, cuts.BUCKETS), cuts.SCALE
    )
    table = tuple((byte - 128) / cuts.SCALE for byte in bounds)
    examples = [each for lesson in given for each in lesson.pairs(table)]
    return packed(fit(examples, HEAD_PENALTY, head.BUCKETS), head.SCALE), bounds


def tables(stored: tuple[bytes, bytes]) -> head.Tables:
    """Stored weights as the head takes them."""
    return head.Tables(
        tuple((byte - 128) / head.SCALE for byte in stored[0]),
        tuple((byte - 128) / cuts.SCALE for byte in stored[1]),
    )


def fit(given: list[Example], penalty: float, buckets: int) -> NDArray[np.float64]:
    """The bias and the weight of each bucket."""
    features = np.concatenate([np.fromiter(sorted(each), np.int64) for each, _ in given])
    example = np.repeat(np.arange(len(given)), [len(each) for each, _ in given])
    right = np.array([float(is_right) for _, is_right in given])
    weights = np.zeros(buckets)
    weights[0] = np.log(right.mean() / (1 - right.mean()))
    first, second = np.zeros(buckets), np.zeros(buckets)
    for step in range(1, STEPS + 1):
        total = weights[0] + np.bincount(example, weights[features], len(given))
        error = 1 / (1 + np.exp(-total)) - right
        slope = np.bincount(features, error[example], buckets) + penalty * weights
        slope[0] = error.sum()
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.05 if step < 0.6 * STEPS else 0.015
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def packed(weights: NDArray[np.float64], scale: int) -> bytes:
    """A byte a weight: 128 is nothing, a step is 1/scale."""
    return bytes(np.clip(np.rint(weights * scale) + 128, 0, 255).astype(np.uint8))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the head of cause and effect.")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    given = lessons(options.folder)
    for name, data in zip((head.WEIGHTS, cuts.WEIGHTS), fitted(given), strict=True):
        Path(__file__).with_name(name).write_bytes(data)
        print(f"{len(given)} sentences → {name}")


if __name__ == "__main__":
    main()
