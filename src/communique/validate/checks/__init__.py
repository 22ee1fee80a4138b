"""What a schema cannot say, each as a small named check; a loop runs the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.validate.checks.countries import countries_exist
from communique.validate.checks.dates import dates_exist
from communique.validate.checks.evidence import (
    evidence_is_not_boilerplate,
    mentions_in_order,
    offsets_in_range,
    quotes_stand_in_text,
)
from communique.validate.checks.ids import ids_are_unique, references_differ, references_resolve
from communique.validate.checks.parts import attributions_name_someone, meetings_have_no_cycle
from communique.validate.checks.sections import paragraphs_lie_in_sections, sections_tile_and_nest
from communique.validate.checks.source import length_fits, sha256_fits
from communique.validate.facts import Facts
from communique.validate.problem import Finding

Check = Callable[[Facts], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    sha256_fits,
    length_fits,
    offsets_in_range,
    quotes_stand_in_text,
    evidence_is_not_boilerplate,
    mentions_in_order,
    sections_tile_and_nest,
    paragraphs_lie_in_sections,
    ids_are_unique,
    references_resolve,
    references_differ,
    meetings_have_no_cycle,
    attributions_name_someone,
    dates_exist,
    countries_exist,
)

__all__ = ["CHECKS", "Check"]
