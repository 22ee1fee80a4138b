"""One JSON document, bytes to problems: is it JSON, has it the shape, does it hold together."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from communique.records import Article
from communique.validate import shape
from communique.validate.checks import CHECKS
from communique.validate.facts import gather
from communique.validate.json_text import Parsed, lone_surrogates, parse
from communique.validate.positions import place
from communique.validate.problem import Finding, Problem

Texts = Mapping[str, str]
"""Texts of detached articles by their SHA-256."""


def problems_in(
    data: bytes,
    *,
    texts: Texts | None = None,
    file: str | None = None,
    first_line: int = 1,
    places: bool = True,
) -> list[Problem]:
    """All problems of one JSON document, in its own order.

    The model decides whether the shape is right, ten times as fast as ``jsonschema``; where it refuses, the
    published schema is asked what is wrong. That both accept the same JSON is proved by properties in
    ``tests/schemas``. ``places=False`` leaves out line and column, for JSON that nobody has seen as text.
    """
    parsed = parse(data)
    findings = _distinct(_findings(parsed, texts or {}))
    if not findings:
        return []
    return place(findings, parsed.text if places else None, file, first_line)


def _findings(parsed: Parsed, texts: Texts) -> list[Finding]:
    if parsed.text is None or (parsed.findings and parsed.value is None):
        return list(parsed.findings)
    found = [*parsed.findings, *_misshapen(parsed)]
    if isinstance(parsed.value, dict):
        facts = gather(parsed.value, _detached_text(parsed.value, texts))
        for check in CHECKS:
            found.extend(check(facts))
    return found


def _misshapen(parsed: Parsed) -> list[Finding]:
    assert parsed.text is not None
    try:
        Article.model_validate_json(parsed.text)
    except ValidationError as error:
        found = list(shape.findings(parsed.value)) or lone_surrogates(parsed.text)
        if not found:
            raise AssertionError(f"the model refuses what the published schema accepts: {error}") from error
        return found
    return []


def _detached_text(article: dict[str, object], texts: Texts) -> str | None:
    """The text given for an article without one: the one that fits, or the only one, which may not."""
    if article.get("text", ...) is not None or not texts:
        return None
    source = article.get("source")
    said = source.get("sha256") if isinstance(source, dict) else None
    if isinstance(said, str) and said in texts:
        return texts[said]
    return next(iter(texts.values()))


def _distinct(findings: list[Finding]) -> list[Finding]:
    """One finding for each thing to mend, where two ways of looking found the same."""
    seen: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        same = (one.code, one.path, one.offset, one.message if one.code == "missing-field" else None)
        seen.setdefault(same, one)
    return list(seen.values())
