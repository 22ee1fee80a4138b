"""Statements against PolNeAR: ``python tests/measure_statements.py FOLDER``.

FOLDER holds the public corpus's ``data`` folder (repository networkdynamics/PolNeAR). It states no licence:
it is read for measuring and for nothing else. Rules are developed on ``train``; the figures are ``dev``'s.

An attribution of the corpus is a source (or none), a cue and a content, which may lie in several stretches.
Before anything is compared, contents lose quotation marks, punctuation at their edges and an opening "that",
as ours have none; our statements with the same source and cue (a quotation that is split) count as one;
statements within statements are left out, since the corpus marks none; and where the subject of a cue is a
relative pronoun, our source counts as right on either the pronoun or what it stands for. Of an article that
several people annotated, the first annotation counts.

- source, cue, content: found spans that match a marked span (each at most once), exactly or with at least
  half of their words in common (intersection over union).
- whole: cues overlap, and source and content have an intersection over union of at least 0.5; where the
  corpus marks no source, ours must have none.
- quoted: contents that begin with a quotation mark; indirect: all others.

Confidence intervals are percentiles of 1,000 resamples of documents, with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from communique.analyse import STEPS
from communique.analyse.analysis import Analysis
from communique.analyse.attribution import Attributed, attribute
from communique.document import Builder, Document

TOKEN = re.compile(r"\w+|[^\w\s]")
EDGE = " \t\n,.;:-–—…\"“”'`()[]‘’«»"
Words = frozenset[int]
RESAMPLES = 1000


class Marked(NamedTuple):
    """One attribution as sets of word numbers. ``others`` are further sources that count as right."""

    source: Words
    cue: Words
    content: Words
    quoted: bool
    others: tuple[Words, ...] = ()
    shown: str = ""


@dataclass
class Counts:
    """Right, found and marked."""

    right: dict[str, int] = field(default_factory=Counter)
    found: dict[str, int] = field(default_factory=Counter)
    marked: dict[str, int] = field(default_factory=Counter)


class Numbered:
    """The words of a text, by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in TOKEN.finditer(text)]

    def words(self, start: int, end: int, *, marks: bool = False) -> Words:
        """Numbers of the words inside a stretch; with ``marks`` of punctuation marks, too (":" is a cue)."""
        at = bisect_left(self.spans, (start, start))
        found = []
        while at < len(self.spans) and self.spans[at][1] <= end:
            if marks or self.text[self.spans[at][0]].isalnum():
                found.append(at)
            at += 1
        return frozenset(found)

    def content(self, spans: Iterable[tuple[int, int]]) -> Words:
        """The words of a content, without an opening "that"."""
        found: set[int] = set()
        for start, end in spans:
            while start < end and self.text[start] in EDGE:
                start += 1
            if self.text[start : start + 5].lower() == "that " and not found:
                start += 5
            found |= self.words(start, end)
        return frozenset(found)


def lines(text: str) -> Document:
    """A Document whose every line is a paragraph."""
    builder = Builder(text)
    at = 0
    for line in text.split("\n"):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if any(character.isalnum() for character in line):
            builder.mark("paragraph", start, end)
        at += len(line) + 1
    return builder.build()


def gold(path: Path, numbered: Numbered) -> list[Marked]:
    """The attributions of an annotation file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) < 2 or not parts[0]:
            continue
        if parts[0][0] == "T":
            spans[parts[0]] = [
                (int(a), int(b)) for a, b in (s.split() for s in parts[1].split(" ", 1)[1].split(";"))
            ]
        elif parts[0][0] == "E":
            roles: dict[str, list[str]] = {}
            for part in parts[1].split():
                role, _, target = part.partition(":")
                roles.setdefault(role.rstrip("2"), []).append(target)
            events.append(roles)
    found = []
    for roles in events:
        if "Cue" not in roles or "Content" not in roles:
            continue
        content = sorted(span for target in roles["Content"] for span in spans.get(target, ()))
        source = [span for target in roles.get("Source", ()) for span in spans.get(target, ())]
        cue = [span for target in roles["Cue"] for span in spans.get(target, ())]
        if not content or not cue:
            continue
        text = numbered.text
        words = [numbered.words(a, b, marks=True) for a, b in cue]
        found.append(
            Marked(
                frozenset().union(*(numbered.words(a, b) for a, b in source)) if source else frozenset(),
                frozenset().union(*words),
                numbered.content(content),
                text[content[0][0]] in '"“«' or text[content[0][0] : content[0][0] + 2] == "''",
                shown=_shown(text, source, cue, content),
            )
        )
    return [each for each in found if each.content]


def ours(analysis: Analysis, numbered: Numbered) -> list[Marked]:
    """What we found, in the same shape."""
    joined: dict[tuple[object, object], list[Attributed]] = {}
    for each in attribute(analysis):
        if each.inside is None:
            joined.setdefault((each.cue, each.source), []).append(each)
    found = []
    text = numbered.text
    for (cue, source), group in joined.items():
        spans = sorted({each.content for each in group})
        grammatical = group[0].subject
        others: tuple[Words, ...] = ()
        if grammatical is not None and grammatical != source:
            others = (numbered.words(*grammatical),)
        found.append(
            Marked(
                numbered.words(*source) if source else frozenset(),  # type: ignore[misc]
                numbered.words(*cue, marks=True) if cue else frozenset(),  # type: ignore[misc]
                numbered.content(spans),
                group[0].quoted or text[max(0, spans[0][0] - 1)] in '"“«',
                others,
                group[0].rule + " " + _shown(text, [source] if source else [], [cue] if cue else [], spans),  # type: ignore[list-item]
            )
        )
    return [each for each in found if each.content]


def _shown(text: str, *spans: list[tuple[int, int]]) -> str:
    return " | ".join(" … ".join(text[a:b][:70].replace("\n", " ") for a, b in each) or "–" for each in spans)


def overlap(one: Words, other: Words) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other) if one | other else 1.0


def source_right(found: Marked, marked: Marked) -> bool:
    """Whether our source is the marked one, at an overlap of one half; none where none is marked."""
    if not marked.source or not found.source:
        return not marked.source and not found.source
    return any(overlap(each, marked.source) >= 0.5 for each in (found.source, *found.others))


def spans_right(found: list[tuple[Words, ...]], marked: list[Words], least: float) -> int:
    """How many found spans match a marked one, each marked one once."""
    by_word: dict[int, list[int]] = {}
    for number, words in enumerate(marked):
        for word in words:
            by_word.setdefault(word, []).append(number)
    taken: set[int] = set()
    right = 0
    for choices in found:
        best, score = -1, 0.0
        for words in choices:
            for number in {n for word in words for n in by_word.get(word, ())}:
                if number not in taken and (value := overlap(words, marked[number])) > score:
                    best, score = number, value
        if best >= 0 and score >= least:
            taken.add(best)
            right += 1
    return right


def pairs(found: list[Marked], marked: list[Marked]) -> list[tuple[int, int]]:
    """Wholes that match, each at most once."""
    matched: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, one in enumerate(found):
        best, score = -1, 0.0
        for j, other in enumerate(marked):
            if j in used or not one.cue & other.cue or not source_right(one, other):
                continue
            value = overlap(one.content, other.content)
            if value >= 0.5 and value > score:
                best, score = j, value
        if best >= 0:
            used.add(best)
            matched.append((i, best))
    return matched


def count(found: list[Marked], marked: list[Marked]) -> Counts:
    """The figures of one document."""
    counts = Counts()
    for name, least in (("exact", 1.0), ("half", 0.5)):
        for part in ("source", "cue", "content"):
            a = [
                (getattr(each, part), *(each.others if part == "source" else ()))
                for each in found
                if getattr(each, part)
            ]
            b = [getattr(each, part) for each in marked if getattr(each, part)]
            key = f"{part} {name}"
            counts.right[key] = spans_right(a, b, least)
            counts.found[key], counts.marked[key] = len(a), len(b)
    matched = pairs(found, marked)
    for name, keep in (
        ("whole", lambda each: True),
        ("whole quoted", lambda each: each.quoted),
        ("whole indirect", lambda each: not each.quoted),
    ):
        counts.found[name] = sum(1 for each in found if keep(each))
        counts.marked[name] = sum(1 for each in marked if keep(each))
        counts.right[name] = sum(1 for i, j in matched if keep(marked[j]))
        counts.right[name + " p"] = sum(1 for i, j in matched if keep(found[i]))
    return counts


def score(all_counts: Iterable[Counts]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for counts in all_counts:
        right.update(counts.right)
        found.update(counts.found)
        marked.update(counts.marked)
    scores = {}
    for key in found:
        p = right.get(key + " p", right[key]) / max(found[key], 1)
        r = right[key] / max(marked[key], 1)
        scores[key] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
    return scores


def intervals(all_counts: list[Counts]) -> dict[str, tuple[float, float]]:
    """95 % of the F of resampled sets of documents lie between these."""
    dice = random.Random(20090101)
    drawn: dict[str, list[float]] = {}
    for _ in range(RESAMPLES):
        for key, (_p, _r, f) in score(dice.choices(all_counts, k=len(all_counts))).items():
            drawn.setdefault(key, []).append(f)
    return {
        key: (values[int(0.025 * len(values))], values[int(0.975 * len(values))])
        for key, values in ((k, sorted(v)) for k, v in drawn.items())
    }


def articles(folder: Path, part: str, sample: int) -> Iterator[tuple[Path, str]]:
    """Annotation file (the first, where there are several) and text of each article, or of every n-th."""
    root = folder / part if (folder / part).is_dir() else folder / "data" / part
    texts = sorted((root / "text").glob("*.txt"))
    if sample:
        texts = texts[:: max(1, len(texts) // sample)][:sample]
    for path in texts:
        marked = sorted((root / "attributions").glob(path.stem + "_*.ann"))
        if marked:
            yield marked[0], path.read_bytes().decode("utf-8")


def kind(found: Marked, marked: list[Marked]) -> str:
    """What is wrong with a found attribution that matches none."""
    near = [each for each in marked if each.cue & found.cue]
    if not near:
        return "no such cue"
    best = max(near, key=lambda each: overlap(each.content, found.content))
    wrong = [] if source_right(found, best) else ["source"]
    if overlap(best.content, found.content) < 0.5:
        wrong.append("content")
    return " and ".join(wrong) or "matched already"


def analysed(text: str) -> Analysis:
    """The first step of analysis alone: attribution reads tokens and sentences."""
    return STEPS[0](Analysis(lines(text)), None)


def main() -> None:
    """Prints the table and the commonest errors."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    parser.add_argument("--sample", type=int, default=0, help="so many articles, spread over the part")
    parser.add_argument("--errors", type=int, default=10)
    given = parser.parse_args()
    counted: list[Counts] = []
    errors: Counter[str] = Counter()
    for annotation, text in articles(given.folder, given.part, given.sample):
        numbered = Numbered(text)
        marked, found = gold(annotation, numbered), ours(analysed(text), numbered)
        counted.append(count(found, marked))
        matched = pairs(found, marked)
        hit, met = {i for i, _ in matched}, {j for _, j in matched}
        for i, each in enumerate(found):
            if i not in hit:
                errors[f"wrong, {kind(each, marked)}: {each.shown.split(' ')[0]}"] += 1
        for j, each in enumerate(marked):
            if j not in met and not any(each.cue & one.cue for one in found):
                cue = each.shown.split(" | ")[1].lower()
                errors[f"missed, {'quoted' if each.quoted else 'indirect'}: {cue}"] += 1
    scores, ranges = score(counted), intervals(counted)
    print(f"PolNeAR {given.part}, {len(counted)} articles")
    for key, (p, r, f) in sorted(scores.items()):
        low, high = ranges[key]
        print(f"{key:16} P {p:.3f}  R {r:.3f}  F {f:.3f}  [{low:.3f}, {high:.3f}]")
    for error, times in errors.most_common(given.errors):
        print(f"{times:6} {error}")


if __name__ == "__main__":
    main()
