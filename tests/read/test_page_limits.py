"""Pages made to take time or memory: an error or a Document, within ten seconds and a gigabyte."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.document import Document
from communique.errors import InputError
from communique.read.asked import Asked
from communique.read.html import read

P = b"The ministers met again in the evening and agreed on nothing at all. "
FULL = 20_000_000  # bytes that a reader is given at most


def many(what: bytes, size: int, before: bytes = b"") -> bytes:
    return before + what * (size // len(what))


def deep(tag: str, count: int = 495) -> bytes:
    return f"<{tag}>".encode() * count


CASES: dict[str, Callable[[int], bytes]] = {
    "nested beyond reason": lambda size: many(b"<div>", size),
    "nested deeply": lambda size: many(b"<p>" + P, size, deep("div")),
    "a paragraph at every level": lambda size: (b"<div><p>" + P * 20 + b"</p>") * 495 + b"</div>" * 495,
    "nested quotations": lambda size: many(b"<p>" + P, size, deep("blockquote")),
    "nested articles": lambda size: many(b"<p>" + P, size, deep("article")),
    "nested captions": lambda size: many(b"<p>" + P, size, b"<div class=caption>" * 495),
    "nested lists": lambda size: many(b"<li>item ", size, b"<ul><li>a " * 240),
    "nested spans": lambda size: many(P, size, b"<p>" + b"<span>a " * 480),
    "nested links": lambda size: many(P, size, b"<p>" + b"<font><a href=x>a " * 200),
    "nested hidden": lambda size: many(b"<p>" + P, size, b"<div hidden>" * 495),
    "nested microdata": lambda size: many(b"<p>" + P, size, b"<div itemprop=author>" * 495),
    "nested forms": lambda size: many(b"<p>" + P, size, deep("form")),
    "nested headings": lambda size: many(P, size, deep("h1")),
    "nested tables": lambda size: many(b"<table><tr><td>a", size),
    "many paragraphs": lambda size: many(b"<p>" + P, size),
    "paragraphs all alike": lambda size: many(b"<div class=a><p>" + P * 3 + b"</p></div>", size),
    "one line": lambda size: many(P, size, b"<p>"),
    "line breaks": lambda size: many(b"<br>", size, b"<p>x "),
    "bold words": lambda size: many(b"<b>a</b> ", size, b"<p>"),
    "tags left open": lambda size: many(b"<b>a ", size, b"<p>"),
    "links": lambda size: many(b"<p><a href=x>word</a></p>", size),
    "items": lambda size: many(b"<li>item", size, b"<ul>"),
    "cells": lambda size: many(b"<tr><td>a<td>b", size, b"<table>"),
    "tables": lambda size: many(b"<table><tr><td>a<td>b<td>c<td>d</table>", size),
    "headings": lambda size: many(b"<h2>Heading</h2>", size),
    "main headings": lambda size: many(b"<h1>" + P, size),
    "bylines": lambda size: many(b"<p>By Jane Doe</p>", size),
    "a byline without end": lambda size: many(b"Jane Doe, ", size, b"<p>By "),
    "attributes": lambda size: many(b"a=b ", size, b"<div ") + b">" + P * 9,
    "less-than signs": lambda size: many(b"<", size),
    "ampersands": lambda size: many(b"&", size),
    "references": lambda size: many(b"&nbsp;", size, b"<p>"),
    "a comment without end": lambda size: many(b"<!--", size),
    "white space": lambda size: many(b" ", size, b"<p>a") + b"b",
    "no width": lambda size: many("\u200b".encode(), size, b"<p>"),
    "scripts": lambda size: many(b"<script>x</script>", size) + P * 9,
    "a picture in an address": lambda size: (
        many(b"A", size, b"<img src='data:image/png;base64,") + b"'><p>" + P * 9
    ),
    "drawings": lambda size: many(b"<path d='x'/>", size, deep("svg")),
    "frames": lambda size: many(b"<iframe src='http://page.invalid/'></iframe>", size) + P * 9,
    "authors": lambda size: many(b"<meta name=author content='Jane Doe and John Roe'>", size) + P * 9,
    "JSON nested": lambda size: (
        many(b'{"a":', size, b"<script type='application/ld+json'>") + b"</script>" + P * 9
    ),
    "JSON repeated": lambda size: (
        many(b'<script type="application/ld+json">{"@type":"Article","headline":"x"}</script>', size) + P * 9
    ),
    "JSON referring": lambda size: (
        many(b'{"@type":"Article","author":{"@id":"x"}},', size, b"<script type='application/ld+json'>[")
        + b"{}]</script>"
        + P * 9
    ),
    "a title of many parts": lambda size: many(b"a - ", size, b"<title>") + b"</title><p>" + P * 9,
    "entities declared": lambda size: (
        many(b"<!ENTITY a 'aaaaaaaaaa'>", size, b"<!DOCTYPE html [") + b"]><p>&a;" + P * 9
    ),
    "preformatted": lambda size: many(b"a\n", size, b"<pre>"),
    "notes": lambda size: many(b"word<sup><a href=#1>1</a></sup> ", size, b"<p>"),
    "quotations": lambda size: many(b"<q>a</q> ", size, b"<p>" + deep("q", 400)),
}


def outcome(data: bytes) -> str:
    try:
        document = read(data, Asked())
    except InputError as error:
        return str(error)
    assert isinstance(document, Document)
    return f"{len(document.blocks)} blocks"


@pytest.mark.parametrize("name", CASES)
def test_a_small_page_of_each_kind_is_read_or_refused(name: str) -> None:
    began = time.process_time()
    outcome(CASES[name](100_000))
    assert time.process_time() - began < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_largest_page_of_each_kind_is_read_or_refused_in_time(name: str) -> None:
    done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seconds, megabytes = map(float, done.stdout.split()[:2])
    assert seconds < 10
    assert megabytes < 1000
    assert done.stderr == ""


def peak_megabytes() -> int:
    """The most memory of this process; ``getrusage`` begins with that of the process it came from."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text("ascii"))[1]) // 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    content = CASES[sys.argv[1]](int(sys.argv[2]) if len(sys.argv) > 2 else FULL)
    start = time.process_time()
    said = outcome(content)
    used = time.process_time() - start
    print(round(used, 1), peak_megabytes(), said, len(content))
