"""Scores an article's records against a gold file: precision, recall and F per record type and field.

    python tests/gold/score.py examples/trump-putin.json tests/gold/trump-putin.json --errors

What counts as right is told in README.md beside this file. A gold file can stand in the place of the article:
so two readings are compared.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, and with --errors the mistakes."""
    from tests.gold.loading import load
    from tests.gold.scoring import describe, score

    parser = argparse.ArgumentParser(description="Score an article's records against a gold file.")
    parser.add_argument("found", type=Path, help="an article's JSON, or another gold file")
    parser.add_argument("gold", type=Path, help="the gold file")
    parser.add_argument("--errors", action="store_true", help="list what is missing, extra or wrong")
    parser.add_argument("--record", help="list the mistakes of this record type only: implications")
    options = parser.parse_args(arguments)
    gold = load(options.gold)
    report = score(load(options.found), gold)
    print(report.table())
    if options.errors or options.record:
        path = REPOSITORY / json.loads(options.gold.read_text(encoding="utf-8"))["text"]
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        chosen = [mistake for mistake in report.mistakes if options.record in (None, mistake.record)]
        print(describe(chosen, gold, text))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))  # run as a script, it finds its neighbours as the tests do
    sys.exit(main())
