"""Bytes to JSON values, strictly: I-JSON (RFC 7493) and nothing looser."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from communique.validate.positions import places
from communique.validate.problem import Finding

# Escapes in turn, so that the second of `\\ud800` is not taken for one of a surrogate.
_ESCAPES = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_DEEPEST = 100
"""Levels; what lies deeper is no article, and other readers of JSON give up at different depths."""
_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Parsed(NamedTuple):
    """What became of the bytes: the text where they are UTF-8, the value where that is JSON."""

    text: str | None
    value: Any
    findings: tuple[Finding, ...]


class _Constant(ValueError):
    """``NaN``, ``Infinity`` or ``-Infinity``, which Python takes and JSON does not know."""


def parse(data: bytes) -> Parsed:
    """Read one JSON document, passing over a byte order mark. ``value`` is ``None`` where that fails."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        return Parsed(None, None, (_not_utf8(data, error),))
    if not text.strip():
        hint = "write the article anew with `communique convert`"
        return Parsed(text, None, (Finding("empty", (), "there is nothing in it", hint),))
    repeated = False

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        found = dict(members)
        repeated = repeated or len(found) != len(members)
        return found

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return Parsed(text, None, (_syntax(text, error),))
    except _Constant as error:
        offset = _bare(text, str(error))
        message = f"JSON has no {error}"
        return Parsed(text, None, (Finding("json", (), message, "write a number or null", offset=offset),))
    except RecursionError:
        return Parsed(text, None, (_too_deep(),))
    except ValueError:
        # Python reads no whole number of more than 4,300 digits.
        hint = "the largest number of an article is 9007199254740991"
        return Parsed(
            text, None, (Finding("json", (), "a number in it is too long", hint, offset=_digits(text)),)
        )
    if _deeper(value, _DEEPEST):
        return Parsed(text, None, (_too_deep(),))
    return Parsed(text, value, tuple(_repeated(text)) if repeated else ())


def _too_deep() -> Finding:
    return Finding("json", (), "it is nested too deeply", "an article is at most eight levels deep", offset=0)


def _deeper(value: Any, most: int) -> bool:
    """Whether lists and objects lie deeper in one another than so."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(most):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    return bool(level)


def lone_surrogates(text: str) -> list[Finding]:
    """Escapes that write half of a surrogate pair: no Unicode text can hold them."""
    return [
        Finding(
            "json",
            (),
            f"\\{match[1]} is half of a surrogate pair and stands for no character",
            "write the whole pair, or the character itself in UTF-8",
            offset=match.start(),
        )
        for match in _ESCAPES.finditer(text)
        if match[1]
    ]


def _refuse(constant: str) -> None:
    raise _Constant(constant)


def _bare(text: str, word: str) -> int:
    match = re.search(rf'"[^"\\]*(?:\\.[^"\\]*)*"|(?P<bare>{re.escape(word)})', text, re.DOTALL)
    while match and match.group("bare") is None:
        match = re.compile(match.re.pattern, re.DOTALL).search(text, match.end())
    return match.start() if match else 0


def _digits(text: str) -> int:
    match = re.search("[0-9]{4301}", text)
    return match.start() if match else 0


def _repeated(text: str) -> list[Finding]:
    return [
        Finding(
            "duplicate-key",
            one.path,
            f'the name "{one.path[-1]}" stands twice in this object',
            "keep one of the two",
            offset=one.key,
        )
        for one in places(text)
        if one.again
    ]


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Finding:
    coding = _BOMS.get(data[:2])
    if coding:
        return Finding("encoding", (), f"it is {coding}, and JSON is UTF-8", "save it as UTF-8", offset=0)
    if b"\0" in data[:1024]:
        hint = "give the JSON file that `communique convert` wrote"
        return Finding("encoding", (), "it is a binary file, not JSON", hint, offset=0)
    message = f"byte {error.start + 1} is not UTF-8"
    return Finding("encoding", (), message, "save the file as UTF-8", offset=0)


def _syntax(text: str, error: json.JSONDecodeError) -> Finding:
    at = error.pos
    sign = text[at : at + 1]
    before = text[:at].rstrip()[-1:] if at < 100_000 else text[at - 100 : at].rstrip()[-1:]
    hint = "the caret stands where reading stopped; what is missing may stand just before it"
    if text.lstrip()[0] not in '{["' and not error.pos:
        hint = "this is not JSON: to read an article use `communique convert`"
    elif error.msg == "Extra data":
        hint = "one document a file; for one on each line name the file .jsonl"
    elif sign == "'":
        hint = 'JSON uses double quotes: "…"'
    elif sign in {"/", "#"}:
        hint = "JSON has no comments"
    elif (sign in {"}", "]"} and before == ",") or "trailing comma" in error.msg:
        hint = "take away the comma before the bracket"
    elif at >= len(text.rstrip()):
        hint = "the file ends too early: was it cut off?"
    message = f"not JSON: {error.msg[0].lower()}{error.msg[1:]}"
    return Finding("json", (), message, hint, offset=min(at, max(len(text) - 1, 0)))
