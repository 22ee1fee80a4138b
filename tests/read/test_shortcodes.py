"""Shortcodes: their marks go, the words between them stay, and an author's brackets are left alone."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.read import read_bytes
from communique.read.shortcodes import without_shortcodes

ONE = "The two ministers met in Vienna on Monday, and agreed that the talks on the strait would go on."
TWO = "Nobody in the capital believed that the truce would hold, the envoy said after the meeting."


@pytest.mark.parametrize(
    ("written", "left"),
    [
        # Words between marks are the article's.
        ('[su_box title="Note"]The talks went on.[/su_box]', "The talks went on."),
        ("[dropcap]T[/dropcap]he talks went on.", "The talks went on."),
        ("[lead]The talks went on.[/lead]", "The talks went on."),
        ("[highlight color=red]The talks[/highlight] went on.", "The talks went on."),
        # WordPress has made the quotes round, as it does with marks that it does not know.
        ("[su_box title=&#8221;Note&#8221;]The talks went on.[/su_box]", "The talks went on."),
        ("[su_box title=”Note”]The talks went on.[/su_box]", "The talks went on."),
        # What stands for something that is no text.
        ("The talks [gallery] went on.", "The talks  went on."),
        ('The talks went on. [gallery ids="1,2" columns="2"]', "The talks went on. "),
        ("[embed]https://example.org/v[/embed]The talks went on.", "The talks went on."),
        ("[youtube https://example.org/v]The talks went on.", "The talks went on."),
        ("[youtube=https://example.org/v]The talks went on.", "The talks went on."),
        ("[newsletter_form]The talks went on.", "The talks went on."),
        ("[table id=5 /]The talks went on.", "The talks went on."),
        # A note stands in the middle of a sentence.
        ("The talks went on.[efn_note]So the ministry says.[/efn_note]", "The talks went on."),
        # One that nothing closes, one that nothing opens.
        ("[su_quote]The talks went on.", "The talks went on."),
        ("The talks went on.[/su_highlight]", "The talks went on."),
    ],
)
def test_marks_go_and_words_stay(written: str, left: str) -> None:
    assert without_shortcodes(written).strip() == left.strip()


@pytest.mark.parametrize(
    "written",
    [
        "He said that it was [sic] over.",
        "“We [the ministry] shall not sign,” she said.",
        "The talks went on.[3]",
        "The text reads [so-called peace] in the draft.",
        "[…] and the talks went on.",
        "He added [emphasis added].",
        "[Ankara] would not sign.",
        "[the talks](https://example.org/talks) went on",
        "[talks](x) and [/talks](y)",
    ],
)
def test_what_an_author_sets_in_brackets_stays(written: str) -> None:
    assert without_shortcodes(written) == written


def test_the_same_words_are_an_authors_or_a_shortcode_by_whether_they_are_closed() -> None:
    assert without_shortcodes("He said [lead] and went.") == "He said [lead] and went."
    assert without_shortcodes("[lead]He said[/lead] and went.") == "He said and went."


def test_columns_and_boxes_stand_on_lines_of_their_own() -> None:
    written = f"[vc_row][vc_column_text]{ONE}[/vc_column_text][vc_column_text]{TWO}[/vc_column_text][/vc_row]"
    assert [line for line in without_shortcodes(written).split("\n") if line] == [ONE, TWO]


def post(content: str) -> Document:
    value = {"slug": "talks", "title": {"rendered": "Talks"}, "content": {"rendered": content}}
    return read_bytes(json.dumps(value).encode())


def shown(document: Document) -> list[tuple[str, str]]:
    return [(it.kind, document.words(it)) for it in document.blocks if it.kind not in ("space", "title")]


def test_captions_and_pull_quotes_are_boilerplate() -> None:
    caption = (
        '[caption id="a" width="3"]<a href="x"><img src="x.jpg"/></a> The <em>palace</em> in Vienna[/caption]'
    )
    assert shown(
        post(f"{caption}<p>{ONE}</p>[su_pullquote]The truce would hold[/su_pullquote]<p>{TWO}</p>")
    ) == [
        ("boilerplate", "The palace in Vienna"),
        ("paragraph", ONE),
        ("boilerplate", "The truce would hold"),
        ("paragraph", TWO),
    ]


def test_an_address_alone_which_wordpress_embeds_is_boilerplate_and_one_in_a_sentence_is_not() -> None:
    link = "https://www.youtube.com/watch?v=abc"
    sentence = f"The talks can be seen at {link} by everybody."
    assert shown(post(f"<p>{ONE}</p><p>{link}</p><p>{sentence}</p>")) == [
        ("paragraph", ONE),
        ("boilerplate", link),
        ("paragraph", sentence),
    ]


def test_in_plain_text_a_row_that_is_a_shortcode_is_boilerplate() -> None:
    value = {"articleBody": f'{ONE}\n\n[gallery ids="1,2"]\n\n{TWO}', "headline": "Talks"}
    assert shown(read_bytes(json.dumps(value).encode())) == [
        ("paragraph", ONE),
        ("boilerplate", '[gallery ids="1,2"]'),
        ("paragraph", TWO),
    ]


@given(st.text(alphabet=list("[]/ab_= \"'.\n"), max_size=60))
def test_text_without_a_bracket_and_a_name_is_untouched_and_nothing_is_invented(text: str) -> None:
    made = without_shortcodes(text)
    if "[" not in text:
        assert made == text
    letters = iter(text)
    assert all(letter in letters for letter in made.replace("\n", ""))


@pytest.mark.parametrize(
    "text",
    [
        "[caption " * 200_000,
        "[caption]" * 200_000,
        "[a]" * 300_000 + "[/a]",
        "[a x=" + "y " * 900_000,
        "[" * 10**6,
    ],
    ids=["never ended", "never closed", "closed once", "one long", "brackets"],
)
def test_time_grows_with_the_length_only(text: str) -> None:
    started = time.process_time()
    without_shortcodes(text)
    assert time.process_time() - started < 5
