"""``communique version`` and ``communique --version``."""

from __future__ import annotations


def version() -> None:
    """Print the version of communique."""
    import communique

    print(f"communique {communique.__version__}")
