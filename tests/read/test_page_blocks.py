"""Pieces of HTML: what a browser shows, cut where it begins a new block."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from communique.document import Piece
from communique.errors import InputError
from communique.read.asked import Asked
from communique.read.html import fragment, read


def shape(html: str) -> list[tuple[str, str]]:
    return [
        (
            f"h{it.level}" if it.kind == "heading" else {"paragraph": "p", "boilerplate": "out"}[it.kind],
            it.words,
        )
        for it in fragment(html)
    ]


def test_headings_paragraphs_items_and_quotations_are_pieces() -> None:
    html = """<h2>The Talks</h2><p>They met.</p><ul><li>Trade<ul><li>tariffs</li></ul></li><li>Arms</li></ul>
    <blockquote><p>We will see.</p></blockquote><h3>After</h3>They left."""
    assert shape(html) == [
        ("h2", "The Talks"), ("p", "They met."), ("p", "Trade"), ("p", "tariffs"), ("p", "Arms"),
        ("p", "We will see."), ("h3", "After"), ("p", "They left."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("The <b>Eu</b>ropean <i>Union</i>, <a href='x'>he</a> said", "The European Union, he said"),
        ("<span>The</span> <span>talks</span>\n\n   failed&nbsp;again", "The talks failed again"),
        ("nego&shy;ti\u200bations and talks\ufeff", "negotiations and talks"),
        ("a long<wbr>word", "a longword"),
        ("Smith &amp; Sons&hellip; &#8220;no&#8221; &#x2014; &lt;yes&gt;", "Smith & Sons… “no” — <yes>"),
        ("It&#146;s &#147;over&#148;", "It’s “over”"),
        ("He called it <q>a start</q>.", "He called it “a start”."),
        ("first line<br>second line<br/>", "first line\nsecond line"),
        ("on 10<sup>th</sup> May", "on 10th May"),
        ("was signed.<sup><a href='#fn1'>1</a></sup> Then", "was signed. Then"),
        ("was signed.<a href='#fn1'><sup>[2]</sup></a> Then", "was signed. Then"),
        ("one<script>alert(1)</script> two<style>p{}</style> three", "one two three"),
        ("one<!-- hidden --> two <?php echo 1 ?>three", "one two three"),
        ("seen <span hidden>not</span><span style='display: none'>nor</span> this", "seen this"),
        ("<span class='sr-only'>Listen</span>Talks", "Talks"),
    ],
)
def test_the_words_are_those_that_a_browser_shows(html: str, words: str) -> None:
    assert [it.words for it in fragment(f"<p>{html}</p>")] == [words]


def test_two_line_breaks_are_a_new_paragraph_and_a_heading_has_one_line() -> None:
    assert shape("<div>One.<br><br>Two.<br> <br>\n<br>Three.</div>") == [
        ("p", "One."),
        ("p", "Two."),
        ("p", "Three."),
    ]
    assert shape("<h1>Talks<br>Resume</h1>") == [("h1", "Talks Resume")]
    assert shape("<h2><div>Talks</div><div>Resume</div></h2>") == [("h2", "Talks Resume")]


def test_captions_asides_and_data_are_boilerplate_menus_and_controls_are_gone() -> None:
    html = """<nav>Home</nav><figure><img src="data:image/png;base64,AAAA" alt="x"><figcaption>The two men.</figcaption>
    </figure><aside>Read more</aside><p>They met.</p><table><tr><th>Year<th>Votes<tr><td>2014<td>7</table>
    <form><label>E-mail</label><input value="you@example.com"><button>Send</button></form>"""
    assert shape(html) == [
        ("out", "The two men."), ("out", "Read more"), ("p", "They met."), ("out", "Year | Votes"), ("out", "2014 | 7"),
    ]  # fmt: skip


def test_a_table_that_lays_out_an_email_holds_prose() -> None:
    prose = "The ministers met again in the evening and agreed on nothing. " * 4
    html = f"<table><tr><td><table><tr><td>{prose}</td></tr></table></td><td>a</td></tr></table>"
    assert shape(html) == [("p", prose.strip()), ("p", "a")]


def test_a_short_paragraph_in_bold_above_prose_is_a_heading_and_a_bold_sentence_is_none() -> None:
    below = "<p>The ministers met again in the evening.</p>"
    assert shape(f"<h2>Talks</h2>{below}<p><strong>A Fragile Truce</strong></p>{below}")[2] == (
        "h3",
        "A Fragile Truce",
    )
    assert shape(f"<p><b>They agreed on nothing.</b></p>{below}")[0][0] == "p"
    assert shape(f"<p><b>A Fragile</b> Truce</p>{below}")[0][0] == "p"
    assert shape("<p><b>A Fragile Truce</b></p>")[0][0] == "p"


def test_a_heading_as_long_as_a_paragraph_is_a_paragraph() -> None:
    assert shape(f"<h2>{'The talks went on and on. ' * 20}</h2>")[0][0] == "p"


@pytest.mark.parametrize(
    "html", ["", "  \n", "<!-- x -->", "<p></p>", "<img src=x>", "—", "\0", "<", "</p>", "<?x"]
)
def test_nothing_gives_nothing(html: str) -> None:
    assert fragment(html) == ()


def test_words_without_a_tag_are_a_paragraph() -> None:
    assert fragment("They met.") == (Piece("paragraph", "They met."),)


def test_what_is_nested_deeply_is_read_and_what_is_nested_beyond_reason_refused() -> None:
    assert shape("<div>" * 400 + "words" + "</div>" * 400 + "<p>after") == [("p", "words"), ("p", "after")]
    with pytest.raises(InputError, match="nested"):
        fragment("<div>" * 100_000 + "words")


CARD = (
    "<span class='k'><img src='a.jpg'><a href='/p'>{}</a><a href='/1'>Goats on the loose</a>"
    "<a href='/2'>Walks on the coast</a></span>"
)


def test_a_card_beside_a_name_is_not_read() -> None:
    rest = "told the parliament in the capital that the talks would go on until Friday."
    page = (
        f"<article><p>Minister <span><a href='/p'>Jane Doe</a>{CARD.format('Jane M. Doe')}</span> {rest}</p>"
    )
    page += f"<p>The opposition {rest}</p><p>Nobody {rest}</p></article>"
    document = read(page.encode(), Asked())
    assert document.words(document.paragraphs[0]) == f"Minister Jane Doe {rest}"


def test_a_span_around_a_paragraph_with_a_picture_is_read() -> None:
    assert [it.words for it in fragment(f"<p>{CARD.format('Jane Doe')}</p>")] == [
        "Jane DoeGoats on the looseWalks on the coast"
    ]


def test_a_line_in_bold_above_text_in_one_paragraph_is_a_heading() -> None:
    text = "The ministers met in the capital on Monday and agreed to go on."
    assert shape(f"<p>{text}</p><p><b>A Careful Start</b><br>{text}</p>") == [
        ("p", text),
        ("h3", "A Careful Start"),
        ("p", text),
    ]
    assert shape(f"<p><b>They met again.</b><br>{text}</p>") == [("p", f"They met again.\n{text}")]
    assert shape(f"<p>They met again<br>{text}</p>") == [("p", f"They met again\n{text}")]


def test_a_line_in_a_box_with_nothing_but_a_picture_is_its_caption() -> None:
    text = "The ministers met in the capital on Monday, and agreed to go on talking about the strait."
    page = (
        "<article><h1>Talks</h1><p>{0}</p><div><img src=a.jpg><p>A trawler in the strait.</p></div><p>{0}</p>"
        "<div><img src=b.jpg><p>Nobody was surprised.</p><p>{0}</p></div><p>{0}</p></article>"
    )
    document = read(page.format(text).encode(), Asked())
    paragraphs = [document.words(it) for it in document.paragraphs]
    assert "A trawler in the strait." not in paragraphs
    assert "Nobody was surprised." in paragraphs
