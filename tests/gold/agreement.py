"""How far the two readings of each gold article agreed before they were settled, as a Markdown table.

    python tests/gold/agreement.py

F of what was found by both, and for fields the share of paired records in which both say the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
READINGS = Path(__file__).resolve().parent / "readings"


def table() -> str:
    """The Markdown table: one row a measure, one column an article."""
    from tests.gold.loading import load
    from tests.gold.scoring import score

    firsts = sorted(READINGS.glob("*-a.json"))
    columns = [
        score(load(first), load(first.with_name(first.name.replace("-a.json", "-b.json"))))
        for first in firsts
    ]
    names = [first.name.removesuffix("-a.json") for first in firsts]
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for record, measure in columns[0].rows:
        cells = (f"{column.rows[record, measure].f:.2f}" for column in columns)
        lines.append(f"| {record}: {measure} (F) | " + " | ".join(cells) + " |")
    for record, name in columns[0].shares:
        shares = (column.shares.get((record, name)) for column in columns)
        cells = ("-" if share is None else f"{share.right}/{share.gold}" for share in shares)
        lines.append(f"| {record}: {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))  # run as a script, it finds its neighbours as the tests do
    print(table())
