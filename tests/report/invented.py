"""Articles for the tests of the page: the example of the schemas, and one whose every word is hostile."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from communique.records import Article, Evidence
from communique.schema.example import example

NASTY = (
    "</script><script>window.pwned=1</script>",
    '<img src="x" onerror="window.pwned=1">',
    "</style><style>*{display:none}</style>",
    "'\"><svg onload=window.pwned=1>",
    "{{ 7*7 }} {% raw %} & &amp; &lt;b&gt;",
    "</noscript></title></template><!-- --> ]]>",
    "javascript:window.pwned=1 \u2028 \u2029 \u202e",
)


def article(**changes: Any) -> Article:
    """The example, with fields of its JSON changed."""
    return Article.model_validate_json(_json({**example("article"), **changes}))


def retold(*changes: tuple[str, str]) -> Article:
    """The example with words replaced everywhere, and every offset moved along.

    A change must not touch the border of a piece of evidence, only its inside or its whole.
    """
    value = example("article")
    text: str = value["text"]
    cuts = sorted((at, at + len(old), new) for old, new in changes for at in _places(text, old))

    def moved(offset: int, *, end: bool) -> int:
        shift = 0
        for first, last, new in cuts:
            if offset >= last if end else offset > first:
                shift += len(new) - (last - first)
        return offset + shift

    for old, new in changes:
        text = text.replace(old, new)

    def walk(part: Any) -> Any:
        if isinstance(part, list):
            return [walk(one) for one in part]
        if not isinstance(part, dict):
            return part
        walked = {key: walk(one) for key, one in part.items()}
        if "start" in walked and "end" in walked:
            walked["start"] = moved(part["start"], end=False)
            walked["end"] = moved(part["end"], end=True)
            if "quote" in walked:
                walked["quote"] = text[walked["start"] : walked["end"]]
        return walked

    value = walk(value)
    value["text"] = text
    value["source"]["length"] = len(text)
    value["source"]["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return Article.model_validate_json(_json(value))


def hostile() -> Article:
    """The example in which names, words, titles and aliases are markup and script."""
    found = retold(
        ("Lisbon", NASTY[0]), ("Critics", NASTY[1]), ("coastal towns", NASTY[2]), ("fishing", NASTY[3])
    )
    value = found.model_dump(mode="json")
    value["source"]["title"] = NASTY[5]
    value["source"]["authors"] = [NASTY[4]]
    value["source"]["publisher"] = NASTY[6]
    value["extraction"]["engine"] = NASTY[1]
    for number, actor in enumerate(value["actors"]):
        actor["name"] = NASTY[number % len(NASTY)]
        actor["aliases"] = [NASTY[(number + 1) % len(NASTY)]]
    for meeting in value["meetings"]:
        meeting["name"] = NASTY[0]
    for controversy in value["controversies"]:
        controversy["name"] = NASTY[5]
    return Article.model_validate_json(_json(value))


def evidence(text: str, words: str) -> Evidence:
    """The first place where words stand in a text."""
    start = text.index(words)
    return Evidence(start=start, end=start + len(words), quote=words)


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _json(value: Any) -> str:
    return json.dumps(value)
