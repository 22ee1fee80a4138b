"""The first article gives the same records from every layout; offsets and the name of the file differ.

The layouts are made by ``python tests/read/lay_out.py``: Word and two PDFs by LibreOffice, two by Chromium.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.records import Article

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "trump-putin.txt"
LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.name for path in LAYOUTS.iterdir())
RECORDS = ("actors", "meetings", "controversies", "implications", "statements")
_OFFSETS = frozenset(("start", "end"))


def without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_offsets(inner) for key, inner in value.items() if key not in _OFFSETS}
    return [without_offsets(inner) for inner in value] if isinstance(value, list) else value


def records(article: Article) -> dict[str, Any]:
    told = article.model_dump(mode="json")
    return {name: without_offsets(told[name]) for name in RECORDS}


@cache
def expected() -> dict[str, Any]:
    return records(communique.convert(SEED))


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_gives_the_records_of_the_plain_text(name: str) -> None:
    article = communique.convert(LAYOUTS / name)
    found = records(article)
    for kind in RECORDS:
        assert found[kind] == expected()[kind], kind
    assert article.source.title == "Trump And Putin: A Deep Dive Into Their Relationship"
    assert not communique.validate(article)


def test_the_plain_text_has_records_of_every_kind() -> None:
    assert all(expected()[kind] for kind in RECORDS)
    assert {Path(name).suffix for name in NAMES} >= {".html", ".md", ".pdf", ".docx"}
