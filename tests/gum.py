"""GUM documents as the measurements read them: text, gold parse, gold coreference, by code-point offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from communique.analyse.analysis import Sentence, Token
from communique.document import Block, Document, DocumentSection

PARSING = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "parsing"
OPENING = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: offsets of the whole, of its head word, its cluster and sort of entity."""

    start: int
    end: int
    head: int
    """Offset of the head word."""
    cluster: str
    sort: str
    pronoun: bool
    proper: bool


@dataclass(slots=True)
class GumDocument:
    """One document."""

    id: str
    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    gold: tuple[Gold, ...]
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Clusters that stand for several others ("they" after two were named)."""


def documents(split: str, genres: tuple[str, ...] = ("news", "interview", "bio")) -> Iterator[GumDocument]:
    """The documents of ``train`` or ``dev`` in the genres named."""
    rows: list[str] = []
    name = ""
    for line in (PARSING / f"gum-{split}.conllu").read_text("utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if name and name.split("_")[1] in genres:
                yield _document(name, rows)
            name, rows = line.split("= ")[1].strip(), []
        rows.append(line)
    if name.split("_")[1] in genres:
        yield _document(name, rows)


class _Builder:
    """Lays the text of one document out and collects what is annotated in it."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.gold: list[Gold] = []
        self.split: dict[str, tuple[str, ...]] = {}
        self.paragraph = 0

    def close_paragraph(self) -> None:
        if len(self.text) > self.paragraph:
            self.text = self.text.rstrip(" ")
            end = len(self.text)
            self.blocks += [Block("paragraph", self.paragraph, end), Block("space", end, end + 2)]
            self.text += "\n\n"
        self.paragraph = len(self.text)

    def write(self, form: str, misc: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += form if "SpaceAfter=No" in misc else form + " "
        return start, start + len(form)

    def sentence(self, rows: list[list[str]], spans: list[tuple[int, int]]) -> None:
        base, number = len(self.tokens), len(self.sentences)
        root = base
        for i, (cells, (start, end)) in enumerate(zip(rows, spans, strict=True)):
            here = base + i
            head = base + int(cells[6]) - 1 if cells[6] != "0" else here
            root = here if cells[6] == "0" else root
            self.tokens.append(
                Token(here, start, end, cells[1], cells[2], cells[3], cells[4], head, cells[7], number, "O")
            )
        self.sentences.append(Sentence(number, spans[0][0], spans[-1][1], base, base + len(rows), root))
        opened: list[tuple[str, str, int]] = []
        for i, cells in enumerate(rows):
            self._split(cells[9])
            found = re.search(r"Entity=([^|]*)", cells[9])
            for bracket in OPENING.findall(found[1]) if found else ():
                if bracket.startswith("("):
                    cluster, sort = bracket.strip("()").split("-")[:2]
                    opened.append((cluster, sort, base + i))
                if bracket.endswith(")"):
                    self._close(opened, bracket.strip("()").split("-")[0], base + i)

    def _split(self, misc: str) -> None:
        found = re.search(r"SplitAnte=([^|]*)", misc)
        for pair in found[1].split(",") if found else ():
            source, _, target = pair.partition("<")
            self.split[target] = (*self.split.get(target, ()), source)

    def _close(self, opened: list[tuple[str, str, int]], cluster: str, last: int) -> None:
        """The innermost open mention of a cluster ends here."""
        k = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == cluster), None)
        if k is None:
            return
        _, sort, first = opened.pop(k)
        inside = self.tokens[first : last + 1]
        within = range(first, last + 1)
        head = next((t for t in inside if t.head not in within or t.head == t.index), inside[-1])
        pronoun = len(inside) == 1 and head.upos in ("PRON", "DET")
        self.gold.append(
            Gold(inside[0].start, inside[-1].end, head.start, cluster, sort, pronoun, head.upos == "PROPN")
        )


def _document(name: str, rows: list[str]) -> GumDocument:
    made = _Builder()
    sentence: list[list[str]] = []
    spans: list[tuple[int, int]] = []
    glued = 0
    for line in [*rows, ""]:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            made.close_paragraph()
        elif not line.strip() and sentence:
            made.sentence(sentence, spans)
            sentence, spans = [], []
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            low, high = map(int, cells[0].split("-"))
            glued = high - low + 1
            start, _ = made.write(cells[1], cells[9])
            spans += _parts(start, cells[1], glued)
            continue
        sentence.append(cells)
        if glued:
            glued -= 1
        else:
            spans.append(made.write(cells[1], cells[9]))
    made.close_paragraph()
    paragraphs = tuple(block for block in made.blocks if block.kind == "paragraph")
    section = DocumentSection("section-1", None, 1, 0, len(made.text), paragraphs)
    document = Document(made.text, tuple(made.blocks), (section,))
    return GumDocument(
        name, document, tuple(made.tokens), tuple(made.sentences), tuple(made.gold), made.split
    )


def _parts(start: int, form: str, count: int) -> list[tuple[int, int]]:
    """Where the words of a contraction stand: "don't" → "do", "n't"."""
    cut = len(form)
    for ending in (
        "n't",
        "n’t",
        "not",
        "'s",
        "’s",
        "'re",
        "’re",
        "'ll",
        "’ll",
        "'ve",
        "’ve",
        "'m",
        "’m",
        "'d",
        "’d",
    ):
        if form.lower().endswith(ending):
            cut = len(form) - len(ending)
            break
    else:
        if form.lower().endswith(("s'", "s’")):
            cut = len(form) - 1
        elif count == 2:
            cut = len(form) // 2
    spans = [(start, start + cut), (start + cut, start + len(form))]
    while len(spans) < count:
        spans.append((start + len(form) - 1, start + len(form)))
    return spans[:count]
