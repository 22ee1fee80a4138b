"""What the tests of the page read off it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SEED = Path(__file__).resolve().parents[2] / "examples" / "trump-putin.json"


def lit(page: Any, look: str = "lit") -> str:
    """The words that are lit, in the order of the text."""
    found = "nodes => nodes.map(node => node.textContent).join('')"
    return str(page.eval_on_selector_all(f"#article .{look}", found))


def shown(page: Any, kind: str = "") -> list[str]:
    """The ids of the records that are shown."""
    return list(
        page.eval_on_selector_all(
            f".card{kind and '.' + kind}", "nodes => nodes.filter(n => n.checkVisibility()).map(n => n.id)"
        )
    )


def fragment(page: Any) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def pick(page: Any, record: str) -> None:
    page.click(f"[id='{record}'] .pick")
