"""Problems for people (``text``), for programs (``json``), for the notes in a pull request (``github``)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Literal

from communique.validate.problem import Problem, printable

Format = Literal["text", "json", "github"]


def as_json(problem: Problem) -> str:
    """The problem as one JSON object on one line."""
    return json.dumps(asdict(problem), ensure_ascii=True)


def as_github(problem: Problem) -> str:
    """The problem as a workflow command of GitHub Actions."""
    where = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(
        f"{name}={_property(str(value))}" for name, value in where.items() if value is not None
    )
    at = f" at {problem.pointer}" if problem.pointer else ""
    return f"::error {properties}::{_data(f'{problem.message}{at}. Try: {problem.hint}')}"


def as_text(problem: Problem) -> str:
    """The problem as people read it: place, message, code, excerpt, the way out."""
    return "\n".join(printable(line) for line in str(problem).split("\n"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
