"""The Causal News Corpus as rows: a sentence with the words of each cause and effect.

``train_subtask2_grouped.csv`` of the Causal News Corpus, version 2 (Tan et al. 2022, 2023; CC0), from the
repository ``tanfiona/CausalNewsCorpus`` on GitHub. A third of its documents, by a hash of their id, is kept
aside for figures; nothing is fitted on it.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from communique.analyse.analysis import Analysis
from communique.analyse.coreference import resolve
from communique.analyse.model import load
from communique.analyse.names import find_names
from communique.document import Builder

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


def fifth(document: str) -> int:
    """Which fifth of the rest a document belongs to, for cross-validation: 0 to 4."""
    return _hash(document) // 3 % 5


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
