"""Measures implications on the Causal News Corpus (V2, train) and on BECAUSE 2.1.

    python -m tests.measure_causes [--part aside|rest] [--loose] [--because] [--crossed] [--errors]
    python -m tests.measure_causes --sample 100

A third of the documents of the corpus is kept aside by a hash of their id (``aside``). ``--crossed`` measures
the head (``--loose``) on the rest: fitted on four fifths of its documents, measured on the fifth, five times.
The text is given to the whole analysis as it stands in the corpus, with a space between words.

Sentence: whether a sentence states a cause (the corpus's own label against "an implication was found").
Relation: one found and one of the corpus whose causes and effects both overlap at an IoU of 0.5 or more,
matched one to one. Direction: among relations that match so, or so with cause and effect swapped, the share
that is not swapped. Cause and effect: spans alone, matched one to one.
``--sample`` prints relations of the rest, drawn with seed 1, to be read by hand.
Intervals are 95 %, by 2,000 bootstrap samples of documents, seed 0.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from communique.recognise.causes.news_corpus import Pair, Row, Words, analysis_of, fifth, iou, rows, words
from communique.recognise.causes.train import fitted, lessons, tables
from communique.recognise.implication import ImplicationFound, by_head, merged, recognise

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "causes"
PURPOSE = re.compile(
    r"\bto$|^to\b|^(demand|seek|call(ing|s|ed)? for|urg|ask)"
    r"|\b(bid|attempt|order|effort|intention|purpose|try)\b"
)


def matched(gold: list[Pair], found: list[Pair], same: Callable[[Pair, Pair], float]) -> dict[int, int]:
    """Found → gold, one to one, the best first; ``same`` is 0 where two do not match."""
    scores = sorted(
        ((same(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if same(g, f) > 0),
        key=lambda it: (-it[0], it[1], it[2]),
    )
    taken: dict[int, int] = {}
    for _, i, j in scores:
        if j not in taken and i not in taken.values():
            taken[j] = i
    return taken


def both(gold: Pair, found: Pair) -> float:
    a, b = iou(gold[0], found[0]), iou(gold[1], found[1])
    return a + b if a >= 0.5 and b >= 0.5 else 0.0


def swapped(gold: Pair, found: Pair) -> float:
    return both((gold[1], gold[0]), found)


def side(which: int) -> Callable[[Pair, Pair], float]:
    def same(gold: Pair, found: Pair) -> float:
        value = iou(gold[which], found[which])
        return value if value >= 0.5 else 0.0

    return same


def count(row: Row, found: list[Pair]) -> Counter[str]:
    """One sentence in numbers."""
    numbers: Counter[str] = Counter(
        {
            "sentence right": row.causal and bool(found),
            "sentence found": bool(found),
            "sentence gold": row.causal,
        }
    )
    kept = [pair for pair, signal in zip(row.pairs, row.signals, strict=True) if not PURPOSE.search(signal)]
    for name, gold, same in (
        ("relation", row.pairs, both),
        ("relation without purpose", kept, both),
        ("cause", row.pairs, side(0)),
        ("effect", row.pairs, side(1)),
    ):
        numbers[f"{name} right"] = len(matched(gold, found, same))
        numbers[f"{name} found"] = len(found)
        numbers[f"{name} gold"] = len(gold)
    numbers["direction right"] = len(matched(row.pairs, found, both))
    wrong = len(matched(row.pairs, found, swapped))
    numbers["direction found"] = numbers["direction right"] + wrong
    return numbers


def figures(numbers: Counter[str]) -> dict[str, float]:
    """Precision, recall and F of every kind."""
    result: dict[str, float] = {}
    for name in ("sentence", "relation", "relation without purpose", "cause", "effect"):
        p = numbers[f"{name} right"] / max(numbers[f"{name} found"], 1)
        r = numbers[f"{name} right"] / max(numbers[f"{name} gold"], 1)
        result |= {f"{name} P": p, f"{name} R": r, f"{name} F": 2 * p * r / (p + r) if p + r else 0.0}
    result["direction"] = numbers["direction right"] / max(numbers["direction found"], 1)
    return result


def intervals(by_document: list[Counter[str]], samples: int = 2000) -> dict[str, tuple[float, float]]:
    """95 % of each figure over samples of documents."""
    generator = random.Random(0)
    values: dict[str, list[float]] = defaultdict(list)
    for _ in range(samples):
        total: Counter[str] = Counter()
        for each in generator.choices(by_document, k=len(by_document)):
            for key, value in each.items():
                total[key] += value
        for name, figure in figures(total).items():
            values[name].append(figure)
    return {
        name: (sorted(them)[int(0.025 * samples)], sorted(them)[int(0.975 * samples)])
        for name, them in values.items()
    }


def pairs_of(text: str, found: tuple[ImplicationFound, ...]) -> list[Pair]:
    """What was found, in the words of the corpus."""
    return [(words(text, *each.cause), words(text, *each.effect)) for each in found]


def crossed() -> Iterator[tuple[Row, tuple[ImplicationFound, ...]]]:
    """The rows that are not kept aside, each with what a head finds that was fitted without its fifth."""
    given = lessons(DATA / "causal_news_corpus")
    for number in range(5):
        weights = tables(fitted([each for each in given if fifth(each.row.document) != number]))
        for each in given:
            if fifth(each.row.document) == number:
                yield each.row, merged(each.reading, by_head(each.reading, weights))


def because() -> Iterator[Row]:
    """BECAUSE's hearings as one row a document, without purposes and links that it marks as not causal."""
    for path in sorted((DATA / "because").glob("*.ann")):
        text = path.with_suffix(".txt").read_text("utf-8")
        spans: dict[str, Words] = {}
        events = []
        for line in path.read_text("utf-8").splitlines():
            parts = line.split("\t")
            if line[0] == "T":
                places = [piece.split() for piece in parts[1].split(" ", 1)[1].split(";")]
                spans[parts[0]] = frozenset(w for a, b in places for w in words(text, int(a), int(b)))
            elif line[0] == "E":
                events.append(parts[1].split())
        pairs, signals = [], []
        for event in events:
            kind = event[0].partition(":")[0]
            roles = dict(each.split(":") for each in event[1:])
            if kind in ("Consequence", "Motivation") and "Cause" in roles and "Effect" in roles:
                pairs.append((spans[roles["Cause"]], spans[roles["Effect"]]))
                signals.append(kind)
        yield Row(path.stem, text, pairs, signals, [])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure implications.")
    parser.add_argument("--part", default="aside", choices=("aside", "rest"))
    parser.add_argument("--loose", action="store_true", help="the trained head in place of the rules")
    parser.add_argument("--crossed", action="store_true", help="five-fold cross-validation on the rest")
    parser.add_argument("--because", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--sample", type=int, metavar="N", help="print N relations of the rest and stop")
    options = parser.parse_args()
    if options.sample:
        marked = [each for row in rows(DATA / "causal_news_corpus", kept_aside=False) for each in row.marked]
        random.Random(1).shuffle(marked)
        print("\n".join(f"{number} {each}" for number, each in enumerate(marked[: options.sample], 1)))
        return
    by_document: dict[str, Counter[str]] = defaultdict(Counter)
    errors: Counter[str] = Counter()
    for row, found in crossed() if options.crossed else _measured(options):
        pairs = pairs_of(row.text, found)
        by_document[row.document].update(count(row, pairs))
        errors.update(_errors(row, pairs, found))
    total: Counter[str] = Counter()
    for each in by_document.values():
        total.update(each)
    spread = intervals(list(by_document.values()))
    for name, value in figures(total).items():
        print(f"{name:32} {value:.3f}  [{spread[name][0]:.3f}, {spread[name][1]:.3f}]")
    print({key: value for key, value in sorted(total.items()) if key.endswith(("found", "gold"))})
    if options.errors:
        for name, number in errors.most_common(20):
            print(f"{number:5} {name}")


def _measured(options: argparse.Namespace) -> Iterator[tuple[Row, tuple[ImplicationFound, ...]]]:
    corpus = DATA / "causal_news_corpus"
    for row in because() if options.because else rows(corpus, kept_aside=options.part == "aside"):
        yield row, recognise(analysis_of(row.text), loose=options.loose)


def _errors(row: Row, pairs: list[Pair], found: tuple[ImplicationFound, ...]) -> Iterator[str]:
    right = matched(row.pairs, pairs, both)
    for index, (signal, _) in enumerate(zip(row.signals, row.pairs, strict=True)):
        if index not in right.values():
            yield f"missed: signal {_kind(signal)}"
    for index, each in enumerate(found):
        if index not in right:
            near = any(iou(g[0] | g[1], pairs[index][0] | pairs[index][1]) >= 0.5 for g in row.pairs)
            yield f"wrong: {each.found_by}" + (" (other extent)" if near else " (no such relation)")


def _kind(signal: str) -> str:
    if not signal:
        return "none"
    if PURPOSE.search(signal):
        return "of purpose"
    return f"{signal!r}"


if __name__ == "__main__":
    main()
