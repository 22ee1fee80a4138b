"""Reads files one after another in a process of its own and tells what became of each, as JSON lines.

    python tests/read/hostile_runner.py FILE...

Seconds are those of the processor, children included: a busy machine is no failure. The last line tells
the most memory the process ever held, every attempt at a network, and every file opened for writing,
made or removed.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

NETWORK: list[str] = []
WRITTEN: list[str] = []
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CHANGING = (
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "shutil.",
    "tempfile.",
)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        NETWORK.append(event)
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        if "__pycache__" not in str(arguments[0]) and arguments[0] != os.devnull:
            WRITTEN.append(str(arguments[0]))
    elif event.startswith(_CHANGING):
        WRITTEN.append(f"{event} {arguments[:1]}")


def outcome(path: str) -> tuple[str, str]:
    from communique.errors import CommuniqueError
    from communique.read.many import Told, file_entries

    found = ""
    try:
        for entry in file_entries(path, Told()):
            if isinstance(entry.found, CommuniqueError):
                return type(entry.found).__name__, str(entry.found)
            found = found or entry.found.text
    except CommuniqueError as error:
        return type(error).__name__, str(error)
    return "Document", found[:200]


def peak_mb() -> int:
    """The most memory held, in MiB; where the system keeps it, without what its parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    import communique

    communique.read_bytes(b"<!doctype html><p>The talks went on for weeks, the minister said.</p>", "html")
    # The library that tells languages unpacks its model into a file without a name, once.
    with suppress(communique.UnsupportedLanguage):
        communique.read_bytes(
            b"Die Verhandlungen dauern an, aber niemand in der Hauptstadt will davon reden."
        )
    sys.addaudithook(watch)
    for path in sys.argv[1:]:
        began = sum(os.times()[:4])
        what, said = outcome(path)
        seconds = sum(os.times()[:4]) - began
        print(json.dumps({"path": path, "what": what, "said": said[:500], "seconds": seconds}), flush=True)
    print(json.dumps({"peak_mb": peak_mb(), "network": NETWORK, "written": WRITTEN}))


if __name__ == "__main__":
    main()
