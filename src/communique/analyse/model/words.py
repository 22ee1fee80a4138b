"""Cuts text into words as the English Web Treebank and GUM cut them.

The words are the syntactic words of Universal Dependencies: "don't" is "do" and "n't", "Trump's" is "Trump" and
"'s", "US-Russia" is three words, "re-election", "U.S.", "9/11" and web addresses are one. Every word is a
stretch of the text itself; the words of a span cover all of it but its white space.

The rules follow the treebanks' guidelines (Bies et al. 2012, after the Penn Treebank); which prefixes keep their
hyphen and which abbreviations keep their full stop was read off the training parts.
"""

from __future__ import annotations

import re
from functools import lru_cache

PREFIXES = frozenset(
    "anti co counter cross e ex extra hyper inter intra macro mega micro mid mini multi non over pan para post pre"
    " pro pseudo quasi re semi sub super trans ultra un under uni".split()
)
"""Prefixes that stay joined to the word after the hyphen: "pro-Russian", "re-elected"."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof gen sen rep reps gov lt col maj capt cpt sgt cmdr adm rev hon pres amb sec supt fr sr jr"
    " messrs mt ft vs etc inc corp co ltd llc bros dept assn assoc univ"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    " no nos vol vols pp p ch fig figs ed eds al cf ca approx est esp e.g i.e a.m p.m u.s u.k u.n u.s.a e.u d.c"
    " ph.d m.d b.a m.a l.a n.y ave blvd rd hwy attn arrv misc ext div dist a.k.a viz".split()
)
"""Words whose full stop belongs to them, in small letters and without it."""

NEVER_LAST = frozenset("mr mrs ms dr st prof gen sen rep gov lt col maj capt sgt adm rev hon messrs mt e.g i.e".split())
UNITS = frozenset(
    "m k b bn mn tn am pm a.m p.m a.m. p.m. mm cm km kg g mg lb lbs oz ft in mph kph kmh hz khz mhz ghz kb mb gb tb"
    " kw mw gw mwh kwh hh p t x c f percent pct hrs hr mins min sec secs yr yrs years".split()
)
"""What is cut from a number written with it: "5bn", "10am"."""

SPLIT_WHOLE = {
    "cannot": (3,), "gonna": (3,), "wanna": (3,), "gotta": (3,), "gimme": (3,), "lemme": (3,), "dunno": (2, 3),
    "dont": (2,), "doesnt": (4,), "didnt": (3,), "cant": (2,), "wont": (2,), "isnt": (2,), "wasnt": (3,),
    "couldnt": (5,), "wouldnt": (5,), "shouldnt": (6,), "havent": (4,), "hasnt": (3,), "hadnt": (3,), "arent": (3,),
    "im": (1,), "ive": (1,), "youre": (3,), "youve": (3,), "youll": (3,), "theyre": (4,), "theyve": (4,),
    "thats": (4,), "theres": (5,), "whats": (4,), "hes": (2,), "shes": (3,),
}  # fmt: skip
"""Contractions without an apostrophe, and where they are cut."""

APOSTROPHE = "'’`´"
CLITIC = re.compile(rf"(?<=\w)(?:n[{APOSTROPHE}]t|[{APOSTROPHE}](?:s|m|d|ll|ve|re))$", re.IGNORECASE)
OPENING = "([{<«“‘„‚\"'`"
ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[^\s<>\"“”]+|mailto:\S+"
    r"|[\w.+%-]+@[\w-]+(?:\.[\w-]+)*"
    r"|[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int|mil|info|biz|co\.[a-z]{2}|[a-z]{2})(?:/[^\s<>\"“”]*)?(?![\w@])"
    r"|\w[\w-]*\.(?:doc|docx|xls|xlsx|pdf|txt|html?|jpe?g|png|gif|zip|ppt|exe)(?!\w)",
    re.IGNORECASE,
)
FACE = re.compile(r"(?:[:;=8][-o*']?[)\](\[dDpP/\\|*]+|[(\[]+[-o*']?[:;=]|<3|\^_*\^|xD|:'\()(?!\w)")
NUMBER = re.compile(
    r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}(?![\w/-])"  # dates
    r"|\+?\d?-?\(?\d{3}\)?[-./]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)"  # telephone numbers
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # times
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"  # fractions, 9/11
    r"|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*"
    r"|\.\d+"
)
ORDINAL = re.compile(r"(?:st|nd|rd|th|s|[’']s)(?!\w)", re.IGNORECASE)
INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![\w]))?|[A-Z]\.(?=[A-Z][a-z])")
LETTERS = re.compile(r"[^\W\d_]+(?:[^\W_]|[’'](?=[^\W\d_]{2})|(?<=\b[OLDd])[’'](?=[A-Z]))*|\w+")
DOTS = re.compile(r"\.{2,}|…+|([-–—_=*~#^+|])\1+|[!?]+|''|``|‘‘|’’")
AMPERSAND = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}(?!\w)|[a-z]&[a-z](?!\w)")
CHUNK = re.compile(r"\S+")


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as offsets into ``text``, in order."""
    found: list[tuple[int, int]] = []
    for chunk in CHUNK.finditer(text, start, end):
        at = chunk.start()
        piece = chunk[0]
        if piece.isalpha() and piece.isascii() and piece.lower() not in SPLIT_WHOLE:
            found.append((at, at + len(piece)))
        elif len(piece) > 2000:
            found.extend((at + a, at + b) for a, b in _cut_chunk(piece))
        else:
            found.extend((at + a, at + b) for a, b in _cut_cached(piece))
    return found


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
    if first.isdigit():
        return _number(chunk, at)
    if initials := INITIALS.match(chunk, at):
        return initials.end()
    if ampersand := AMPERSAND.match(chunk, at):
        return ampersand.end()
    return _letters(chunk, at)


def _mark(chunk: str, at: int) -> int:
    first = chunk[at]
    if (face := FACE.match(chunk, at)) and (at == 0 or not chunk[at - 1].isdigit()):
        return face.end()
    if first == "." and at + 1 < len(chunk) and chunk[at + 1].isdigit() and (at == 0 or not chunk[at - 1].isalnum()):
        number = NUMBER.match(chunk, at)
        return number.end() if number else at + 1
    if first in APOSTROPHE and (decade := re.compile(r"\d\ds?(?!\w)").match(chunk, at + 1)):
        return decade.end()
    if first in APOSTROPHE and (at == 0 or chunk[at - 1] in OPENING) and (short := re.compile(r"(?:em|til|cause|bout|tis|twas|n)(?!\w)", re.I).match(chunk, at + 1)):
        return short.end()
    if first in APOSTROPHE and at and (clitic := re.compile(r"(?:s|m|d|ll|ve|re)(?!\w)", re.I).match(chunk, at + 1)):
        return clitic.end()
    if dots := DOTS.match(chunk, at):
        return dots.end()
    return at + 1


def _without_marks(chunk: str, at: int, end: int) -> int:
    while end - at > 1 and (chunk[end - 1] in ".,;:!?'\"’”…>" or (chunk[end - 1] in ")]" and not set("([") & set(chunk[at:end]))):
        end -= 1
    return end


def _number(chunk: str, at: int) -> int:
    number = NUMBER.match(chunk, at)
    assert number is not None
    end = number.end()
    if ordinal := ORDINAL.match(chunk, end):
        apostrophe = ordinal[0][0] in APOSTROPHE
        return end if apostrophe and not re.fullmatch(r"(?:1\d|20)?\d0", number[0]) else ordinal.end()
    rest = LETTERS.match(chunk, end)
    if rest is None or rest.start() != end:
        return end
    unit = rest[0].lower()
    if unit in UNITS or re.match(r"[ap]\.m\.?", chunk[end:], re.I):
        return end
    return rest.end()


def _letters(chunk: str, at: int) -> int:
    word = LETTERS.match(chunk, at)
    if word is None:
        return at + 1
    end = word.end()
    low = chunk[at:end].lower()
    while end < len(chunk) and chunk[end] == "-" and low in PREFIXES:
        rest = LETTERS.match(chunk, end + 1)
        if rest is None:
            break
        end = rest.end()
        low = rest[0].lower()
    if end < len(chunk) and chunk[end] in APOSTROPHE:
        tail = CLITIC.search(chunk[at : end + 1 + _run(chunk, end + 1)])
        if tail and len(tail[0]) > 1:
            return at + tail.end()
    if end < len(chunk) and chunk[end] == "." and _keeps_stop(chunk, at, end):
        return end + 1
    return end


def _run(chunk: str, at: int) -> int:
    count = 0
    while at + count < len(chunk) and chunk[at + count].isalpha():
        count += 1
    return count


def _keeps_stop(chunk: str, at: int, end: int) -> bool:
    """Whether the full stop at ``end`` belongs to the word before it."""
    word = chunk[at:end]
    if len(word) == 1:
        return word.isupper() and word != "I"
    return word.lower() in ABBREVIATIONS and (word[0].isupper() or word.lower() not in {"no", "sun", "sat", "mar", "dec", "wed", "ed", "in", "al"} or word == "al")


def _word(chunk: str, at: int, end: int) -> list[tuple[int, int]]:
    """The syntactic words of a surface word."""
    if end - at > 40:
        return [(at, end)]
    word = chunk[at:end]
    places = SPLIT_WHOLE.get(word.lower())
    if places:
        edges = [0, *places, len(word)]
        return [(at + a, at + b) for a, b in zip(edges, edges[1:], strict=False)]
    if any(mark in word for mark in APOSTROPHE):
        clitic = CLITIC.search(word)
        if clitic and clitic.start() > 0:
            return [*_word(chunk, at, at + clitic.start()), (at + clitic.start(), end)]
    return [(at, end)]
