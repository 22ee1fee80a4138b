"""Lines in reading order → blocks: what was one paragraph or heading before it was set.

A line goes on with the one above it unless something says otherwise: type of another size or weight, a wider
gap, an indented first line, a bullet, or a line above that ends where the next word would have had room.
Paragraphs that a column or a page cuts are put together again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.read.hyphens import Cuts, cuts, joined
from communique.read.letters import letters
from communique.read.pdf_columns import Row

_SAME_SIZE = 0.07  # of the larger: sizes that differ less are one
_WIDE = 1.35  # of the usual distance of lines: a wider one cuts
_INDENT = 0.7  # of the size of letters: what begins further in is indented
_EDGE = 2.0  # points by which places that are the same differ at most
_ROOM = 0.6  # of the size, besides the next word: a line that leaves more was cut by its author
_MANY = 6  # lines that show how wide their column is
_STOP = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_SIGNS = "[•‣◦⁃▪▫●○■□◆➢►❑✓\uf020-\uf0ff]"  # the last: fonts of signs, Symbol and Wingdings, have theirs there
_SURE_BULLET = re.compile(_SIGNS)
_BULLET = re.compile(rf"{_SIGNS}\s*|[-–—*]\s+")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading as it was set; ``size`` in points."""

    text: str
    size: float
    bold: bool
    page: int
    item: bool = False
    number: str = ""
    """The raised mark that it begins with, as footnotes do."""
    lines: int = 1
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set, in points."""

    body: float
    """The size of most letters."""
    leading: float
    """From one baseline to the next."""
    indented: bool
    """Whether first lines of paragraphs are indented, rather than set apart by a gap."""
    indent: float
    """By how much, or 0."""
    edges: dict[tuple[int, int], tuple[float, float]]
    """Left and right edge of the text by page and column."""


def setting(rows: Sequence[Row]) -> Setting:
    """How a text is set, told by most of its lines."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.line.size * 2) / 2] += len(row.line.text)
    body = max(sizes, key=lambda it: (sizes[it], it)) if sizes else 10.0
    below = [
        (one, two)
        for one, two in pairwise(rows)
        if one.run == two.run and one.line.page == two.line.page and _alike(two.line.size, body)
    ]
    gaps = sorted(one.line.baseline - two.line.baseline for one, two in below)
    leading = gaps[len(gaps) // 3] if gaps else 1.2 * body
    edges = _edges(rows, body)
    starts = [two.line.left - edges[two.line.page, two.slot][0] for _, two in below]
    indents = sorted(start for start in starts if start > _INDENT * body)
    wide = sum(gap > _WIDE * leading for gap in gaps)
    indented = wide < len(indents) < 0.6 * len(starts)
    return Setting(body, leading, indented, indents[len(indents) // 2] if indented else 0.0, edges)


def _edges(rows: Sequence[Row], body: float) -> dict[tuple[int, int], tuple[float, float]]:
    """Where columns begin and end. A page with few lines in a column has the width that others have."""
    lines: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        if _alike(row.line.size, body):
            lines[row.line.page, row.slot].append((row.line.left, row.line.right))
    found: dict[tuple[int, int], tuple[float, float]] = {}
    widths: defaultdict[int, float] = defaultdict(float)
    for (page, slot), places in lines.items():
        lefts = Counter(round(left) for left, _ in places)
        often = [left for left, count in lefts.items() if count >= max(2, 0.15 * len(places))]
        left = float(min(often)) if often else min(left for left, _ in places)
        rights = sorted(right for _, right in places)
        right = rights[-1 - len(rights) // 40]
        found[page, slot] = (left, right)
        if len(places) >= _MANY:  # not the title of a cover, wider than any column
            widths[slot] = max(widths[slot], right - left)
    for (page, slot), (left, right) in found.items():
        if len(lines[page, slot]) < _MANY:
            found[page, slot] = (left, max(right, left + 0.98 * widths[slot]))
    for row in rows:
        found.setdefault((row.line.page, row.slot), (row.line.left, row.line.right))
    return found


def _alike(one: float, two: float) -> bool:
    return abs(one - two) <= _SAME_SIZE * max(one, two)


def blocks(rows: Sequence[Row], how: Setting) -> list[Block]:
    """The blocks of a text in reading order."""
    told = cuts([row.line.text for row in rows])
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row, how):
            groups[-1].append(row)
        else:
            groups.append([row])
    return _mended([_block(group, told) for group in groups], how, told)


def _goes_on(group: list[Row], row: Row, how: Setting) -> bool:
    above, line = group[-1].line, row.line
    if not _alike(above.size, line.size) or line.number or _SURE_BULLET.match(line.text):
        return False
    body = _alike(line.size, how.body) and not line.bold
    short = _leaves_room(group[-1], row, how)
    if is_item(line.text) and (short or _STOP.search(above.text)):  # else a dash, or a date, by chance
        return False
    if above.bold != line.bold and (short or not line.text[:1].islower()):
        return False
    if group[-1].run == row.run and above.page == line.page:
        return _goes_on_beneath(group, row, how, short=short, body=body)
    if not body or (how.indented and _indent(row, how) > _INDENT * line.size):
        return False
    if short:
        return not _STOP.search(above.text) and line.text[:1].islower()
    return True


def _goes_on_beneath(group: list[Row], row: Row, how: Setting, *, short: bool, body: bool) -> bool:
    above, line = group[-1].line, row.line
    usual = how.leading * max(1.0, line.size / how.body)
    if not 0 <= above.baseline - line.baseline <= _WIDE * usual:
        return False
    if not body:
        return True
    indent, before = _indent(row, how), _indent(group[-1], how)
    if is_item(group[0].line.text):
        return not short or not _STOP.search(above.text)
    if indent > _INDENT * line.size and (
        before < 0.5 * _INDENT * line.size or abs(indent - how.indent) < _EDGE
    ):
        return False
    if before > _INDENT * line.size and indent < 0.5 * _INDENT * line.size and len(group) > 1:
        return False
    # A sentence that goes on in a box narrower than its column leaves room as well.
    return not short or (line.text[:1].islower() and not _STOP.search(above.text))


def _indent(row: Row, how: Setting) -> float:
    return row.line.left - how.edges[row.line.page, row.slot][0]


def _leaves_room(above: Row, row: Row, how: Setting) -> bool:
    """Whether the first word of a line would have had room on the line above."""
    room = how.edges[above.line.page, above.slot][1] - above.line.right
    return room > row.line.first + _ROOM * above.line.size


def is_item(text: str) -> bool:
    """Whether a line begins an item of a list."""
    return _BULLET.match(text) is not None or _NUMBERED.match(text) is not None


def is_bulleted(block: Block) -> bool:
    """Whether a block is an item of a list that no number counts; a number may also count headings."""
    return block.item and _NUMBERED.match(block.text) is None


def _block(group: Sequence[Row], told: Cuts) -> Block:
    first = group[0]
    text = first.line.text
    for row in group[1:]:
        text = joined(text, row.line.text, told)
    bullet = _BULLET.match(text)
    return Block(
        letters(text[bullet.end() :] if bullet else text),
        first.line.size,
        first.line.bold and all(row.line.bold for row in group),
        first.line.page,
        item=is_item(text),
        number=first.line.number,
        lines=len(group),
        slot=first.slot,
    )


def _mended(found: Iterable[Block], how: Setting, told: Cuts) -> list[Block]:
    """Blocks in which what a picture or a note has cut is whole again, and dropped capitals too."""
    out: list[Block] = []
    last: int | None = None  # the last paragraph of the body
    for block in found:
        if out and len(out[-1].text) == 1 and out[-1].size > 1.5 * block.size and out[-1].text.isalpha():
            capital = out.pop()
            block = replace(block, text=capital.text + block.text)
        body = _alike(block.size, how.body) and not block.bold and not block.item
        if body and last is not None and last < len(out) - 1 and block.text[:1].islower():
            unfinished = out[last]
            beside = not any(_alike(it.size, how.body) for it in out[last + 1 :])
            if beside and not _STOP.search(unfinished.text):
                out[last] = replace(unfinished, text=letters(joined(unfinished.text, block.text, told)))
                continue
        if body:
            last = len(out)
        out.append(block)
    return out
