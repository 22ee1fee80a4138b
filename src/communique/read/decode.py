"""Bytes → text."""

from __future__ import annotations


def decode(data: bytes) -> str:
    """x."""
    return data.decode("utf-8-sig")
