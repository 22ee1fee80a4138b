"""Tables in a PDF: told by the white between their columns, and never taken for text in columns."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.read.made_pdf import column, pdf, put

from communique.document import Document
from communique.read import read_bytes
from communique.read.asked import Asked
from communique.read.pdf import read
from communique.read.pdf_lines import Line
from communique.read.pdf_tables import tables

REPORT = Path(__file__).parent / "reports" / "with-tables.pdf"
ABOVE = [
    "The table shows what the two countries have spent on their navies",
    "in the years before the talks.",
]
BELOW = ["Spending alone does not tell what a government means to do with", "the ships that it has bought."]
TABLE = [
    ("Country", "2021", "2022", "Largest ship"),
    ("Greece", "3.8%", "3.9%", "Frigates from France"),
    ("Turkey", "1.6%", "1.4%", "A carrier of its own"),
    ("Cyprus", "1.7%", "1.8%", "Boats"),
]
PROSE = [
    "The minister said on Monday",
    "that the talks would go on for",
    "weeks, as many had feared, and",
    "that the outcome of a meeting",
    "that both had prepared for so",
    "long was not known in Geneva",
    "nor in any of the capitals that",
    "had sent an envoy to the table.",
]


def shape(*pages: bytes) -> list[tuple[str, str]]:
    document = read(pdf(pages), Asked())
    return [(block.kind, document.words(block)) for block in document.blocks if block.kind != "space"]


def table(
    rows: Sequence[tuple[str, ...]], places: tuple[int, ...] = (60, 150, 210, 280), *, y: float = 600
) -> bytes:
    return b"".join(
        put(cell, x, y - 14 * number, bold=number == 0)
        for number, row in enumerate(rows)
        for x, cell in zip(places, row, strict=True)
        if cell
    )


def test_a_table_in_the_type_of_the_text_is_boilerplate_a_row_a_block() -> None:
    assert shape(column(ABOVE, 60, 650) + table(TABLE) + column(BELOW, 60, 520)) == [
        ("paragraph", " ".join(ABOVE)),
        ("paragraph", " ".join(BELOW)),
        *(("boilerplate", " | ".join(row)) for row in TABLE),
    ]


def test_figures_set_to_the_right_are_a_column() -> None:
    rows = [("Greece", "3.8", "130.9"), ("Turkey", "11.6", "1.4"), ("Cyprus", "1,001.7", "22.8")]
    drawn = b"".join(
        put(cell, x - 5 * len(cell) if at else x, 600 - 14 * number)
        for number, row in enumerate(rows)
        for at, (x, cell) in enumerate(zip((60, 220, 320), row, strict=True))
    )
    found = shape(column(ABOVE, 60, 650) + drawn + column(BELOW, 60, 520))
    assert [words for kind, words in found if kind == "paragraph"] == [" ".join(ABOVE), " ".join(BELOW)]
    assert [words for kind, words in found if kind == "boilerplate"] == [" | ".join(row) for row in rows]


def test_cells_of_several_lines_belong_to_the_table() -> None:
    rows = [
        ("Measure", "Who", "State of affairs in spring"),
        ("Hotline of the", "General", "In use since May, and tested"),
        ("two navies", "staffs", "every month by both of them"),
        ("No exercises", "Navies", "Kept until now, and prolonged"),
        ("in summer", "", "after the meeting in Athens"),
    ]
    found = shape(column(ABOVE, 60, 650) + table(rows, (60, 180, 280)) + column(BELOW, 60, 500))
    assert [words for kind, words in found if kind != "boilerplate"] == [" ".join(ABOVE), " ".join(BELOW)]


@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("length", [3, 4, 8])
def test_text_in_columns_is_no_table(columns: int, length: int) -> None:
    drawn = b"".join(column(PROSE[-length:], 40 + 140 * number, 600, size=9) for number in range(columns))
    assert {kind for kind, _ in shape(drawn)} == {"paragraph"}


def test_a_row_of_headings_without_white_between_them_belongs_to_the_table() -> None:
    head = put("Country of the navy   2021   2022   Largest ship", 60, 614, bold=True)
    found = shape(column(ABOVE, 60, 650) + head + table(TABLE[1:]) + column(BELOW, 60, 520))
    assert [kind for kind, _ in found] == ["paragraph"] * 2 + ["boilerplate"] * 4


def test_a_heading_above_a_table_is_a_heading() -> None:
    heading = put("The Navies of the Three Countries Compared", 60, 616, size=13, bold=True)
    found = shape(column(ABOVE, 60, 650) + heading + table(TABLE[1:]) + column(BELOW, 60, 520))
    assert [words for _, words in found].index("The Navies of the Three Countries Compared") < 3
    assert ("boilerplate", "The Navies of the Three Countries Compared") not in found


def test_text_beside_a_table_is_text() -> None:
    rows = [row[:3] for row in TABLE]
    beside = column([*PROSE, *PROSE], 320, 640, leading=14)
    found = shape(table(rows, (60, 130, 180), y=584) + beside)
    assert [words for kind, words in found if kind == "paragraph"] == [" ".join([*PROSE, *PROSE])]


def test_two_columns_of_short_lines_are_not_taken_for_a_table() -> None:
    """A row of two cells is what two columns of text have on a line: it says nothing."""
    left, right = ["One thing", "Another", "A third"], ["First word", "Second", "Third word"]
    drawn = column(ABOVE, 60, 650) + column(left, 60, 600) + column(right, 200, 600)
    assert all(kind != "boilerplate" for kind, _ in shape(drawn))


def test_a_page_of_very_many_cells_takes_no_longer_for_it() -> None:
    cells = [
        Line(f"x {row} {place}", 40 + 9 * place, 44 + 9 * place, 9_000 - row, 1, bold=False, page=0)
        for row in range(60)
        for place in range(33)
    ]
    started = time.process_time()
    tables(cells)
    tables(cells * 100)
    assert time.process_time() - started < 5


def words(document: Document, kind: str) -> list[str]:
    return [document.words(it) for it in document.blocks if it.kind == kind]


def test_a_report_of_a_real_program() -> None:
    """Printed by Chromium: cover, contents, a box beside the text, a figure, columns and tables on a page."""
    document = read_bytes(REPORT.read_bytes())
    assert document.title == "After the Truce: Turkey, Greece and the Aegean"
    assert document.metadata.authors == ("Jane Doe", "John Roe")
    assert words(document, "heading") == [
        "Executive summary", "1. The road to Athens", "2. What the generals want", "Recommendations",
        "References", "Notes", "About the authors",
    ]  # fmt: skip
    prose = words(document, "paragraph")
    assert (
        "Turkey wants modern aircraft. The government in Ankara asked Washington for forty F-16 fighters "
        "in October 2021, and the sale was approved only after the Turkish parliament had ratified the "
        "accession of Sweden to the alliance in January 2024."
    ) in prose
    beside = words(document, "boilerplate")
    assert "Greece | 3.8% | 3.9% | 3.0% | Rafale aircraft from France" in beside
    assert "Measure | Who | When | State of affairs in March 2024" in beside
    assert "Contents" in beside
    cells = ("Country", "Hotline", "Moratorium", "Approved by", "Executive summary 3", "General Staff.")
    assert not [it for it in prose if it.startswith(cells)]
