"""``python -m communique``: the command."""

from communique.cli import main

main()
