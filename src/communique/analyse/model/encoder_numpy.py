"""The encoder on numpy alone, for systems that onnxruntime has no wheels for.

The arithmetic of the large products is the same as onnxruntime's: activations are rounded to unsigned
bytes with one scale a matrix (ONNX ``DynamicQuantizeLinear``), weights are the stored seven-bit integers,
and their products are summed without error (as float32 numbers below 2**24). What lies between the
products differs in the last bits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.analyse.model import weights
from communique.analyse.model.encoder import Floats, Numbers, Scores, folder

WIDTH, HEADS, LAYERS = 384, 12, 6
LABEL_HEADS = (
    "start",
    "upos",
    "xpos",
    "lemma",
    "name_hidden",
    "arc_dep",
    "arc_head",
    "label_dep",
    "label_head",
)


class Linear:
    """A matrix product on seven-bit weights."""

    def __init__(self, stored: dict[str, NDArray[Any]], name: str) -> None:
        self.weight = stored[name + ".weight"].astype(np.float32)
        self.sums = self.weight.sum(0)
        self.scale = stored[name + ".scale"]
        self.bias = stored[name + ".bias"]

    def __call__(self, x: Floats) -> Floats:
        """``x`` of shape (rows, in); returns (rows, out)."""
        low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
        step = np.float32((np.float32(high) - np.float32(low)) / np.float32(255)) or np.float32(1)
        zero = np.float32(np.clip(np.rint(np.float32(-low) / step), 0, 255))
        rounded = np.clip(np.rint(x / step) + zero, 0, 255).astype(np.float32)
        out: Floats = (rounded @ self.weight - zero * self.sums) * (step * self.scale) + self.bias
        return out


def gelu(x: Floats) -> Floats:
    """The exact GELU; the error function after Abramowitz and Stegun (1964), 7.1.26, to 1.5e-7."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.copysign(1 - series * np.exp(-z * z), x)
    out: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return out


def leaky(x: Floats) -> Floats:
    """Leaky ReLU with slope 0.1."""
    return np.where(x > 0, x, np.float32(0.1) * x)


class NumpyEncoder:
    """The same interface as ``OnnxEncoder``, from the same files."""

    name = "numpy"

    def __init__(self, where: Path | None = None) -> None:
        where = where or folder()
        self._w = weights.read(where / "encoder.onnx")
        self._l = weights.read(where / "labels.onnx")
        parts = ("qkv", "out", "up", "down")
        self._layers = [{k: Linear(self._w, f"layers.{n}.{k}") for k in parts} for n in range(LAYERS)]
        self._heads = Linear(self._w, "heads")
        self._mix = Linear(self._l, "label_mix")

    def _table(self, name: str, index: Numbers) -> Floats:
        out: Floats = self._w[name + ".rows"][index].astype(np.float32) * self._w[name + ".scales"][index]
        return out

    def _norm(self, x: Floats, name: str) -> Floats:
        centred = x - x.mean(1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(1, keepdims=True) + np.float32(1e-12))
        out: Floats = centred / spread * self._w[name + ".weight"] + self._w[name + ".bias"]
        return out

    def _attention(self, joint: Floats) -> Floats:
        size = len(joint)
        q, k, v = joint.reshape(size, 3, HEADS, WIDTH // HEADS).transpose(1, 2, 0, 3)
        scores = q @ k.transpose(0, 2, 1) * np.float32(1 / np.sqrt(WIDTH // HEADS))
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        out: Floats = (scores @ v).transpose(1, 0, 2).reshape(size, WIDTH)
        return out

    def run(self, ids: Numbers, shapes: Numbers, first: Numbers) -> Scores:
        """As ``OnnxEncoder.run``."""
        x = self._table("words", ids) + self._table("shape", shapes) + self._w["positions"][: len(ids)]
        x = self._norm(x, "norm")
        for n, layer in enumerate(self._layers):
            mixed = self._attention(layer["qkv"](x))
            if n == LAYERS - 1:
                mixed, x = mixed[first], x[first]
            x = self._norm(x + layer["out"](mixed), f"layers.{n}.norm1")
            x = self._norm(x + layer["down"](gelu(layer["up"](x))), f"layers.{n}.norm2")
        w = self._w
        split = np.split(self._heads(x), np.cumsum(w["widths"])[:-1], axis=1)
        got = dict(zip(LABEL_HEADS, split, strict=True))
        name = gelu(got["name_hidden"]) @ w["name.weight"].T + w["name.bias"]
        head = np.concatenate([w["arc_root"], leaky(got["arc_head"])])
        arcs = (leaky(got["arc_dep"]) @ w["arc_mix.weight"].T + w["arc_mix.bias"]) @ head.T
        upos, xpos, lemma = (got[k].argmax(1) for k in ("upos", "xpos", "lemma"))
        label_head = np.concatenate([w["label_root"], leaky(got["label_head"])])
        return Scores(got["start"][:, 0], upos, xpos, lemma, name, arcs, leaky(got["label_dep"]), label_head)

    def labels(self, dep: Floats, head: Floats) -> NDArray[np.int64]:
        """As ``OnnxEncoder.labels``."""
        mixed = self._mix(dep).reshape(len(dep), -1, dep.shape[1])
        scores = (
            np.einsum("wlk,wk->wl", mixed, head)
            + dep @ self._l["dep_bias.weight"].T
            + self._l["dep_bias.bias"]
        )
        out: NDArray[np.int64] = scores.argmax(1)
        return out
