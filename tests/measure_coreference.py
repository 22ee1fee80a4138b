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
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from tests.gum import Gold, GumDocument, documents

from communique.analyse.agreement import third_person
from communique.analyse.analysis import Analysis, Mention
from communique.analyse.coreference import resolve
from communique.analyse.model import load
from communique.analyse.names import find_names

NOT_THIRD = frozenset(
    ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "you", "your", "yours", "yourself", "one")
)
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
        shares = f"P {100 * self.precision:.1f}  R {100 * self.recall:.1f}  F {100 * self.f:.1f}"
        return f"{shares}  ({self.right}/{self.found}/{self.gold})"


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


class Comparison:
    """One document of ours beside the gold one; adds to a Result."""

    def __init__(self, document: GumDocument, analysis: Analysis, result: Result) -> None:
        self.document = document
        self.analysis = analysis
        self.result = result
        self.text = document.document.text
        self.gold: dict[int, set[str]] = defaultdict(set)
        for each in document.gold:
            self.gold[each.head].add(each.cluster)
        self.members: dict[int, list[Mention]] = defaultdict(list)
        for mention in analysis.mentions:
            for index in mention.entities:
                self.members[index].append(mention)
        self.real = {g.cluster for g in document.gold if not g.pronoun and g.sort in ACTOR_SORTS}
        """Gold clusters in which somebody or something that may be an actor is named or described."""
        self.ours = {
            cluster
            for found in self.members.values()
            for m in found
            if m.form != "pronoun"
            for cluster in self.of(m)
        }  # fmt: skip

    def of(self, mention: Mention) -> set[str]:
        """The gold clusters of the mention with the same head word."""
        return self.gold.get(self.start(mention), set()) if mention.head >= 0 else set()

    def start(self, mention: Mention) -> int:
        return self.analysis.tokens[mention.head].start

    def pronouns(self) -> None:
        ours = {self.start(m): m for m in self.analysis.mentions if m.form == "pronoun"}
        seen = set()
        for gold in self.document.gold:
            form = family(self.text[gold.start : gold.end])
            if not gold.pronoun or not form:
                continue
            seen.add(gold.start)
            wanted = gold.cluster in self.real or bool(self.document.split.get(gold.cluster))
            mention = ours.get(gold.start)
            linked = mention if mention is not None and mention.entities else None
            right = linked is not None and self._right(gold, linked)
            self._count(form, right, linked is not None, wanted)
            if linked is None and wanted:
                known = gold.cluster in self.ours
                why = "left open" if known else "left open, whom it means is no entity of ours"
                self._note(f"{form}: {why}", gold.start, gold.end, "")
            elif linked is not None and not right:
                same = self._before(linked.entities[0], linked)
                near = same is not None and self._sentence(same) == self._sentence(linked)
                where = "in the same sentence" if near else "from an earlier sentence"
                why = f"another taken {where}" if wanted else "taken for an actor"
                self._note(f"{form}: {why}", gold.start, gold.end, self._name(linked))
        for start, mention in ours.items():
            form = family(self.text[mention.start : mention.end])
            if start not in seen and mention.entities and form:
                self._count(form, False, True, False)
                self._note(f"{form}: no mention in the gold", start, mention.end, self._name(mention))

    def _count(self, form: str, right: bool, found: bool, gold: bool) -> None:
        for name in (form, "all"):
            score = self.result.pronouns[name]
            score.right += right
            score.found += found
            score.gold += gold

    def _sentence(self, mention: Mention) -> int:
        return self.analysis.tokens[mention.head].sentence

    def _name(self, mention: Mention) -> str:
        return " + ".join(self.analysis.entities[index].name for index in mention.entities)

    def _before(self, index: int, mention: Mention) -> Mention | None:
        """The name or description of an entity that is nearest before a mention, else the first after it."""
        spoken = [
            m for m in self.members[index] if m.form != "pronoun" and m.head >= 0 and len(m.entities) == 1
        ]
        before = [m for m in spoken if m.start < mention.start]
        return before[-1] if before else (spoken[0] if spoken else None)

    def _right(self, gold: Gold, mention: Mention) -> bool:
        nearest = [self._before(index, mention) for index in mention.entities]
        found = [self.of(m) if m is not None else set() for m in nearest]
        if len(found) == 1:
            return gold.cluster in found[0]
        split = set(self.document.split.get(gold.cluster, ()))
        if split:
            return all(each & split for each in found) and len(found) == len(split)
        starts = [m.start for m in nearest if m is not None]
        together = (g for g in self.document.gold if g.cluster == gold.cluster and not g.pronoun)
        return any(all(g.start <= start < g.end for start in starts) for g in together)

    def names(self) -> None:
        seen: dict[str, Mention] = {}
        for mention in self.analysis.mentions:
            clusters = self.of(mention)
            if mention.form != "name" or not mention.entities or not clusters:
                continue
            entity = mention.entities[0]
            earlier = [seen[c] for c in sorted(clusters) if c in seen]
            self.result.names.gold += bool(earlier)
            if earlier and all(other.entities[0] != entity for other in earlier):
                self._note(f"name: not joined, {self._likeness(mention, earlier)}", *mention[:2], "")
            mine = [
                m for m in self.members[entity] if m.form == "name" and m.start < mention.start and self.of(m)
            ]
            self.result.names.found += bool(mine)
            if mine and clusters & self.of(mine[-1]):
                self.result.names.right += 1
            elif mine:
                kind = f"name: wrongly joined, {self._likeness(mention, mine[-1:])}"
                self._note(kind, *mention[:2], self._name(mention))
            for cluster in clusters:
                seen[cluster] = mention

    def _likeness(self, mention: Mention, others: list[Mention]) -> str:
        words = self.text[mention.start : mention.end].split()
        texts = [self.text[m.start : m.end].split() for m in others]
        if words in texts:
            return "same words"
        return "some words the same" if any(set(words) & set(other) for other in texts) else "other words"

    def clusters(self) -> None:
        """Clusters as sets of head words: ours, and the gold ones of persons, organisations and places."""
        ours = [
            {self.start(m) for m in found if m.head >= 0 and len(m.entities) == 1}
            for found in self.members.values()
        ]
        gold: dict[str, set[int]] = defaultdict(set)
        for g in self.document.gold:
            if g.cluster in self.real and self.text[g.start : g.end].lower() not in NOT_THIRD:
                gold[g.cluster].add(g.head)
        self.result.clusters.append(
            ([c for c in gold.values() if len(c) > 1], [c for c in ours if len(c) > 1])
        )

    def _note(self, kind: str, start: int, end: int, other: str) -> None:
        self.result.wrong[kind] += 1
        before = " ".join(self.text[max(0, start - 90) : start].split())
        after = " ".join(self.text[end : end + 50].split())
        told = f"{before} >>{self.text[start:end]}<< {after}" + (f"  → {other}" if other else "")
        self.result.examples[kind].append(told)


def family(form: str) -> str:
    """The line that a third-person pronoun is reported on; empty for all other words."""
    shown = third_person().get(form.lower())
    if shown is None:
        return ""
    return "they" if shown.number == "p" else ("it" if shown.gender == "n" else "he, she")


def measure(document: GumDocument, analysis: Analysis, result: Result) -> None:
    """Add one document to a result."""
    comparison = Comparison(document, analysis, result)
    comparison.pronouns()
    comparison.names()
    comparison.clusters()


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
            (
                (2 * len(g & o) / (len(g) + len(o)), i, j)
                for i, g in enumerate(gold)
                for j, o in enumerate(ours)
                if g & o
            ),
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
            print(f"  {label:17} {str(score).partition('  (')[0]}")
        commonest = sorted(result.wrong.items(), key=lambda each: (-each[1], each[0]))
        for kind, count in commonest[:10]:
            print(f"    {count:4} {kind}")
            if options.errors:
                for example in result.examples[kind][:25]:
                    print(f"           {example}")


if __name__ == "__main__":
    main()
