"""Letters as an author typed them: what printing and layout put in their place is undone.

For files that hold no text that could be kept as it is. A typesetter's ligature is two letters, a soft hyphen
is none, and the many spaces of typography are one. Quotation marks, dashes and accents stay.
"""

from __future__ import annotations

import re
import unicodedata

# Formatting characters that nobody sees: soft hyphens, marks of direction, joiners, a byte order mark,
# variation selectors. Tags (U+E0000 …) carry text that no reader of the page has seen.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile("[^\\S\n]+")
_BREAKS = re.compile(" ?\n ?")
_LIGATURES = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))
}
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x02D7: "-"}  # to tell "US-led" by whichever hyphen it is written with
_LETTERS = _LIGATURES | _HYPHENS


def letters(words: str, *, breaks: bool = False) -> str:
    """Words with ligatures resolved, unseen characters out and white space single, stripped at both ends.

    :param breaks: whether line ends are kept; else they are spaces
    """
    plain = _CONTROL.sub("", _UNSEEN.sub("", words)).translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain)
    if not breaks:
        return " ".join(plain.split())
    return _BREAKS.sub("\n", _SPACES.sub(" ", plain.replace("\r\n", "\n").replace("\r", "\n"))).strip()
