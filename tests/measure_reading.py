"""How well the reader finds titles, headings and boilerplate: ``python tests/measure_reading.py``.

GUM articles (news, interview, bio, court; dev and train of the reusable genres) are laid out as plain text,
in four layouts, without any mark-up: heads, paragraphs, list items and captions as blocks of words. What the
reader makes of each block is compared with what GUM says it is. Captions count as prose or boilerplate, never
as headings. Documents are split by name: rules were tuned on one half, figures that count are the other's.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from communique.document import Document
from communique.errors import UnsupportedLanguage
from communique.read import read_text
from communique.read.plain import plain

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_DATE_ALONE = re.compile(r"(?:\w+day, )?\w+ \d{1,2}, \d{4}")  # the line beneath the title in Wikinews
_OUTER = ("head", "p", "caption", "item", "l", "cell")


class Marked(NamedTuple):
    """A block of a GUM document: ``kind`` is its element."""

    kind: str
    words: str


def sentences(data: Path = DATA) -> dict[str, list[str]]:
    """The sentences of each GUM document, as written."""
    found: dict[str, list[str]] = {}
    for part in ("train", "dev"):
        name = ""
        for line in (data / "parsing" / f"gum-{part}.conllu").read_text("utf-8").splitlines():
            if line.startswith("# newdoc id = "):
                name = line.removeprefix("# newdoc id = ")
                found[name] = []
            elif line.startswith("# text = "):
                found[name].append(line.removeprefix("# text = "))
    return found


def documents(data: Path = DATA) -> dict[str, list[Marked]]:
    """The blocks of each GUM document, in order."""
    texts = sentences(data)
    return {
        path.stem: list(_blocks(path.read_text("utf-8"), texts[path.stem]))
        for path in sorted((data / "articles" / "gum" / "xml").glob("*.xml"))
        if path.stem in texts
    }


def _blocks(xml: str, texts: list[str]) -> Iterator[Marked]:
    rest = iter(texts)
    open_: list[str] = []
    held: list[str] = []
    for line in xml.splitlines():
        tag = _TAG.fullmatch(line.strip())
        if tag is None:
            continue
        closing, name = tag.groups()
        if name == "s" and not closing:
            held.append(next(rest))
        elif name in _OUTER:
            if held:
                words = " ".join(held)
                yield Marked("date" if _DATE_ALONE.fullmatch(words) else open_[-1] if open_ else "p", words)
                held = []
            if closing:
                open_.pop()
            else:
                open_.append(name)
    if held:
        yield Marked("p", " ".join(held))


LAYOUTS = ("blank lines", "a line each", "wrapped", "wrapped, indented")


def laid_out(blocks: list[Marked], layout: str) -> str:
    """The blocks as a plain text in one of the layouts."""
    words = [block.words for block in blocks]
    if layout == "blank lines":
        return "\n\n".join(words) + "\n"
    if layout == "a line each":
        return "\n".join(words) + "\n"
    if layout == "wrapped":
        return "\n\n".join(textwrap.fill(it, 72, break_long_words=False) for it in words) + "\n"
    return "\n".join(
        textwrap.fill(it, 72, break_long_words=False, initial_indent="    " if number else "")
        for number, it in enumerate(words)
    )


def held_out(name: str) -> bool:
    """Whether a document is in the half that figures are taken from."""
    return zlib.crc32(name.encode()) % 2 == 0


def compare(document: Document, blocks: list[Marked]) -> Iterator[tuple[str, str, str]]:
    """For each block of the reader its kind, the kind GUM gives the words, and the words.

    A piece that is not a whole block of GUM (cut or joined wrongly) has the kind ``cut``.
    """
    kinds = {_bare(block.words): block.kind for block in blocks}
    first = _bare(blocks[0].words) if blocks[0].kind == "head" else None
    for block in document.blocks:
        if block.kind != "space":
            words = _bare(document.words(block))
            yield block.kind, "title" if words == first else kinds.get(words, "cut"), document.words(block)


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip()


def measure_layout(all_: dict[str, list[Marked]], layout: str, half: bool, *, show: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name, blocks in all_.items():
        if held_out(name) != half:
            continue
        document = plain(laid_out(blocks, layout))
        expected = sum(block.kind == "head" for block in blocks[1:])
        counts["blocks"] += len(blocks)
        counts["headings expected"] += expected
        counts["titles expected"] += blocks[0].kind == "head"
        for kind, gold, words in compare(document, blocks):
            counts["whole"] += gold != "cut"
            right = {
                "heading": gold == "head",
                "title": gold == "title",
                "boilerplate": gold in ("caption", "date"),
            }
            counts[kind] += 1
            counts[f"{kind} {gold}"] += 1
            counts[f"{kind} right"] += right.get(kind, False)
            wrong = (kind in right and not right[kind]) or (kind == "paragraph" and gold in ("head", "title"))
            if show and (wrong or gold == "cut"):
                sys.stdout.write(f"  {name:28} {kind:11} gold {gold:8} {words[:100]!r}\n")
    return counts


def report(counts: Counter[str], name: str) -> str:
    right, found, expected = counts["heading right"], counts["heading"], counts["headings expected"]
    precision, recall = right / max(1, found), right / max(1, expected)
    f = 2 * precision * recall / max(1e-9, precision + recall)
    titles, rows = counts["title right"], counts["boilerplate right"]
    prose = found - counts["heading caption"]
    return (
        f"{name:18} blocks whole {counts['whole']}/{counts['blocks']}  "
        f"titles {titles}/{counts['titles expected']} (+{counts['title'] - titles})  "
        f"headings P {precision:.3f} R {recall:.3f} F {f:.3f} ({right}/{found}/{expected}), "
        f"captions aside P {right / max(1, prose):.3f}  boilerplate P {rows}/{counts['boilerplate']}\n"
    )


def pages(data: Path = DATA) -> Iterator[str]:
    """The article texts that a person marked on web pages, as plain text with blank lines."""
    for page in json.loads((data / "pages" / "ground-truth.json").read_text("utf-8")).values():
        yield page["articleBody"]


def measure_pages(*, show: bool) -> str:
    """All of these texts is article: boilerplate in them is a mistake, or a slip of the person who marked."""
    counts: Counter[str] = Counter()
    for text in pages():
        try:
            document = read_text(text)
        except UnsupportedLanguage as error:
            counts["refused"] += 1
            if show:
                sys.stdout.write(f"  {error.message}: {text[:70]!r}\n")
            continue
        for block in document.blocks:
            counts[block.kind] += 1
            if show and block.kind in ("boilerplate", "heading", "title"):
                sys.stdout.write(f"  {block.kind:11} {document.words(block)[:110]!r}\n")
    return f"pages: {dict(sorted(counts.items()))}\n"


def main() -> None:
    show = "-v" in sys.argv
    tuned = "--tuned" in sys.argv
    all_ = documents()
    for layout in LAYOUTS:
        sys.stdout.write(report(measure_layout(all_, layout, not tuned, show=show), layout))
    sys.stdout.write(measure_pages(show=show))


if __name__ == "__main__":
    main()
