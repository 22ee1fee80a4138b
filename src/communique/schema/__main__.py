"""``python -m communique.schema``: write ``schemas/`` and ``docs/record-model.md``, or ``--check`` them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from communique.records import SCHEMA_VERSION
from communique.schema.build import NAMES, schema_text
from communique.schema.pages import record_model


def published(root: Path) -> dict[Path, str]:
    """Every generated file below ``root`` and what it must hold."""
    files = {root / "schemas" / SCHEMA_VERSION / f"{name}.json": schema_text(name) for name in NAMES}
    return {**files, root / "docs" / "record-model.md": record_model()}


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` name the stale ones and return 1."""
    parser = argparse.ArgumentParser(prog="python -m communique.schema", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout; default: the current folder")
    options = parser.parse_args(arguments)
    stale = []
    for path, content in published(options.root).items():
        if path.exists() and path.read_bytes() == content.encode():
            continue
        stale.append(path)
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
    for path in stale:
        print(f"{'stale' if options.check else 'written'}: {path}", file=sys.stderr)
    if options.check and stale:
        print("run: python -m communique.schema", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
