"""The language model at work: paragraphs in, tokens and sentences out.

A paragraph goes through the encoder in windows of whole sentences. The first window holds as many words
as fit; the model says where sentences start; if the paragraph goes on, the last sentence, which may be
cut off, is left to the next window. So the analysis of a paragraph rests on nothing but its own text:
other paragraphs, their order, the number of threads and repeats do not change a bit of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from communique.analyse.analysis import Sentence, Token
from communique.analyse.model import decode, lemma
from communique.analyse.model.encoder import Floats, Numbers, OnnxEncoder, Scores, folder
from communique.analyse.model.wordpiece import END, SHAPES, START, WordPiece, shape
from communique.analyse.model.words import cut

WORDS = 160
"""Words of a window, at most."""
SUBWORDS = 400
"""Subwords of a window, at most, without the marks at both ends."""
Spans = list[tuple[int, int]]


class Engine(Protocol):
    """What runs the network."""

    name: str

    def run(self, ids: Numbers, shapes: Numbers, first: Numbers) -> Scores:
        """Scores of one window."""
        ...

    def labels(self, dep: Floats, head: Floats) -> NDArray[np.int64]:
        """Relations, given heads."""
        ...


class LanguageModel:
    """Words, sentences, tags, lemmas, dependencies and names of English text."""

    def __init__(self, engine: Engine, where: Path | None = None) -> None:
        where = where or folder()
        inventory = json.loads((where / "labels.json").read_text("utf-8"))
        self.upos, self.xpos, self.deprel = (tuple(inventory[k]) for k in ("upos", "xpos", "deprel"))
        self.names: tuple[str, ...] = tuple(inventory["name"])
        self.scripts: tuple[str, ...] = tuple(inventory["lemma"])
        self.known_lemmas: dict[str, dict[str, str]] = inventory["lemmas"]
        self.engine = engine
        self.wordpiece = WordPiece.shipped()

    def parse(
        self, text: str, spans: Iterable[tuple[int, int]]
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """The tokens and sentences of the paragraphs ``spans`` of ``text``.

        Spans are half-open ranges of code points, in order. A span without words gives no sentence.
        """
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for start, end in spans:
            words = cut(text, start, end)
            at = 0
            while at < len(words):
                window, scores = self._run(text, words, at)
                edges = [0, *(i for i, s in enumerate((scores.start > 0).tolist()) if s and i), len(window)]
                if at + len(window) < len(words) and len(edges) > 2:
                    edges.pop()
                self._read(text, window, scores, edges, (tokens, sentences))
                at += edges[-1]
        return tuple(tokens), tuple(sentences)

    def _run(self, text: str, words: Spans, at: int) -> tuple[Spans, Scores]:
        """The window that begins with the word ``at``: its words and what the network says of them."""
        ids, shapes, first = [START], [0], []
        before = words[at - 1][1] if at else -1
        for start, end in words[at : at + WORDS]:
            form = text[start:end]
            pieces = self.wordpiece.cached(form)
            if len(ids) + len(pieces) > SUBWORDS + 1:
                break
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(form) + (SHAPES if start > before else 0)] * len(pieces))
            before = end
        ids.append(END)
        shapes.append(0)
        arrays = (np.array(x, np.int32) for x in (ids, shapes, first))
        return words[at : at + len(first)], self.engine.run(*arrays)

    def _read(
        self,
        text: str,
        window: Spans,
        scores: Scores,
        edges: list[int],
        into: tuple[list[Token], list[Sentence]],
    ) -> None:
        """Adds the tokens and sentences of a window, of which sentences start at ``edges``."""
        tokens, sentences = into
        heads: list[int] = []
        columns: list[int] = []
        for start, end in pairwise(edges):
            block = scores.arcs[start:end, start : end + 1].copy()
            block[:, 0] = scores.arcs[start:end, 0]
            for i, head in enumerate(decode.heads(block)):
                heads.append(start + head)
                columns.append(0 if head == i else start + head + 1)
        count = edges[-1]
        relations = self.engine.labels(scores.label_dep[:count], scores.label_head[columns]).tolist()
        upos, xpos, scripts = scores.upos.tolist(), scores.xpos.tolist(), scores.lemma.tolist()
        names = self._names(scores.name.argmax(1).tolist(), edges)
        base = len(tokens)
        for start, end in pairwise(edges):
            number, root = len(sentences), start
            for i in range(start, end):
                left, right = window[i]
                form, tag = text[left:right], self.xpos[xpos[i]]
                lemma_ = self._lemma(form, tag, scripts[i])
                head, relation = base + heads[i], self.deprel[relations[i]]
                token = (
                    base + i,
                    left,
                    right,
                    form,
                    lemma_,
                    self.upos[upos[i]],
                    tag,
                    head,
                    relation,
                    number,
                    names[i],
                )
                tokens.append(Token._make(token))
                if heads[i] == i:
                    root = i
            places = (window[start][0], window[end - 1][1], base + start, base + end, base + root)
            sentences.append(Sentence(number, *places))

    def _names(self, best: list[int], edges: list[int]) -> list[str]:
        """Name labels, put right where a name goes on that has not begun."""
        labels = [self.names[i] for i in best[: edges[-1]]]
        starts = set(edges)
        for i, label in enumerate(labels):
            if label[0] == "I" and (i in starts or labels[i - 1][2:] != label[2:]):
                labels[i] = "B" + label[1:]
        return labels

    def _lemma(self, form: str, xpos: str, script: int) -> str:
        known = self.known_lemmas.get(xpos)
        seen = known.get(form.lower()) if known else None
        return seen or lemma.repaired(
            lemma.apply(self.scripts[script], form), form, xpos, self.wordpiece.numbers
        )


def build(engine: str, threads: int, where: Path | None = None) -> LanguageModel:
    """A model on the named engine, ``onnx`` or ``numpy``."""
    if engine == "onnx":
        return LanguageModel(OnnxEncoder(threads, where), where)
    if engine == "numpy":
        from communique.analyse.model.encoder_numpy import NumpyEncoder

        return LanguageModel(NumpyEncoder(where), where)
    raise ValueError(f"no such engine: {engine!r} (there are 'onnx' and 'numpy')")
