"""The encoder on onnxruntime."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Floats = NDArray[np.float32]


class Scores(NamedTuple):
    """What the encoder tells of the words of one window."""

    start: Floats
    """Above 0 where a sentence starts."""
    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    lemma: NDArray[np.int64]
    name: Floats
    arcs: Floats
    """(words, 1 + words): how well each word, or the root in column 0, suits as a head."""
    label_dep: Floats
    label_head: Floats


def folder() -> Path:
    """Where the model's files lie."""
    return Path(str(resources.files(__package__)))


class OnnxEncoder:
    """One run a window: nothing outside the window enters a score."""

    name = "onnx"

    def __init__(self, threads: int = 1, where: Path | None = None) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        where = where or folder()

        def session(name: str) -> Any:
            return onnxruntime.InferenceSession(
                str(where / name), options, providers=["CPUExecutionProvider"]
            )

        self._encoder, self._labels = session("encoder.onnx"), session("labels.onnx")

    def run(self, ids: Numbers, shapes: Numbers, first: Numbers) -> Scores:
        """Subwords and shapes of a window, and where its words begin among them."""
        return Scores(*self._encoder.run(None, {"ids": ids, "shapes": shapes, "first": first}))

    def labels(self, dep: Floats, head: Floats) -> NDArray[np.int64]:
        """Relations of words, given the vectors of the words and of their heads."""
        found: NDArray[np.int64] = self._labels.run(None, {"dep": dep, "head": head})[0]
        return found
