"""Entries of the word lists that no test and no text ever uses: ``python tests/check_lexicon.py``.

An entry counts as used where its words stand, in any inflected form, in the tests, in the seed and gold
articles, or in the corpora beside the checkout. The reference tables (countries, cities, given names …) are
left out: they are complete on purpose. Prints each unused entry with its list; the exit code is 1 where the
share of unused entries is above the floor in ``tests/floors.toml``.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.analyse import lexicon

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
TABLES = frozenset(
    (
        "capitals",
        "cities",
        "countries",
        "given_names",
        "historic",
        "metonyms",
        "organizations",
        "regions",
        "offices",
        "titles",
        "seats",
        "events",
        "salience",
        "ambiguous",
        "places",
    )
)
# Values that say how an entry works; they are no words of the language.
SETTINGS = frozenset(
    (
        "kind",
        "takes",
        "certainty",
        "polarity",
        "negated",
        "stance",
        "standing",
        "lean",
        "subject",
        "time",
        "positive",
        "infinitive",
        "direction",
        "sign",
        "gender",
    )
)
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?:ied|ies|ying|ing|ed|es|s|d|e|y)$")


def stem(word: str) -> str:
    """A word without what inflection changes; doubled consonants are single."""
    bare = ENDING.sub("", word.lower())
    return re.sub(r"(.)\1$", r"\1", bare) if len(bare) > 2 else word.lower()


def entries(value: Any, key: str = "") -> Iterator[str]:
    """The words and phrases of a list, settings left out."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from entries(inner, name)
    elif isinstance(value, list):
        for each in value:
            yield from [each] if isinstance(each, str) else entries(each, key)
    elif isinstance(value, str) and key not in SETTINGS:
        yield from value.split()


def texts() -> Iterator[str]:
    """Everything that could use a word."""
    for folder, pattern in ((ROOT / "tests", "**/*.py"), (ROOT / "tests", "**/*.toml")):
        for path in sorted(folder.glob(pattern)):
            yield path.read_text("utf-8")
    for path in (*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "gold").glob("*.txt"))):
        yield path.read_text("utf-8")
    for path in (*sorted(DATA.glob("parsing/*.conllu")), *sorted(DATA.glob("causes/**/*.csv"))):
        yield path.read_text("utf-8")
    pages = DATA / "pages" / "ground-truth.json"
    if pages.exists():
        for page in json.loads(pages.read_text("utf-8")).values():
            yield page["articleBody"]


def unused() -> tuple[list[tuple[str, str]], int]:
    """The unused entries with the name of their list, and the number of all entries."""
    known = {stem(word) for text in texts() for word in WORD.findall(text)}
    missing, whole = [], 0
    for name in lexicon.names():
        if name in TABLES:
            continue
        for entry in dict.fromkeys(entries(lexicon.load(name))):
            words = WORD.findall(entry)
            whole += bool(words)
            if any(stem(word) not in known and word.lower() not in known for word in words):
                missing.append((name, entry))
    return missing, whole


def main() -> int:
    """Print what is unused; say whether it is too much."""
    missing, whole = unused()
    for name, entry in missing:
        print(f"{name}.toml: {entry}")
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))
    most = floors["lexicon"]["most_unused"]
    print(
        f"{len(missing)} of {whole} entries are used nowhere ({len(missing) / whole:.1%}; at most {most:.1%})"
    )
    return int(len(missing) / whole > most)


if __name__ == "__main__":
    sys.exit(main())
