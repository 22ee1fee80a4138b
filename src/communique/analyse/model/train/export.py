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

from communique.analyse.model import lemma
from communique.analyse.model.train import data
from communique.analyse.model.train.network import ATTENTION, LABEL, LAYERS, NAME, WIDTH, base_folder

LARGEST = 63
POSITIONS = 448
MICROSOFT = "com.microsoft"
Array = NDArray[Any]


class Graph:
    """Nodes and initialisers as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.initialisers: list[Any] = []

    def constant(self, name: str, value: Array) -> str:
        """Adds a weight under ``name``."""
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str | list[str], domain: str = "", **attributes: Any) -> str:
        """Adds a node and returns the name of its (first) output."""
        outputs = [output] if isinstance(output, str) else output
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    def linear(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """``x @ weight + bias`` with the weight in seven bits, one scale a column."""
        scale = np.maximum(np.abs(weight).max(0), 1e-8).astype(np.float32) / LARGEST
        stored = np.round(weight / scale).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul",
            [x, self.constant(name + ".weight", stored), self.constant(name + ".scale", scale),
             self.constant(name + ".zero", np.zeros(len(scale), np.int8)), self.constant(name + ".bias", bias)],
            name, MICROSOFT,
        )  # fmt: skip

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
    places = g.add("Slice", [g.constant("positions", w["positions.weight"][:POSITIONS]), zero, size, zero], "places")
    x = g.add("Add", [x, places], "summed")
    x = g.add("LayerNormalization", [x, g.constant("norm.weight", w["norm.weight"]), g.constant("norm.bias", w["norm.bias"])],
              "normed", epsilon=1e-12, axis=-1)  # fmt: skip
    for n in range(LAYERS):
        x = _layer(g, w, n, x, last=n == LAYERS - 1)
    names = ["start", "upos", "xpos", "lemma", "name_hidden", "arc_dep", "arc_head", "label_dep", "label_head"]
    weight = np.concatenate([w[f"{k}.weight"].T for k in names], 1)
    widths = [w[f"{k}.weight"].shape[0] for k in names]
    joint = g.linear(x, "heads", weight, np.concatenate([w[f"{k}.bias"] for k in names]))
    split = g.constant("widths", np.array(widths))
    g.add("Split", [joint, split], [k + "_out" for k in names], axis=1)
    g.add("Squeeze", ["start_out", one], "start")
    for k in ("upos", "xpos", "lemma"):
        g.add("ArgMax", [k + "_out"], k, axis=1, keepdims=0)
    hidden = g.add("Gelu", ["name_hidden_out"], "name_active")
    g.add("Gemm", [hidden, g.constant("name.weight", w["name.weight"]), g.constant("name.bias", w["name.bias"])], "name", transB=1)
    for k in ("arc_dep", "arc_head", "label_dep", "label_head"):
        g.add("LeakyRelu", [k + "_out"], k + "_active", alpha=0.1)
    g.add("Identity", ["label_dep_active"], "label_dep")
    g.add("Concat", [g.constant("label_root", w["label_root"][None]), "label_head_active"], "label_head", axis=0)
    head = g.add("Concat", [g.constant("arc_root", w["arc_root"][None]), "arc_head_active"], "arc_heads", axis=0)
    mixed = g.add("Gemm", ["arc_dep_active", g.constant("arc_mix.weight", w["arc_mix.weight"]),
                           g.constant("arc_mix.bias", w["arc_mix.bias"] + w["arc_bias.weight"][0])], "arc_mixed", transB=1)  # fmt: skip
    g.add("Gemm", [mixed, head], "arcs", transB=1)
    number, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT32, [d]) for k, d in (("ids", "S"), ("shapes", "S"), ("first", "W"))]
    outputs = [helper.make_tensor_value_info("start", real, ["W"])]
    outputs += [helper.make_tensor_value_info(k, number, ["W"]) for k in ("upos", "xpos", "lemma")]
    outputs += [
        helper.make_tensor_value_info(k, real, shape)
        for k, shape in (("name", ["W", w["name.weight"].shape[0]]), ("arcs", ["W", "W1"]), ("label_dep", ["W", LABEL]), ("label_head", ["W1", LABEL]))
    ]
    return g.model(inputs, outputs, "encoder")


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
    total = g.add("Add", [x, y], name + "_sum")
    weights = [g.constant(f"{name}.{k}", w[f"{name}.{k}"]) for k in ("weight", "bias")]
    return g.add("LayerNormalization", [total, *weights], name, epsilon=1e-12, axis=-1)


def label_graph(w: dict[str, Array]) -> onnx.ModelProto:
    """From the vectors of words and of their heads to labels."""
    g = Graph()
    kinds = w["label_dep_bias.weight"].shape[0]
    mixed = g.linear("dep", "label_mix", w["label_mix.weight"].T, w["label_mix.bias"])
    mixed = g.add("Reshape", [mixed, g.constant("cube", np.array([-1, kinds, LABEL]))], "mixed")
    column = g.add("Unsqueeze", ["head", g.constant("two", np.array([2]))], "column")
    scores = g.add("Squeeze", [g.add("MatMul", [mixed, column], "product"), g.constant("two_", np.array([2]))], "scores")
    bias = g.add("Gemm", ["dep", g.constant("dep_bias.weight", w["label_dep_bias.weight"]),
                          g.constant("dep_bias.bias", w["label_dep_bias.bias"])], "bias", transB=1)  # fmt: skip
    g.add("ArgMax", [g.add("Add", [scores, bias], "total")], "deprel", axis=1, keepdims=0)
    real = TensorProto.FLOAT
    inputs = [helper.make_tensor_value_info(k, real, ["W", LABEL]) for k in ("dep", "head")]
    return g.model(inputs, [helper.make_tensor_value_info("deprel", TensorProto.INT64, ["W"])], "labels")


def lemma_table(folder: Path) -> dict[str, dict[str, str]]:
    """Lemmas by XPOS and small-letter form, where three or more training words agree (99 %)."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for paragraph in data.training_trees(folder):
        for sentence, _ in paragraph:
            for word in sentence.words:
                form = sentence.text[word.start : word.end]
                if form and not word.xpos.startswith("NNP"):
                    seen[word.xpos, form.lower()][lemma.script(form, word.lemma)] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (xpos, form), scripts in sorted(seen.items()):
        best, count = scripts.most_common(1)[0]
        if count >= 3 and count >= 0.99 * scripts.total():
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
    (out / "labels.json").write_text(json.dumps(inventory, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", "utf-8")
    (out / "vocab.txt").write_bytes((base_folder() / "vocab.txt").read_bytes())
