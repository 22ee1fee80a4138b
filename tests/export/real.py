"""Articles that tables and annotators' formats are tried on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.gold.gold_article import as_article, load

import communique
from communique.records import Article

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"
GOLD = ("trump-putin.json", "nets-and-navies.json", "summit-slips.json")


@cache
def real() -> tuple[Article, ...]:
    """The first article as the program reads it, and three as careful readers do: it is among them."""
    return (communique.load(EXAMPLE), *(as_article(load(name)) for name in GOLD))
