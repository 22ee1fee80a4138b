from pathlib import Path

import numpy as np
import pytest

from communique.analyse.model import load, weights
from communique.analyse.model.encoder import folder

ARTICLE = Path(__file__).parents[3] / "seeds" / "trump-putin.txt"


@pytest.mark.parametrize("name", ["encoder.onnx", "labels.onnx"])
def test_products_fit_sixteen_bits_so_that_no_processor_saturates(name: str) -> None:
    stored = weights.read(folder() / name)
    matrices = {k: v for k, v in stored.items() if k.endswith(".weight") and v.dtype == np.int8}
    assert matrices
    for matrix in matrices.values():
        largest = int(np.abs(matrix.astype(np.int32)).max())
        assert 2 * 255 * largest <= 32767


def test_large_matrices_are_stored_in_eight_bits() -> None:
    stored = weights.read(folder() / "encoder.onnx")
    assert sum(v.nbytes for v in stored.values() if v.dtype != np.int8) < 2_500_000
    size = sum(p.stat().st_size for p in folder().iterdir() if p.suffix in {".onnx", ".json", ".txt"})
    assert size < 27_000_000


def test_the_numpy_engine_gives_the_same_labels() -> None:
    """The two differ in the last bits between the large products; nearly every word comes out the same."""
    text = ARTICLE.read_text("utf-8")
    spans, at = [], 0
    for paragraph in text.split("\n\n")[2:8]:
        at = text.index(paragraph, at)
        spans.append((at, at + len(paragraph)))
    ours, cut = load(engine="onnx").parse(text, spans)
    other, other_cut = load(engine="numpy").parse(text, spans)
    assert cut == other_cut
    same = sum(a == b for a, b in zip(ours, other, strict=True))
    assert same >= 0.985 * len(ours)


def test_reading_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.onnx").write_bytes(b"\x07\x07")
    with pytest.raises(ValueError, match="not an ONNX file"):
        weights.read(tmp_path / "x.onnx")
