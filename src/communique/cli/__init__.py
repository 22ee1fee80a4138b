"""The command ``communique``: a thin shell over the library."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit. ``arguments`` default to those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Answered before anything heavy is imported: scripts ask for the version and wait for it.
    if given in (["--version"], ["version"]):
        from communique.cli.version import version

        version()
        return
    from communique.cli.app import app

    app(given, prog_name="communique")
