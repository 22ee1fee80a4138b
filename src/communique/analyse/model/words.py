"""Cuts text into words as the English Web Treebank and GUM cut them.

The words are the syntactic words of Universal Dependencies: "don't" is "do" and "n't", "Trump's" is
"Trump" and "'s", "US-Russia" is three words, "re-election", "U.S.", "9/11" and web addresses are one.
Every word is a stretch of the text itself; the words of a span cover all of it but its white space.

The rules follow the treebanks' guidelines (Bies et al. 2012, after the Penn Treebank); which prefixes
keep their hyphen and which abbreviations keep their full stop was read off the training parts. Time is
linear in the text.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import accumulate, pairwise

_LISTS = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))


def _listed(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


PREFIXES, ABBREVIATIONS, UNITS = _listed("prefixes"), _listed("abbreviations"), _listed("units")
ONLY_CAPITAL, NEVER_LAST, STARTERS = _listed("only_capital"), _listed("never_last"), _listed("starters")
CONTRACTIONS = {word.replace("|", ""): tuple(word.split("|")) for word in sorted(_listed("contractions"))}
NOT_PLAIN = frozenset(CONTRACTIONS) | {"its"}
ITS = re.compile(rf" (?:{'|'.join(sorted(_listed('after_its')))})(?!\w)")

APOSTROPHE = "'’`´"
OPENING = "([{<«“‘„‚\"'`"
CLITIC = re.compile(rf"(?<=\w)(?:n[{APOSTROPHE}]t|[{APOSTROPHE}](?:s|m|d|ll|ve|re))$", re.IGNORECASE)
CLITIC_ALONE = re.compile(r"(?:s|m|d|ll|ve|re)(?!\w)", re.IGNORECASE)
SHORTENED = re.compile(r"(?:em|til|cause|bout|tis|twas|n)(?!\w)", re.IGNORECASE)
DECADE = re.compile(r"\d\ds?(?!\w)")
ROUND = re.compile(r"(?:1\d|20)?\d0")
ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[^\s<>\"“”]+|mailto:\S+"
    r"|[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}"
    r"|[A-Za-z0-9][\w-]{0,64}(?:\.[\w-]{1,64}){0,6}"
    r"\.(?:com|org|net|gov|edu|int|mil|info|biz|co\.[a-z]{2}|(?-i:[a-z]{2}))(?:/[^\s<>\"“”]*)?(?![\w@])"
    r"|\w[\w-]{0,64}\.(?:docx?|xlsx?|pdf|txt|html?|jpe?g|png|gif|zip|ppt|exe)(?!\w)",
    re.IGNORECASE,
)
FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|txt|html?|jpe?g|png|gif|zip|ppt|exe)(?!\w)", re.IGNORECASE)
GROUP = re.compile(
    r"[a-z]{1,32}(?:\.[a-z][a-z-]{1,32}){2,9}(?![\w@])|(?:[bl]/c|w/o|w/|s/he|[AaNn]/[Aa]|I/C)(?!\w)"
)
TAG = re.compile(r"[#@][A-Za-z]\w{1,64}(?:\.[a-z]{2,3})?(?!\w)")
FACE = re.compile(r"(?:[:;=8][-o*']?[)\](\[dDpP/\\|*]{1,4}|[(\[]{1,3}[-o*']?[:;=]|<3|\^_*\^|:'\()(?!\w)")
NUMBER = re.compile(
    r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}(?![\w/-])|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}(?!\w)"  # dates
    r"|\+?\d?-?\(?\d{3}\)?[-./]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d-\d{4}(?!\d)"  # telephone numbers
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # times
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"  # fractions, 9/11
    r"|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*"
    r"|\.\d+"
)
ORDINAL = re.compile(r"(?:st|nd|rd|th|s|[’']s)(?!\w)", re.IGNORECASE)
CLOCK = re.compile(r"[ap]\.m\.?", re.IGNORECASE)
INITIALS = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=[A-Z][a-z])|Ph\.D\.?|[BM]\.Sc\.?"
)
LETTERS = re.compile(r"[^\W\d_]+(?:[^\W_]|_(?=[^\W_])|[’'](?=[^\W\d_]{2})|(?<=\b[OLDd])[’'](?=[A-Z]))*|\w+")
RUN = re.compile(r"[.!?]{2,}|…+|[-=_*~|+^]{3,}|([-–—_=*~#^+|<>$])\1+|\[\.\.\.\]|[!?]+|''|``|‘‘|’’")
AMPERSAND = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)|[a-z]&[a-z](?!\w)")
CHUNK = re.compile(r"\S+")


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as half-open ranges of code points of ``text``, in order."""
    found: list[tuple[int, int]] = []
    for chunk in CHUNK.finditer(text, start, end):
        at = chunk.start()
        piece = chunk[0]
        if found and text[found[-1][1] - 1] == "." and piece in STARTERS:
            _part_stop(text, found)
        if piece.isalpha() and piece.isascii() and piece.lower() not in NOT_PLAIN:
            found.append((at, at + len(piece)))
        elif len(piece) > 2000:
            found.extend((at + a, at + b) for a, b in _cut_chunk(piece))
        else:
            found.extend((at + a, at + b) for a, b in _cut_cached(piece))
            if piece in {"Its", "its"} and ITS.match(text, at + 3, end):
                found[-1:] = [(at, at + 2), (at + 2, at + 3)]
    if found and text[found[-1][1] - 1] == ".":
        _part_stop(text, found)
    return found


def _part_stop(text: str, found: list[tuple[int, int]]) -> None:
    """Parts the full stop from an abbreviation that ends a sentence."""
    start, end = found[-1]
    word = text[start : end - 1]
    if end - start > 2 and word[-1].isalnum() and word.lower() not in NEVER_LAST:
        found[-1:] = [(start, end - 1), (end - 1, end)]


@lru_cache(maxsize=1 << 15)
def _cut_cached(chunk: str) -> tuple[tuple[int, int], ...]:
    return tuple(_cut_chunk(chunk))


def _cut_chunk(chunk: str) -> list[tuple[int, int]]:
    """The words of a stretch without white space."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(chunk):
        end = _next(chunk, at)
        found.extend(_word(chunk, at, end))
        at = end
    return found


def _next(chunk: str, at: int) -> int:
    """Where the surface word that begins at ``at`` ends."""
    first = chunk[at]
    if not first.isalnum():
        return _mark(chunk, at)
    if address := ADDRESS.match(chunk, at):
        return _without_marks(chunk, at, address.end())
    if first.isdecimal():
        return _number(chunk, at)
    for pattern in (GROUP, INITIALS, AMPERSAND):
        if whole := pattern.match(chunk, at):
            return whole.end()
    return _letters(chunk, at)


def _mark(chunk: str, at: int) -> int:
    """Where a word that begins with a mark ends."""
    first = chunk[at]
    before = chunk[at - 1] if at else ""
    if not before.isdigit() and (face := FACE.match(chunk, at)):
        return face.end()
    if first == "." and not before.isalnum() and (number := NUMBER.match(chunk, at)):
        return number.end()
    if first in APOSTROPHE:
        if decade := DECADE.match(chunk, at + 1):
            return decade.end()
        if (not before or before in OPENING) and (short := SHORTENED.match(chunk, at + 1)):
            return short.end()
        if (before or len(chunk) < 4) and (clitic := CLITIC_ALONE.match(chunk, at + 1)):
            return clitic.end()
    for pattern in (TAG, FILE, RUN):
        if whole := pattern.match(chunk, at):
            return whole.end()
    return at + 1


def _without_marks(chunk: str, at: int, end: int) -> int:
    """The end of an address without the marks of the sentence around it."""
    opened = any(mark in chunk[at:end] for mark in "([")
    while end - at > 1 and (chunk[end - 1] in ".,;:!?'\"’”…>" or (chunk[end - 1] in ")]" and not opened)):
        end -= 1
    return end


def _number(chunk: str, at: int) -> int:
    """Where a word that begins with a digit ends."""
    number = NUMBER.match(chunk, at)
    if number is None:
        return at + 1
    end = number.end()
    if ordinal := ORDINAL.match(chunk, end):
        possessive = ordinal[0][0] in APOSTROPHE and not ROUND.fullmatch(number[0])
        return end if possessive else ordinal.end()
    rest = LETTERS.match(chunk, end)
    if rest is None or rest[0].lower() in UNITS or CLOCK.match(chunk, end):
        return end
    return rest.end()


def _letters(chunk: str, at: int) -> int:
    """Where a word that begins with a letter ends."""
    word = LETTERS.match(chunk, at)
    if word is None:
        return at + 1
    end = word.end()
    low = word[0].lower()
    while end < len(chunk) and chunk[end] == "-" and low in PREFIXES:
        rest = LETTERS.match(chunk, end + 1)
        if rest is None:
            break
        end = rest.end()
        low = rest[0].lower()
    if end < len(chunk) and chunk[end] in APOSTROPHE:
        stop = end + 1
        while stop < len(chunk) and stop < end + 4 and chunk[stop].isalpha():
            stop += 1
        tail = CLITIC.search(chunk, max(at, end - 2), stop)
        if tail and len(tail[0]) > 1:
            return tail.end()
    if end < len(chunk) and chunk[end] == "." and _keeps_stop(chunk[at:end]):
        return end + 1
    return end


def _keeps_stop(word: str) -> bool:
    """Whether a full stop after a word belongs to it."""
    if len(word) == 1:
        return word.isupper() and word != "I"
    low = word.lower()
    return low in ABBREVIATIONS and (low not in ONLY_CAPITAL or word[0].isupper())


def _word(chunk: str, at: int, end: int) -> list[tuple[int, int]]:
    """The syntactic words of a surface word."""
    if end - at > 40:
        return [(at, end)]
    word = chunk[at:end]
    if parts := CONTRACTIONS.get(word.lower()):
        edges = list(accumulate(map(len, parts), initial=at))
        return list(pairwise(edges))
    if not word[0].isdigit() and any(mark in word for mark in APOSTROPHE):
        clitic = CLITIC.search(word)
        if clitic and clitic.start() > 0:
            return [*_word(chunk, at, at + clitic.start()), (at + clitic.start(), end)]
    return [(at, end)]
