"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no failure, and the same commit passes or fails every time.
settings.register_profile("communique", deadline=None, derandomize=True)
settings.load_profile("communique")
