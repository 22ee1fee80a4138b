"""How problems are written for people, for programs and for pull requests."""

from __future__ import annotations

import json

from communique.validate.formats import as_github, as_json, as_text
from communique.validate.problem import Problem

PROBLEM = Problem(
    code="quote-mismatch",
    message='it is 100% "wrong":\nhere',
    hint="mend it",
    pointer="/actors/0",
    file="a,b:c.json",
    line=3,
    column=7,
    excerpt='"quote": 1\n      ^',
)


def test_text() -> None:
    assert as_text(Problem(**{**json.loads(as_json(PROBLEM)), "message": "it is wrong"})).split("\n") == [
        "a,b:c.json:3:7: it is wrong  [quote-mismatch] /actors/0",
        '    "quote": 1',
        "          ^",
        "    try: mend it",
    ]


def test_text_obeys_nothing_that_the_file_says() -> None:
    assert "\x1b" not in as_text(Problem("json", "\x1b[2J", "\x1b]0;x\x07", "/\x1b"))


def test_json_holds_every_field() -> None:
    value = json.loads(as_json(PROBLEM))
    assert Problem(**value) == PROBLEM
    assert "\n" not in as_json(PROBLEM)


def test_github_escapes_what_would_end_the_command() -> None:
    assert as_github(PROBLEM) == (
        "::error file=a%2Cb%3Ac.json,line=3,col=7,title=quote-mismatch::"
        'it is 100%25 "wrong":%0Ahere at /actors/0. Try: mend it'
    )


def test_github_without_a_file() -> None:
    assert as_github(Problem("type", "m", "h", "")) == "::error title=type::m. Try: h"
