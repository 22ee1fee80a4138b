"""Speed and size, measured in one run: ``make bench``.

Ratios are comparable between machines, the rest is not. Everything is timed on one thread. The texts are the
seed articles and, where the corpora stand beside the checkout, the article texts of web pages; each is read
once per round, so that no text is measured twice within a round.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import communique
from communique.analyse.model import load

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT.parent / "shared" / "data" / "pages" / "ground-truth.json"
ROUNDS = 3


def texts() -> list[str]:
    """Distinct articles in English: the seeds, and the marked texts of saved pages where they are there."""
    found = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    if PAGES.exists():
        pages = json.loads(PAGES.read_text("utf-8"))
        bodies = [pages[key]["articleBody"] for key in sorted(pages)]
        found += [body for body in bodies if len(body) > 1500][:80]
    kept = []
    for text in found:
        try:
            communique.read_bytes(text.encode())
        except communique.CommuniqueError:
            continue
        kept.append(text)
    return kept


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def cold(*arguments: str) -> float:
    """Median seconds of seven cold starts of a command, after one to warm the disk."""
    times = []
    for _ in range(8):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "communique", *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times[1:])


def peak(path: Path) -> int:
    """Peak resident memory in MiB of a process that converts one file. Linux only: elsewhere 0."""
    # Unlike ru_maxrss, VmHWM does not count what the process was before exec: this one.
    code = (
        "import sys, communique; communique.convert(sys.argv[1]);"
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
    )
    if sys.platform != "linux":
        return 0
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout) // 1024


def main() -> None:
    """Print the figures as a table."""
    articles = texts()
    documents = [communique.read_bytes(text.encode()) for text in articles]
    model = load(threads=1)
    spans = [[(block.start, block.end) for block in document.paragraphs] for document in documents]
    words = sum(len(model.parse(d.text, s)[0]) for d, s in zip(documents, spans, strict=True))
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(seconds(lambda: [model.parse(d.text, s) for d, s in zip(documents, spans, strict=True)]))
        whole.append(seconds(lambda: [communique.convert(document) for document in documents]))
    model_speed, speed = words / min(bare), words / min(whole)
    seed = ROOT / "seeds" / "trump-putin.txt"
    example = ROOT / "examples" / "trump-putin.json"
    rows = [
        ("texts, words", f"{len(articles)}, {words:,}"),
        ("bare language model, words/s", f"{model_speed:,.0f}"),
        ("conversion, words/s", f"{speed:,.0f}"),
        ("conversion / bare model", f"{speed / model_speed:.2f}"),
        ("--version, cold start", f"{cold('--version'):.2f} s"),
        ("validate, cold start", f"{cold('validate', '-q', str(example)):.2f} s"),
        ("peak memory, one article", f"{peak(seed)} MiB"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.txt"
        body = "\n\n".join(articles)
        large.write_text((body * (2_000_000 // len(body) + 1))[:2_000_000], encoding="utf-8")
        taken = seconds(lambda: rows.append(("peak memory, 2 MB text", f"{peak(large)} MiB")))
        rows.append(("2 MB text, start to end", f"{taken:.0f} s"))
        lines = Path(folder) / "many.jsonl"
        record = json.dumps(json.loads(example.read_text("utf-8")), ensure_ascii=False) + "\n"
        lines.write_text(record * (50_000_000 // len(record.encode())), encoding="utf-8")
        size = lines.stat().st_size / 1e6
        rows.append(("validation, MB/s", f"{size / seconds(lambda: communique.validate(lines)):.1f}"))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, one thread\n")
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:<{width}}  {value}")


if __name__ == "__main__":
    main()
