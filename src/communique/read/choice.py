"""Which format bytes are read as: what the caller says, else what the name says, else what they plainly are.

Where name and bytes plainly disagree nothing is guessed: the error names both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.errors import BinaryInput, UnknownFormat
from communique.read.formats import FORMATS, NAMES, Format, by_media_type, by_name, by_suffix, unread
from communique.read.signature import Seen

# What servers and mail programs write where they do not know better, and XML, which may be several things.
_SAYS_NOTHING = frozenset(
    (
        "application/octet-stream",
        "binary/octet-stream",
        "application/unknown",
        "application/xml",
        "text/xml",
        "application/gzip",
        "application/x-gzip",
    )
)
# Names that fit more than what their suffix says: mail programs save pages as messages, and the reverse.
_ALSO = {("eml", "mhtml"): "mhtml", ("mhtml", "eml"): "eml"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)
_CONVERT = "save it as plain text (.txt) first"


@dataclass(frozen=True, slots=True)
class Said:
    """What a caller says of bytes; ``None`` for what is not said."""

    format: Format | None = None
    media_type: str | None = None
    charset: str | None = None


def said(value: str | None) -> Said:
    """What a media type (``text/html; charset=utf-8``) or a short name of a format (``html``) says.

    :raises UnknownFormat: where nothing reads it
    """
    if value is None:
        return Said()
    kind, _, parameters = value.partition(";")
    kind = kind.strip().lower()
    named = _CHARSET.search(parameters)
    charset = named[1] if named else None
    if "/" not in kind and kind:
        try:
            return Said(by_name(kind), None, charset)
        except KeyError:
            known = ", ".join(NAMES)
            raise UnknownFormat(f"there is no format called {kind!r}", hint=f"one of {known}") from None
    if not kind or kind in _SAYS_NOTHING:
        return Said(None, None, charset)
    found = by_media_type(kind)
    if found is None:
        raise UnknownFormat(f"{unread(kind) or kind} is not read", hint=_CONVERT)
    return Said(found, kind, charset)


def choose(told: Said, suffix: str, seen: Seen | None) -> Format:
    """The format to read bytes as.

    :param told: what the caller says
    :param suffix: how the name of the file ends, in lower case, or empty
    :param seen: what the bytes plainly are
    :raises BinaryInput: for bytes that are no text and not what is asked for
    :raises UnknownFormat: where nothing reads them, or name and bytes disagree
    """
    if told.format is not None:
        return _as_told(told.format, seen)
    named = by_suffix(suffix)
    if named is not None:
        return _as_named(named, suffix, seen)
    if (other := unread(suffix)) and (seen is None or seen.name is None):
        raise UnknownFormat(f"{other} is not read", hint=_CONVERT)
    if seen is None:
        return FORMATS[0]
    if seen.name is not None:
        return by_name(seen.name)
    raise _not_read(seen)


def _as_told(told: Format, seen: Seen | None) -> Format:
    """Text is read as whatever the caller says; other bytes only as what they are."""
    fits = seen is None or seen.name == told.name
    if fits or (seen is not None and not seen.binary and not told.binary):
        return told
    assert seen is not None
    kind = BinaryInput if seen.binary else UnknownFormat
    raise kind(f"this is {seen.human}, not {told.human}", hint=_way_out(seen))


def _as_named(named: Format, suffix: str, seen: Seen | None) -> Format:
    if seen is None:
        if named.binary:
            raise UnknownFormat(
                f"the name ends in {suffix}, and this is not {named.human}",
                hint='is the file whole? if it is text, pass --from text (media_type="text/plain")',
            )
        return named
    if seen.name == named.name:
        return named
    if also := _ALSO.get((named.name, seen.name or "")):
        return by_name(also)
    kind = BinaryInput if seen.binary else UnknownFormat
    raise kind(
        f"the name ends in {suffix}, and this is {seen.human}",
        hint=_way_out(seen, None if seen.binary or named.binary else named),
    )


def _way_out(seen: Seen, named: Format | None = None) -> str:
    choices = [by_name(seen.name)] if seen.name else []
    choices += [named] if named else []
    if not choices:
        return _CONVERT
    return "pass " + " or ".join(f'--from {one.name} (media_type="{one.media_types[0]}")' for one in choices)


def _not_read(seen: Seen) -> BinaryInput | UnknownFormat:
    if seen.binary:
        return BinaryInput(f"this is {seen.human}, not text", hint=_CONVERT)
    return UnknownFormat(f"this is {seen.human}, which is not read", hint=_CONVERT)
