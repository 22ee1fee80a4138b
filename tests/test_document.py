from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Block, Builder, Document, Piece, assemble

TEXT = "Talks resume\n\nIt began.\n\nBackground\n\nIt ended.\n"


def built() -> Document:
    builder = Builder(TEXT)
    builder.mark("title", 0, 12, 1)
    builder.mark("paragraph", 14, 23)
    builder.mark("heading", 25, 35, 7)
    builder.mark("paragraph", 37, 46)
    return builder.build(path="talks.txt")


def test_blocks_tile_the_text_and_what_is_between_is_space() -> None:
    document = built()
    assert [block.kind for block in document.blocks] == [
        "title", "space", "paragraph", "space", "heading", "space", "paragraph", "space",
    ]  # fmt: skip
    assert "".join(document.words(block) for block in document.blocks) == TEXT
    assert document.path == "talks.txt"


def test_sections_tile_the_text_the_lead_first() -> None:
    lead, second = built().sections
    assert (lead.id, lead.heading, lead.level, lead.start, lead.end) == ("section:lead", None, 2, 0, 25)
    assert (second.id, second.level, second.start, second.end) == ("section:background", 2, 25, len(TEXT))
    assert second.heading == Block("heading", 25, 35, 2)
    assert lead.paragraphs == (Block("paragraph", 14, 23),)


def outline(*levels: int) -> Document:
    text = "H\n" * len(levels)
    builder = Builder(text)
    for number, level in enumerate(levels):
        builder.mark("heading", 2 * number, 2 * number + 1, level)
    return builder.build()


@pytest.mark.parametrize(
    ("given_", "levels"),
    [
        ((1, 1), (2, 2)),
        ((2, 3, 2), (2, 3, 2)),  # the file's top level becomes 2, whatever it was
        ((1, 4, 1), (2, 3, 2)),  # no gaps
        ((3, 2, 1), (2, 2, 2)),  # nothing above to lie in
        ((1, 2, 3, 2), (2, 3, 4, 3)),
        (tuple(range(1, 13)), (2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9)),  # the record model knows nine
    ],
)
def test_levels_of_headings(given_: tuple[int, ...], levels: tuple[int, ...]) -> None:
    assert tuple(section.level for section in outline(*given_).sections) == levels


def test_a_deeper_section_lies_inside_the_one_above_it() -> None:
    first, inner, last = outline(1, 2, 1).sections
    assert (first.start, first.end) == (0, 4)
    assert (inner.start, inner.end) == (2, 4)
    assert (last.start, last.end) == (4, 6)


def test_headings_of_the_same_words_get_ids_of_their_own() -> None:
    assert [section.id for section in outline(1, 1, 1).sections] == [
        "section:h",
        "section:h-2",
        "section:h-3",
    ]


def test_a_text_without_blocks_is_one_empty_lead() -> None:
    document = Builder("").build()
    assert document.blocks == ()
    assert [(section.id, section.start, section.end) for section in document.sections] == [
        ("section:lead", 0, 0)
    ]


@pytest.mark.parametrize(
    ("kind", "start", "end", "level"),
    [
        ("paragraph", 14, 14, 0),  # empty
        ("paragraph", 20, 14, 0),  # backwards
        ("paragraph", 5, 20, 0),  # overlaps the title
        ("paragraph", 14, 99, 0),  # out of range
        ("paragraph", 14, 23, 2),  # a level without a heading
        ("heading", 14, 23, 0),  # a heading without a level
        ("heading", 14, 23, -1),
        ("space", 12, 14, 0),  # space is what is left over
        ("song", 14, 23, 0),
        ("paragraph", 25, 35, 0),  # leaves "It began." to no block
    ],
)
def test_inconsistent_marks_are_refused(kind: str, start: int, end: int, level: int) -> None:
    builder = Builder(TEXT)
    builder.mark("title", 0, 12, 1)
    with pytest.raises(ValueError, match=r"\w"):
        builder.mark(kind, start, end, level)  # type: ignore[arg-type]


def test_words_after_the_last_mark_are_refused() -> None:
    builder = Builder(TEXT)
    builder.mark("title", 0, 12, 1)
    with pytest.raises(ValueError, match="words at 14"):
        builder.build()


def test_a_second_title_is_refused() -> None:
    builder = Builder("One Two")
    builder.mark("title", 0, 3, 1)
    builder.mark("title", 4, 7, 1)
    with pytest.raises(ValueError, match="one title"):
        builder.build()


@given(st.lists(st.integers(1, 6), max_size=12))
def test_sections_tile_and_nest_whatever_the_levels(levels: list[int]) -> None:
    sections = outline(*levels).sections
    length = 2 * len(levels)
    top = [section for section in sections if section.level == 2]
    assert [section.start for section in top] == [0, *(section.end for section in top)][: len(top)]
    assert top[-1].end == length
    for above, section in pairwise(sections):
        inside = above.start < section.start and section.end <= above.end
        assert inside == (section.level > above.level)
        assert section.level <= above.level + 1


def test_pieces_become_blocks_with_an_empty_line_between_them() -> None:
    made = assemble(
        [Piece("title", " A title\n", 1), Piece("paragraph", " — "), Piece("paragraph", "Words.")]
    )
    assert made.text == "A title\n\nWords."
    assert [(block.kind, made.words(block)) for block in made.blocks] == [
        ("title", "A title"),
        ("space", "\n\n"),
        ("paragraph", "Words."),
    ]


def test_no_pieces_make_an_empty_document() -> None:
    assert assemble([]).text == ""
