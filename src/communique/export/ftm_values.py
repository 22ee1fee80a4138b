"""Values as FollowTheMoney has them: what its library would clean, cut or refuse is so already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PLACE, NAME, LABEL, TEXT = 250, 384, 1024, 65_000
"""The longest values that it takes, in code points: places, names, labels, texts."""

# Years before 1000 and after 2999, seasons, decades and doubtful dates are none to FollowTheMoney.
_DATE = re.compile("[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")

_QUOTED = re.compile("^[\"'](.*)[\"']$")


def cut(texts: Iterable[str | None], longest: int) -> list[str]:
    """The texts as the library would clean them, none longer than it takes."""
    clean = (line(text) for text in texts if text)
    return [text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…" for text in clean if text]


def named(texts: Iterable[str], otherwise: str) -> list[str]:
    """The texts as names, without quotation marks around them; ``otherwise`` where nothing is left."""
    return cut((_QUOTED.sub(r"\1", line(text)) for text in texts), NAME) or [otherwise]


def line(text: str) -> str:
    """The text on one line, in NFC, without controls and invisible marks: as the library cleans it."""
    return " ".join("".join(map(_visible, unicodedata.normalize("NFC", text))).split())


def _visible(sign: str) -> str:
    return "" if unicodedata.category(sign).startswith("C") and not sign.isspace() else sign


def days(edtf: str | None) -> list[str]:
    """The date as FollowTheMoney has it, or the two ends of an interval; nothing where it has no words."""
    ends = (edtf or "").split("/")
    return ends if all(_DATE.fullmatch(end) for end in ends) else []
