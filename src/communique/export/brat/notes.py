"""Notes as annotators read and correct them: ``id=actor:angela-merkel; name=Angela Merkel; country=DE``.

A value that a semicolon or white space at its ends would make ambiguous stands in quotes, as in JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_PAIR = re.compile(r'\s*([a-z_]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)\s*(?:;|$)')
# Control characters and separators of lines never stand in a note as they are.
_PLAIN = re.compile(r'(?!["\s])[^;\x00-\x1f\x7f-\x9f\u2028\u2029]*(?<!\s)')


def note(values: Mapping[str, str | None]) -> str:
    """The values that there are, as a note."""
    return "; ".join(f"{key}={_value(value)}" for key, value in values.items() if value is not None)


def values(note: str) -> dict[str, str]:
    """What a note says; what is not ``key=value`` says nothing."""
    found = {}
    for pair in _PAIR.finditer(note):
        key, said = pair.groups()
        try:
            found[key] = json.loads(said) if said.startswith('"') else said.strip()
        except ValueError:
            found[key] = said.strip()
    return {key: value for key, value in found.items() if value}


def _value(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value)
