"""Names by votes. ``find`` puts the votes together; the rest are where the votes come from."""

from communique.analyse.names.find import find_names

__all__ = ["find_names"]
