"""The package of a Word document: a ZIP archive of XML parts, opened with limits and read piece by piece.

Sizes are counted while parts are unpacked, whatever the archive declares. A document type, through which XML
grows or fetches, is refused: no part of a Word document has one. Nothing outside the archive is looked at.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from communique.errors import InputError, TooLongInput

MOST_PARTS = 10_000
"""The most files in a package."""
MOST_UNPACKED = 200_000_000
"""The most bytes that are unpacked from a package, all parts together."""
_CHUNK = 65_536
_ENTRY = b"PK\x01\x02"  # begins each entry of the archive's table of contents
_ENCRYPTED = 0x1
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WHOLE = "is the file whole? open it in Word or LibreOffice and save it again"
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
_KIND = re.compile(r"[^/]+$")

Start = Callable[[str, dict[str, str]], None]
"""Is called with the name of an element (``w:p``) and its attributes (``w:val``)."""
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """An open package.

    :raises InputError: where the bytes are no archive, a damaged one, or one with more than ``MOST_PARTS``
        files
    """

    def __init__(self, data: bytes, *, most: int = MOST_UNPACKED) -> None:
        if data.startswith(_OLD_OFFICE):
            raise InputError(
                "this is an old Word document (.doc), or one that a password protects",
                hint="open it in Word or LibreOffice and save it as .docx without a password",
            )
        if data.count(_ENTRY) > MOST_PARTS:
            raise InputError(f"the Word document holds more than {MOST_PARTS:,} files")
        try:
            self._zip = ZipFile(BytesIO(data))
            self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise InputError(f"the Word document is damaged: {error}", hint=_WHOLE) from None
        self._most = most
        self._left = most

    def main(self) -> str:
        """The name of the part that holds the text.

        :raises InputError: where there is none: another kind of archive
        """
        found = self.relations("").get("officeDocument", ())
        name = found[0] if found else "word/document.xml"
        if not self.has(name) or not name.endswith("xml") or name.startswith(("xl/", "ppt/")):
            raise InputError(f"this is {self._what()}, not a Word document", hint="save it as .docx first")
        return name

    def _what(self) -> str:
        names = self._names
        if any(name.startswith("xl/") for name in names):
            return "an Excel workbook (.xlsx)"
        if any(name.startswith("ppt/") for name in names):
            return "a PowerPoint presentation (.pptx)"
        if "mimetype" in names and "content.xml" in names:
            return "an OpenDocument text (.odt)"
        return "an EPUB book" if "mimetype" in names else "a ZIP archive"

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._names

    def relations(self, part: str) -> dict[str, list[str]]:
        """The parts that a part points to, by kind of relation (``styles``); nothing outside the package."""
        folder, name = posixpath.split(part)
        found: dict[str, list[str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "rel:Relationship" and attributes.get("TargetMode") != "External":
                kind = _KIND.search(attributes.get("Type", ""))
                target = attributes.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind[0] if kind else "", []).append(posixpath.normpath(path))

        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(rels):
            self.parse(rels, start=start)
        return found

    def parse(
        self, name: str, *, start: Start | None = None, end: End | None = None, text: Text | None = None
    ) -> None:
        """Read a part, calling what is given for its elements and its text.

        :raises InputError: where it is damaged, or has a document type
        :raises TooLongInput: where more than the limit has been unpacked
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        if start is not None:
            begin = start
            parser.StartElementHandler = lambda tag, attributes: begin(
                _name(tag), {_name(key): value for key, value in attributes.items()}
            )
        if end is not None:
            finish = end
            parser.EndElementHandler = lambda tag: finish(_name(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            for chunk in self._chunks(self._names[name.lower()]):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # also of encodings that do not exist
            raise InputError(f"the Word document is damaged: {error}", where=None, hint=_WHOLE) from None

    def _chunks(self, info: ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & _ENCRYPTED:
            raise InputError("a password protects the Word document", hint="save it without a password")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise InputError("the Word document is packed in a way that Word does not use", hint=_WHOLE)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise TooLongInput(
                            f"the Word document unpacks to more than {self._most:,} bytes",
                            hint="read it with a higher `max_bytes` if it is what it says it is",
                        )
                    yield chunk
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise InputError(f"the Word document is damaged: {error}", hint=_WHOLE) from None


def _refuse(*_: object) -> None:
    raise InputError("the Word document declares entities of its own, as no word processor does")


def _name(tag: str) -> str:
    """``w:p`` for the names of the format; of another namespace the bare name with a question mark."""
    space, _, name = tag.rpartition(" ")
    return f"{_NAMESPACES.get(space, '?')}:{name}" if space else name
