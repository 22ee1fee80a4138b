"""The version is told at once: before anything heavy is imported."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

from communique.cli import main

HEAVY = ("typer", "rich", "pydantic", "numpy", "onnxruntime", "jsonschema")


@pytest.mark.parametrize("argument", ["--version", "version"])
def test_it_is_the_version_installed(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([argument])
    assert capsys.readouterr().out == f"communique {version('communique')}\n"


@pytest.mark.parametrize("argument", ["--version", "version"])
def test_nothing_heavy_is_imported(argument: str) -> None:
    code = f"import sys; from communique.cli import main; main([{argument!r}]); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not set(HEAVY) & set(out.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, communique; print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not set(HEAVY) & set(out.split())


def test_with_other_options_it_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exited:
        main(["--version", "validate"])
    assert exited.value.code == 0
    assert capsys.readouterr().out.startswith("communique ")
