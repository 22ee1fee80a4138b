"""Texts marked with who is meant: ``[Angela Merkel]1 met [Macron]2. [She]1 thanked [him]2.``

Equal numbers are one entity, different numbers different ones; ``[the two leaders]1+2`` is a mention of both,
``[he]?`` of nobody, because the text does not decide. What is not marked is not tested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.analyse import analyse
from communique.analyse.analysis import Analysis, Entity
from communique.document import Block, Document, DocumentSection

MARK = re.compile(r"\[([^\[\]]+)\](\?|\d+(?:\+\d+)*)")


@dataclass(frozen=True)
class Marked:
    """The plain text, and what stands where: start, end and the numbers of who is meant."""

    text: str
    spans: tuple[tuple[int, int, tuple[int, ...]], ...]


def read(marked: str) -> Marked:
    """Take the marks out of a text."""
    text = ""
    spans = []
    position = 0
    for found in MARK.finditer(marked):
        text += marked[position : found.start()]
        numbers = () if found[2] == "?" else tuple(int(number) for number in found[2].split("+"))
        spans.append((len(text), len(text) + len(found[1]), numbers))
        text += found[1]
        position = found.end()
    return Marked(text + marked[position:], tuple(spans))


@lru_cache(maxsize=256)
def analysis(text: str) -> Analysis:
    """The Analysis of a text whose paragraphs stand apart by an empty line."""
    blocks = []
    position = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", position, position + len(paragraph)))
        position += len(paragraph) + 2
    paragraphs = tuple(blocks)
    section = DocumentSection("section-1", None, 1, 0, len(text), paragraphs)
    return analyse(Document(text, paragraphs, (section,)))


def problems(marked: str) -> list[str]:
    """What the analysis of a marked text gets wrong, in words; empty where all is as marked."""
    expected = read(marked)
    found = analysis(expected.text)
    at = {(mention.start, mention.end): mention.entities for mention in found.mentions}
    entity_of: dict[int, int] = {}
    wrong = []
    for start, end, numbers in expected.spans:
        words = expected.text[start:end]
        if (start, end) not in at:
            if numbers:
                wrong.append(f"{words!r} at {start} is no mention")
            continue
        entities = at[start, end]
        if len(entities) != len(numbers):
            named = [found.entities[index].name for index in entities]
            wrong.append(f"{words!r} at {start} stands for {named}, not for {len(numbers)}")
            continue
        if len(numbers) > 1:
            known = {entity_of.get(number) for number in numbers}
            if known != set(entities):
                wrong.append(f"{words!r} at {start} stands for {[found.entities[i].name for i in entities]}")
            continue
        for number, index in zip(numbers, entities, strict=True):
            if entity_of.setdefault(number, index) != index:
                wrong.append(
                    f"{words!r} at {start} is {found.entities[index].name!r},"
                    f" not {found.entities[entity_of[number]].name!r}"
                )
    if not wrong and len(set(entity_of.values())) != len(entity_of):
        wrong.append(f"different numbers are one entity: {entity_of}")
    return wrong


def entity(text: str, name: str) -> Entity:
    """The entity of a name in a text.

    :raises LookupError: there is none.
    """
    for each in analysis(text).entities:
        if name == each.name or name in each.aliases:
            return each
    raise LookupError(f"no entity {name!r} among {[each.name for each in analysis(text).entities]}")
