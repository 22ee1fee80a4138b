"""Pages whose parts have no telling names: headings and short paragraphs are kept, what surrounds them is not."""

# Pages are written here as they stand in files.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from communique.document import Document
from communique.read.asked import Asked
from communique.read.html import read

TITLE = "Ministers Meet Again After Three Years"
LEAD = (
    "The foreign ministers of Norland and Sudmark met in the capital on Monday for the first time in three years, and agreed to go on talking about the border.",
    "“We have made a start,” said the minister of Norland, who had come with a delegation of forty people and left with an invitation to the spring conference.",
)
PARTS = (
    (
        "A Careful Start",
        "Critics in both parliaments doubted that the talks would lead anywhere, because neither government has given up its claim to the islands since the last treaty lapsed.",
        "The fishing fleets of both countries have met in the strait eleven times this year. In March a trawler was rammed, and two sailors were hurt.",
    ),
    (
        "Trouble in the Strait",
        "Few expect a treaty before the elections.",
        "Norland’s coalition depends on a party of the coast, whose voters live from fishing, and Sudmark’s president has promised not to give up a single rock.",
    ),
    (
        "What Comes Next",
        "A working group on fishing will report in May, said a spokesman, and a treaty may follow in the autumn if the parliaments agree to one.",
        "Diplomats in the region say that a joint patrol would be cheaper than two navies, and that it could keep the trawlers apart.",
    ),
)
MENU = "<div class='a1'><a href='/'>Home</a> <a href='/w'>World</a> <a href='/b'>Business</a> <a href='/s'>Sport</a></div>"
RELATED = "<div class='r2'><h3>Most read</h3><ul><li><a href='/1'>Goats on the loose in the old harbour</a></li><li><a href='/2'>How to cook turnips this winter</a></li></ul></div>"
FOOT = "<div class='z9'><a href='/p'>Privacy</a> <a href='/t'>Terms</a> © 2021 The Daily. All rights reserved.</div>"

EXPECTED = [
    *(("paragraph", it) for it in LEAD),
    *(
        (kind, words)
        for part in PARTS
        for kind, words in zip(("heading", "paragraph", "paragraph"), part, strict=True)
    ),
]


def laid_out(heading: str = "<h2>{}</h2>", paragraph: str = "<p>{}</p>", around: str = "{}") -> str:
    """The article with each heading and paragraph in its markup, and each part in one more element."""
    lead = "\n".join(paragraph.format(it) for it in LEAD)
    parts = [
        "\n".join((heading.format(part[0]), *(paragraph.format(it) for it in part[1:]))) for part in PARTS
    ]
    return "\n".join(around.format(it) for it in (lead, *parts))


def page(body: str, title: str = f"{TITLE} | The Daily") -> str:
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"


def of(html: str) -> Document:
    return read(html.encode(), Asked())


def shape(document: Document) -> list[tuple[str, str]]:
    return [(it.kind, document.words(it)) for it in document.blocks if it.kind in ("heading", "paragraph")]


H1 = f"<h1>{TITLE}</h1>"
STYLED = "<div style='font-size:18px;font-weight:bold'>{}</div>"
CLASSED = "<div class='subheading'>{}</div>"
ROLE = "<div role='heading' aria-level='2'>{}</div>"
LAYOUTS = {
    "no box at all": page(H1 + laid_out()),
    "nameless divs": page(
        f"{MENU}<div class='x1'>{H1}</div><div class='x2'>{laid_out()}</div>{RELATED}{FOOT}"
    ),
    "a div for each part": page(f"{MENU}{H1}{laid_out(around='<div class=s>{}</div>')}{RELATED}{FOOT}"),
    "sections only": page(f"{MENU}{H1}{laid_out(around='<section>{}</section>')}{RELATED}{FOOT}"),
    "a div for each line": page(
        f"{MENU}<div>{H1}</div><div class='q'>{laid_out('<div class=v><h2><span>{}</span></h2></div>', '<div class=w><p>{}</p></div>')}</div>{RELATED}{FOOT}"
    ),
    "divs in divs in divs": page(
        f"{MENU}<div>{H1}</div><div class='q'>{laid_out(paragraph='<div><div><div>{}</div></div></div>')}</div>{RELATED}{FOOT}"
    ),
    "a table for layout": page(
        f"<table><tr><td colspan='2'>{MENU}</td></tr><tr><td>{RELATED}</td><td>{H1}{laid_out()}</td></tr><tr><td colspan='2'>{FOOT}</td></tr></table>"
    ),
    "a row of a table for each line": page(
        f"<table><tr><td>{H1}</td></tr>{laid_out('<tr><td><h2>{}</h2></td></tr>', '<tr><td>{}</td></tr>')}</table>{FOOT}"
    ),
    "h1 outside the body": f"<!doctype html><html lang='en'><head><title>{TITLE} | The Daily</title></head>{H1}<body>{MENU}<div class='q'>{laid_out()}</div>{RELATED}{FOOT}</body></html>",
    "the name of the site as h1": page(
        f"<div><h1>The Daily</h1>{MENU}</div><div><h2>{TITLE}</h2><div>{laid_out('<h3>{}</h3>')}</div></div>{RELATED}{FOOT}"
    ),
    "headings bold by style": page(
        f"{MENU}<div class='t'>{TITLE}</div><div class='b'>{laid_out(STYLED)}</div>{RELATED}{FOOT}"
    ),
    "headings by class": page(
        f"{MENU}<div class='title'>{TITLE}</div><div class='b'>{laid_out(CLASSED)}</div>{RELATED}{FOOT}"
    ),
    "headings by role": page(
        f"{MENU}<div role='heading' aria-level='1'>{TITLE}</div><div class='b'>{laid_out(ROLE)}</div>{RELATED}{FOOT}"
    ),
    "line breaks": page(f"{MENU}{H1}<div>{laid_out('<b>{}</b><br><br>', '{}<br><br>')}</div>{RELATED}{FOOT}"),
    "headings that can be linked to": page(
        f"{MENU}{H1}<div>{laid_out('<h2 id=a>{} <a href=#a>#</a></h2>')}</div>{RELATED}{FOOT}"
    ),
    "headings that open what is beneath": page(
        f"{MENU}{H1}<div>{laid_out('<h2><a href=#a><span>{}</span></a></h2>')}</div>{RELATED}{FOOT}"
    ),
    "an article, where all has its name": page(f"{MENU}<article>{H1}{laid_out()}</article>{RELATED}{FOOT}"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_heading_and_paragraph_is_read_and_nothing_else(layout: str) -> None:
    document = of(LAYOUTS[layout])
    assert document.title == TITLE
    assert document.metadata.title == TITLE
    assert shape(document) == EXPECTED


def test_a_heading_of_links_or_forms_among_the_paragraphs_is_not_taken() -> None:
    between = "<div><h2>Sign up for the morning letter</h2><p><label>Your address</label> for every day of the week</p></div>"
    links = "<div><h2>More from the strait</h2><ul><li><a href='/1'>Goats on the loose</a></li></ul></div>"
    linked = "<h2><a href='/3'>The long road to the talks</a></h2>"
    with_more = laid_out().replace("<h2>Trouble", f"{between}{links}{linked}<h2>Trouble")
    headings = [words for kind, words in shape(of(page(f"{H1}<div>{with_more}</div>"))) if kind == "heading"]
    assert headings == [part[0] for part in PARTS]


def test_a_line_under_the_title_is_no_heading_where_the_page_marks_its_own() -> None:
    cover = f"<div class='cover'>{H1}<p>Institute for Coastal Studies, Paper 14</p></div>"
    found = shape(of(page(f"{cover}<div class='cols'>{laid_out()}</div>")))
    assert ("heading", "Institute for Coastal Studies, Paper 14") not in found
    assert [it for it in found if it in EXPECTED] == EXPECTED


@pytest.mark.parametrize("around", ["<div class='cols'>{}</div>", "{}"])
def test_a_heading_above_the_first_paragraph_is_kept_where_it_stands_with_it(around: str) -> None:
    body = around.format("<h2>Summary</h2>" + laid_out())
    assert shape(of(page(f"<div class='cover'>{H1}</div>{body}")))[0] == ("heading", "Summary")


def test_a_slogan_of_the_site_above_the_article_is_no_heading_of_it() -> None:
    body = f"<div><h2>News you can trust</h2></div><div class='q'>{H1}{laid_out()}</div>"
    assert ("heading", "News you can trust") not in shape(of(page(body)))


def test_a_short_paragraph_among_long_ones_is_kept_and_a_row_is_not() -> None:
    short, row = "Nobody was surprised.", "Read more: the long road to the talks"
    lines = laid_out().replace("<p>Norland’s", f"<p>{short}</p><p>{row}</p><p>Norland’s")
    found = shape(of(page(f"{H1}<div class='q'>{lines}</div>{FOOT}")))
    assert ("paragraph", short) in found
    assert ("paragraph", row) not in found


def test_lists_within_lists_are_kept_and_lists_of_links_are_not() -> None:
    items = "<ul><li>Fishing<ul><li>trawlers in the north;</li><li>nets in the south.</li></ul></li></ul>"
    links = (
        "<ul><li><a href='/1'>Goats on the loose</a></li><li><a href='/2'>Walks on the coast</a></li></ul>"
    )
    lines = laid_out().replace("<h2>Trouble", f"{items}{links}<h2>Trouble")
    words = [it for _, it in shape(of(page(f"{H1}<div>{lines}</div>")))]
    first = words.index("Fishing")
    assert words[first : first + 3] == ["Fishing", "trawlers in the north;", "nets in the south."]
    assert "Goats on the loose" not in words
