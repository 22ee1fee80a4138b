"""What a word processor writes into a file about it: title and author, as far as they mean anything.

Programs fill these fields by themselves: with the name of the template, of the file, of the computer's user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NO_TITLE = re.compile(
    r"(?:microsoft word\s*-\s*)?(?:untitled|document|unbenannt|sans titre|powerpoint presentation|slide|blank"
    r"|layout|template|title|temp)\s?\d*"
    r"|microsoft word\s*-.*|.*\.(?:docx?|pdf|odt|rtf|txt|indd|qxd|html?|tex|dvi|md|tmp|pages)"
    r"|(?:https?|file|about|data|blob):\S+|\W*|\S{30,}",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:microsoft|ms)?\s*(?:office|word)?\s*(?:user|admin|administrator|owner|author|default|unknown|anonymous"
    r"|guest|test|hp|dell|lenovo|acer|asus|pc|python-docx|openpyxl|root|windows|mac)\s?\d*"
    r"|.*@.*|https?:.*|.*\b(?:latex|word|libreoffice|openoffice|adobe|indesign|acrobat)\b.*|\W*|.*\d{2,}.*",
    re.IGNORECASE,
)
_LONGEST = 300  # code points


@dataclass(frozen=True, slots=True)
class Properties:
    """A title and authors that somebody has written."""

    title: str | None = None
    authors: tuple[str, ...] = ()

    @classmethod
    def of(cls, title: str, authors: Iterable[str]) -> Properties:
        """What is left of a file's properties without what programs write."""
        names = dict.fromkeys(name.strip() for name in authors)
        return cls(
            title=title if title and len(title) <= _LONGEST and not _NO_TITLE.fullmatch(title) else None,
            authors=tuple(
                name for name in names if name and len(name) <= _LONGEST and not _NO_AUTHOR.fullmatch(name)
            ),
        )
