"""Universal Dependencies treebanks (CoNLL-U) as documents of paragraphs, with the raw text put together
again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """A syntactic word with its gold analysis; ``start`` and ``end`` are offsets into the text of its
    sentence.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    """Index in the sentence; its own for the root."""
    deprel: str
    misc: str
    start: int = 0
    end: int = 0
    spaced: bool = True
    """Whether white space stands before it."""
    part: bool = False
    """Whether it is a further word of a multiword token."""


@dataclass(slots=True)
class TreeSentence:
    """A sentence: its text, words, and surface tokens as offsets into the text."""

    words: list[Word]
    text: str
    tokens: list[tuple[int, int]]
    glued: bool
    """Whether no white space follows it."""


@dataclass(slots=True)
class Paragraph:
    """Sentences that stand in one paragraph."""

    sentences: list[TreeSentence] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The raw text: sentences one after the other with the spaces the treebank marks."""
        return "".join(s.text + ("" if s.glued else " ") for s in self.sentences).rstrip(" ")


@dataclass(slots=True)
class TreeDocument:
    """A document of a treebank."""

    name: str
    paragraphs: list[Paragraph] = field(default_factory=list)


def read(path: Path) -> list[TreeDocument]:
    """The documents of a CoNLL-U file."""
    documents: list[TreeDocument] = []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        for line in lines:
            if line.startswith("# newdoc"):
                documents.append(TreeDocument(line.partition("=")[2].strip(), [Paragraph()]))
            elif (
                line.split(" =")[0] in {"# newpar", "# newpar id"} and documents[-1].paragraphs[-1].sentences
            ):
                documents[-1].paragraphs.append(Paragraph())
        before = documents[-1].paragraphs[-1].sentences
        sentence = _sentence([x for x in lines if x[:1] != "#"])
        sentence.words[0].spaced = not (before and before[-1].glued)
        before.append(sentence)
    return documents


def _sentence(lines: list[str]) -> TreeSentence:
    words: list[Word] = []
    tokens: list[tuple[int, int]] = []
    text = ""
    spaced = True
    until, pending = 0, 0
    for line in lines:
        number, form, lemma, upos, xpos, _, head, deprel, _, misc = line.split("\t")
        if "." in number:
            continue
        if "-" in number:
            _first, last = map(int, number.split("-"))
            until, pending = last, len(text)
            tokens.append((len(text), len(text) + len(form)))
            text += form
            follows = "SpaceAfter=No" not in misc
            opens = True
            continue
        position = int(number)
        word = Word(form, lemma, upos, xpos, int(head) - 1, deprel, misc)
        if position <= until:
            word.start = pending
            word.end = tokens[-1][1] if position == until else min(pending + len(form), tokens[-1][1])
            pending = word.end
            word.spaced, word.part = spaced and opens, not opens
            opens = False
            if position == until:
                spaced = follows
                text += " " if follows else ""
        else:
            tokens.append((len(text), len(text) + len(form)))
            word.start, word.end, word.spaced = len(text), len(text) + len(form), spaced
            spaced = "SpaceAfter=No" not in misc
            text += form + (" " if spaced else "")
        if word.head < 0:
            word.head = len(words)
        words.append(word)
    return TreeSentence(words, text.rstrip(" ") if spaced else text, tokens, not spaced)
