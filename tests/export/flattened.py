"""An article without line breaks: what a format that marks words line by line can hold whole."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from communique.records import Article

BREAKS = {ord(sign): "_" for sign in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


def flattened(article: Article) -> Article:
    """The article with an underscore for each sign that may end a line, in its text and everywhere else."""
    made = _flat(json.loads(article.to_json()))
    made["source"]["sha256"] = hashlib.sha256(made["text"].encode()).hexdigest()
    return Article.model_validate_json(json.dumps(made))


def _flat(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(BREAKS)
    if isinstance(value, list):
        return [_flat(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _flat(inner) for key, inner in value.items()}
    return value
