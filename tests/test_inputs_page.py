"""docs/inputs.md tells the formats, their files and their limits as the table in the code has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.read.asked import LIMIT
from communique.read.formats import FORMATS, Format

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "inputs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_is_on_the_page(one: Format) -> None:
    row = next(line for line in PAGE.splitlines() if f"| `{one.name}` |" in line)
    _, _, _, files, install, many, _ = (cell.strip() for cell in row.split("|"))
    assert set(one.suffixes) <= set(re.findall(r"\.[a-z.]+", files))
    assert (many == "many") == one.many
    if one.extra:
        assert f"[{one.extra}]" in install


@pytest.mark.parametrize("one", FORMATS[1:], ids=lambda one: one.name)
def test_every_limit_is_on_the_page(one: Format) -> None:
    limits = re.findall(r"^\| ([a-z, ]+) \| ([0-9,]+) \|$", PAGE, re.MULTILINE)
    said = next(size for names, size in limits if one.name in re.split(r", | ", names))
    assert int(said.replace(",", "")) == one.max_bytes


def test_the_length_of_a_text() -> None:
    assert f"{LIMIT:,}" in PAGE
