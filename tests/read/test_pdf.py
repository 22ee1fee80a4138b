"""PDF: reading order, what a page adds to an article, and files that are broken or made to harm."""

from __future__ import annotations

import random
import re
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from tests.read.made_pdf import column, objects, pdf, put, stream

from communique.document import Document
from communique.errors import InputError, TooLongInput
from communique.read import pdf_process
from communique.read.asked import Asked
from communique.read.pdf import read
from communique.read.pdf_blocks import blocks, setting
from communique.read.pdf_columns import Row
from communique.read.pdf_lines import Line

HERE = Path(__file__).parent
LAYOUTS = HERE / "layouts"
LEFT = [
    "The minister said on Monday that",
    "the talks would go on for weeks, as",
    "many had feared, and that the out-",
    "come of a meeting that the two had",
    "prepared for a year was not known",
    "in Geneva nor in the other capitals",
]
RIGHT = [
    "of which the papers had told little.",
    "The envoy left the hall before the",
    "others, and said no word to those",
    "who waited at the gate in the rain.",
    "On Tuesday the talks went on, and",
    "the envoy came back to the table.",
]
WHOLE = " ".join([*LEFT, *RIGHT]).replace("out- come", "outcome")


def rows(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block)) for block in document.blocks if block.kind != "space"]


def shape(*pages: bytes) -> list[tuple[str, str]]:
    return rows(read(pdf(pages), Asked()))


def both(first: float = 60, second: float = 320, y: float = 600) -> bytes:
    """Two columns, drawn across: the first line of both, the second of both …"""
    return b"".join(
        put(one, first, y - 12 * number) + put(two, second, y - 12 * number)
        for number, (one, two) in enumerate(zip(LEFT, RIGHT, strict=True))
    )


def test_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    assert shape(both()) == [("paragraph", WHOLE)]
    assert shape(column(RIGHT, 320, 600) + column(LEFT, 60, 600)) == [("paragraph", WHOLE)]


def test_a_title_over_both_columns_stands_before_them() -> None:
    title = put("Talks Resume in Geneva After a Year of Silence", 60, 650, size=20, bold=True)
    assert shape(both() + title) == [
        ("title", "Talks Resume in Geneva After a Year of Silence"),
        ("paragraph", WHOLE),
    ]


def test_a_paragraph_goes_on_over_pages_and_what_stands_in_their_margins_is_beside_it() -> None:
    def page(lines: list[str], number: int) -> bytes:
        head = put("The Review of World Affairs", 60, 770, size=8)
        return head + column(lines, 60, 700) + put(f"Page {number}", 280, 30, size=8)

    assert shape(page(LEFT, 1), page(RIGHT, 2)) == [
        ("paragraph", WHOLE),
        ("boilerplate", "The Review of World Affairs"),
        ("boilerplate", "Page 1"),
    ]


def test_footnotes_and_their_marks_are_no_prose() -> None:
    text = column(RIGHT, 60, 700) + put("1", 193.5, 644, size=6)
    note = put("1", 60, 102, size=5) + put("See the report of the committee.", 64, 100, size=8)
    assert shape(text + note) == [
        ("paragraph", " ".join(RIGHT)),
        ("boilerplate", "See the report of the committee."),
    ]


def test_headings_by_size_and_by_weight() -> None:
    page = (
        put("Talks Resume", 60, 740, size=20)
        + column(RIGHT, 60, 700)
        + put("The Delegates", 60, 600, size=14)
        + column(RIGHT, 60, 580)
        + put("Those Who Came", 60, 490, bold=True)
        + column(RIGHT, 60, 475)
    )
    document = read(pdf([page]), Asked())
    assert [(it.kind, it.level, document.words(it)) for it in document.blocks if it.level] == [
        ("title", 1, "Talks Resume"),
        ("heading", 2, "The Delegates"),
        ("heading", 3, "Those Who Came"),
    ]


def test_paragraphs_by_indent_by_gap_and_by_bullet() -> None:
    text = " ".join(RIGHT)
    indented = column(["   ", *RIGHT], 60, 712) + put(RIGHT[0], 75, 628) + column(RIGHT[1:], 60, 616)
    assert shape(indented) == [("paragraph", text)] * 2
    assert shape(column(RIGHT, 60, 700) + column(RIGHT, 60, 615)) == [("paragraph", text)] * 2
    items = put("\u2022", 60, 700) + column(RIGHT, 70, 700) + put("\u2022", 60, 628) + column(RIGHT, 70, 628)
    assert shape(items) == [("paragraph", text)] * 2


def test_text_on_its_side_is_left_out() -> None:
    stamp = b"BT /F 14 Tf 0 1 -1 0 30 300 Tm (Draft of 12 March 2021) Tj ET\n"
    assert shape(column(RIGHT, 60, 700) + stamp) == [("paragraph", " ".join(RIGHT))]


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, b"0 1 -1 0 %d %d"), (180, b"-1 0 0 -1 %d %d"), (270, b"0 -1 1 0 %d %d")]
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn: int, matrix: bytes) -> None:
    down = [12 * number for number in range(len(RIGHT))]
    places = {
        90: [(100 + it, 60) for it in down],
        180: [(540, 100 + it) for it in down],
        270: [(500 - it, 740) for it in down],
    }
    drawn = b"".join(
        b"BT /F 10 Tf " + matrix % place + b" Tm (" + line.encode() + b") Tj ET\n"
        for place, line in zip(places[turn], RIGHT, strict=True)
    )
    assert rows(read(pdf([drawn], page=f"/Rotate {turn}"), Asked())) == [("paragraph", " ".join(RIGHT))]


def test_properties_count_where_the_pages_say_nothing_and_dates_never() -> None:
    info = "/Title (Talks) /Author (Jane Doe; John Roe) /CreationDate (D:20210312)"
    told = read(pdf([column(RIGHT, 60, 700)], info=info), Asked()).metadata
    assert (told.title, told.authors, told.published) == ("Talks", ("Jane Doe", "John Roe"), None)
    told = read(
        pdf([column(RIGHT, 60, 700)], info="/Title (Microsoft Word - a.docx) /Author (user)"), Asked()
    ).metadata
    assert (told.title, told.authors) == (None, ())


@pytest.mark.parametrize("name", sorted(path.name for path in LAYOUTS.glob("*.pdf")))
def test_running_heads_and_page_numbers_of_real_programs(name: str) -> None:
    document = read((LAYOUTS / name).read_bytes(), Asked())
    beside = [document.words(it) for it in document.boilerplate]
    assert beside[:3] == ["by HITNEWS 53 views", "Iklan Headers", "HITNEWS Review of World Affairs"]
    assert beside[3:] == (["1"] if name.startswith("chromium") else ["Page 1 of 4"])
    assert [len(section.paragraphs) for section in document.sections] == [1, 3, 3, 3, 3, 4]


def scanned() -> bytes:
    picture = stream(bytes(16), "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray"
                                " /BitsPerComponent 8")  # fmt: skip
    return objects([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"q 600 0 0 800 0 0 cm /I Do Q"), picture,
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        ((HERE / "hostile" / "encrypted.pdf").read_bytes(), "password"),
        (scanned(), "pictures of pages and no text.*ocrmypdf"),
        (objects([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]), ""),
    ],
)
def test_what_cannot_be_read_says_why_and_the_way_out(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, Asked())
    assert re.search(says, str(error.value))


def test_limits_of_pages_and_length(monkeypatch: pytest.MonkeyPatch) -> None:
    page = column(RIGHT, 60, 700)
    with pytest.raises(TooLongInput, match="characters"):
        read(pdf([page] * 3), Asked(limit=100))
    monkeypatch.setattr(pdf_process, "MOST_PAGES", 2)
    with pytest.raises(TooLongInput, match="pages"):
        read(pdf([page] * 3), Asked())


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "MOST_SECONDS", 0.01)
    with pytest.raises(InputError, match="seconds"):
        read(pdf([column(RIGHT, 60, 700)]), Asked())


def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="pypdfium2"):
        read(pdf([column(RIGHT, 60, 700)]), Asked())


def bomb() -> bytes:
    """A page whose content unpacks, twice, to a gigabyte and a half of drawing operators."""
    packer = zlib.compressobj(9)
    operators = b"BT /F 10 Tf (aaaaaaaa) Tj ET\n" * 50_000
    once = b"".join(packer.compress(operators) for _ in range(1_000)) + packer.flush()
    return objects([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        stream(zlib.compress(once, 9), "/Filter [/FlateDecode /FlateDecode]"),
    ])  # fmt: skip


def many_forms() -> bytes:
    """Forms that draw one another twice each: two to the power of thirty when drawn out."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do"),
    ]  # fmt: skip
    for number in range(5, 35):
        inner = f"/Resources << /XObject << /X {number + 1} 0 R >> >>"
        bodies.append(stream(b"/X Do /X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {inner}"))
    bodies.append(stream(b"BT /F 9 Tf (a) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return objects(bodies)


@pytest.mark.parametrize(
    "data",
    [
        bomb(),
        many_forms(),
        pdf([put("a", 10, 10, size=1e9) + put("b", 1e30, -1e30)]),
        pdf([b"".join(put("word", 10 + it % 500, 10 + it / 500, size=1) for it in range(60_000))]),
        pdf([b"BT /F 10 Tf " + b"(a) Tj " * 200_000 + b"ET"]),
        pdf([b"q " * 300_000]),
        pdf([b"[" * 100_000]),
    ],
    ids=["bomb", "forms", "huge", "many words", "many letters", "states", "brackets"],
)  # fmt: skip
def test_a_file_made_to_harm_is_an_error_or_a_document_in_time(data: bytes) -> None:
    before = time.process_time()
    with suppress(InputError):
        read(data, Asked())
    assert time.process_time() - before < 10


def test_a_truncated_file_is_an_input_error_or_a_document() -> None:
    whole = (LAYOUTS / "libreoffice-two-columns.pdf").read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        with suppress(InputError):
            read(whole[: int(share * len(whole))], Asked())


def test_a_damaged_file_is_an_input_error_or_a_document() -> None:
    chance = random.Random(4)
    whole = pdf([both()], info="/Title (Talks)")
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(12):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(InputError):
            document = read(bytes(data), Asked())
            assert "".join(document.words(block) for block in document.blocks) == document.text


@pytest.mark.parametrize("path", sorted((HERE / "hostile").glob("*.pdf")), ids=lambda path: path.name)
def test_what_fuzzing_found_stays_mended(path: Path) -> None:
    with suppress(InputError):
        read(path.read_bytes(), Asked())


def test_the_wide_lines_of_a_cover_do_not_widen_the_columns_behind_it() -> None:
    """``reports/with-cover.pdf`` is ``with-cover.html`` as Chromium prints it."""
    document = read((HERE / "reports" / "with-cover.pdf").read_bytes(), Asked())
    told = [document.words(block) for block in document.paragraphs]
    assert [block for block in told if len(block) > 200] == [
        re.sub(r"<.*?>|1\.? ?(?=</sup>)", "", words)
        for words in re.findall(
            r"<p>(.{200,})</p>", (HERE / "reports" / "with-cover.html").read_text("utf-8")
        )
    ]
    assert [document.words(block) for block in document.blocks if block.kind == "heading"] == [
        "Summary", "How the talks began", "What comes next",
    ]  # fmt: skip


def test_bullets_of_a_font_of_signs_are_bullets() -> None:
    """Word sets bullets in Symbol, whose signs have no letters of their own: U+F0B7."""
    rows = [
        Row(line, 0, 0) for line in (_line("\uf0b7 The talks go on in", 600), _line("\uf0b7 The truce", 588))
    ]
    assert [(it.text, it.item) for it in blocks(rows, setting(rows))] == [
        ("The talks go on in", True),
        ("The truce", True),
    ]


def _line(text: str, y: float) -> Line:
    return Line(text, 60, 60 + 5.0 * len(text), y, 10, bold=False, page=0, first=5)
