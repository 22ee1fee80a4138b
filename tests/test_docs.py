"""Every code block in README.md and docs/ runs, and prints what the page says it prints.

- A ``python`` block runs as one script. A comment ``# → text`` after an expression shows its ``str``.
- A ``console`` block holds lines ``$ command`` and beneath each what it prints; a line ``…`` stands for any
  lines, ``…`` within a line for any characters.

Each page runs in a copy of the checkout's seeds, examples and schemas, so that a page may write files and
read them again.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_HERE = ("make ", "git ", "pip ", "python -m venv", "python3 -m venv")


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(kind, body) for kind, body in FENCE.findall(page.read_text("utf-8"))]


def expected_pattern(lines: list[str]) -> str:
    parts = []
    for line in lines:
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".*?".join(re.escape(piece.rstrip()) for piece in line.split("…")) + r"[ ]*\n")
    return "".join(parts)


def run_console(body: str, folder: Path, page: str) -> None:
    commands: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            assert commands, f"{page}: a console block starts with a line '$ command'"
            commands[-1][1].append(line)
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    for command, lines in commands:
        if command.startswith(NOT_HERE):
            continue
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        printed = done.stdout + done.stderr
        if lines:
            assert re.fullmatch(
                expected_pattern(lines), printed if printed.endswith("\n") else printed + "\n"
            ), f"{page}: $ {command}\nprinted\n{printed}\nbut the page says\n" + "\n".join(lines)
        else:
            assert done.returncode == 0, f"{page}: $ {command}\n{printed}"


def run_python(body: str, folder: Path, page: str) -> None:
    """Rewrite ``expression  # → text`` to a comparison, then run the block in a fresh interpreter."""
    tree = ast.parse(body)
    lines = body.splitlines()
    for node in reversed(tree.body):
        last = lines[(node.end_lineno or 1) - 1]
        if "# → " not in last:
            continue
        assert isinstance(node, ast.Expr), f"{page}: '# →' stands after an expression: {last}"
        value = ast.get_source_segment(body, node.value)
        wanted = last.split("# → ", 1)[1].strip()
        lines[node.lineno - 1 : node.end_lineno] = [
            f"__got = str({value}); assert __got == {wanted!r}, __got + ' != ' + {wanted!r}"
        ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{page}:\n{body}\n{done.stderr}"


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.name)
def test_page(page: Path, tmp_path: Path) -> None:
    for folder in ("seeds", "examples", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for kind, body in blocks(page):
        if "from followthemoney" in body and find_spec("followthemoney") is None:
            continue  # its library needs ICU's headers to build: see `ftm-check` in pyproject.toml
        (run_python if kind == "python" else run_console)(body, tmp_path, page.name)


def test_the_readme_has_examples() -> None:
    kinds = {kind for kind, _ in blocks(PAGES[0])}
    assert kinds == {"python", "console"}


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
