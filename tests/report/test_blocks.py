"""An article is shown block by block, in the order of its text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from tests.report.invented import article, evidence
from tests.strategies import articles

from communique.records import Article, Evidence, Paragraph, Section
from communique.report.blocks import blocks
from communique.report.known import Known


def forms(found: Article) -> list[tuple[str, str]]:
    assert found.text is not None
    return [
        (block.form, found.text[block.start : block.end]) for block in blocks(found, Known.whole(found.text))
    ]


@given(articles())
def test_blocks_do_not_overlap(found: Article) -> None:
    assert found.text is not None
    listed = list(blocks(found, Known.whole(found.text)))
    assert all(one.end <= other.start for one, other in pairwise(listed))


def test_the_title_is_found_in_the_text_before_the_first_paragraph() -> None:
    told = forms(article())
    assert told[0] == ("title", "Lisbon talks calm fishing dispute")
    assert told[1][0] == "paragraph"


def test_a_line_that_is_not_the_title_is_shown_too() -> None:
    source = article().source.model_copy(update={"title": "Another title"})
    assert forms(article().model_copy(update={"source": source}))[0][0] == "loose"


def test_headings_have_their_level_and_boilerplate_its_form() -> None:
    text = "By Inês Prado\n\nThe talks\n\nThey met.\n"
    found = article().model_copy(
        update={
            "text": text,
            "boilerplate": (evidence(text, "By Inês Prado"),),
            "sections": (
                Section(
                    id="section:talks",
                    heading=Evidence(start=15, end=24, quote="The talks"),
                    level=3,
                    start=15,
                    end=36,
                    paragraphs=(Paragraph(start=26, end=35),),
                ),
            ),
        }
    )
    assert forms(found) == [("aside", "By Inês Prado"), ("heading", "The talks"), ("paragraph", "They met.")]
    assert [block.level for block in blocks(found, Known.whole(text))] == [0, 3, 0]
