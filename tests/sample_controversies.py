"""Print the controversies found in texts kept aside, for a reader to judge record by record.

    python tests/sample_controversies.py            100 of the half kept aside: articles, then sentences
    python tests/sample_controversies.py --half 1   the half that the rules were written on

Articles are the pages of the article-extraction benchmark, GUM's news, and weblogs and newsgroups of EWT;
sentences are the Causal News Corpus's. They are read from ``../shared/data``; nothing of them is kept. A text
is in the half that the SHA-256 of its key puts it in (0: kept aside).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from communique.analyse import analyse
from communique.errors import CommuniqueError
from communique.read import read_text
from communique.recognise import controversy, meeting, statement

DATA = Path(__file__).parents[2] / "shared" / "data"


def texts() -> Iterator[tuple[str, str]]:
    """Key and text: articles, then sentences from news of protest and conflict."""
    pages = json.loads((DATA / "pages" / "ground-truth.json").read_text("utf-8"))
    for key in sorted(pages):
        yield f"p:{key[:8]}", pages[key]["articleBody"]
    for name in ("gum-train", "gum-dev", "en_ewt-ud-train"):
        yield from treebank(DATA / "parsing" / f"{name}.conllu")
    rows = DATA / "causes" / "causal_news_corpus" / "train_subtask1.csv"
    with rows.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield f"c:{row['index']}", re.sub(r" ([,.;:?!)’\]]|'s|n't|’s|%)", r"\1", row["text"])


def treebank(path: Path) -> Iterator[tuple[str, str]]:
    """The news, weblogs and newsgroups of a treebank, document by document."""
    name, parts = "", [""]
    with path.open(encoding="utf-8") as lines:
        for line in (*lines, "# newdoc id = "):
            key, _, value = line.strip().partition(" = ")
            if key == "# newdoc id":
                if name.startswith(("GUM_news", "weblog", "newsgroup")):
                    yield f"t:{name}", " ".join(parts).strip()
                name, parts = value, []
            elif key == "# text":
                parts.append(value)


def half(key: str) -> int:
    """0 or 1, the same on every machine."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2


def main() -> None:
    """Print the records of one half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, default=0, choices=(0, 1))
    parser.add_argument("--skip", type=int, default=0, help="texts of that half to leave out first")
    parser.add_argument("--limit", type=int, default=100, help="records to print")
    arguments = parser.parse_args()
    number = passed = 0
    for key, text in texts():
        if half(key) != arguments.half:
            continue
        passed += 1
        if passed <= arguments.skip:
            continue
        try:
            analysis = analyse(read_text(text))
        except CommuniqueError:  # not in English, or too little
            continue
        found = controversy.recognise(analysis, statement.recognise(analysis), meeting.recognise(analysis))
        names = [entity.name for entity in analysis.entities]
        for each in found:
            number += 1
            about = [names[entity] for entity in each.about]
            print(f"{number} {key} [{each.kind}] {each.name!r} about={about} standing={each.standing}")
            print(f"    date={each.date and each.date.edtf} place={each.place and each.place.name}")
            for side in each.positions:
                source = text[slice(*side.source)] if side.source else None
                print(f"    {side.stance}: {source!r} claims {text[slice(*side.claim)]!r} ({side.certainty})")
            for start, end in each.evidence:
                print("    <", " ".join(text[start:end].split()))
            if number == arguments.limit:
                return


if __name__ == "__main__":
    main()
