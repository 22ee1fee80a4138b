"""Reads the weights out of an ONNX file without the onnx library.

An ONNX file is a Protocol Buffers message; of its wire format only what is needed is read: field 7 of the
model is the graph, field 5 of the graph a tensor, and of a tensor fields 1 (dimensions), 2 (type), 8
(name), 9 (raw bytes).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES: dict[int, np.dtype[Any]] = {
    1: np.dtype("<f4"),
    2: np.dtype("u1"),
    3: np.dtype("i1"),
    6: np.dtype("<i4"),
    7: np.dtype("<i8"),
}
"""ONNX's numbers of element types."""
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


def read(path: Path) -> dict[str, NDArray[Any]]:
    """The weights of an ONNX file by name, as arrays that share the memory of the file's bytes."""
    found: dict[str, NDArray[Any]] = {}
    data = memoryview(path.read_bytes())
    for field, graph in _fields(data):
        if field != 7 or isinstance(graph, int):
            continue
        for part, tensor in _fields(graph):
            if part == 5 and not isinstance(tensor, int):
                name, value = _tensor(tensor)
                found[name] = value
    return found


def _tensor(data: memoryview) -> tuple[str, NDArray[Any]]:
    dimensions: list[int] = []
    kind, name, raw = 1, "", memoryview(b"")
    for field, value in _fields(data):
        if field == 1:
            dimensions.extend([value] if isinstance(value, int) else _varints(value))
        elif field == 2 and isinstance(value, int):
            kind = value
        elif field == 8 and not isinstance(value, int):
            name = bytes(value).decode()
        elif field == 9 and not isinstance(value, int):
            raw = value
    return name, np.frombuffer(raw, dtype=TYPES[kind]).reshape(dimensions)


def _varints(data: memoryview) -> Iterator[int]:
    at = 0
    while at < len(data):
        value, at = _varint(data, at)
        yield value


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of a message: number and value, bytes as a view."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        wire = key & 7
        if wire == VARINT:
            value, at = _varint(data, at)
            yield key >> 3, value
        elif wire in {FIXED64, FIXED32}:
            at += 8 if wire == FIXED64 else 4
        elif wire == BYTES:
            size, at = _varint(data, at)
            yield key >> 3, data[at : at + size]
            at += size
        else:
            raise ValueError(f"not an ONNX file: wire type {wire}")
