"""The text of a Word document's part → pieces: what its readers see once all changes are accepted.

Out: tracked deletions and the places that text was moved from, hidden and struck out text, the codes of
fields, marks of footnotes, drawings. Beside the article: tables of data, text boxes, captions, tables of
contents.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from communique.document import Piece
from communique.errors import TooLongInput
from communique.read.docx_styles import Role, Styles, is_on
from communique.read.file import RAISE, too_long
from communique.read.letters import letters
from communique.read.marked import Marked

# Elements of which nothing is read.
_SKIPPED = frozenset((
    "w:del", "w:moveFrom", "mc:Fallback", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:sectPr",
    "w:instrText", "w:delText", "w:delInstrText", "w:rt", "w:tblPr", "w:tcPr", "w:trPr", "w:numberingChange",
))  # fmt: skip
_NOTE = re.compile(r"[\d*†‡§,\s]{1,6}")
_CELL_OF_PROSE = 200  # code points from which a cell of a table is no datum
_FEWEST_CELLS = 4
_CONTENTS = "table of contents"
_DEEPEST_TABLE = 20


def body(parse: Callable[..., None], styles: Styles, *, limit: int, beside: bool = False) -> list[Marked]:
    """The pieces of a part in reading order.

    :param parse: reads the part, given what to call (``Package.parse`` with the part's name)
    :param limit: the most code points
    :param beside: whether nothing in the part is the article: notes, page headers
    :raises InputError: where the part cannot be read
    """
    reader = _Reader(styles, limit, beside=beside)
    parse(start=reader.start, end=reader.end, text=reader.text)
    return reader.found


@dataclass(slots=True)
class _Run:
    style: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Paragraph:
    style: str | None = None
    level: int | None = None
    item: bool = False
    dropped_capital: bool = False
    goes_on: bool = False
    """Its end was deleted: the next paragraph belongs to it."""
    runs: int = 0
    """How many runs are open around it: a text box stands in a run."""
    words: list[str] = field(default_factory=list)
    bold: bool = False
    plain: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[list[list[Marked]]] = field(default_factory=list)
    nested: bool = False


class _Reader:
    """Collects the pieces of a part while it is parsed. Nothing recurses, however deep its elements."""

    def __init__(self, styles: Styles, limit: int, *, beside: bool) -> None:
        self.found: list[Marked] = []
        self._styles = styles
        self._left = limit
        self._limit = limit
        self._beside = 1 if beside else 0  # how many text boxes, and such, are open
        self._skipped = 0
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._tables: list[_Table] = []
        self._too_deep = 0  # tables open beyond the deepest that is told apart
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._codes = 0  # how many of them have not come to it
        self._controls: list[bool] = []  # for each open content control, whether it is a table of contents
        self._contents = 0  # how many of them are
        self._in_text = False
        self._in_mark = False  # within the properties of a paragraph's own mark
        self._held = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipped or tag in _SKIPPED:
            if tag in ("w:del", "w:moveFrom") and self._in_mark and not self._skipped:
                self._paragraphs[-1].goes_on = True
            self._skipped += 1
            return
        begin = _STARTS.get(tag)
        if begin is not None:
            begin(self, attributes)

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        finish = _ENDS.get(tag)
        if finish is not None:
            finish(self)

    def text(self, words: str) -> None:
        if self._in_text and not self._skipped:
            self._say(words)

    def _say(self, words: str) -> None:
        if not self._paragraphs or self._codes:
            return
        run = self._runs[-1] if self._runs else _Run()
        hidden = run.hidden if run.hidden is not None else self._styles.hidden(run.style)
        if hidden or run.struck or (run.raised and _NOTE.fullmatch(words)):
            return
        self._left -= len(words)
        if self._left < 0:
            raise TooLongInput(too_long(f"more than {self._limit:,} characters", self._limit), hint=RAISE)
        paragraph = self._paragraphs[-1]
        paragraph.words.append(words)
        if words.strip():
            bold = run.bold if run.bold is not None else self._styles.bold(run.style)
            bold = bold or (run.bold is None and self._styles.bold(paragraph.style))
            paragraph.bold, paragraph.plain = paragraph.bold or bold, paragraph.plain or not bold

    def open_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph(runs=len(self._runs)))

    def close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        words = self._held + "".join(paragraph.words)
        if (paragraph.dropped_capital or paragraph.goes_on) and not self._paragraphs:
            self._held = words.strip() if paragraph.dropped_capital else words
            return
        self._held = ""
        if plain := letters(words, breaks=True):
            self._put(_piece(plain, paragraph, self._role(paragraph)))

    def _role(self, paragraph: _Paragraph) -> tuple[Role, int]:
        if self._beside or self._contents:
            return "boilerplate", 0
        role, level = self._styles.role(paragraph.style)
        if role != "boilerplate" and paragraph.level is not None and role != "title":
            role, level = ("heading", paragraph.level) if paragraph.level else ("paragraph", 0)
        return ("item", 0) if role == "paragraph" and paragraph.item else (role, level)

    def _put(self, piece: Marked) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or not table.rows or not table.rows[-1]:
            self.found.append(piece)
        else:
            table.rows[-1][-1].append(piece)

    def open_table(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].nested = True
        if len(self._tables) == _DEEPEST_TABLE:
            self._too_deep += 1
            return
        self._tables.append(_Table())

    def open_row(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def open_cell(self, _: dict[str, str]) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def close_table(self) -> None:
        if self._too_deep or not self._tables:
            self._too_deep = max(0, self._too_deep - 1)
            return
        table = self._tables.pop()
        cells = [cell for row in table.rows for cell in row]
        prose = any(sum(len(it.piece.words) for it in cell) >= _CELL_OF_PROSE for cell in cells)
        if table.nested or prose or len(cells) < _FEWEST_CELLS:
            for cell in cells:
                for piece in cell:
                    self._put(piece)
            return
        for row in table.rows:
            words = " | ".join(" ".join(it.piece.words for it in cell) for cell in row)
            self._put(Marked(Piece("boilerplate", words)))

    def open_box(self, _: dict[str, str]) -> None:
        self._beside += 1

    def close_box(self) -> None:
        self._beside -= 1

    def open_control(self, _: dict[str, str]) -> None:
        self._controls.append(False)

    def close_control(self) -> None:
        self._contents -= self._controls.pop() if self._controls else 0

    def gallery(self, attributes: dict[str, str]) -> None:
        if self._controls and attributes.get("w:val", "").lower() == _CONTENTS and not self._controls[-1]:
            self._controls[-1] = True
            self._contents += 1

    def field_mark(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(False)
            self._codes += 1
        elif kind == "separate" and self._fields and not self._fields[-1]:
            self._fields[-1] = True
            self._codes -= 1
        elif kind == "end" and self._fields:
            self._codes -= not self._fields.pop()

    def open_run(self, _: dict[str, str]) -> None:
        self._runs.append(_Run())

    def close_run(self) -> None:
        if self._runs:
            self._runs.pop()

    def open_text(self, _: dict[str, str]) -> None:
        self._in_text = True

    def close_text(self) -> None:
        self._in_text = False

    def open_mark(self, _: dict[str, str]) -> None:
        self._in_mark = bool(self._paragraphs) and len(self._runs) == self._paragraphs[-1].runs

    def close_mark(self) -> None:
        self._in_mark = False

    def run_property(self, name: str, value: object) -> None:
        if self._runs and not self._in_mark:
            setattr(self._runs[-1], name, value)

    def paragraph_property(self, name: str, value: object) -> None:
        if self._paragraphs:
            setattr(self._paragraphs[-1], name, value)

    def outline(self, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if value.isdecimal():
            self.paragraph_property("level", int(value) + 1 if len(value) == 1 and value != "9" else 0)

    def frame(self, attributes: dict[str, str]) -> None:
        if attributes.get("w:dropCap", "none") != "none":
            self.paragraph_property("dropped_capital", True)

    def numbering(self, attributes: dict[str, str]) -> None:
        self.paragraph_property("item", attributes.get("w:val") != "0")

    def line_break(self, attributes: dict[str, str]) -> None:
        self._say("\n" if attributes.get("w:type", "textWrapping") == "textWrapping" else " ")


def _piece(words: str, paragraph: _Paragraph, role: tuple[Role, int]) -> Marked:
    kind, level = role
    if kind == "item":
        return Marked(Piece("paragraph", words), bold=False, item=True)
    if kind in ("title", "heading"):
        words = " ".join(words.split())
    return Marked(Piece(kind, words, level), bold=paragraph.bold and not paragraph.plain)


def one_title(found: list[Marked]) -> list[Marked]:
    """The pieces with one title: what follows right upon it goes on with it, other titles are headings."""
    out: list[Marked] = []
    title: int | None = None
    for it in found:
        if it.piece.kind != "title":
            out.append(it)
        elif title is None:
            title = len(out)
            out.append(it)
        elif title == len(out) - 1:
            words = f"{out[title].piece.words} {it.piece.words}"
            out[title] = replace(it, piece=Piece("title", words, 1))
        else:
            out.append(replace(it, piece=Piece("heading", it.piece.words, 1)))
    return out


_STARTS: dict[str, Callable[[_Reader, dict[str, str]], None]] = {
    "w:p": _Reader.open_paragraph,
    "w:r": _Reader.open_run,
    "w:t": _Reader.open_text,
    "w:tbl": _Reader.open_table,
    "w:tr": _Reader.open_row,
    "w:tc": _Reader.open_cell,
    "w:txbxContent": _Reader.open_box,
    "w:sdt": _Reader.open_control,
    "w:docPartGallery": _Reader.gallery,
    "w:fldChar": _Reader.field_mark,
    "w:rPr": _Reader.open_mark,
    "w:outlineLvl": _Reader.outline,
    "w:framePr": _Reader.frame,
    "w:numId": _Reader.numbering,
    "w:pStyle": lambda reader, it: reader.paragraph_property("style", it.get("w:val")),
    "w:rStyle": lambda reader, it: reader.run_property("style", it.get("w:val")),
    "w:b": lambda reader, it: reader.run_property("bold", is_on(it)),
    "w:vanish": lambda reader, it: reader.run_property("hidden", is_on(it)),
    "w:strike": lambda reader, it: reader.run_property("struck", is_on(it)),
    "w:dstrike": lambda reader, it: reader.run_property("struck", is_on(it)),
    "w:vertAlign": lambda reader, it: reader.run_property("raised", it.get("w:val") == "superscript"),
    "w:br": _Reader.line_break,
    "w:cr": lambda reader, _: reader._say("\n"),
    "w:tab": lambda reader, _: reader._say(" ") if reader._runs else None,
    "w:noBreakHyphen": lambda reader, _: reader._say("-"),
}
_ENDS: dict[str, Callable[[_Reader], None]] = {
    "w:p": _Reader.close_paragraph,
    "w:r": _Reader.close_run,
    "w:t": _Reader.close_text,
    "w:tbl": _Reader.close_table,
    "w:txbxContent": _Reader.close_box,
    "w:sdt": _Reader.close_control,
    "w:rPr": _Reader.close_mark,
}
