"""The language model of the package: words, sentences, tags, lemmas, dependencies and names.

Importing this module costs next to nothing; the network is read on the first :func:`load`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from communique.analyse.model.words import cut

if TYPE_CHECKING:
    from communique.analyse.model.parser import LanguageModel

__all__ = ["cut", "load"]


def load(threads: int = 1, engine: str | None = None) -> LanguageModel:
    """The model, read once for each ``threads`` and ``engine``.

    ``engine`` is ``"onnx"`` or ``"numpy"``; without it onnxruntime is used where it is installed.
    """
    if engine is None:
        engine = "onnx" if find_spec("onnxruntime") else "numpy"
    return _load(threads, engine)


@lru_cache(maxsize=4)
def _load(threads: int, engine: str) -> LanguageModel:
    from communique.analyse.model.parser import build

    return build(engine, threads)
