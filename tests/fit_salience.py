"""Fits the weights of lexicon/salience.toml to the train documents of GUM.

    python -m tests.fit_salience [--cross] > weights.toml

Prints the fitted tables; [least] and [rules] are set by hand and stay. Words, trees and what earlier
pronouns mean are GUM's, names are found by us. The model is a softmax over the candidates of a pronoun and
"none", with an L2 penalty; the [rules] are part of the score while the rest is fitted. ``--cross`` prints
instead, by
five-fold cross-validation over documents, precision and recall at several values of [least].
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tests.gum import GumDocument, documents
from tests.measure_coreference import analysis_of

from communique.analyse.clauses import Clauses
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.mentions import detect
from communique.analyse.coreference.phrase import Phrase
from communique.analyse.coreference.pronouns import Candidate, Reader, family, weights
from communique.analyse.coreference.resolve import PASSES

GENRES = ("news", "interview", "bio", "voyage", "academic", "court")
REPORTED = ("news", "interview", "bio")
PENALTY = 3.0
STEPS = 400
RAREST = 4
"""Features seen on fewer candidates get no weight."""


class Example(NamedTuple):
    """One pronoun: its candidates' features, and which is right (behind the last: none is)."""

    candidates: list[tuple[str, ...]]
    right: int
    document: str


class Teacher(Reader):
    """A Reader that is told the right candidate, and notes what it was shown."""

    def __init__(self, chains: Chains, document: GumDocument, examples: dict[str, list[Example]]) -> None:
        super().__init__(chains)
        self.document = document
        self.examples = examples
        self.gold: dict[int, set[str]] = defaultdict(set)
        for each in document.gold:
            self.gold[each.head].add(each.cluster)

    def choose(self, phrase: Phrase, found: list[Candidate]) -> Candidate | None:
        if not found:
            return None
        gold = self._gold(phrase)
        right = next((i for i, candidate in enumerate(found) if self._right(candidate, gold)), len(found))
        self.examples[family(phrase)].append(
            Example([tuple(c.features) for c in found], right, self.document.id)
        )
        return found[right] if right < len(found) else None

    def _gold(self, phrase: Phrase) -> set[str]:
        return self.gold.get(self.tokens[phrase.head].start, set()) if phrase.head >= 0 else set()

    def _right(self, candidate: Candidate, gold: set[str]) -> bool:
        if len(candidate.roots) == 1:
            return bool(self._gold(candidate.nearest) & gold)
        members = [
            set().union(*(self._gold(self.chains.phrases[i]) for i in self.chains.of(root).phrases[:6]))
            for root in candidate.roots
        ]
        for cluster in gold:
            split = set(self.document.split.get(cluster, ()))
            if split and len(split) == len(members) and all(member & split for member in members):
                return True
        if candidate.nearest.index in self.chains.several and self._gold(candidate.nearest) & gold:
            return True
        heads = {self._first_head(mention.head) for mention in candidate.mentions}
        text = self.document.document.text
        return any(
            each.cluster in gold
            and not each.pronoun
            and each.head in heads
            and " and " in text[each.start : each.end]
            for each in self.document.gold
        )  # fmt: skip

    def _first_head(self, head: int) -> int:
        while self.tokens[head].deprel.startswith("conj"):
            head = self.tokens[head].head
        return self.tokens[head].start


def collect() -> dict[str, list[Example]]:
    """All pronouns of the train documents, by family."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for document in documents("train", GENRES):
        analysis = analysis_of(document, gold_trees=True, resolved=False)
        clauses = Clauses(analysis)
        chains = Chains(analysis, clauses, detect(analysis, clauses))
        for join in PASSES:
            join(chains)
        Teacher(chains, document, examples).read()
    return dict(examples)


def by_hand(features: tuple[str, ...]) -> float:
    """What the rules give a candidate."""
    rules = weights()["rules"]
    return sum(rules.get(feature, 0.0) for feature in features)


def fit(examples: list[Example]) -> dict[str, float]:
    """The weights, "none" among them, by Adam on the penalised log-likelihood."""
    rules = weights()["rules"]
    seen = Counter(
        feature for each in examples for c in each.candidates for feature in set(c) if feature not in rules
    )
    place = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= RAREST))}
    sizes = [len(each.candidates) + 1 for each in examples]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    rows: NDArray[Any] = np.zeros((sum(sizes), len(place) + 1))
    fixed: NDArray[Any] = np.zeros(sum(sizes))
    for each, start in zip(examples, starts, strict=True):
        for k, features in enumerate(each.candidates):
            fixed[start + k] = by_hand(features)
            for feature in features:
                if feature in place:
                    rows[start + k, place[feature]] = 1
        rows[start + len(each.candidates), len(place)] = 1
    right = starts + np.array([each.right for each in examples])
    of = np.repeat(np.arange(len(examples)), sizes)
    found = np.zeros(len(place) + 1)
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS + 1):
        scores = rows @ found + fixed
        share = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        share /= np.add.reduceat(share, starts)[of]
        share[right] -= 1
        slope = rows.T @ share + PENALTY * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        found -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {feature: float(found[i]) for feature, i in place.items()} | {"none": float(found[-1])}


def shares(example: Example, table: dict[str, float]) -> list[float]:
    """The probability of each candidate, and of none."""
    scores = [by_hand(c) + sum(table.get(f, 0.0) for f in c) for c in example.candidates] + [table["none"]]
    powers = np.exp(np.array(scores) - max(scores))
    return [float(share) for share in powers / powers.sum()]


def cross(examples: list[Example]) -> str:
    """Precision and recall at several thresholds, by cross-validation over documents."""
    ids = sorted({each.document for each in examples})
    results = []
    for part in range(5):
        held = {document for i, document in enumerate(ids) if i % 5 == part}
        table = fit([each for each in examples if each.document not in held])
        for each in examples:
            if each.document in held and each.document.split("_")[1] in REPORTED:
                share = shares(each, table)[:-1]
                best = max(range(len(share)), key=share.__getitem__)
                results.append((share[best], best == each.right, each.right < len(share)))
    wanted = sum(gold for *_, gold in results)
    lines = []
    for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
        taken = [right for share, right, _ in results if share >= least]
        precision, recall = sum(taken) / max(1, len(taken)), sum(taken) / max(1, wanted)
        lines.append(f"{least}: P {100 * precision:.1f} R {100 * recall:.1f}")
    return f"{len(results)} pronouns  " + "  ".join(lines)


def main() -> None:
    """Print weights, or scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true")
    options = parser.parse_args()
    examples = collect()
    for kind in ("person", "thing", "owner", "several"):
        if options.cross:
            print(f"{kind:8} {cross(examples[kind])}")
            continue
        table = fit(examples[kind])
        print(f"\n[{kind}]\nnone = {table.pop('none'):.2f}")
        for feature in sorted(table):
            if abs(table[feature]) >= 0.05:
                print(f'"{feature}" = {table[feature]:.2f}')


if __name__ == "__main__":
    main()
