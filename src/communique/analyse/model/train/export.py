"""Writes the trained network as ONNX with seven-bit weights, and its labels as JSON.

The graph is put together by hand, so that nothing rests on an exporter's choices. Every large matrix is
stored as int8 with one scale a column and runs as ``DynamicQuantizeMatMul``. Weights keep to [-63, 63]: the
sum of two products with unsigned bytes then fits sixteen bits, so that processors without VNNI, which add
pairs in sixteen bits, come to the same sums. Embeddings are int8 with one scale a row.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from communique.analyse.model.train import data
from communique.analyse.model.train.network import ATTENTION, LABEL, LAYERS, NAME, WIDTH, base_folder

LARGEST = 63
POSITIONS = 448
MICROSOFT = "com.microsoft"
Array = NDArray[Any]
TAGS = ("upos", "xpos", "lemma")
HEADS = ("start", *TAGS, "name_hidden", "arc_dep", "arc_head", "label_dep", "label_head")
"""The heads that share one matrix product; numpy's engine knows this order too."""


class Graph:
    """Nodes and initialisers as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.initialisers: list[Any] = []

    def constant(self, name: str, value: Array) -> str:
        """Adds a weight under ``name``."""
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(
        self, kind: str, inputs: list[str], output: str | list[str], domain: str = "", **attributes: Any
    ) -> str:
        """Adds a node and returns the name of its (first) output."""
        outputs = [output] if isinstance(output, str) else output
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    def linear(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """``x @ weight + bias`` with the weight in seven bits, one scale a column."""
        scale = np.maximum(np.abs(weight).max(0), 1e-8).astype(np.float32) / LARGEST
        stored = np.round(weight / scale).astype(np.int8)
        parts = {"weight": stored, "scale": scale, "zero": np.zeros(len(scale), np.int8), "bias": bias}
        constants = [self.constant(f"{name}.{k}", v) for k, v in parts.items()]
        return self.add("DynamicQuantizeMatMul", [x, *constants], name, MICROSOFT)

    def dense(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """``x @ weight.T + bias`` in float32, for small matrices."""
        constants = [self.constant(name + ".weight", weight), self.constant(name + ".bias", bias)]
        return self.add("Gemm", [x, *constants], name, transB=1)

    def norm(self, x: str, name: str, w: dict[str, Array]) -> str:
        """Layer normalisation with the weights called ``name``."""
        constants = [self.constant(f"{name}.{k}", w[f"{name}.{k}"]) for k in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *constants], name, epsilon=1e-12, axis=-1)

    def table(self, index: str, name: str, values: Array) -> str:
        """Rows of an embedding stored in eight bits, one scale a row."""
        scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
        stored = np.round(values / scale).astype(np.int8)
        rows = self.add("Gather", [self.constant(name + ".rows", stored), index], name + "_rows")
        wide = self.add("Cast", [rows], name + "_wide", to=TensorProto.FLOAT)
        scales = self.add("Gather", [self.constant(name + ".scales", scale), index], name + "_scales")
        return self.add("Mul", [wide, scales], name + "_values")

    def model(self, inputs: list[Any], outputs: list[Any], name: str) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.initialisers)
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="communique")


def encoder_graph(w: dict[str, Array]) -> onnx.ModelProto:
    """From subwords of one window to tags, arc scores and the vectors that labels are told from."""
    g = Graph()
    x = g.table("ids", "words", w["words.weight"])
    x = g.add("Add", [x, g.table("shapes", "shape", w["shapes.weight"])], "with_shapes")
    size = g.add("Shape", ["ids"], "size")
    zero, one = g.constant("zero", np.array([0])), g.constant("one", np.array([1]))
    places = g.add(
        "Slice", [g.constant("positions", w["positions.weight"][:POSITIONS]), zero, size, zero], "places"
    )
    x = g.add("Add", [x, places], "summed")
    x = g.norm(x, "norm", w)
    for n in range(LAYERS):
        x = _layer(g, w, n, x, last=n == LAYERS - 1)
    weight = np.concatenate([w[f"{k}.weight"].T for k in HEADS], 1)
    joint = g.linear(x, "heads", weight, np.concatenate([w[f"{k}.bias"] for k in HEADS]))
    split = g.constant("widths", np.array([w[f"{k}.weight"].shape[0] for k in HEADS]))
    g.add("Split", [joint, split], [k + "_out" for k in HEADS], axis=1)
    g.add("Squeeze", ["start_out", one], "start")
    for k in TAGS:
        g.add("ArgMax", [k + "_out"], k, axis=1, keepdims=0)
    g.dense(g.add("Gelu", ["name_hidden_out"], "name_active"), "name", w["name.weight"], w["name.bias"])
    g.add("LeakyRelu", ["label_dep_out"], "label_dep", alpha=0.1)
    for k in ("arc_dep", "arc_head", "label_head"):
        g.add("LeakyRelu", [k + "_out"], k + "_active", alpha=0.1)
    for k, name in (("label", "label_head"), ("arc", "arc_heads")):
        root = g.constant(k + "_root", w[k + "_root"][None])
        g.add("Concat", [root, k + "_head_active"], name, axis=0)
    bias = w["arc_mix.bias"] + w["arc_bias.weight"][0]
    mixed = g.dense("arc_dep_active", "arc_mix", w["arc_mix.weight"], bias)
    g.add("Gemm", [mixed, "arc_heads"], "arcs", transB=1)
    inputs = [_value(k, TensorProto.INT32, d) for k, d in (("ids", "S"), ("shapes", "S"), ("first", "W"))]
    outputs = [_value("start", TensorProto.FLOAT, "W"), *(_value(k, TensorProto.INT64, "W") for k in TAGS)]
    outputs += [
        _value("name", TensorProto.FLOAT, "W", w["name.weight"].shape[0]),
        _value("arcs", TensorProto.FLOAT, "W", "W1"),
        _value("label_dep", TensorProto.FLOAT, "W", LABEL),
        _value("label_head", TensorProto.FLOAT, "W1", LABEL),
    ]
    return g.model(inputs, outputs, "encoder")


def _value(name: str, kind: int, *shape: str | int) -> Any:
    return helper.make_tensor_value_info(name, kind, shape)


def _layer(g: Graph, w: dict[str, Array], n: int, x: str, *, last: bool) -> str:
    p = f"layers.{n}."
    shape3 = "shape3"
    if n == 0:
        g.constant(shape3, np.array([1, -1, WIDTH]))
        g.constant("shape2", np.array([-1, WIDTH]))
    joint = g.linear(x, p + "qkv", w[p + "qkv.weight"].T, w[p + "qkv.bias"])
    parts = [p + k for k in ("q", "k", "v")]
    g.add("Split", [joint], parts, axis=1, num_outputs=3)
    flat = [g.add("Reshape", [k, shape3], k + "3") for k in parts]
    mixed = g.add("MultiHeadAttention", flat, p + "mixed3", MICROSOFT, num_heads=ATTENTION)
    mixed = g.add("Reshape", [mixed, "shape2"], p + "mixed")
    if last:  # from here on only the vectors that stand for words are needed
        mixed = g.add("Gather", [mixed, "first"], p + "mixed_words")
        x = g.add("Gather", [x, "first"], p + "words")
    out = g.linear(mixed, p + "out", w[p + "out.weight"].T, w[p + "out.bias"])
    x = _norm(g, w, p + "norm1", x, out)
    up = g.linear(x, p + "up", w[p + "up.weight"].T, w[p + "up.bias"])
    up = g.add("Gelu", [up], p + "gelu")
    down = g.linear(up, p + "down", w[p + "down.weight"].T, w[p + "down.bias"])
    return _norm(g, w, p + "norm2", x, down)


def _norm(g: Graph, w: dict[str, Array], name: str, x: str, y: str) -> str:
    return g.norm(g.add("Add", [x, y], name + "_sum"), name, w)


def label_graph(w: dict[str, Array]) -> onnx.ModelProto:
    """From the vectors of words and of their heads to labels."""
    g = Graph()
    kinds = w["label_dep_bias.weight"].shape[0]
    mixed = g.linear("dep", "label_mix", w["label_mix.weight"].T, w["label_mix.bias"])
    mixed = g.add("Reshape", [mixed, g.constant("cube", np.array([-1, kinds, LABEL]))], "mixed")
    two = g.constant("two", np.array([2]))
    product = g.add("MatMul", [mixed, g.add("Unsqueeze", ["head", two], "column")], "product")
    scores = g.add("Squeeze", [product, two], "scores")
    bias = g.dense("dep", "dep_bias", w["label_dep_bias.weight"], w["label_dep_bias.bias"])
    g.add("ArgMax", [g.add("Add", [scores, bias], "total")], "deprel", axis=1, keepdims=0)
    inputs = [_value(k, TensorProto.FLOAT, "W", LABEL) for k in ("dep", "head")]
    return g.model(inputs, [_value("deprel", TensorProto.INT64, "W")], "labels")


def lemma_table(folder: Path) -> dict[str, dict[str, str]]:
    """Lemmas by XPOS and small-letter form, where three or more training words agree (95 %)."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for paragraph in data.training_trees(folder):
        for sentence, _ in paragraph:
            for word in sentence.words:
                form = sentence.text[word.start : word.end]
                if form and not word.xpos.startswith("NNP"):
                    seen[word.xpos, form.lower()][word.lemma] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (xpos, form), lemmas in sorted(seen.items()):
        best, count = lemmas.most_common(1)[0]
        if count >= 3 and count >= 0.95 * lemmas.total():
            table[xpos][form] = best
    return dict(table)


def write(checkpoint: Path, out: Path, folder: Path) -> None:
    """Writes ``encoder.onnx``, ``labels.onnx``, ``labels.json`` and ``vocab.txt`` into ``out``."""
    saved = torch.load(checkpoint, weights_only=True)
    w = {k: v.float().numpy() for k, v in saved["state"].items()}
    assert w["name.weight"].shape[1] == NAME
    out.mkdir(parents=True, exist_ok=True)
    for name, model in (("encoder", encoder_graph(w)), ("labels", label_graph(w))):
        onnx.checker.check_model(model)
        (out / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))
    inventory = {**saved["labels"], "lemmas": lemma_table(folder)}
    labels = json.dumps(inventory, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "labels.json").write_text(labels + "\n", "utf-8")
    (out / "vocab.txt").write_bytes((base_folder() / "vocab.txt").read_bytes())
