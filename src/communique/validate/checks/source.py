"""The source says which text the offsets count into."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from communique.validate.facts import Facts, is_offset
from communique.validate.problem import Finding


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, as ``source.sha256`` holds it."""
    # Half surrogates, which broken JSON may hold, are reported elsewhere and must not stop this.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sha256_fits(facts: Facts) -> Iterator[Finding]:
    """``source.sha256`` is that of the text."""
    said = _source(facts).get("sha256")
    if facts.text is None or not isinstance(said, str):
        return
    true = text_sha256(facts.text)
    if said != true:
        message = "the text is not the one that this SHA-256 was taken of"
        yield Finding("sha256", ("source", "sha256"), message, f"the text's own SHA-256 is {true}")


def length_fits(facts: Facts) -> Iterator[Finding]:
    """``source.length`` is the number of code points of the text."""
    said = _source(facts).get("length")
    if facts.text is None or not is_offset(said) or said == len(facts.text):
        return
    yield Finding(
        "length",
        ("source", "length"),
        f"the text has {len(facts.text)} code points, not {said}",
        "count Unicode code points: neither bytes nor UTF-16 units",
    )


def _source(facts: Facts) -> dict[str, Any]:
    source = facts.article.get("source")
    return source if isinstance(source, dict) else {}
