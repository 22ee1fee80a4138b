"""An HTTP response as it was recorded → status, headers, and its body with every coding undone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from communique.errors import InputError, MissingExtra
from communique.read.file import too_many_bytes

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_LONGEST_HEAD = 262_144  # bytes


@dataclass(frozen=True, slots=True)
class Response:
    """A response; ``headers`` by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without parameters, empty where it is not said."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def split(data: bytes) -> Response:
    """A recorded response with its body as it was sent.

    :raises InputError: where it does not begin like one
    """
    status = _STATUS.match(data)
    if status is None:
        raise InputError("this record holds no HTTP response")
    end = _HEAD_END.search(data, 0, _LONGEST_HEAD)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data[:_LONGEST_HEAD], b"")
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Response(int(status[1]), headers, body)


def decoded(response: Response, most: int) -> bytes:
    """The body with transfer and content codings undone; as it is where they were undone before.

    :param most: the most bytes that it may unpack to
    :raises TooLongInput: where it is more; nothing more is unpacked then
    :raises InputError: for a coding that is not known
    :raises MissingExtra: for Brotli, where its library is not installed
    """
    body = response.body
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    codings = [it.strip() for it in response.headers.get("content-encoding", "").lower().split(",")]
    for coding in reversed(codings[:5]):
        body = _uncoded(body, coding, most)
    return body


def _joined(data: bytes) -> bytes:
    """The chunks of a body joined; the body itself where it has none, as many archives store it."""
    parts: list[bytes] = []
    place = 0
    while chunk := _CHUNK.match(data, place):
        length = int(chunk[1], 16)
        parts.append(data[chunk.end() : chunk.end() + length])
        place = chunk.end() + length
        if not length or place >= len(data):
            return b"".join(parts)
    return data if not parts else b"".join(parts)


def _uncoded(data: bytes, coding: str, most: int) -> bytes:
    if coding in ("gzip", "x-gzip", "deflate"):
        return _inflated(data, most)
    if coding == "br":
        return _unbrotlied(data, most)
    if coding in ("", "identity", "none", "utf-8"):
        return data
    raise InputError(f"the page is packed in a way that is not read: {coding[:50]!r}")


def _inflated(data: bytes, most: int) -> bytes:
    for bits in (47, -15):  # with the header of gzip or zlib, or without one
        unpacker = zlib.decompressobj(wbits=bits)
        try:
            unpacked = unpacker.decompress(data, most)
        except zlib.error:
            continue
        if unpacker.unconsumed_tail:
            raise too_many_bytes(None, most)
        return unpacked
    return data


def _unbrotlied(data: bytes, most: int) -> bytes:
    try:
        import brotli
    except ModuleNotFoundError:
        raise MissingExtra("a page packed with Brotli", "warc") from None
    unpacker = brotli.Decompressor()
    try:
        unpacked = bytes(unpacker.process(data, output_buffer_limit=most))
    except brotli.error:
        return data
    if not unpacker.is_finished() and len(unpacked) >= most:
        raise too_many_bytes(None, most)
    return unpacked
