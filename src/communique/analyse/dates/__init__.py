"""Dates in a text, written in EDTF. ``find`` walks the text; the rest are the shapes and words it tries."""

from communique.analyse.dates.find import find_dates

__all__ = ["find_dates"]
