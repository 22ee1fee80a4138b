"""More perfects to learn from: "sanctions angered allies" becomes "sanctions have angered allies".

English "have" before a participle and a bare noun can be read in two ways ("have complicated efforts"),
and web text has few such sentences. Training sentences with a simple past that looks like its participle
are rewritten, tree and all: "have", "has" or "had" goes in front, and in most of them the determiner
before a plural object goes.
"""

from __future__ import annotations

import random
from dataclasses import replace

from communique.analyse.model.train.windows import Paragraphs
from communique.analyse.model.treebank import TreeSentence, Word


def rewritten(paragraphs: Paragraphs, count: int, seed: int) -> Paragraphs:
    """At most ``count`` rewritten sentences, each a paragraph of its own."""
    found: Paragraphs = []
    chance = random.Random(seed)  # noqa: S311
    for paragraph in paragraphs:
        for sentence, names in paragraph:
            made = _rewrite(sentence, names, chance)
            if made:
                found.append([made])
    chance.shuffle(found)
    return found[:count]


def _rewrite(
    sentence: TreeSentence, names: list[str] | None, chance: random.Random
) -> tuple[TreeSentence, list[str] | None] | None:
    words = sentence.words
    if not 5 <= len(words) <= 50 or any(w.start == w.end for w in words):
        return None
    for i, verb in enumerate(words):
        if verb.xpos != "VBD" or not verb.form.endswith("ed") or verb.upos != "VERB":
            continue
        children = [(k, w) for k, w in enumerate(words) if w.head == i and k != i]
        subjects = [w for k, w in children if w.deprel == "nsubj" and k < i]
        objects = [(k, w) for k, w in children if w.deprel == "obj" and k > i]
        if len(subjects) != 1 or len(objects) != 1 or any(w.deprel.startswith("aux") for _, w in children):
            continue
        drop = [
            k
            for k, w in enumerate(words)
            if w.head == objects[0][0] and w.xpos in {"DT", "PRP$"} and objects[0][1].xpos == "NNS"
        ]
        return _rebuild(
            sentence, names, i, _auxiliary(subjects[0], chance), set(drop) if chance.random() < 0.7 else set()
        )
    return None


def _auxiliary(subject: Word, chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.3 or (subject.upos == "PRON" and subject.form.lower() in {"which", "who", "that"}):
        return "had", "VBD"
    if subject.xpos in {"NN", "NNP"} or subject.form.lower() in {"he", "she", "it", "this"}:
        return "has", "VBZ"
    return "have", "VBP"


def _rebuild(
    sentence: TreeSentence, names: list[str] | None, verb: int, auxiliary: tuple[str, str], drop: set[int]
) -> tuple[TreeSentence, list[str] | None]:
    form, xpos = auxiliary
    kept: list[tuple[int, Word, str | None]] = []
    for k, w in enumerate(sentence.words):
        if k == verb:
            kept.append((-1, Word(form, "have", "AUX", xpos, verb, "aux", "", spaced=w.spaced), "O"))
            w = replace(w, xpos="VBN", spaced=True)
        if k not in drop:
            kept.append((k, w, names[k] if names else None))
    place = {old: new for new, (old, _, _) in enumerate(kept)}
    text, words = "", []
    for _, w, _ in kept:
        surface = sentence.text[w.start : w.end] or w.form
        text += " " if w.spaced and text else ""
        words.append(replace(w, start=len(text), end=len(text) + len(surface), head=place[w.head]))
        text += surface
    labels = [n or "O" for _, _, n in kept] if names else None
    return TreeSentence(words, text, [(w.start, w.end) for w in words], glued=False), labels
