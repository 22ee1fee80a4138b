"""How much of the article comes out of a web page, and how much else: ``python tests/measure_pages.py``.

The pages and the text that a person marked in them are those of scrapinghub/article-extraction-benchmark, in
``../shared/data/pages`` beside the checkout; so is the metric, written here from its definition: shingles of
four words, counted; per page true positives, false positives and false negatives as shares of their sum;
precision and recall averaged over pages, F1 of the two averages. A page that gives nothing counts for recall
alone. The interval is the 95% percentile interval of 2,000 bootstrap samples of pages, with a fixed seed.

The pages are split by their sorted id, every second one: the reader was developed on one half (``seen``),
and the other (``unseen``) was only ever scored.

Title, authors and date are compared with the page's JSON-LD, on the page *without* it: what it states
there must be found again in the other places.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from communique.document import Document
from communique.errors import InputError
from communique.read.asked import Asked
from communique.read.html import read
from communique.read.page_charset import page_text

PAGES = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "pages"
SAMPLES = 2_000
_WORD = re.compile(r"\w+")
_JSON_LD = re.compile(rb"<script[^>]*ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)


class Page(NamedTuple):
    """A page of the benchmark: its id, its bytes and the text that a person marked."""

    id: str
    data: bytes
    article: str


class Share(NamedTuple):
    """True positives, false positives and false negatives of one page, which sum to 1 or are all 0."""

    true: float
    extra: float
    missed: float


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


def pages(folder: Path = PAGES) -> list[Page]:
    """All pages, sorted by id."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return [
        Page(it, gzip.decompress((folder / "html" / f"{it}.html.gz").read_bytes()), truth[it]["articleBody"])
        for it in sorted(truth)
    ]


def halves(all_pages: Sequence[Page]) -> dict[str, Sequence[Page]]:
    return {"seen": all_pages[0::2], "unseen": all_pages[1::2], "all": all_pages}


def article_of(document: Document) -> str:
    """What the benchmark marks: the article without its title and without what stands beside it."""
    return "\n".join(document.words(it) for it in document.blocks if it.kind in ("heading", "paragraph"))


def ours(page: Page) -> str:
    try:
        return article_of(read(page.data, Asked()))
    except InputError:
        return ""


def plain_trafilatura(page: Page, *, comments: bool = True) -> str:
    return trafilatura.extract(page_text(page.data), include_comments=comments) or ""


def plain_resiliparse(page: Page) -> str:
    text = extract_plain_text(page_text(page.data), main_content=True, alt_texts=False)
    return str(text)


READERS: dict[str, Callable[[Page], str]] = {
    "communique": ours,
    "trafilatura": plain_trafilatura,
    "trafilatura, no comments": partial(plain_trafilatura, comments=False),
    "resiliparse": plain_resiliparse,
}


def share(truth: str, read_text: str) -> Share:
    """The counts of shingles of four words that both texts have, and that only one has, as shares of all."""
    wanted, found = shingles(truth), shingles(read_text)
    true = sum((wanted & found).values())
    extra = sum((found - wanted).values())
    missed = sum((wanted - found).values())
    total = true + extra + missed
    return Share(true / total, extra / total, missed / total) if total else Share(0.0, 0.0, 0.0)


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def score(shares: Sequence[Share]) -> Score:
    precision = statistics.fmean(it.true / (it.true + it.extra) for it in shares if it.true + it.extra)
    recall = statistics.fmean(it.true / (it.true + it.missed) for it in shares if it.true + it.missed)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def interval(values: Callable[[Sequence[int]], float], size: int) -> tuple[float, float]:
    """The 95% percentile interval of a statistic of resampled pages, given their numbers."""
    chance = random.Random(20191118)
    drawn = sorted(values([chance.randrange(size) for _ in range(size)]) for _ in range(SAMPLES))
    return drawn[int(0.025 * SAMPLES)], drawn[int(0.975 * SAMPLES) - 1]


def report(all_pages: Sequence[Page]) -> None:
    found = {
        name: {page.id: share(page.article, reader(page)) for page in all_pages}
        for name, reader in READERS.items()
    }
    for half, chosen in halves(all_pages).items():
        print(f"\n{half}: {len(chosen)} pages")
        print(f"{'':26}{'precision':>10}{'recall':>8}{'F1':>8}   95% interval of F1")
        mine = [found["communique"][page.id] for page in chosen]
        for name, shares_by_id in found.items():
            shares = [shares_by_id[page.id] for page in chosen]
            precision, recall, f1 = score(shares)
            low, high = interval(partial(f1_of, shares), len(shares))
            print(f"{name:26}{precision:10.3f}{recall:8.3f}{f1:8.3f}   {low:.3f} to {high:.3f}")
            if name != "communique":
                low, high = interval(partial(gain, mine, shares), len(shares))
                print(f"{'':26}communique minus this: {score(mine).f1 - f1:+.3f} ({low:+.3f} to {high:+.3f})")


def f1_of(shares: Sequence[Share], drawn: Sequence[int]) -> float:
    return score([shares[it] for it in drawn]).f1


def gain(mine: Sequence[Share], theirs: Sequence[Share], drawn: Sequence[int]) -> float:
    return f1_of(mine, drawn) - f1_of(theirs, drawn)


def report_metadata(all_pages: Sequence[Page]) -> None:
    """Agreement with JSON-LD on pages that lose it, field by field."""
    print("\ntitle, authors and date found again without the JSON-LD that states them")
    for half, chosen in halves(all_pages).items():
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        silent: Counter[str] = Counter()
        for page in chosen:
            stated = json_ld(page.data)
            try:
                found = read(_JSON_LD.sub(b"", page.data), Asked()).metadata
            except InputError:
                continue
            values = {"title": found.title, "authors": found.authors, "published": found.published}
            for field, truth in stated.items():
                value = values[field]
                which = silent if not value else right if same(field, truth, value) else wrong
                which[field] += 1
        print(
            f"{half:8}"
            + "   ".join(
                f"{field} {right[field]} right, {wrong[field]} wrong, {silent[field]} none"
                for field in ("title", "authors", "published")
            )
        )


def json_ld(data: bytes) -> Mapping[str, object]:
    """Headline, names of authors and day in the first object with a headline."""
    for script in _JSON_LD.findall(data):
        try:
            waiting = [json.loads(script.decode("utf-8"), strict=False)]
        except ValueError:
            continue
        while waiting:
            it = waiting.pop(0)
            if isinstance(it, list):
                waiting += it
            elif isinstance(it, dict) and isinstance(it.get("headline"), str):
                people = it.get("author") or []
                names = [
                    person.get("name") if isinstance(person, dict) else person
                    for person in (people if isinstance(people, list) else [people])
                ]
                day = str(it.get("datePublished") or "")[:10]
                found: dict[str, object] = {"title": it["headline"]}
                if names and all(isinstance(name, str) and name and "http" not in name for name in names):
                    found["authors"] = names
                if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                    found["published"] = day
                return found
            elif isinstance(it, dict) and isinstance(it.get("@graph"), list):
                waiting += it["@graph"]
    return {}


def same(field: str, truth: object, value: object) -> bool:
    if field == "published":
        return truth == value
    if field == "authors":
        return key(" ".join(map(str, truth))) == key(" ".join(map(str, value)))  # type: ignore[call-overload]
    one, other = sorted((key(str(truth)), key(str(value))), key=len)
    return other.startswith(one) and len(one) >= 0.8 * len(other)


def key(words: str) -> str:
    """Letters and digits in lower case, references of HTML resolved, which some JSON-LD has."""
    return "".join(it for it in html.unescape(words).lower() if it.isalnum())


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--worst", type=int, default=0, help="list the seen pages with the lowest scores")
    asked = arguments.parse_args()
    if not PAGES.exists():
        print(f"there are no pages in {PAGES}", file=sys.stderr)
        return 2
    all_pages = pages()
    if asked.worst:
        scored = []
        for page in halves(all_pages)["seen"]:
            mine, theirs = share(page.article, ours(page)), share(page.article, plain_trafilatura(page))
            scored.append((mine.true, theirs.true, mine.extra, mine.missed, page.id))
        for row in sorted(scored)[: asked.worst]:
            print("ours {:.3f} theirs {:.3f}  extra {:.3f} missed {:.3f}  {}".format(*row))
        return 0
    report(all_pages)
    report_metadata(all_pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
