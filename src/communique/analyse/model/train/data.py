"""What the model is trained on, and what is kept aside."""

from __future__ import annotations

from pathlib import Path

from communique.analyse.model import treebank
from communique.analyse.model.train import names
from communique.analyse.model.train.windows import Paragraphs
from communique.analyse.model.treebank import TreeDocument


def training_trees(folder: Path) -> Paragraphs:
    """EWT and GUM, training parts, with names."""
    out: Paragraphs = []
    labelled = names.columns(folder / "names/uner_ewt/en_ewt-ud-train-prerelease.iob2", 1, 2, names.UNER)
    known = {tuple(w for w, _ in s): [n for _, n in s] for s in labelled}
    for document in treebank.read(folder / "parsing/en_ewt-ud-train.conllu"):
        for paragraph in document.paragraphs:
            out.append([(s, known.get(tuple(w.form for w in s.words))) for s in paragraph.sentences])
    for document in treebank.read(folder / "parsing/gum-train.conllu"):
        for paragraph in document.paragraphs:
            out.append([(s, names.gum(s.words)) for s in paragraph.sentences])
    return out


def training_names(folder: Path) -> list[list[tuple[str, bool, str]]]:
    """CrossNER politics, training part, cut as the treebanks cut words."""
    try:
        from communique.analyse.model.words import cut
    except ImportError:
        return []
    out: list[list[tuple[str, bool, str]]] = []
    for sentence in names.columns(folder / "names/crossner_politics/train.txt", 0, 1, names.CROSSNER):
        row: list[tuple[str, bool, str]] = []
        glued = True
        for word, label in sentence:
            spaced = not glued and word not in {",", ".", ";", ":", ")", "]", "%", "'s", "n't", "'", "?", "!"}
            glued = word in {"(", "[", "$", "#"}
            for number, (start, end) in enumerate(cut(word, 0, len(word))):
                marked = label if number == 0 or label == "O" else "I-" + label[2:]
                row.append((word[start:end], spaced and number == 0, marked))
        out.append(row)
    return out


def held_out(folder: Path) -> dict[str, list[TreeDocument]]:
    """The parts that decide between models."""
    return {
        "EWT dev": treebank.read(folder / "parsing/en_ewt-ud-dev.conllu"),
        "GUM dev": treebank.read(folder / "parsing/gum-dev.conllu"),
    }
