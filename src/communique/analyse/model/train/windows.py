"""Training windows: consecutive sentences of a paragraph as arrays of numbers, and batches of like length."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from communique.analyse.model import lemma
from communique.analyse.model.train.names import SKIP
from communique.analyse.model.treebank import TreeSentence
from communique.analyse.model.wordpiece import END, MASK, SHAPES, START, WordPiece, shape

IGNORE = -100
LONGEST = 150
"""Words of a window; a longer sentence stands alone."""
MOST_SUBWORDS = 400
Paragraphs = list[list[tuple[TreeSentence, list[str] | None]]]


@dataclass
class Labels:
    """The inventory of every head, in a fixed order."""

    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    deprel: list[str]
    name: list[str]

    @classmethod
    def of(cls, paragraphs: Paragraphs) -> Labels:
        """From the training sentences; lemma scripts seen twice or more."""
        words = [w for paragraph in paragraphs for sentence, _ in paragraph for w in sentence.words]
        scripts = Counter(lemma.script(w.form, w.lemma) for w in words)
        names = ["O"] + [f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for mark in "BI"]
        return cls(
            sorted({w.upos for w in words}),
            sorted({w.xpos for w in words}),
            sorted(s for s, count in scripts.items() if count > 1),
            sorted({w.deprel for w in words}),
            names,
        )


@dataclass(slots=True)
class Encoded:
    """A sentence as numbers; heads are indices in the sentence."""

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    upos: list[int]
    xpos: list[int]
    lemma: list[int]
    head: list[int]
    deprel: list[int]
    name: list[int]
    parsed: bool

    @property
    def size(self) -> int:
        """Subwords."""
        return sum(map(len, self.pieces))


class Encoder:
    """Turns sentences into numbers."""

    def __init__(self, labels: Labels, wordpiece: WordPiece) -> None:
        self.labels, self.wordpiece = labels, wordpiece
        self.maps = {
            k: {x: i for i, x in enumerate(getattr(labels, k))}
            for k in ("upos", "xpos", "lemma", "deprel", "name")
        }

    def tree(self, sentence: TreeSentence, names: list[str] | None) -> Encoded:
        """A sentence of a treebank, with names where they are known."""
        forms = [sentence.text[w.start : w.end] or w.form for w in sentence.words]
        m = self.maps
        return Encoded(
            [self.wordpiece.cached(f) for f in forms],
            [shape(f) + (SHAPES if w.spaced else 0) for f, w in zip(forms, sentence.words, strict=True)],
            [m["upos"].get(w.upos, IGNORE) for w in sentence.words],
            [m["xpos"].get(w.xpos, IGNORE) for w in sentence.words],
            [
                m["lemma"].get(lemma.script(f, w.lemma), IGNORE)
                for f, w in zip(forms, sentence.words, strict=True)
            ],
            [w.head for w in sentence.words],
            [m["deprel"].get(w.deprel, IGNORE) for w in sentence.words],
            [IGNORE if n == SKIP else m["name"][n] for n in names] if names else [IGNORE] * len(forms),
            True,
        )

    def named(self, words: list[tuple[str, bool, str]]) -> Encoded:
        """A sentence of which only the names are known: (word, whether a space stands before it, label)."""
        nothing = [IGNORE] * len(words)
        return Encoded(
            [self.wordpiece.cached(w) for w, _, _ in words],
            [shape(w) + (SHAPES if spaced else 0) for w, spaced, _ in words],
            nothing, nothing, nothing, nothing, nothing,
            [self.maps["name"][n] for _, _, n in words],
            False,
        )  # fmt: skip


def cut(paragraphs: list[list[Encoded]], chance: random.Random | None) -> list[list[Encoded]]:
    """Windows of consecutive sentences: as many as fit, or with ``chance`` half the time fewer."""
    windows: list[list[Encoded]] = []
    for paragraph in paragraphs:
        most = 99 if chance is None or chance.random() < 0.5 else chance.randint(1, 4)
        current: list[Encoded] = []
        words = subwords = 0
        for sentence in paragraph:
            count, size = len(sentence.pieces), sentence.size
            if size > MOST_SUBWORDS:
                continue
            if current and (
                words + count > LONGEST or subwords + size > MOST_SUBWORDS or len(current) >= most
            ):
                windows.append(current)
                current, words, subwords = [], 0, 0
            current.append(sentence)
            words, subwords = words + count, subwords + size
        if current:
            windows.append(current)
    return windows


def batches(
    windows: list[list[Encoded]], size: int, chance: random.Random | None
) -> Iterator[list[list[Encoded]]]:
    """Batches of about ``size`` subwords, of windows of like length, in random order."""

    def length(window: list[Encoded]) -> float:
        return sum(s.size for s in window) * (chance.uniform(0.9, 1.1) if chance else 1)

    ordered = sorted(windows, key=length)
    made: list[list[list[Encoded]]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, sum(s.size for s in window))
        if made[-1] and (len(made[-1]) + 1) * longest > size:
            made.append([])
            longest = sum(s.size for s in window)
        made[-1].append(window)
    if chance:
        chance.shuffle(made)
    yield from made


def tensors(batch: list[list[Encoded]], mask_rate: float, chance: random.Random | None) -> dict[str, Tensor]:
    """The arrays of a batch; ``mask_rate`` of the words are hidden from the encoder."""
    rows: list[dict[str, list[int]]] = []
    for window in batch:
        row: dict[str, list[int]] = {
            k: [] for k in ("first", "sentence", "start", "upos", "xpos", "lemma", "head", "deprel", "name")
        }
        ids, shapes = [START], [0]
        for number, s in enumerate(window):
            base = len(row["first"])
            for pieces, shaped in zip(s.pieces, s.shapes, strict=True):
                row["first"].append(len(ids))
                hide = chance is not None and chance.random() < mask_rate
                ids.extend([MASK] * len(pieces) if hide else pieces)
                shapes.extend([shaped] * len(pieces))
            n = len(s.pieces)
            row["sentence"].extend([number + 1] * n)
            row["start"].extend([1] + [0] * (n - 1) if s.parsed else [IGNORE] * n)
            row["head"].extend(
                0 if h == i else base + h + 1 for i, h in enumerate(s.head)
            ) if s.parsed else row["head"].extend([IGNORE] * n)
            for k in ("upos", "xpos", "lemma", "deprel", "name"):
                row[k].extend(getattr(s, k))
        row["ids"], row["shapes"] = [*ids, END], [*shapes, 0]
        rows.append(row)
    out: dict[str, Tensor] = {}
    for k in rows[0]:
        step = 8
        width = -(-max(len(r[k]) for r in rows) // step) * step
        fill = 0 if k in {"ids", "shapes", "first", "sentence"} else IGNORE
        out[k] = torch.tensor([r[k] + [fill] * (width - len(r[k])) for r in rows])
    return out
