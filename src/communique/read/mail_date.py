"""Dates as mail and RSS write them: "Fri, 12 Mar 2021 10:15:00 +0100" → ``2021-03-12``."""

from __future__ import annotations

from email.utils import parsedate_tz

from communique.records.edtf import fault


def day(value: str) -> str | None:
    """The day of an RFC 2822 date in EDTF, as written, in its own time zone; ``None`` where it is none."""
    try:
        found = parsedate_tz(value[:200])
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if found is None:
        return None
    edtf = f"{found[0]:04d}-{found[1]:02d}-{found[2]:02d}"
    return None if fault(edtf) else edtf
