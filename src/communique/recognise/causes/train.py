"""Fits the head on the part of the Causal News Corpus that is not kept aside, and writes its weights.

    python -m communique.recognise.causes.train FOLDER

``FOLDER`` is ``causal_news_corpus``: the file ``train_subtask2_grouped.csv`` of the Causal News Corpus,
version 2 (Tan et al. 2022, 2023; CC0), from the repository ``tanfiona/CausalNewsCorpus`` on GitHub. No other
data is used. The head is off unless ``recognise(analysis, loose=True)`` asks for it.

Logistic regression with an L2 penalty, by Adam over
all examples at once (Kingma and Ba 2015): no order of examples and no random number, so that the same corpus
and the same language model give the same weights. Penalty and threshold were chosen by fitting on four fifths
of these documents and measuring on the fifth, five times.
"""

from __future__ import annotations

import argparse
import ast
import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.analyse.analysis import Analysis
from communique.analyse.coreference import resolve
from communique.analyse.model import load
from communique.analyse.names import find_names
from communique.document import Builder
from communique.recognise.causes import head
from communique.recognise.causes.extent import Reading
from communique.recognise.implication import links

PENALTY = 10.0
STEPS = 200
TAG = re.compile(r"</?(ARG[01]|SIG\d)>")
Words = frozenset[int]
Pair = tuple[Words, Words]
"""Starts of the words of the cause, and of the effect."""


@dataclass(slots=True)
class Row:
    """A sentence of the corpus."""

    document: str
    text: str
    pairs: list[Pair]
    signals: list[str]
    marked: list[str]

    @property
    def causal(self) -> bool:
        """Whether the corpus finds a cause in it."""
        return bool(self.pairs)


def aside(document: str) -> bool:
    """Whether a document belongs to the third that is kept aside for figures."""
    return _hash(document) % 3 == 0


def _hash(document: str) -> int:
    return int(hashlib.sha256(document.encode()).hexdigest(), 16)


def rows(folder: Path, *, kept_aside: bool) -> Iterator[Row]:
    """The sentences of the part kept aside, or of the rest."""
    path = folder / "train_subtask2_grouped.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if aside(row["doc_id"]) != kept_aside:
                continue
            marked = ast.literal_eval(row["causal_text_w_pairs"])
            found = [read(each) for each in marked]
            text = found[0][0] if found else row["text"]
            yield Row(row["doc_id"], text, [each[1] for each in found], [each[2] for each in found], marked)


def read(marked: str) -> tuple[str, Pair, str]:
    """A marked sentence: its text, the words of cause and effect, the signal in lower case."""
    plain, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for tag in TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        name = tag.group(1)
        if tag.group().startswith("</"):
            spans.setdefault(name, []).append((opened[name], len(plain)))
        else:
            opened[name] = len(plain)
    plain += marked[at:]
    cause, effect = (
        frozenset(word for span in spans.get(name, ()) for word in words(plain, *span))
        for name in ("ARG0", "ARG1")
    )
    signals = [plain[a:b].strip().lower() for name in sorted(spans) if name[0] == "S" for a, b in spans[name]]
    return plain, (cause, effect), " .. ".join(signals)


def words(text: str, start: int, end: int) -> Words:
    """The starts of the words of a stretch."""
    return frozenset(start + found.start() for found in re.finditer(r"\w+", text[start:end]))


def iou(one: Words, other: Words) -> float:
    """Shared words over all words."""
    return len(one & other) / len(one | other) if one or other else 0.0


def analysis_of(text: str) -> Analysis:
    """All steps of the analysis that implications rest on, for a text of one paragraph."""
    builder = Builder(text)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    builder.mark("paragraph", first, last)
    document = builder.build()
    tokens, sentences = load().parse(text, [(first, last)])
    names = find_names(tokens, sentences, document, None)
    return resolve(replace(Analysis(document), tokens=tokens, sentences=sentences, names=names))


Example = tuple[frozenset[int], bool]


def examples(row: Row, analysis: Analysis) -> Iterator[Example]:
    """The features of every pair of a sentence, and whether the corpus has it."""
    reading = Reading(analysis)
    found = list(links(reading))
    for sentence in analysis.sentences:
        mine = [link for link in found if reading.tokens[link.trigger].sentence == sentence.index]
        for choice, features in head.pairs(reading, sentence.first, sentence.last, mine):
            cause = words(row.text, *reading.offsets(choice.cause))
            effect = words(row.text, *reading.offsets(choice.effect))
            right = any(iou(c, cause) >= 0.5 and iou(e, effect) >= 0.5 for c, e in row.pairs)
            yield features, right


def fit(given: list[Example], penalty: float = PENALTY, steps: int = STEPS) -> NDArray[np.float64]:
    """The bias and the weight of each bucket."""
    features = np.concatenate([np.fromiter(sorted(each), np.int64) for each, _ in given])
    example = np.repeat(np.arange(len(given)), [len(each) for each, _ in given])
    right = np.array([float(is_right) for _, is_right in given])
    weights = np.zeros(head.BUCKETS)
    weights[0] = np.log(right.mean() / (1 - right.mean()))
    first, second = np.zeros(head.BUCKETS), np.zeros(head.BUCKETS)
    for step in range(1, steps + 1):
        total = weights[0] + np.bincount(example, weights[features], len(given))
        error = 1 / (1 + np.exp(-total)) - right
        slope = np.bincount(features, error[example], head.BUCKETS) + penalty * weights
        slope[0] = error.sum()
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.05 if step < 0.6 * steps else 0.015
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def packed(weights: NDArray[np.float64]) -> bytes:
    """A byte a weight: 128 is nothing, a step is 1/SCALE."""
    return bytes(np.clip(np.rint(weights * head.SCALE) + 128, 0, 255).astype(np.uint8))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the head of cause and effect.")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    given = [
        example
        for row in rows(options.folder, kept_aside=False)
        for example in examples(row, analysis_of(row.text))
    ]
    path = Path(__file__).with_name(head.WEIGHTS)
    path.write_bytes(packed(fit(given)))
    print(f"{len(given)} pairs, {sum(right for _, right in given)} of them right → {path.name}")


if __name__ == "__main__":
    main()
