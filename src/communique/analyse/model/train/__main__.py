"""Trains the language model and writes it where the package reads it.

``python -m communique.analyse.model.train --data ../shared/data --out src/communique/analyse/model``
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from communique.analyse.model.train import data, templates
from communique.analyse.model.train.network import Network, Sizes, base_folder
from communique.analyse.model.train.perfects import rewritten
from communique.analyse.model.train.windows import IGNORE, Encoded, Encoder, Labels, batches, cut, tensors
from communique.analyse.model.wordpiece import END, MASK, START, UNKNOWN, WordPiece

WEIGHTS = {"arc": 1.0, "deprel": 0.7, "xpos": 0.5, "upos": 0.3, "lemma": 0.4, "name": 1.2, "start": 1.0}
FAR = -10000.0
PERFECTS, MADE = 1200, 600
CYCLES = ((7, 1.0), (3, 0.4), (1, 0.25))
"""Epochs and height of each cycle of the learning rate (warm-up, then down to nothing)."""
BODY = {"learned", "positions", "norm", "layers"}
BATCH = 1800
"""Subwords of a batch."""


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The mean loss of every head over the words of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.encode(batch["ids"], batch["shapes"], batch["first"])
        scores = network.tags(x)
        arcs = network.arcs(x)
        labels = network.labels(x, batch["head"].clamp(min=0))
    out = {k: mean_loss(scores[k], batch[k]) for k in ("upos", "xpos", "lemma", "name")}
    known = batch["start"] != IGNORE
    found, gold = scores["start"].float()[known], batch["start"][known].float()
    out["start"] = (
        10 * binary_cross_entropy_with_logits(found, gold, reduction="sum") / known.sum().clamp(min=1)
    )
    out["arc"] = mean_loss(arcs.float().masked_fill(~inside(batch["sentence"]), FAR), batch["head"])
    out["deprel"] = mean_loss(labels, batch["deprel"])
    return out


def mean_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy over the words whose label is known."""
    total = cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / (gold != IGNORE).sum().clamp(min=1)


def inside(sentence: Tensor) -> Tensor:
    """Which heads a word may take: the root and the other words of its sentence."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)


@torch.no_grad()
def score(network: Network, paragraphs: list[list[Encoded]]) -> dict[str, float]:
    """Accuracy with gold words and sentences, greedy heads; F of sentence starts."""
    network.eval()
    hits: dict[str, float] = dict.fromkeys(
        ("words", "uas", "las", "upos", "xpos", "lemma", "found", "gold", "right"), 0
    )
    for group in batches(cut(paragraphs, None), 4000, None):
        batch = tensors(group, 0, None)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = network.encode(batch["ids"], batch["shapes"], batch["first"])
            scores, arcs = network.tags(x), network.arcs(x)
            heads = arcs.float().masked_fill(~inside(batch["sentence"]), FAR).argmax(-1)
            deprel = network.labels(x, heads).argmax(-1)
        known = batch["head"] != IGNORE
        hits["words"] += int(known.sum())
        right = (heads == batch["head"]) & known
        hits["uas"] += int(right.sum())
        hits["las"] += int((right & (deprel == batch["deprel"])).sum())
        for k in ("upos", "xpos", "lemma"):
            hits[k] += int(((scores[k].argmax(-1) == batch[k]) & known).sum())
        starts = (scores["start"] > 0) & known
        hits["found"] += int(starts.sum())
        hits["gold"] += int((batch["start"] == 1).sum())
        hits["right"] += int((starts & (batch["start"] == 1)).sum())
    network.train()
    out = {k: round(100 * hits[k] / hits["words"], 2) for k in ("uas", "las", "upos", "xpos", "lemma")}
    out["start"] = round(200 * hits["right"] / (hits["found"] + hits["gold"]), 2)
    return out


def rate(epoch: float, cycles: tuple[tuple[int, float], ...]) -> float:
    """The learning rate after so many epochs, as a share of the highest."""
    for count, height in cycles:
        if epoch < count:
            done = epoch / count
            return height * min(done / 0.06, (1 - done) / 0.94)
        epoch -= count
    return 0.0


def train(folder: Path, work: Path, cycles: tuple[tuple[int, float], ...], seed: int) -> Path:
    """Trains and returns the path of the last checkpoint; one is written after every epoch."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311
    torch.set_flush_denormal(True)
    base = base_folder()
    trees = data.training_trees(folder)
    labels = Labels.of(trees)
    trees += rewritten(trees, PERFECTS, seed) + templates.made(MADE, seed)
    encoder = Encoder(labels, WordPiece((base / "vocab.txt").read_text("utf-8")))
    paragraphs = [[encoder.tree(s, names) for s, names in p] for p in trees]
    paragraphs += [[encoder.named(s)] for s in data.training_names(folder)] * 2
    held = {name: [[encoder.tree(s, None) for s in p.sentences] for d in docs for p in d.paragraphs]
            for name, docs in data.held_out(folder).items()}  # fmt: skip
    sizes = Sizes(len(labels.upos), len(labels.xpos), len(labels.lemma), len(labels.deprel), len(labels.name))
    print(sizes, sum(len(s.pieces) for p in paragraphs for s in p), "words", flush=True)
    counted = Counter(x for p in paragraphs for s in p for pieces in s.pieces for x in pieces)
    known = sorted({UNKNOWN, START, END, MASK} | {x for x, count in counted.items() if count > 1})
    network = Network(sizes, known)
    network.load_base(base / "model.safetensors")
    network.words.weight.requires_grad_(False)
    learning = [(k.split(".")[0] in BODY, p) for k, p in network.named_parameters() if p.requires_grad]
    old, new = [p for body, p in learning if body], [p for body, p in learning if not body]
    groups = [{"params": old, "lr": 2.5e-4}, {"params": new, "lr": 1.5e-3}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    per_epoch = sum(1 for _ in batches(cut(paragraphs, None), BATCH, None))
    epochs = sum(count for count, _ in cycles)
    step = 0
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: rate(done / per_epoch, cycles))
    path = work / "last.pt"
    for epoch in range(epochs):
        began, words, sums = time.monotonic(), 0, dict.fromkeys(WEIGHTS, 0.0)
        for group in batches(cut(paragraphs, chance), BATCH, chance):
            batch = tensors(group, 0.05, chance)
            found = losses(network, batch)
            loss = torch.stack([WEIGHTS[k] * v for k, v in found.items()]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            words += int((batch["sentence"] > 0).sum())
            for k, v in found.items():
                sums[k] += v.item()
            if step % 50 == 0:
                print(
                    f"step {step}/{epochs * per_epoch} {words / (time.monotonic() - began):.0f} words/s",
                    flush=True,
                )
            if not math.isfinite(loss.item()):
                raise FloatingPointError(f"the loss is not finite at step {step}")
        print(f"epoch {epoch + 1}", {k: round(v / per_epoch, 3) for k, v in sums.items()}, flush=True)
        for name, part in held.items() if epoch % 3 == 1 or epoch + 1 == epochs else ():
            print("  ", name, score(network, part), flush=True)
        torch.save(
            {
                "state": network.weights(),
                "labels": asdict(labels),
                "sizes": asdict(sizes),
                "epoch": epoch + 1,
            },
            path,
        )
    return path


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="where the model is written")
    parser.add_argument("--work", type=Path, default=Path("scratch/model"), help="for checkpoints")
    parser.add_argument("--epochs", type=int, help="one cycle of so many, for a try")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--checkpoint", type=Path, help="write the model from this one, without training")
    given = parser.parse_args()
    cycles = ((given.epochs, 1.0),) if given.epochs else CYCLES
    given.work.mkdir(parents=True, exist_ok=True)
    checkpoint = given.checkpoint or train(given.data, given.work, cycles, given.seed)
    from communique.analyse.model.train import export

    export.write(checkpoint, given.out, given.data)


if __name__ == "__main__":
    main()
