"""Measures coreference on GUM: names and pronouns by links, all mentions by MUC, B³ and CEAF.

    python -m tests.measure_coreference [--split dev] [--errors]

Documents of GUM's news, interview and bio genres; ``dev`` is what docs/actors.md reports, and nothing was
tuned on it. ``raw`` runs the whole pipeline on the text; ``gold`` takes GUM's own words and trees, and names
still found by us, to tell the model's errors from the sieve's.

A pronoun is right when the nearest name or description before it (else after it) in our entity stands in the
gold cluster of the pronoun; one that stands for several is right when gold says so of exactly those. Recall
counts the third-person pronouns whose gold cluster holds a person, organisation or place that is named or
described. A name is right when the name before it in our entity is in its gold cluster.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from tests.gum import Gold, GumDocument, documents

from communique.analyse.agreement import third_person
from communique.analyse.analysis import Analysis, Mention
from communique.analyse.coreference import resolve
from communique.analyse.model import load
from communique.analyse.names import find_names

ACTOR_SORTS = frozenset(("person", "organization", "place"))


@dataclass
class Score:
    """Right, found by us, in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __str__(self) -> str:
        return f"P {100 * self.precision:.1f}  R {100 * self.recall:.1f}  F {100 * self.f:.1f}  ({self.right}/{self.found}/{self.gold})"


@dataclass
class Result:
    """Scores over documents, and what went wrong."""

    pronouns: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    names: Score = field(default_factory=Score)
    wrong: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    clusters: list[tuple[list[set[int]], list[set[int]]]] = field(default_factory=list)


def analysis_of(document: GumDocument, gold_trees: bool, resolved: bool = True) -> Analysis:
    """The Analysis with names and coreference, on our own words and trees or on GUM's."""
    text = document.document
    if gold_trees:
        tokens, sentences = document.tokens, document.sentences
        own, _ = load().parse(text.text, [(block.start, block.end) for block in text.paragraphs])
        tags = {token.start: token.tag for token in own}
        tokens = tuple(token._replace(tag=tags.get(token.start, "O")) for token in tokens)
    else:
        tokens, sentences = load().parse(text.text, [(block.start, block.end) for block in text.paragraphs])
    names = find_names(tokens, sentences, text, None)
    analysis = replace(Analysis(text), tokens=tokens, sentences=sentences, names=names)
    return resolve(analysis) if resolved else analysis


def measure(document: GumDocument, analysis: Analysis, result: Result) -> None:
    """Add one document to a result."""
    gold_at: dict[int, list[Gold]] = defaultdict(list)
    for each in document.gold:
        gold_at[each.head].append(each)
    starts = [token.start for token in analysis.tokens]

    def gold_of(mention: Mention) -> set[str]:
        return {g.cluster for g in gold_at.get(starts[mention.head], ())} if mention.head >= 0 else set()

    members: dict[int, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        for index in mention.entities:
            members[index].append(mention)
    _pronouns(document, analysis, members, gold_of, result)
    _names(analysis, members, gold_of, result)
    _clusters(document, analysis, members, result)


def _real_clusters(document: GumDocument) -> set[str]:
    """Gold clusters in which somebody or something that may be an actor is named or described."""
    return {g.cluster for g in document.gold if not g.pronoun and g.sort in ACTOR_SORTS}


def _pronouns(document, analysis, members, gold_of, result) -> None:  # type: ignore[no-untyped-def]
    forms = third_person()
    real = _real_clusters(document)
    ours = {analysis.tokens[m.head].start: m for m in analysis.mentions if m.form == "pronoun"}
    text = document.document.text
    pronouns = [g for g in document.gold if g.pronoun and text[g.start : g.end].lower() in forms]
    known = set()
    for gold in pronouns:
        form = _family(text[gold.start : gold.end].lower())
        known.add(gold.start)
        wanted = gold.cluster in real or bool(document.split.get(gold.cluster))
        mention = ours.get(gold.start)
        linked = mention is not None and mention.entities
        for name in (form, "all"):
            result.pronouns[name].gold += wanted
            result.pronouns[name].found += bool(linked)
        if not linked or mention is None:
            if wanted:
                _note(result, f"{form}: no link", text, gold.start, gold.end, "")
            continue
        right = _right(document, gold, mention, members, gold_of)
        for name in (form, "all"):
            result.pronouns[name].right += right
        if not right:
            entity = analysis.entities[mention.entities[0]]
            why = "gold is a thing, or nobody" if not wanted else "another taken"
            _note(result, f"{form}: {why}", text, gold.start, gold.end, entity.name)
    for start, mention in ours.items():
        if start not in known and mention.entities:
            form = _family(text[mention.start : mention.end].lower())
            if form == "other":
                continue
            for name in (form, "all"):
                result.pronouns[name].found += 1
            _note(result, f"{form}: no gold mention", text, mention.start, mention.end, "")


def _right(document, gold, mention, members, gold_of) -> bool:  # type: ignore[no-untyped-def]
    if len(mention.entities) > 1:
        split = set(document.split.get(gold.cluster, ()))
        found = [_cluster(index, mention, members, gold_of) for index in mention.entities]
        if split:
            return all(each & split for each in found) and len(found) == len(split)
        return any(
            not g.pronoun and g.cluster == gold.cluster and g.start <= m.start < g.end
            for g in document.gold
            for m in (_before(mention.entities[0], mention, members),)
            if m is not None
        )
    return gold.cluster in _cluster(mention.entities[0], mention, members, gold_of)


def _before(index, mention, members):  # type: ignore[no-untyped-def]
    spoken = [m for m in members[index] if m.form != "pronoun" and m.head >= 0 and len(m.entities) == 1]
    before = [m for m in spoken if m.start < mention.start]
    return before[-1] if before else (spoken[0] if spoken else None)


def _cluster(index, mention, members, gold_of) -> set[str]:  # type: ignore[no-untyped-def]
    other = _before(index, mention, members)
    return gold_of(other) if other is not None else set()


def _family(form: str) -> str:
    if form in ("it", "its", "itself"):
        return "it"
    shown = third_person().get(form)
    if shown is None:
        return "other"
    return "they" if shown.number == "p" else "he, she"


def _names(analysis, members, gold_of, result) -> None:  # type: ignore[no-untyped-def]
    text = analysis.document.text
    seen: dict[str, Mention] = {}
    entity_of: dict[int, int] = {}
    names = [m for m in analysis.mentions if m.form == "name" and m.head >= 0 and m.entities and gold_of(m)]
    for mention in names:
        entity_of[mention.start] = mention.entities[0]
        clusters = gold_of(mention)
        earlier = [seen[c] for c in sorted(clusters) if c in seen]
        if earlier:
            result.names.gold += 1
            if not any(entity_of[other.start] == mention.entities[0] for other in earlier):
                _note(result, "name: not joined", text, mention.start, mention.end, "")
        mine = [
            m
            for m in members[mention.entities[0]]
            if m.form == "name" and m.start < mention.start and m.head >= 0
        ]
        mine = [m for m in mine if gold_of(m)]
        if mine:
            result.names.found += 1
            if clusters & gold_of(mine[-1]):
                result.names.right += 1
            else:
                other = analysis.entities[mention.entities[0]].name
                _note(result, "name: wrongly joined", text, mention.start, mention.end, other)
        for cluster in clusters:
            seen[cluster] = mention


def _clusters(document, analysis, members, result) -> None:  # type: ignore[no-untyped-def]
    """Clusters as sets of heads: ours, and the gold ones of persons, organisations and places."""
    starts = [token.start for token in analysis.tokens]
    ours = [
        {starts[m.head] for m in found if m.head >= 0 and len(m.entities) == 1} for found in members.values()
    ]
    gold: dict[str, set[int]] = defaultdict(set)
    real = _real_clusters(document)
    first_second = {"i", "you", "we", "me", "my", "your", "our", "us", "myself", "one"}
    for g in document.gold:
        if g.cluster in real and document.document.text[g.start : g.end].lower() not in first_second:
            gold[g.cluster].add(g.head)
    result.clusters.append(([c for c in gold.values() if len(c) > 1], [c for c in ours if len(c) > 1]))


def _note(result: Result, kind: str, text: str, start: int, end: int, other: str) -> None:
    result.wrong[kind] += 1
    before = " ".join(text[max(0, start - 90) : start].split())
    after = " ".join(text[end : end + 50].split())
    result.examples[kind].append(
        f"{before} >>{text[start:end]}<< {after}" + (f"  → {other}" if other else "")
    )


def muc(pairs: list[tuple[list[set[int]], list[set[int]]]]) -> Score:
    """Vilain et al. 1995, as a Score of precision and recall times 1,000."""

    def side(key: list[set[int]], answer: list[set[int]]) -> tuple[int, int]:
        top = bottom = 0
        for cluster in key:
            parts = {
                next((i for i, other in enumerate(answer) if item in other), -item - 1) for item in cluster
            }
            top += len(cluster) - len(parts)
            bottom += len(cluster) - 1
        return top, bottom

    r = [side(gold, ours) for gold, ours in pairs]
    p = [side(ours, gold) for gold, ours in pairs]
    return _score(sum(a for a, _ in p), sum(b for _, b in p), sum(a for a, _ in r), sum(b for _, b in r))


def b_cubed(pairs: list[tuple[list[set[int]], list[set[int]]]]) -> Score:
    """Bagga and Baldwin 1998."""

    def side(key: list[set[int]], answer: list[set[int]]) -> tuple[float, int]:
        total, count = 0.0, 0
        for cluster in key:
            for item in cluster:
                other = next((c for c in answer if item in c), set())
                total += len(cluster & other) / len(cluster)
                count += 1
        return total, count

    r = [side(gold, ours) for gold, ours in pairs]
    p = [side(ours, gold) for gold, ours in pairs]
    return _score(sum(a for a, _ in p), sum(b for _, b in p), sum(a for a, _ in r), sum(b for _, b in r))


def ceaf(pairs: list[tuple[list[set[int]], list[set[int]]]]) -> Score:
    """Entity-based CEAF (Luo 2005), aligned greedily by likeness: a lower bound of the optimum."""
    total = 0.0
    for gold, ours in pairs:
        likeness = sorted(
            ((2 * len(g & o) / (len(g) + len(o)), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours) if g & o),
            key=lambda each: (-each[0], each[1], each[2]),
        )  # fmt: skip
        used_gold: set[int] = set()
        used_ours: set[int] = set()
        for value, i, j in likeness:
            if i not in used_gold and j not in used_ours:
                total += value
                used_gold.add(i)
                used_ours.add(j)
    return _score(total, sum(len(o) for _, o in pairs), total, sum(len(g) for g, _ in pairs))


def _score(p_top: float, p_bottom: float, r_top: float, r_bottom: float) -> Score:
    precision = p_top / p_bottom if p_bottom else 0.0
    recall = r_top / r_bottom if r_bottom else 0.0
    scale = 100_000
    right = round(precision * recall * scale) or 0
    return Score(right, round(recall * scale) or 1, round(precision * scale) or 1)


def run(split: str, gold_trees: bool) -> Result:
    """Measure all documents of a split."""
    result = Result()
    for document in documents(split):
        measure(document, analysis_of(document, gold_trees), result)
    return result


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for gold_trees in (False, True):
        result = run(options.split, gold_trees)
        print("gold words and trees" if gold_trees else "raw text")
        print(f"  names             {result.names}")
        for name in sorted(result.pronouns):
            print(f"  pronouns {name:8} {result.pronouns[name]}")
        for label, metric in (("MUC", muc), ("B³", b_cubed), ("CEAF", ceaf)):
            score = metric(result.clusters)
            print(
                f"  {label:6} P {100 * score.precision:.1f}  R {100 * score.recall:.1f}  F {100 * score.f:.1f}"
            )
        for kind, count in result.wrong.most_common(12):
            print(f"    {count:4} {kind}")
            if options.errors:
                for example in result.examples[kind][:25]:
                    print(f"           {example}")


if __name__ == "__main__":
    sys.exit(main())
