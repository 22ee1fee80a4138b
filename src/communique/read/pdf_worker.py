"""Words and where they stand, out of a PDF: a program of its own, so that what goes wrong goes wrong there.

    python pdf_worker.py LIMITS < article.pdf > words.json

PDFium, which takes the text out, is written in C++: a file made to harm may crash it, unpack to any size or
keep it busy. So the file is read in another process, which may use so much memory and time and no more, and
may write no file (``resource`` limits, where the platform has them). It imports nothing of communique.

What it prints is an object: ``pages``, each with ``width``, ``height`` (points), ``images`` (whether it shows
any) and ``words``; ``title`` and ``author`` as the file says them; or ``error``, one of the words of
``ERRORS``. A word is ``[text, left, right, baseline, size, bold]``: points from the lower left corner of the
page as it is shown, and ``size`` negative for a word that runs in another direction.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from collections.abc import Iterator
from typing import Any

ERRORS = ("damaged", "password", "pages", "length", "memory")
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LINE_END_HYPHENS = ("\x02", "\ufffe")  # what PDFium makes of a hyphen before a line end
_RAISED = re.compile(r".+[\d*†‡§]$")
_LONGEST_MARK = 4  # letters of a footnote's mark: "112", "3,4"
_SMALLER = 0.85
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE


def main() -> None:
    """Read a PDF from standard input, print what is in it."""
    limits = json.loads(sys.argv[-1])
    _bound(limits)
    data = sys.stdin.buffer.read()
    try:
        found = words(data, pages=limits["pages"], length=limits["length"])
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.write(json.dumps(found, separators=(",", ":")))


def _bound(limits: dict[str, int]) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time alone is bounded, from outside
        return
    for name, most in (("RLIMIT_AS", limits["memory"]), ("RLIMIT_CPU", limits["seconds"]),
                       ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):  # fmt: skip
        kind = getattr(resource, name, None)
        if kind is not None:
            try:
                resource.setrlimit(kind, (most, most))
            except (ValueError, OSError):  # a lower limit is in force already, or the platform has none
                continue


def words(data: bytes, *, pages: int, length: int) -> dict[str, Any]:
    """The words of all pages, or an error."""
    import pypdfium2.raw as pdf

    pdf.FPDF_InitLibraryWithConfig(pdf.FPDF_LIBRARY_CONFIG(version=2))
    buffer = ctypes.create_string_buffer(data, len(data))
    document = pdf.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        return {"error": "password" if pdf.FPDF_GetLastError() == _PASSWORD else "damaged"}
    count = pdf.FPDF_GetPageCount(document)
    if count > pages:
        return {"error": "pages"}
    found: list[dict[str, Any]] = []
    left = length
    for number in range(count):
        page = pdf.FPDF_LoadPage(document, number)
        if not page:
            continue
        text = pdf.FPDFText_LoadPage(page)
        if text:
            left -= pdf.FPDFText_CountChars(text)
            if left < 0:
                return {"error": "length"}
            found.append(_Page(pdf, page, text).read())
            pdf.FPDFText_ClosePage(text)
        pdf.FPDF_ClosePage(page)
    if not found:
        return {"error": "damaged"}
    return {
        "pages": found,
        "title": _told(pdf, document, b"Title"),
        "author": _told(pdf, document, b"Author"),
    }


def _told(pdf: Any, document: Any, key: bytes) -> str:
    size = pdf.FPDF_GetMetaText(document, key, None, 0)
    if not 2 < size < 10_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdf.FPDF_GetMetaText(document, key, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "ignore")


class _Page:
    """A page that is open."""

    def __init__(self, pdf: Any, page: Any, text: Any) -> None:
        self._pdf, self._page, self._text = pdf, page, text
        box = pdf.FS_RECTF()
        pdf.FPDF_GetPageBoundingBox(page, box)
        self._left, self._bottom = box.left, box.bottom
        self._wide, self._high = box.right - box.left, box.top - box.bottom
        self._turn = pdf.FPDFPage_GetRotation(page)
        self._looks: dict[int, tuple[float, bool]] = {}

    def read(self) -> dict[str, Any]:
        width, height = (self._high, self._wide) if self._turn % 2 else (self._wide, self._high)
        found = [word for word in self._words() if -1 <= word[3] <= height + 1 and word[1] <= width + 1]
        return {
            "width": round(width, 1), "height": round(height, 1), "images": self._images(), "words": found,
        }  # fmt: skip

    def _images(self) -> bool:
        pdf, page = self._pdf, self._page
        count = min(pdf.FPDFPage_CountObjects(page), 1_000)
        return any(
            pdf.FPDFPageObj_GetType(pdf.FPDFPage_GetObject(page, number)) == _IMAGE for number in range(count)
        )

    def _words(self) -> Iterator[list[Any]]:
        letters: list[str] = []
        first = 0
        code_at = self._pdf.FPDFText_GetUnicode
        text = self._text
        for index in range(self._pdf.FPDFText_CountChars(text)):
            code = code_at(text, index)
            letter = chr(code) if code < 0x110000 else "\ufffd"
            if letter in _LINE_END_HYPHENS:
                yield from self._word([*letters, "-"] if letters else [], first, index)
                letters = []
            elif letter.isspace() or letter == "\0":
                yield from self._word(letters, first, index - 1)
                letters = []
            else:
                first = first if letters else index
                letters.append(letter)
        yield from self._word(letters, first, self._pdf.FPDFText_CountChars(text) - 1)

    def _word(self, letters: list[str], first: int, last: int) -> Iterator[list[Any]]:
        if not letters:
            return
        words = _whole("".join(letters))
        size, bold = self._look(first)
        if _RAISED.search(words):
            words = words[: len(words) - self._raised(first, last, abs(size))]
        (left, right), baseline = self._place(first, last, turned=size < 0)
        yield [words, round(left, 1), round(right, 1), round(baseline, 1), round(size, 1), int(bold)]

    def _raised(self, first: int, last: int, size: float) -> int:
        """How many letters at the end of a word are the mark of a footnote: smaller, and digits or signs."""
        count = 0
        while count < min(_LONGEST_MARK, last - first) and abs(self._look(last - count)[0]) < _SMALLER * size:
            count += 1
        return count if count < _LONGEST_MARK else 0

    def _look(self, index: int) -> tuple[float, bool]:
        """The size of a letter, negative where it does not run from left to right, and whether it is bold."""
        pdf = self._pdf
        drawn = pdf.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        if key not in self._looks:
            self._looks[key] = self._measure(index, drawn)
        return self._looks[key]

    def _measure(self, index: int, drawn: Any) -> tuple[float, bool]:
        pdf = self._pdf
        matrix = pdf.FS_MATRIX()
        size = pdf.FPDFText_GetFontSize(self._text, index)
        along, up = 1.0, 0.0
        if pdf.FPDFText_GetMatrix(self._text, index, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1
            along, up = self._turned(matrix.a, matrix.b)
        size = min(max(abs(size), 0.1), 1_000.0)
        return (size if along > abs(up) else -size), self._is_bold(index, drawn)

    def _is_bold(self, index: int, drawn: Any) -> bool:
        pdf = self._pdf
        if pdf.FPDFText_GetFontWeight(self._text, index) >= 600:
            return True
        font = pdf.FPDFTextObj_GetFont(drawn) if drawn else None
        buffer = ctypes.create_string_buffer(128)
        if not font or pdf.FPDFFont_GetBaseFontName(font, buffer, 128) <= 1:
            return False
        return re.search(rb"bold|black|heavy|semibold|-(?:bd|blk)\b", buffer.value, re.IGNORECASE) is not None

    def _place(self, first: int, last: int, *, turned: bool) -> tuple[tuple[float, float], float]:
        ends = [self._box(index) for index in (first, last)]
        sides = [x for box in ends for x, _ in box]
        if turned:
            return (min(sides), max(sides)), max(y for box in ends for _, y in box)
        x, y = ctypes.c_double(), ctypes.c_double()
        self._pdf.FPDFText_GetCharOrigin(self._text, first, x, y)
        return (min(sides), max(sides)), self._shown(x.value, y.value)[1]

    def _box(self, index: int) -> tuple[tuple[float, float], tuple[float, float]]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._pdf.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        return self._shown(left.value, bottom.value), self._shown(right.value, top.value)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is shown, which may be turned by quarters."""
        x, y = x - self._left, y - self._bottom
        if self._turn == 1:
            return y, self._wide - x
        if self._turn == 2:
            return self._wide - x, self._high - y
        return (self._high - y, x) if self._turn == 3 else (x, y)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self._turn % 4]


def _whole(words: str) -> str:
    """Words whose surrogates, if any, are put together; a half alone is no letter."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


if __name__ == "__main__":
    main()
