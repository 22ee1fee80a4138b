"""Training names in one scheme: PER, ORG, LOC and MISC, from UNER-EWT, CrossNER politics and GUM."""

from __future__ import annotations

import re
from pathlib import Path

from communique.analyse.model.treebank import Word

CROSSNER = {
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
    "country": "LOC", "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
}  # fmt: skip
GUM = {"person": "PER", "organization": "ORG", "place": "LOC"}
UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}
SKIP = "?"
"""Marks a word whose label the corpus does not decide: it is left out of the loss."""
ENTITY = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)[^()]*|(\d+)(?:\[\d+/\d+\])?\)|(\))")


def columns(path: Path, word: int, label: int, kinds: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Sentences of (word, label) from a file in columns; ``B-``/``I-`` kinds are renamed, others become O."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# "):
            continue
        cells = line.split("\t")
        if len(cells) <= max(word, label):
            if sentences[-1]:
                sentences.append([])
            continue
        mark, _, kind = cells[label].partition("-")
        sentences[-1].append(
            (cells[word], f"{mark}-{kinds[kind]}" if kind in kinds and mark in "BI" else "O")
        )
    return [sentence for sentence in sentences if sentence]


def gum(words: list[Word]) -> list[str]:
    """Names of a GUM sentence: the run of proper nouns around the head of an entity that is a proper noun."""
    proper = [w.xpos in {"NNP", "NNPS"} for w in words]
    labels = [
        SKIP if proper[i] or (w.xpos == "JJ" and w.form[:1].isupper()) else "O" for i, w in enumerate(words)
    ]
    for first, last, kind in sorted(_entities(words), key=lambda e: e[0] - e[1]):
        heads = [i for i in range(first, last) if not first <= words[i].head < last or words[i].head == i]
        if len(heads) != 1 or not proper[heads[0]]:
            continue
        start, end = _run(words, proper, heads[0], first, last)
        if any(label[0] in "BI" for label in labels[start:end]):
            continue
        name = GUM.get(kind, "MISC")
        labels[start:end] = ["B-" + name] + ["I-" + name] * (end - start - 1)
    return labels


def _run(words: list[Word], proper: list[bool], head: int, first: int, last: int) -> tuple[int, int]:
    joins = {"-", "of", "the", "for", "and", "&", ".", "'s", "’s", "de", "al", "in", "on"}
    start = end = head
    for i in range(head, first - 1, -1):
        if proper[i]:
            start = i
        elif words[i].form.lower() not in joins:
            break
    for i in range(head, last):
        if proper[i] or (words[i].xpos == "CD" and i == end):
            end = i + 1
        elif words[i].form.lower() not in joins:
            break
    return start, max(end, head + 1)


def _entities(words: list[Word]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    stack: list[tuple[str, str, int]] = []
    for i, word in enumerate(words):
        marked = next((x[7:] for x in word.misc.split("|") if x.startswith("Entity=")), "")
        for number, kind, closing, short in ENTITY.findall(marked):
            if number:
                stack.append((number, kind, i))
            elif short and stack:
                _, name, first = stack.pop()
                found.append((first, i + 1, name))
            elif closing:
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == closing:
                        _, name, first = stack.pop(k)
                        found.append((first, i + 1, name))
                        break
    return found
