"""How well PDF and Word are read: ``python tests/measure_documents.py``.

GUM articles (news, interview, biography, court) are laid out as a journal would, with running heads, page
numbers and footnotes, by LibreOffice and by Chromium, in one and in two columns, with words cut at line ends;
then read, and what the reader makes of each paragraph is compared with what was laid out. Needs ``soffice``,
``chromium`` and the corpora. ``-v`` shows what is wrong. Documents as in ``measure_reading``: rules were
tuned on one half (``--tuned``), figures that count are the other's.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from tests.measure_reading import Marked, documents, held_out  # noqa: E402
from tests.read.lay_out import JOURNAL, chromium, libreoffice, print_page, text_document  # noqa: E402

from communique.document import Document  # noqa: E402
from communique.read.asked import Asked  # noqa: E402

NOTES = (
    "See the report of the committee, p. 12.",
    "The figures are those of the ministry; others put them higher.",
    "Interview with the author, 3 May 2019.",
)
_SPACE = re.compile(r"\s+")
_MOST = 14  # documents


def tagged(blocks: list[Marked]) -> list[tuple[str, str]]:
    """The blocks as (tag, words), from the title on."""
    first, *rest = (block for block in blocks if block.kind in ("head", "p", "item"))
    return [("h1", first.words), *(("h2" if it.kind == "head" else "p", it.words) for it in rest)]


def compare(document: Document, laid: list[tuple[str, str]], *, show: bool) -> Counter[str]:
    """Counts of what was laid out and what of it was read as it was."""
    kinds = {"h1": "title", "h2": "heading", "p": "paragraph"}
    found: Counter[tuple[str, str]] = Counter(
        (it.kind, _plain(document.words(it))) for it in document.blocks if it.kind != "space"
    )
    counts: Counter[str] = Counter()
    for tag, words in laid:
        kind = kinds[tag]
        counts[f"{kind} laid"] += 1
        if found[kind, _plain(words)]:
            found[kind, _plain(words)] -= 1
            counts[f"{kind} right"] += 1
        elif show:
            sys.stdout.write(f"    not found as {kind}: {_first_difference(_plain(words), found)}\n")
    for (kind, words), count in found.items():
        if count and kind != "boilerplate":
            counts[f"{kind} wrong"] += count
            if show:
                sys.stdout.write(f"    wrong {kind}: {words[:110]!r}\n")
        elif count:
            beside = any(_plain(it) in words for it in NOTES) or JOURNAL in words or len(words) < 20
            counts["boilerplate wrong"] += not beside
            if show and not beside:
                sys.stdout.write(f"    wrong boilerplate: {words[:110]!r}\n")
    return counts


def _first_difference(words: str, found: Counter[tuple[str, str]]) -> str:
    """Where the most similar block that was read begins to differ."""

    def same(read: str) -> int:
        return next(
            (at for at, (one, two) in enumerate(zip(words, read, strict=False)) if one != two), len(read)
        )

    best = max((read for _, read in found), key=same, default="")
    at = same(best)
    return f"{words[max(0, at - 30) : at + 20]!r} is {best[max(0, at - 30) : at + 20]!r}"


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words.replace("\u00a0", " ")).strip()


def main() -> None:
    show, half = "-v" in sys.argv, "--tuned" not in sys.argv
    chosen = [
        (name, tagged(blocks))
        for name, blocks in sorted(documents().items())
        if held_out(name) == half and sum(it.kind in ("head", "p", "item") for it in blocks) > 4
    ][:_MOST]
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        texts = {columns: {f"{name}-lo{columns}": text_document(laid, columns=columns, notes=NOTES)
                           for name, laid in chosen} for columns in (1, 2)}  # fmt: skip
        for columns in (1, 2):
            libreoffice(texts[columns], "pdf", work, work)
            for name, laid in chosen:
                chromium(print_page(laid, columns=columns), work / f"{name}-ch{columns}.pdf", work)
        libreoffice(texts[1], "docx", work, work)
        for ending, how in (
            ("lo1.pdf", "PDF, LibreOffice, one column"), ("lo2.pdf", "PDF, LibreOffice, two columns"),
            ("ch1.pdf", "PDF, Chromium, one column"), ("ch2.pdf", "PDF, Chromium, two columns"),
            ("lo1.docx", "Word, LibreOffice"),
        ):  # fmt: skip
            sys.stdout.write(_measure(how, ending, chosen, work, show=show))


def _measure(
    how: str, ending: str, chosen: list[tuple[str, list[tuple[str, str]]]], work: Path, *, show: bool
) -> str:
    counts: Counter[str] = Counter()
    reader = import_module(f"communique.read.{ending.rpartition('.')[2]}")
    began = time.monotonic()
    for name, laid in chosen:
        if show:
            sys.stdout.write(f"  {name} {how}\n")
        counts += compare(reader.read((work / f"{name}-{ending}").read_bytes(), Asked()), laid, show=show)
    seconds = (time.monotonic() - began) / len(chosen)
    rows = " ".join(
        f"{kind}s {counts[f'{kind} right']}/{counts[f'{kind} laid']} (+{counts[f'{kind} wrong']}) "
        for kind in ("title", "heading", "paragraph")
    )
    return f"{how:32} {rows} prose lost {counts['boilerplate wrong']}  {seconds:.2f} s each\n"


if __name__ == "__main__":
    main()
