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


def _document(name: str, rows: list[str]) -> GumDocument:
    text = ""
    blocks: list[Block] = []
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    gold: list[Gold] = []
    split: dict[str, tuple[str, ...]] = {}
    paragraph = 0
    sentence: list[list[str]] = []
    spans: list[tuple[int, int]] = []

    def close_paragraph() -> None:
        nonlocal text, paragraph
        if len(text) > paragraph:
            text = text.rstrip(" ")
            blocks.append(Block("paragraph", paragraph, len(text)))
            blocks.append(Block("space", len(text), len(text) + 2))
            text += "\n\n"
        paragraph = len(text)

    glued = 0
    for line in [*rows, ""]:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            close_paragraph()
        elif line.startswith("#"):
            continue
        elif not line.strip():
            if sentence:
                _sentence(sentence, spans, tokens, sentences, gold, split)
                sentence, spans = [], []
        else:
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            if "-" in cells[0]:
                low, high = map(int, cells[0].split("-"))
                start = len(text)
                text += cells[1]
                glued = high - low + 1
                spans += _parts(start, cells[1], glued)
                if "SpaceAfter=No" not in cells[9]:
                    text += " "
                continue
            sentence.append(cells)
            if glued:
                glued -= 1
                continue
            spans.append((len(text), len(text) + len(cells[1])))
            text += cells[1]
            if "SpaceAfter=No" not in cells[9]:
                text += " "
    close_paragraph()
    paragraphs = tuple(block for block in blocks if block.kind == "paragraph")
    document = Document(text, tuple(blocks), (DocumentSection("s1", None, 1, 0, len(text), paragraphs),))
    return GumDocument(name, document, tuple(tokens), tuple(sentences), tuple(gold), split)


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


def _sentence(
    rows: list[list[str]],
    spans: list[tuple[int, int]],
    tokens: list[Token],
    sentences: list[Sentence],
    gold: list[Gold],
    split: dict[str, tuple[str, ...]],
) -> None:
    base = len(tokens)
    root = base
    for i, (cells, (start, end)) in enumerate(zip(rows, spans, strict=True)):
        head = base + int(cells[6]) - 1 if cells[6] != "0" else base + i
        if cells[6] == "0":
            root = base + i
        tokens.append(
            Token(
                base + i,
                start,
                end,
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                head,
                cells[7],
                len(sentences),
                "O",
            )
        )
    sentences.append(Sentence(len(sentences), spans[0][0], spans[-1][1], base, base + len(rows), root))
    opened: list[tuple[str, str, int]] = []
    for i, cells in enumerate(rows):
        found = re.search(r"SplitAnte=([^|]*)", cells[9])
        if found:
            for pair in found.group(1).split(","):
                source, _, target = pair.partition("<")
                split[target] = (*split.get(target, ()), source)
        found = re.search(r"Entity=([^|]*)", cells[9])
        if not found:
            continue
        for bracket in OPENING.findall(found.group(1)):
            if bracket.startswith("("):
                parts = bracket.strip("()").split("-")
                opened.append((parts[0], parts[1], i))
                if bracket.endswith(")"):
                    _close(opened, parts[0], i, rows, tokens, base, gold)
            else:
                _close(opened, bracket.strip(")"), i, rows, tokens, base, gold)


def _close(
    opened: list[tuple[str, str, int]],
    cluster: str,
    last: int,
    rows: list[list[str]],
    tokens: list[Token],
    base: int,
    gold: list[Gold],
) -> None:
    for k in range(len(opened) - 1, -1, -1):
        if opened[k][0] == cluster:
            _, sort, first = opened.pop(k)
            inside = tokens[base + first : base + last + 1]
            ids = {token.index for token in inside}
            head = next((t for t in inside if t.head not in ids or t.head == t.index), inside[-1])
            gold.append(
                Gold(
                    inside[0].start, inside[-1].end, head.start, cluster, sort,
                    len(inside) == 1 and head.upos in ("PRON", "DET"), head.upos == "PROPN",
                )
            )  # fmt: skip
            return
