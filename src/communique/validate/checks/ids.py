"""Ids are unique, and a reference names a record that is there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from communique.validate.facts import Facts
from communique.validate.problem import Finding, json_pointer, printable

# Looking for a name that is meant costs a comparison with every id.
_SUGGESTIONS = 20


def ids_are_unique(facts: Facts) -> Iterator[Finding]:
    """No two records of an article have the same id."""
    first: dict[str, str] = {}
    for path, value in facts.ids:
        if value in first:
            message = f'"{printable(value)}" is already the id of {first[value]}'
            yield Finding("duplicate-id", path, message, "add -2 to the second: ids are unique in an article")
        else:
            first[value] = json_pointer(path[:-1])


def references_resolve(facts: Facts) -> Iterator[Finding]:
    """Every reference is the id of a record of the article."""
    known = {value for path, value in facts.ids if path[0] != "sections"}
    told = 0
    for path, value in facts.references:
        if value in known:
            continue
        near = get_close_matches(value, sorted(known), 1) if told < _SUGGESTIONS else []
        told += 1
        hint = f"is it {printable(near[0])}?" if near else "add the record, or take the reference away"
        yield Finding("dangling-reference", path, f'no record has the id "{printable(value)}"', hint)


def references_differ(facts: Facts) -> Iterator[Finding]:
    """No list of references names the same record twice."""
    for path, values in facts.reference_lists:
        seen: set[str] = set()
        for index, value in enumerate(values):
            if not isinstance(value, str):
                continue
            if value in seen:
                message = f'"{printable(value)}" stands in this list before'
                yield Finding("duplicate-reference", (*path, index), message, "name each record once")
            seen.add(value)
