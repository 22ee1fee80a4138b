"""Settings for every test."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A busy machine is no failure, and the same commit passes or fails every time.
settings.register_profile("communique", deadline=None, derandomize=True)
settings.load_profile("communique")


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes give a test no name of their own.

    An archive made at import carries the time it was made: with it in the name, two workers of pytest-xdist
    that start in different seconds collect different tests, and the run stops.
    """
    return argname if isinstance(val, bytes) else None
