"""Markdown: what is prose, what is a heading, what stands beside the article, and what is left out."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.errors import InputError, TooLongInput, UndecodableInput
from communique.read.asked import Asked
from communique.read.markdown import markdown, read

PROSE = "The minister said on Monday that the talks would go on for weeks, and that nobody knew the outcome."


def shape(text: str) -> list[tuple[str, str]]:
    return rows(markdown(text))


def rows(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.words(block)) for block in document.blocks if block.kind != "space"]


def test_headings_of_both_kinds_with_their_levels() -> None:
    document = markdown(
        f"# Talks Resume\n\n{PROSE}\n\nThe Delegates\n-------------\n\n{PROSE}\n\n"
        f"### Those Who Came ###\n\n{PROSE}\n"
    )
    found = [(it.kind, it.level, document.words(it)) for it in document.blocks if it.level]
    assert found == [
        ("title", 1, "Talks Resume"),
        ("heading", 2, "The Delegates"),
        ("heading", 3, "Those Who Came"),
    ]
    assert document.title == "Talks Resume"


def test_what_is_not_marked_is_no_heading() -> None:
    assert shape(f"# Talks\n\nA Fragile Truce\n\n{PROSE}") == [
        ("title", "Talks"),
        ("paragraph", "A Fragile Truce"),
        ("paragraph", PROSE),
    ]


def test_a_short_line_all_in_bold_above_prose_is_a_heading() -> None:
    assert shape(f"# Talks\n\n**A Fragile Truce**\n\n{PROSE}")[1] == ("heading", "A Fragile Truce")
    assert shape(f"# Talks\n\n**A Fragile** Truce\n\n{PROSE}")[1] == ("paragraph", "A Fragile Truce")
    assert shape(f"# Talks\n\n**A Fragile Truce.**\n\n{PROSE}")[1] == ("paragraph", "A Fragile Truce.")


def test_a_first_section_is_no_title() -> None:
    document = markdown(f"## Background\n\n{PROSE}\n\n## Talks\n\n{PROSE}\n")
    assert document.title is None
    assert [kind for kind, _ in rows(document)] == ["heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("The [minister](https://example.org/m 'a title') left.", "The minister left."),
        ("The [minister][1] left.\n\n[1]: https://example.org", "The minister left."),
        ("The minister ![a photograph](m.jpg) left.", "The minister left."),
        ("The **minister** of *state* `left`.", "The minister of state left."),
        ("The minister left.[^1]\n\n[^1]: He said so.", "The minister left."),
        ("The minister\nleft.", "The minister left."),
        ("The minister  \nleft.", "The minister\nleft."),
        ("The minister<br/>left.", "The minister\nleft."),
        ("The minister <!-- who? -->left.", "The minister left."),
        ("The <span class='x'>minister</span> left.", "The minister left."),
        ("The ~~prime~~ minister left.", "The minister left."),
        ("R&amp;D left at 5 \\* 3.", "R&D left at 5 * 3."),
        ("The co\u00adope\u200bration of o\ufb03cials.", "The cooperation of officials."),
    ],
)
def test_the_words_of_a_paragraph(written: str, read_as: str) -> None:
    assert next(words for kind, words in shape(written) if kind == "paragraph") == read_as


def test_quotations_and_items_are_paragraphs() -> None:
    text = f"> {PROSE}\n>\n> {PROSE}\n\n1. One thing is clear.\n2. Another is not.\n   - Nor is this.\n"
    assert shape(text) == [
        ("paragraph", PROSE),
        ("paragraph", PROSE),
        ("paragraph", "One thing is clear."),
        ("paragraph", "Another is not."),
        ("paragraph", "Nor is this."),
    ]


def test_tables_code_and_footnotes_are_beside_the_article() -> None:
    text = f"{PROSE}[^n]\n\n| Ship | Guns |\n|---|---|\n| Ada | 4 |\n\n```\nx = 1\n```\n\n[^n]: A note.\n"
    assert shape(text) == [
        ("paragraph", PROSE),
        ("boilerplate", "Ship | Guns"),
        ("boilerplate", "Ada | 4"),
        ("boilerplate", "x = 1"),
        ("boilerplate", "A note."),
    ]


def test_blocks_of_html_lose_their_tags() -> None:
    text = f"<div align='center'><h2>The Truce</h2>\n<p>{PROSE}</p><script>x()</script></div>\n\n{PROSE}\n"
    assert shape(text) == [("title", "The Truce"), ("paragraph", PROSE), ("paragraph", PROSE)]


def test_bylines_and_counters_are_told_as_in_plain_text() -> None:
    document = markdown(f"# Talks Resume\n\nby HITNEWS 53 views\n\nAdvertisement\n\n{PROSE}\n")
    assert [words for kind, words in rows(document) if kind == "boilerplate"] == [
        "by HITNEWS 53 views",
        "Advertisement",
    ]
    assert document.metadata.authors == ("HITNEWS",)


def test_front_matter_is_metadata_and_its_title_is_not_said_twice() -> None:
    head = "---\ntitle: 'Talks: Resumed'\nauthor: Jane Doe\ndate: 2021-03-12\n---\n"
    for body in (f"\n# Talks: resumed\n\n{PROSE}\n", f"{PROSE}\n"):
        document = markdown(head + body)
        assert [kind for kind, _ in rows(document)] == ["title", "paragraph"]
        assert document.title == "Talks: Resumed"
        assert document.metadata.authors == ("Jane Doe",)
        assert document.metadata.published == "2021-03-12"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert shape(f"---\n\n{PROSE}\n\n---\n\n{PROSE}\n") == [("paragraph", PROSE)] * 2


def test_what_is_too_long_or_no_text_is_refused() -> None:
    with pytest.raises(TooLongInput):
        read(b"word " * 100, Asked(limit=100))
    for text in (b"[" * 400_000, b"a\n" * 200_000):
        with pytest.raises(InputError, match="marks on"):
            read(text, Asked())
    with pytest.raises(UndecodableInput):
        read(b"\xff\xfe\x00\xd8", Asked(charset="utf-16"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, "![" * 29_000, "*a_ " * 29_000, ">" * 100_000, "- " * 100_000, "[a](b" * 29_000,
        "`a``b" * 40_000, "<a " * 90_000, "\n".join(f"[^{it}]: x" for it in range(8_000)), "^[" * 29_000,
        "|" * 200_000 + "\n" + "|-" * 100_000, "<div>" * 50_000, "<!--" * 60_000, "&#" * 100_000,
        "\n".join(" " * it + "- a" for it in range(900)), "# " * 200_000, "a\n" * 90_000 + "=", "\t" * 90_000,
        "a\n\n" * 49_000, "- a\n" * 70_000,
        "| a " * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|\n" * 2_000, "~~a " * 50_000, "[a]: b\n" * 40_000,
        "---\n" + "a: [" * 20_000 + "\n---\n", "---\na: &a [*a]\nb: *a\n---\nText.",
    ],
)  # fmt: skip
def test_hostile_markdown_is_read_in_time(text: str) -> None:
    before = time.process_time()
    with suppress(InputError):
        markdown(text)
    assert time.process_time() - before < 10


@given(st.text(alphabet=st.sampled_from("ab \n\t#*_`[]()!<>-=|~^:\\&;1.\u00ad\ufb01\x0b\x1c"), max_size=200))
def test_any_text_gives_a_document(text: str) -> None:
    document = markdown(text)
    assert "".join(document.words(block) for block in document.blocks) == document.text


@given(st.lists(st.sampled_from(["The talks go on.", "Nobody knew why.", "It was late."]), min_size=1))
def test_paragraphs_come_out_as_they_went_in(paragraphs: list[str]) -> None:
    assert shape("\n\n".join(paragraphs)) == [("paragraph", it) for it in paragraphs]


@pytest.mark.parametrize(
    "row",
    [
        "{{< youtube abc >}}",
        '{{% figure src="a.jpg" %}}',
        "{% include video.html %}",
        "[toc]",
        "https://x.org/v",
    ],
)
def test_what_a_program_would_fill_in_is_boilerplate(row: str) -> None:
    assert shape(f"{PROSE}\n\n{row}\n\n{PROSE}\n") == [
        ("paragraph", PROSE),
        ("boilerplate", row),
        ("paragraph", PROSE),
    ]


@pytest.mark.parametrize(
    ("opens", "closes"), [(":::{.callout-note}", ":::"), (":::note", ":::"), ("::::", "::::")]
)
def test_a_box_is_its_words(opens: str, closes: str) -> None:
    for break_ in ("\n", "\n\n"):
        assert shape(f"{opens}{break_}{PROSE}{break_}{closes}\n") == [("paragraph", PROSE)]
