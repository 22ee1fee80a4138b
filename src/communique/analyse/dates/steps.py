"""One step from the publication date: last, this and next year, month, season, week or day."""

from __future__ import annotations

from communique.analyse.dates import words
from communique.analyse.dates.anchor import Anchor, shifted
from communique.analyse.dates.patterns import Point, edtf


def told_by(at: Anchor, step: int, month: str | None) -> str | None:
    """For "that year", "the following year", "March of that year": by the year told last."""
    if at.told is None:
        return None
    return edtf(Point(at.told + step, words.MONTHS[month] if month else None, None))


def period_by(at: Anchor, step: int, unit: str, month: str | None) -> str | None:
    """For "last month", "this century", "March of next year"; a week is its seven days."""
    if at.year is None:
        return None
    if unit == "year":
        return edtf(Point(at.year + step, words.MONTHS[month] if month else None, None))
    if unit == "decade" and step == 0:
        return f"{at.year // 10:03}X"
    if unit == "century":
        return f"{at.year // 100 + step:02}XX"
    if unit == "month" and at.month is not None:
        months = at.year * 12 + at.month - 1 + step
        return edtf(Point(months // 12, months % 12 + 1, None))
    if unit == "week" and at.date is not None:
        monday = (at.date.isoweekday() - 1) - 7 * step
        first, last = shifted(at.date, -monday), shifted(at.date, 6 - monday)
        return f"{first}/{last}" if first and last else None
    return None


def month_by(at: Anchor, step: int, month: int) -> str | None:
    """For "last July": the last one that was over before the month of publication."""
    if at.year is None or at.month is None:
        return None
    if step == 0:
        return edtf(Point(at.year, month, None))
    same_year = month < at.month if step < 0 else month > at.month
    return edtf(Point(at.year if same_year else at.year + step, month, None))


def weekday_by(at: Anchor, step: int, weekday: int) -> str | None:
    """ "last Friday" said on a Monday is sure; said on a Saturday it may be either of two."""
    if at.date is None:
        return None
    ahead = weekday - at.date.isoweekday()
    if step == 0:
        return shifted(at.date, ahead)
    return None if (ahead > 0) == (step > 0) and ahead != 0 else shifted(at.date, ahead + 7 * step)


def season_by(at: Anchor, step: int, season: int) -> str | None:
    """Winter lies across two years and is left alone."""
    if at.year is None or at.month is None or season == 24:
        return None
    if step == 0:
        return f"{at.year:04}-{season}"
    begins, ends = (season - 21) * 3 + 3, (season - 21) * 3 + 5
    same_year = ends < at.month if step < 0 else begins > at.month
    return f"{at.year if same_year else at.year + step:04}-{season}"
