"""Small PDFs for tests, written byte by byte: words set at places, and files that no program would write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

NONE: Mapping[str, str] = MappingProxyType({})
HEIGHT = 800


def objects(bodies: Iterable[bytes], *, trailer: str = "") -> bytes:
    """A file of numbered objects from 1, of which the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(places) + 1, trailer.encode())
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries.encode()) + data + b"\nendstream"


def pdf(pages: Iterable[bytes], *, page: str = "", info: str = "") -> bytes:
    """A file of pages, each given by its drawing operators; fonts are /F (Times) and /B (Times bold)."""
    drawn = list(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(drawn)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(drawn)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(drawn):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 {HEIGHT}] {page} /Contents {6 + 2 * number} 0 R"
            f" /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>".encode()
        )
        bodies.append(stream(content))
    bodies.append(f"<< {info} >>".encode())
    return objects(bodies, trailer=f"/Info {len(bodies)} 0 R")


def put(text: str, x: float, y: float, *, size: float = 10, bold: bool = False) -> bytes:
    """Draw words with their baseline beginning at a place, in points."""
    written = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"/B" if bold else b"/F"
    return b"BT %s %f Tf 1 0 0 1 %f %f Tm (%s) Tj ET\n" % (font, size, x, y, written)


def column(lines: Iterable[str], x: float, y: float, *, leading: float = 12, size: float = 10) -> bytes:
    """Lines beneath one another."""
    return b"".join(put(line, x, y - number * leading, size=size) for number, line in enumerate(lines))
