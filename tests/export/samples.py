"""What the exports are tried on: the first article, gold ones converted, a small and a hostile one."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from tests.export.real import real

from communique import convert
from communique.records import Article, Evidence, Mention
from communique.schema.example import example_article

ROOT = Path(__file__).resolve().parents[2]

HOSTILE = (
    '<img src=x onerror=alert(1)> "] --> n2; `x` & %%{init}%% #quot; \\N end\nsubgraph [x](javascript:a) '
    "![i](http://a.example/i) \U0001f4a5 e\u0301 \x00\x07\u202e | _a_ **b** $$x$$ </script> "
    "http://b.example www.c.example =1+1 ]]> <!-- @{shape: x} ::: \u2028 \u0085 {{y}}\r\ttab"
)
"""Markup of every format in one line, controls, a letter beyond U+FFFF and a mark that turns the writing."""


@cache
def small() -> Article:
    """The example of the schemas: one record of each kind."""
    return example_article()


@cache
def seed() -> Article:
    """The first article, as examples/ has it."""
    return Article.model_validate_json((ROOT / "examples" / "trump-putin.json").read_bytes())


@cache
def converted() -> tuple[Article, ...]:
    """The gold articles as they are converted today."""
    return tuple(convert(path) for path in sorted((ROOT / "tests" / "gold").glob("*.txt")))


def samples() -> tuple[Article, ...]:
    """All that is real, in one file: what the program reads today, and what careful readers do."""
    return (small(), *dict.fromkeys((seed(), *real(), *converted())))


@cache
def hostile() -> Article:
    """The small article with hostile text in every field that takes any text, and as every quotation."""
    text = f"{HOSTILE} said \U0001f4a5"
    span = {"start": 0, "end": len(HOSTILE), "quote": HOSTILE}

    def spoilt(value: Any) -> Any:
        if isinstance(value, Mention):
            return Mention(start=0, end=len(HOSTILE), quote=HOSTILE, form=value.form)
        if isinstance(value, Evidence):
            return value.model_copy(update=span | ({"name": HOSTILE} if hasattr(value, "name") else {}))
        if isinstance(value, tuple):
            return tuple(map(spoilt, value))
        if not hasattr(value, "model_fields_set"):
            return value
        fields = {name: spoilt(getattr(value, name)) for name in type(value).model_fields}
        for name in ("name", "title", "publisher", "engine"):
            if isinstance(fields.get(name), str):
                fields[name] = HOSTILE
        if "aliases" in fields:
            fields["aliases"] = (HOSTILE,)
        if "authors" in fields:
            fields["authors"] = (HOSTILE, HOSTILE[::-1])
        return value.model_copy(update=fields)

    article: Article = spoilt(small())
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = article.source.model_copy(update={"sha256": sha256, "length": len(text), "title": HOSTILE})
    return article.model_copy(update={"text": text, "source": source, "sections": ()})


def detached(article: Article) -> Article:
    """The article without its text."""
    return article.model_copy(update={"text": None})


def several_on_one_text() -> tuple[Article, Article]:
    """Two different readings of one text, as two engines give them."""
    other = small().model_copy(update={"statements": (), "actors": small().actors[:3]})
    return small(), other.model_copy(update={"controversies": (), "implications": ()})
