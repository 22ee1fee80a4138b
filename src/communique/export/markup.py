"""Text that Markdown shows letter by letter, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What CommonMark, tables, strikethrough, footnotes, mathematics and automatic links take for markup wherever
# it stands.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$#^{}]|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)

# What is markup at the beginning of a line: lists, rules, underlines of headings.
_OPENING = re.compile(r"^([0-9]{1,9}(?=[.)])|(?=[-+=]))")

# Controls, which readers replace or garble, and marks that turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def escaped(text: str) -> str:
    """The text on one line, escaped, so that it can be no link, image or HTML within a line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(_UNSEEN.sub("", text).split()))


def begun(line: str) -> str:
    """An escaped line that begins with words of the article, so that these open nothing either."""
    return _OPENING.sub(r"\1\\", line)


def opened(line: str) -> str:
    """The line with a capital letter, where its first word is in small letters."""
    word = line.partition(" ")[0]
    return line[:1].upper() + line[1:] if word.islower() else line


def listed(texts: Iterable[str], last: str = "and") -> str:
    """The texts in a row, escaped: ``a, b and c``."""
    parts = [escaped(text) for text in texts]
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def unseen(text: str) -> int:
    """How many characters of the text are dropped."""
    return len(_UNSEEN.findall(text))
