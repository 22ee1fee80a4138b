"""Bytes → text: UTF-8, UTF-16, UTF-32, Windows-1252; what is none of these is left to charset-normalizer.

In this order: the encoding the caller names; a byte order mark; UTF-16 or UTF-32 without one, by where its
zero bytes stand; UTF-8; Windows-1252, where the few bytes that are not ASCII read well in it; and last a
guess by charset-normalizer on a sample. A byte order mark is the signature of an encoding and no part of
the text: offsets count from the character after it. Bytes that are broken are never replaced or dropped.
"""

from __future__ import annotations

import codecs
import re

from communique.errors import BinaryInput, UndecodableInput

_MARKS = (
    # UTF-32 first: its little-endian mark begins like that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536  # bytes that a guess is made from
_ZEROS = 0.3  # share of zero bytes from which a text may be UTF-16; English in it has one half
_FEW = 0.15  # share of bytes beyond ASCII up to which a text is taken for Western European
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_MOST_CONTROLS = 0.01
# Inside a word, no language writes these: a text that reads so is not in Windows-1252.
_MISREAD = re.compile(r"[a-z][À-ÖØ-Þ‚„†‡ˆ‰‹Œ•˜›¡¢£¤¥¦§¨©«¬®¯±²³´¶·¸¹»¿×÷][a-z]")
_OTHER_LETTER = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]|[\x80-\x9f]")  # a letter that is not Latin
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_TEXT = "communique reads text; convert the file to plain text first"
_HINT = 'name the encoding, as in media_type="text/plain; charset=windows-1252", or save the file as UTF-8'


def decode(data: bytes, *, charset: str | None = None) -> str:
    """The text in ``data``, without its byte order mark; line ends as they are.

    :param charset: the encoding, where it is known; nothing is guessed then
    :raises UndecodableInput: where no encoding fits, or the bytes break the one that does; says where
    :raises BinaryInput: where what comes out is control characters rather than text
    """
    text = _decoded(data, charset)
    refuse_what_is_not_text(text)
    return text


def refuse_what_is_not_text(text: str) -> None:
    """Raise BinaryInput for zero bytes and many control characters, UndecodableInput for half a character."""
    if half := _SURROGATE.search(text):
        raise UndecodableInput(
            f"character {half.start():,} is a lone surrogate, half of a character",
            hint="decode the text again",
        )
    controls = sum(1 for _ in _CONTROLS.finditer(text))
    if "\0" in text or controls > max(2, _MOST_CONTROLS * len(text)):
        first = next(_CONTROLS.finditer(text)).start()
        raise BinaryInput(
            f"this is not text: {controls:,} of {len(text):,} characters are control characters, "
            f"the first at {first:,}",
            hint=_NOT_TEXT,
        )


def _decoded(data: bytes, charset: str | None) -> str:
    if charset is not None:
        return _strict(data, _known(charset))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, skip=len(mark))
    if encoding_by_zeros := _wide(data[:_SAMPLE]):
        return _strict(data, encoding_by_zeros)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _known(charset: str) -> str:
    try:
        info = codecs.lookup(charset)
    except (LookupError, ValueError):
        info = None
    if info is None or not info._is_text_encoding:
        raise UndecodableInput(
            f"there is no encoding called {charset!r}", hint="utf-8, utf-16, windows-1252 …"
        )
    # The variants with a signature take it off where it stands and read on where it does not.
    return {"utf-8": "utf-8-sig"}.get(info.name, info.name)


def _strict(data: bytes, encoding: str, *, skip: int = 0) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start + skip, encoding) from None
    except UnicodeError as error:
        raise UndecodableInput(f"the bytes are not {encoding}: {error}", hint=_HINT) from None
    return text.removeprefix("\ufeff") if not skip else text


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: English in it has zero bytes in one place of two, or three of four."""
    if sample.count(0) < _ZEROS * len(sample) or len(sample) < 4:
        return None
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    high, low = 0.6, 0.1
    if zeros[0] < low and min(zeros[1:]) > high:
        return "utf-32-le"
    if zeros[3] < low and min(zeros[:3]) > high:
        return "utf-32-be"
    if max(zeros[0], zeros[2]) < low and min(zeros[1], zeros[3]) > high:
        return "utf-16-le"
    if max(zeros[1], zeros[3]) < low and min(zeros[0], zeros[2]) > high:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    if b"\0" in data:
        position = data.index(0)
        raise BinaryInput(
            f"this is not text: there is a zero byte at byte {position:,}",
            hint=_NOT_TEXT,
        )
    if _mostly_utf8(data):
        raise _undecodable(data, error.start, "UTF-8")
    western = _western(data)
    if western is not None:
        return western
    return _guessed(data, error)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8 but for a few: broken on the way, not another encoding."""
    broken = data.decode("utf-8", errors="replace")
    lost = broken.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = sum(1 for byte in broken if byte > "\x7f") - broken.count("\ufffd")
    return whole > 2 * lost


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128, 256))))


def _western(data: bytes) -> str | None:
    """The text in Windows-1252, where few bytes are not ASCII and they read well in it."""
    beyond = _beyond_ascii(data)
    if beyond > _FEW * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    misread = sum(1 for _ in _MISREAD.finditer(text))
    return text if misread <= beyond * 0.1 else None


def _guessed(data: bytes, error: UnicodeDecodeError) -> str:
    # Imported here: a file in UTF-8 never needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_exclusion=["utf_7"]).best()
    if best is None:
        raise _undecodable(data, error.start, "UTF-8", or_else=", and no other encoding fits")
    text = _strict(data, best.encoding)
    if _beyond_ascii(data) <= _FEW * len(data) and _OTHER_LETTER.search(text):
        # A few stray bytes in English are no evidence of an alphabet.
        raise _undecodable(data, error.start, "UTF-8", or_else=f"; {best.encoding} would be a guess")
    return text


def _undecodable(data: bytes, position: int, encoding: str, or_else: str = "") -> UndecodableInput:
    line = data.count(b"\n", 0, position) + 1
    return UndecodableInput(
        f"byte {position:,} (0x{data[position]:02X}, line {line:,}) does not fit {encoding}{or_else}",
        hint=_HINT,
    )
