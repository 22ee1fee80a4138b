"""Runs ``pdf_worker`` on a PDF with limits of memory and time, and says what went wrong in words."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communique.errors import InputError, TooLongInput
from communique.read.file import RAISE, too_long

MOST_PAGES = 5_000
"""The most pages of a PDF."""
MOST_SECONDS = 8
"""The most seconds that taking the words out of a PDF may take; some 1,000 pages."""
MOST_MEMORY = 800_000_000
"""The most bytes of memory that it may take, where the platform can bound it."""
_CHARACTERS = 3  # of a page for each that is read: spaces that PDFium adds, marks, running heads
# The worker is run as a file, with the places to look for libraries that this process has.
_START = "import json, runpy, sys; sys.path[:] = json.loads(sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"  # noqa: E501
_TOOK = "print the pages that matter to a new PDF, or save the text as .txt"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page. ``left``, ``right`` and ``baseline`` in points from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Of its letters, in points."""
    bold: bool
    turned: bool = False
    """Whether it runs in another direction than from left to right."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its words in the order in which the file draws them."""

    width: float
    height: float
    images: bool
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """What is in a PDF; ``title`` and ``author`` as its properties say."""

    pages: tuple[Page, ...]
    title: str
    author: str


def pages(data: bytes, *, limit: int) -> Pages:
    """The pages of a PDF.

    :param limit: the most code points of text
    :raises ModuleNotFoundError: where pypdfium2 is not installed
    :raises InputError: where it is damaged, encrypted, or needs more memory or time than ``MOST_MEMORY`` and
        ``MOST_SECONDS``
    :raises TooLongInput: where it has more than ``MOST_PAGES`` pages, or more text
    """
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")
    found = _run(data, limit)
    if "error" in found:
        raise _error(found["error"], limit)
    return Pages(tuple(map(_page, found["pages"])), found["title"], found["author"])


def _run(data: bytes, limit: int) -> dict[str, Any]:
    limits = {
        "memory": MOST_MEMORY, "seconds": MOST_SECONDS, "pages": MOST_PAGES, "length": limit * _CHARACTERS,
    }  # fmt: skip
    worker = Path(__file__).with_name("pdf_worker.py")
    command = [sys.executable, "-c", _START, json.dumps(sys.path), str(worker), json.dumps(limits)]
    try:
        done = subprocess.run(  # noqa: S603 - the command is this Python and a file of this package
            command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _error("time", limit) from None
    except OSError as error:
        raise InputError(f"no process could be started to read the PDF in: {error}") from None
    try:
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    raise _error("memory" if b"MemoryError" in done.stderr else "crash", limit)


def _error(what: str, limit: int) -> InputError:
    if what == "password":
        return InputError(
            "a password protects this PDF",
            hint="open it with the password and print it to a new PDF, or use qpdf --decrypt",
        )
    if what == "pages":
        return TooLongInput(f"the PDF has more than {MOST_PAGES:,} pages", hint=_TOOK)
    if what == "length":
        return TooLongInput(too_long("a PDF with more", limit), hint=RAISE)
    if what == "memory":
        return InputError(f"the PDF needs more than {MOST_MEMORY:,} bytes of memory", hint=_TOOK)
    if what == "time":
        return InputError(f"the PDF was not read after {MOST_SECONDS} seconds", hint=_TOOK)
    if what == "crash":
        return InputError("the PDF could not be read: the program that reads it ended early", hint=_TOOK)
    return InputError("the PDF is damaged", hint="is the file whole? open it and print it to a new PDF")


def _page(told: dict[str, Any]) -> Page:
    return Page(
        told["width"],
        told["height"],
        told["images"],
        tuple(
            Word(text, left, right, baseline, abs(size), bool(bold), size < 0)
            for text, left, right, baseline, size, bold in told["words"]
        ),
    )
