"""Scores on raw text, counted as the CoNLL 2018 shared task counts them, and names.

``python -m communique.analyse.model.evaluate --data ../shared/data``

Words of both sides are aligned by their characters (offsets in the text without white space); a word, tag or
head is right only where the word itself is. F is reported, in percent. LAS compares relations without their
subtypes, as the shared task does; ``LASs`` compares them with subtypes. Lemmas are counted where the
treebank has one.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from communique.analyse.analysis import Token
from communique.analyse.model import load, treebank
from communique.analyse.model.parser import LanguageModel
from communique.analyse.model.treebank import TreeDocument

NAMES = ("words", "sentences", "upos", "xpos", "lemma", "uas", "las", "lass")
Gold = dict[tuple[int, int], tuple[str, str, str, tuple[int, int] | None, str]]


def f_score(right: int, found: int, gold: int) -> float:
    """Two times right over found and gold, in percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


class Count:
    """Running counts of one treebank."""

    def __init__(self) -> None:
        self.right = dict.fromkeys(NAMES, 0)
        self.found = dict.fromkeys(NAMES, 0)
        self.gold = dict.fromkeys(NAMES, 0)
        self.wrong: Counter[tuple[str, str, bool]] = Counter()

    def scores(self) -> dict[str, float]:
        """F of each measure."""
        return {k: round(f_score(self.right[k], self.found[k], self.gold[k]), 2) for k in NAMES}

    def add(self, document: TreeDocument, model: LanguageModel) -> int:
        """Analyses a document and counts; returns the number of its gold words."""
        text, spans, gold, sentences = raw(document)
        tokens, cut = model.parse(text, spans)
        bare = positions(text)
        system = {(bare[t.start], bare[t.end]): t for t in tokens}
        ends = {(bare[s.start], bare[s.end]) for s in cut}
        golden = {(bare[a], bare[b]) for a, b in sentences}
        self._tally("sentences", len(ends & golden), len(ends), len(golden))
        hits = dict.fromkeys(NAMES, 0)
        for (a, b), (upos, xpos, lemma, head, deprel) in gold.items():
            token = system.get((bare[a], bare[b]))
            if token is None:
                continue
            hits["words"] += 1
            hits["upos"] += token.upos == upos
            hits["xpos"] += token.xpos == xpos
            hits["lemma"] += lemma in {token.lemma, "_"}
            own = tokens[token.head]
            chosen = None if own is token else (bare[own.start], bare[own.end])
            same = chosen == (None if head is None else (bare[head[0]], bare[head[1]]))
            hits["uas"] += same
            hits["las"] += same and token.deprel.partition(":")[0] == deprel.partition(":")[0]
            hits["lass"] += same and token.deprel == deprel
            plain, right = token.deprel.partition(":")[0], deprel.partition(":")[0]
            if not same or plain != right:
                self.wrong[right, plain, same] += 1
        for k in NAMES:
            if k != "sentences":
                self._tally(k, hits[k], len(tokens), len(gold))
        return len(gold)

    def _tally(self, name: str, right: int, found: int, gold: int) -> None:
        self.right[name] += right
        self.found[name] += found
        self.gold[name] += gold


def positions(text: str) -> list[int]:
    """For each offset the number of characters before it that are no white space."""
    out, count = [0], 0
    for character in text:
        count += not character.isspace()
        out.append(count)
    return out


def raw(document: TreeDocument) -> tuple[str, list[tuple[int, int]], Gold, list[tuple[int, int]]]:
    """The text of a document (a blank line between paragraphs), its paragraphs, gold words and sentences."""
    text = ""
    spans: list[tuple[int, int]] = []
    gold: Gold = {}
    sentences: list[tuple[int, int]] = []
    for paragraph in document.paragraphs:
        at = len(text)
        for sentence in paragraph.sentences:
            places = [(at + w.start, at + w.end) for w in sentence.words]
            for place, w in zip(places, sentence.words, strict=True):
                head = places[w.head]
                gold[place] = (w.upos, w.xpos, w.lemma, None if head == place else head, w.deprel)
            sentences.append((places[0][0], places[-1][1]))
            at += len(sentence.text) + (0 if sentence.glued else 1)
        spans.append((len(text), len(text) + len(paragraph.text)))
        text += paragraph.text + "\n\n"
    return text, spans, gold, sentences


def score(model: LanguageModel, documents: Iterable[TreeDocument]) -> Count:
    """Counts over documents."""
    count = Count()
    for document in documents:
        count.add(document, model)
    return count


def parts(folder: Path) -> dict[str, list[TreeDocument]]:
    """The held-out treebanks."""
    gum = treebank.read(folder / "parsing/gum-dev.conllu")
    return {
        "EWT test": treebank.read(folder / "parsing/en_ewt-ud-test.conllu"),
        "EWT dev": treebank.read(folder / "parsing/en_ewt-ud-dev.conllu"),
        "GUM dev": gum,
        "GUM dev, news": [d for d in gum if "_news_" in d.name],
    }


def columns(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences of (word, label) from CoNLL-like columns: the word first, or second after its number."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t") if "\t" in line else line.split(" ")
        if line.startswith("# ") or len(cells) < 2:
            if sentences[-1]:
                sentences.append([])
        else:
            sentences[-1].append(
                (cells[1], cells[2]) if cells[0].isdigit() and len(cells) > 2 else (cells[0], cells[1])
            )
    return [s for s in sentences if s]


KINDS = {
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC",
    "location": "LOC", "PER": "PER", "ORG": "ORG", "LOC": "LOC",
}  # fmt: skip


def gold_names(sentence: list[tuple[str, str]]) -> tuple[str, set[tuple[int, int, str]]]:
    """The text of a sentence (words joined by spaces, marks joined to the word before) and its names."""
    text = ""
    names: list[tuple[int, int, str]] = []
    last = ""
    glue = True
    for word, label in sentence:
        if not glue and word not in {",", ".", ";", ":", ")", "]", "%", "'s", "n't", "?", "!", "-"}:
            text += " "
        glue = word in {"(", "[", "$", "-"}
        kind = KINDS.get(label[2:], "")
        start = len(text)
        text += word
        if kind and label[0] == "I" and last == label[2:] and names:
            names[-1] = (names[-1][0], len(text), kind)
        elif kind:
            names.append((start, len(text), kind))
        last = label[2:] if kind else ""
    return text, set(names)


def found_names(tokens: tuple[Token, ...]) -> set[tuple[int, int, str]]:
    """The trained recogniser's names, MISC left out."""
    names: list[tuple[int, int, str]] = []
    for t in tokens:
        if t.tag[0] == "B":
            names.append((t.start, t.end, t.tag[2:]))
        elif t.tag[0] == "I":
            names[-1] = (names[-1][0], t.end, names[-1][2])
    return {n for n in names if n[2] != "MISC"}


def score_names(model: LanguageModel, sentences: list[list[tuple[str, str]]]) -> dict[str, float]:
    """Precision, recall and F of names, exact spans; and F of each kind."""
    kinds = ("PER", "ORG", "LOC")
    counts = {k: [0, 0, 0] for k in kinds}
    for sentence in sentences:
        text, gold = gold_names(sentence)
        found = found_names(model.parse(text, [(0, len(text))])[0])
        for k in kinds:
            g, f = {n for n in gold if n[2] == k}, {n for n in found if n[2] == k}
            for i, value in enumerate((len(g & f), len(f), len(g))):
                counts[k][i] += value
    right, found_, gold_ = (sum(counts[k][i] for k in kinds) for i in range(3))
    out = {
        "P": 100 * right / max(found_, 1),
        "R": 100 * right / max(gold_, 1),
        "F": f_score(right, found_, gold_),
    }
    out.update({k: f_score(*counts[k]) for k in kinds})
    return {k: round(v, 1) for k, v in out.items()}


def name_parts(folder: Path) -> dict[str, list[list[tuple[str, str]]]]:
    """The held-out name corpora."""
    return {
        "UNER-EWT test": columns(folder / "names/uner_ewt/en_ewt-ud-test.iob2"),
        "CrossNER politics dev": columns(folder / "names/crossner_politics/dev.txt"),
        "WikiGold": columns(folder / "names/wikigold/CONLL-format/data/wikigold.conll.txt"),
    }


def speed(model: LanguageModel, documents: Iterable[TreeDocument]) -> float:
    """Words a second of the bare model over the raw text of documents."""
    words = 0
    texts = [raw(d)[:2] for d in documents]
    began = time.perf_counter()
    for text, spans in texts:
        words += len(model.parse(text, spans)[0])
    return words / (time.perf_counter() - began)


def main() -> None:
    """Prints all scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--engine", default=None)
    parser.add_argument("--wrong", type=int, default=0, help="how many of the commonest errors to list")
    given = parser.parse_args()
    model = load(engine=given.engine)
    treebanks = parts(given.data)
    for name, documents in treebanks.items():
        count = score(model, documents)
        print(f"{name:24}", "  ".join(f"{k} {v:.2f}" for k, v in count.scores().items()))
        for (right, plain, same), times in count.wrong.most_common(given.wrong):
            print(f"{times:8}  {right} read as {plain}, {'right' if same else 'wrong'} head")
    for name, sentences in name_parts(given.data).items():
        print(f"{name:24}", "  ".join(f"{k} {v:.1f}" for k, v in score_names(model, sentences).items()))
    print(f"{'words a second':24} {speed(model, treebanks['EWT dev']):.0f}")


if __name__ == "__main__":
    main()
