"""One JSON document, bytes to problems: is it JSON, has it the shape, does it hold together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from communique.records import Article
from communique.validate.checks import CHECKS
from communique.validate.facts import gather
from communique.validate.json_text import Parsed, lone_surrogates, parse
from communique.validate.positions import place
from communique.validate.problem import Finding, Problem

Texts = Mapping[str, str]
"""Texts of detached articles by their SHA-256."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in one JSON document."""

    problems: tuple[Problem, ...]
    without_text: bool
    """Whether it is an article without its text, and none was given: quotes could not be compared."""


def judge(
    data: bytes,
    *,
    texts: Texts | None = None,
    file: str | None = None,
    first_line: int = 1,
    places: bool = True,
) -> Judgement:
    """All problems of one JSON document, in the order of the document.

    The model decides whether the shape is right, being many times as fast as ``jsonschema``; where it
    refuses, the published schema is asked what is wrong. That both accept the same JSON is proved by
    properties in ``tests/schemas``. ``places=False`` leaves out line and column, for JSON that nobody has
    seen as text.
    """
    parsed = parse(data)
    text = _detached_text(parsed.value, texts or {})
    findings = _distinct([*_findings(parsed, text), *_foreign_text(parsed.value, texts or {}, text)])
    detached = isinstance(parsed.value, dict) and parsed.value.get("text", ...) is None
    problems = place(findings, parsed.text if places else None, file, first_line) if findings else ()
    return Judgement(tuple(problems), detached and text is None)


def _findings(parsed: Parsed, text: str | None) -> list[Finding]:
    if parsed.text is None or (parsed.findings and parsed.value is None):
        return list(parsed.findings)
    misshapen = _misshapen(parsed)
    found = [*parsed.findings, *misshapen]
    if isinstance(parsed.value, dict) and not any(one.code == "not-an-article" for one in misshapen):
        told = {one.path for one in misshapen}
        facts = gather(parsed.value, text)
        found += [one for check in CHECKS for one in check(facts) if one.path not in told]
    return found


def _misshapen(parsed: Parsed) -> list[Finding]:
    assert parsed.text is not None
    try:
        Article.model_validate_json(parsed.text)
    except ValidationError as error:
        # Half a second to import, and needed only where something is wrong.
        from communique.validate import shape

        found = list(shape.findings(parsed.value)) or lone_surrogates(parsed.text)
        if not found:
            raise AssertionError(f"the model refuses what the published schema accepts: {error}") from error
        return found
    return []


def _detached_text(article: object, texts: Texts) -> str | None:
    """The text given for an article that has none of its own."""
    if not isinstance(article, dict) or article.get("text", ...) is not None:
        return None
    return texts.get(_said_sha256(article))


def _foreign_text(article: object, texts: Texts, text: str | None) -> Iterator[Finding]:
    """Texts were given, and none is the article's: nothing can be compared with them."""
    detached = isinstance(article, dict) and article.get("text", ...) is None and "text" in article
    if detached and texts and text is None:
        message = "this SHA-256 fits none of the texts given"
        yield Finding(
            "sha256", ("source", "sha256"), message, "give the very file that the article was made from"
        )


def _said_sha256(article: dict[str, object]) -> str:
    source = article.get("source")
    said = source.get("sha256") if isinstance(source, dict) else None
    return said if isinstance(said, str) else ""


def _distinct(findings: list[Finding]) -> list[Finding]:
    """One finding for each thing to mend, where two ways of looking found the same."""
    seen: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        same = (one.code, one.path, one.offset, one.message if one.code == "missing-field" else None)
        seen.setdefault(same, one)
    return list(seen.values())
