"""Dates exist in the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records.edtf import fault, shaped
from communique.validate.facts import Facts
from communique.validate.problem import Finding


def dates_exist(facts: Facts) -> Iterator[Finding]:
    """Every date has a month and a day that there are, and no interval ends before it begins."""
    for path, value in facts.dates:
        if not shaped(value):
            continue
        wrong = fault(value)
        if wrong:
            hint = "write the date as exactly as the text does, and no more"
            yield Finding("edtf", path, f'"{value}" is no date: {wrong}', hint)
