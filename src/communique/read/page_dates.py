"""Dates that a page states for machines or readers → EDTF, never more exact than what is written.

A time of day is dropped: the day is the one that is written, in the page's own time zone. A date that can be
read in two ways (03/04/2019) is none, and so are the days that software writes where it knows none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.read.stamp import LONGEST_STAMP, stamp
from communique.records.edtf import fault

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ][0-9]{1,2}:?[0-9]{2}.*)?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:T?[0-9]{4,6}.*)?")
_UNSET = ("0001-01-01", "1900-01-01", "1970-01-01")
_EARLIEST = "1600"


def first_date(values: Iterable[str | None]) -> str | None:
    """The first of the values that is a date, in EDTF, or ``None``."""
    return next((edtf for value in values if value and (edtf := date(value))), None)


def date(value: str) -> str | None:
    """One value in EDTF: ``2019-11-20T08:15:00+01:00`` → ``2019-11-20``, ``November 2019`` → ``2019-11``."""
    value = " ".join(value.split())
    if len(value) > LONGEST_STAMP:
        return None
    edtf = None
    if shape := _ISO.fullmatch(value) or _COMPACT.fullmatch(value):
        edtf = "-".join(part for part in shape.groups() if part)
    elif written := stamp(value, before=(), changed=frozenset()):
        edtf = written.edtf
    if edtf is None or edtf < _EARLIEST or edtf in _UNSET or fault(edtf):
        return None
    return edtf
