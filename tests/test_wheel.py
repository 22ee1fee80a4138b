"""The built wheel, installed into an empty environment with the network cut off, converts the article."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WHEELHOUSE = ROOT / "build" / "wheelhouse"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not WHEELHOUSE.exists(), reason="no build/wheelhouse: `make test` builds it"),
]

# Python code run at start-up that lets no socket be opened, for systems where a process cannot be cut off.
NO_SOCKETS = """
import socket
def refuse(*arguments, **keywords):
    raise RuntimeError("a conversion opened a socket")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
"""


def cut_off() -> list[str]:
    """The command that runs another without any network, where the system has it and lets us use it."""
    if shutil.which("unshare"):
        for prefix in (["unshare", "--net"], ["unshare", "--net", "--map-root-user"]):
            if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
                return prefix
    return []


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what it needs, and nothing else; its folder of programs."""
    folder = tmp_path_factory.mktemp("empty") / "environment"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [
            *cut_off(),
            programs / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--find-links",
            str(WHEELHOUSE),
            "communique",
        ],
        check=True,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))},
    )
    packages = next(folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages")
    (packages / "sitecustomize.py").write_text(NO_SOCKETS, encoding="utf-8")
    return programs


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [*cut_off(), installed / "communique", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_converts_the_article_offline_to_the_same_bytes(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "seeds" / "trump-putin.txt", tmp_path)
    done = run(installed, "convert", "trump-putin.txt", "-o", "out.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.json").read_bytes() == (ROOT / "examples" / "trump-putin.json").read_bytes()


def test_it_validates_what_it_wrote(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "validate", str(ROOT / "examples" / "trump-putin.json"), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_carries_the_schemas(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "schema", "article", cwd=tmp_path)
    assert done.stdout == (ROOT / "schemas" / "1.0" / "article.json").read_text("utf-8")


def test_the_wheel_holds_what_it_needs_and_no_more() -> None:
    (wheel,) = WHEELHOUSE.glob("communique-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "communique/py.typed" in names
    assert any(name.startswith("communique/schemas/1.0/") for name in names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    strangers = [name for name in names if not name.startswith(("communique/", "communique-"))]
    assert not strangers
    assert not [name for name in names if "train" in Path(name).parts]
    assert wheel.stat().st_size < 40_000_000
