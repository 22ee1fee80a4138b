from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.read import read, read_bytes, read_text
from communique.read.plain import plain

SEED = Path(__file__).resolve().parents[2] / "seeds" / "trump-putin.txt"
PROSE = "The minister said on Monday that the talks would go on for weeks, and that nobody knew the outcome."


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block)) for block in document.blocks if block.kind != "space"]


def test_the_first_article() -> None:
    document = read(SEED)
    assert document.text == SEED.read_bytes().decode()
    assert document.title == document.text.splitlines()[0]
    assert [document.words(block) for block in document.boilerplate] == [
        "by HITNEWS 53 views",
        "Iklan Headers",
    ]
    assert document.metadata.authors == ("HITNEWS",)
    assert document.metadata.published is None
    assert [section.heading and document.words(section.heading) for section in document.sections] == [
        None,
        "The Early Stages: A Budding Connection",
        "Key Interactions and Meetings",
        "Controversies and Criticisms",
        "Implications for US-Russia Relations",
        "The Future of the Relationship",
    ]
    assert [len(section.paragraphs) for section in document.sections] == [1, 3, 3, 3, 3, 4]


def test_a_page_copied_with_all_its_rows() -> None:
    text = "\n".join([
        "Home > World", "Talks Resume in Geneva", "By Jane Doe, Reuters", "12 March 2021 | 5 min read",
        "Share on Facebook", "Advertisement", "", f"GENEVA (Reuters) - {PROSE}", "",
        "Read more: Why the deal failed", "", "A Fragile Truce", PROSE, "ADVERTISEMENT", PROSE,
        "(AP Photo/Jane Doe)", PROSE, "", "Sign up for our newsletter", "© 2021 The Post", "12 comments",
    ])  # fmt: skip
    document = read_text(text)
    assert document.title == "Talks Resume in Geneva"
    assert document.metadata.authors == ("Jane Doe",)
    assert document.metadata.published == "2021-03-12"
    assert [words for kind, words in shape(document) if kind == "heading"] == ["A Fragile Truce"]
    assert [words for kind, words in shape(document) if kind == "paragraph"] == [
        f"GENEVA (Reuters) - {PROSE}", PROSE, PROSE, PROSE,
    ]  # fmt: skip


def test_a_name_above_a_date_is_the_author_and_elsewhere_it_is_not() -> None:
    with_date = read_text(f"Talks Resume\n\nJane Doe\n12 March 2021\n\n{PROSE}\n\n{PROSE}")
    assert with_date.metadata.authors == ("Jane Doe",)
    without = read_text(f"Talks Resume\n\nKey Players\n\n{PROSE}\n\n{PROSE}")
    assert without.metadata.authors == ()
    assert ("heading", "Key Players") in shape(without)


def test_an_opinion_section_is_a_heading_in_the_article_and_a_row_above_it() -> None:
    assert ("boilerplate", "Opinion") in shape(read_text(f"Opinion\n\nTalks Resume\n\n{PROSE}\n\n{PROSE}"))
    assert ("heading", "Opinion") in shape(read_text(f"Talks Resume\n\n{PROSE}\n\nOpinion\n\n{PROSE}"))


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume.",
        "Talks resume",
        "“Yes,” she said.",
        f"{PROSE}\n\n{PROSE}",
        f"Dear Mr President,\n\n{PROSE}",
    ],
)
def test_texts_without_a_title(text: str) -> None:
    document = plain(text)
    assert document.title is None
    assert next(kind for kind, _ in shape(document)) == "paragraph"


def test_page_numbers_are_rows_and_years_may_be_headings() -> None:
    kinds = shape(plain(f"Talks\n\n{PROSE}\n\n12\n\n{PROSE}\n\n2014\n\n{PROSE}\n\n2015\n\n{PROSE}"))
    assert [(kind, words) for kind, words in kinds if words[0].isdigit()] == [
        ("boilerplate", "12"), ("heading", "2014"), ("heading", "2015"),
    ]  # fmt: skip


WRAPPED = "the talks went on and on and nobody knew what would come of it all"
ROWS = ["By Jane Doe", "12 March 2021", "ADVERTISEMENT", "====", "Yes.", "  indented", "1. a", "2. b"]
LAYOUT = st.lists(
    st.sampled_from([PROSE, "Talks", "A Fragile Truce", "# One", "### Two", "- item", WRAPPED, *ROWS]),
    max_size=20,
)
ANY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    LAYOUT.map("\n".join),
    LAYOUT.map("\r\n\r\n".join),
)


@given(ANY)
def test_blocks_tile_any_text_and_the_text_stays_as_it_is(text: str) -> None:
    document = plain(text)
    assert document.text == text
    assert [block.start for block in document.blocks] == [0, *(block.end for block in document.blocks)][
        : len(document.blocks)
    ]
    assert (document.blocks[-1].end if document.blocks else 0) == len(text)
    assert all(block.start < block.end for block in document.blocks)


@given(ANY)
def test_sections_hold_every_paragraph_once_and_in_order(text: str) -> None:
    document = plain(text)
    assert tuple(it for section in document.sections for it in section.paragraphs) == document.paragraphs
    for section in document.sections:
        assert all(section.start <= it.start and it.end <= section.end for it in section.paragraphs)
        if section.heading:
            assert section.start <= section.heading.start < section.heading.end <= section.end
    top = [section for section in document.sections if section.level == 2]
    assert [section.start for section in top] == [0, *(section.end for section in top)][: len(top)]
    assert top[-1].end == len(text)
    assert len({section.id for section in document.sections}) == len(document.sections)


@given(
    st.lists(
        st.sampled_from([PROSE, "Yes.", "A Fragile Truce", "- item", "12 March 2021", "ADVERTISEMENT"]),
        max_size=12,
    )
)
def test_a_paragraph_put_in_front_only_shifts_offsets(blocks: list[str]) -> None:
    rest = "\n\n".join([PROSE, PROSE, *blocks, PROSE])
    before, after = plain(rest), plain(f"{PROSE}\n\n{rest}")
    shift = len(PROSE) + 2
    assert [(it.kind, it.start + shift, it.end + shift, it.level) for it in before.blocks] == [
        (it.kind, it.start, it.end, it.level) for it in after.blocks[2:]
    ]


@given(LAYOUT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]))
def test_every_encoding_gives_the_same_document(blocks: list[str], encoding: str) -> None:
    text = "\n".join([f"The talks – “at last” – resumed in the café. {PROSE}", *blocks])
    assert read_bytes(text.encode(encoding)) == read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000,
        "a" * 1_000_000,
        "word " * 200_000,
        "." * 1_000_000,
        "a" + " " * 1_000_000 + "b",
        "# a" + " " * 500_000 + "b" + " " * 500_000 + "#",
        " \u200b" * 500_000,
        '"' * 1_000_000,
        "No.\n" * 50_000,
        "Key Points\n\n" * 25_000,
        "By Jane Doe | " * 15 + ("By Jane Doe | " * 14 + "\n") * 5_000,
        "- item\n" * 40_000,
        "March 12, 2021\n" * 20_000,
        "| " * 500_000,
        f"# Background\n\n{PROSE}\n\n" * 4_000,
    ],
    ids=range(15),
)
def test_hostile_layouts_take_time_in_proportion(text: str) -> None:
    began = time.process_time()
    plain(text)
    assert time.process_time() - began < 5  # a quadratic loop over any of these takes minutes
