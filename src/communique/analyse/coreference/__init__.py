"""Coreference: which words mean the same person, state or body. ``resolve`` runs the passes."""

from communique.analyse.coreference.resolve import resolve

__all__ = ["resolve"]
