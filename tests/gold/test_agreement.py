"""The figures of agreement in README.md are those of the readings."""

from __future__ import annotations

from pathlib import Path

from tests.gold.agreement import table


def test_readme_tells_the_agreement_of_the_readings() -> None:
    readme = (Path(__file__).resolve().parent / "README.md").read_text(encoding="utf-8")
    assert table() in readme
